"""Plan and practice as the last part of the dossier: what its page shows this reader, frozen when it was made."""

import json
import re
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from ambassadors.models import Appointment, ProcessingAgreement
from reporting import documents, pdf
from reporting.contents import Brief, figures_for
from reporting.enums import ReportKind
from reporting.tests.conftest import TODAY
from reporting.tests.test_dossier_documents import check_ua, flat, text_of
from trajectories.models import Contact
from trajectories.tests.making import (
    FIRST_NAME,
    NEIGHBOURHOOD,
    NOTE,
    WISH,
    make_contact,
    make_participant,
    make_provider,
    make_trajectory,
)
from trajectories.tests.test_practice_page import planned, practised

pytestmark = pytest.mark.once

FIGURE = "Relatie opgebouwd of onderhouden: 1 van de 1 contacten"


def frozen(project, reader):
    """What a report on the dossier freezes."""
    made = figures_for(Brief(ReportKind.HIRING_FILE, TODAY, project, None, reader))
    assert json.loads(json.dumps(made)) == made
    return made


def on_paper(figures) -> str:
    return text_of(pdf.render(documents.lay_out(figures)))


@pytest.mark.parametrize("who", ["coordinator", "ambassador"])
def test_paper_ends_with_plan_beside_practice(cast, who):
    planned(cast.project, cast.coordinator)
    practised(cast.appointment)
    paper = pdf.render(documents.lay_out(frozen(cast.project, getattr(cast, who))))
    check_ua(paper)
    sheets = [flat(sheet.extract_text()) for sheet in PdfReader(BytesIO(paper)).pages]
    at = next(number for number, text in enumerate(sheets, 1) if text.startswith("Plan en praktijk"))
    assert f"Plan en praktijk {at}" in re.sub(r"[ .]+", " ", sheets[0])
    told = " ".join(sheets[at - 1 :])
    for words in (
        "Sinds 1 september 2024 is er een verbindingsambassadeur.",
        FIGURE,
        "1 van 1 partner teruggevonden onder deze naam.",
        "Dit is een indicatie, geen norm.",
        "2 andere namen in de praktijk",
        "OCMW Eigen: 1 activiteit",
    ):
        assert words in told
    assert [secret for secret in (FIRST_NAME, NEIGHBOURHOOD, WISH, NOTE) if secret in told] == []


def test_paper_stays_as_it_was_when_more_is_noted(cast):
    planned(cast.project, cast.coordinator)
    practised(cast.appointment)
    before = frozen(cast.project, cast.coordinator)
    practised(cast.appointment)
    assert FIGURE in on_paper(before)
    assert FIGURE not in on_paper(frozen(cast.project, cast.coordinator))


def test_who_commissions_an_external_employer_gets_what_the_dossier_itself_knows(cast):
    """The figures are for the ambassador whose children they are; for the installation itself all of them."""
    planned(cast.external_project, cast.coordinator)
    practised(cast.external_appointment)
    known = {
        who and who.role: FIGURE in json.dumps(frozen(cast.external_project, who)["practice"])
        for who in (cast.coordinator, cast.external_ambassador, None)
    }
    assert known == {"coordinator": False, "ambassador": True, None: True}
    told = on_paper(frozen(cast.external_project, cast.coordinator))
    assert "horen bij een andere organisatie" in told
    assert "Voorbij: 1 bijeenkomst. Doorgegaan: 1, niet doorgegaan: 0." in told


def test_names_of_providers_are_those_that_the_reader_knows(cast):
    """Who commissions reads the figures under this agreement, and not with whom the employer works."""
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    planned(cast.external_project, cast.coordinator)
    appointment = cast.external_appointment
    trajectory = make_trajectory(appointment, make_participant(cast.organisation, cast.external_ambassador))
    contact = make_contact(appointment, trajectory, provider=make_provider(cast.employer))
    Contact.objects.filter(pk=contact.pk).update(controller=cast.organisation)
    found = [
        frozen(cast.external_project, who)["practice"]["choices"][2]["table"]["rows"][0][2]["text"]
        for who in (cast.coordinator, cast.external_ambassador)
    ]
    assert found == ["niet teruggevonden onder deze naam", "1 contact"]


@pytest.mark.parametrize("starts_in", [None, timedelta(days=30)])
def test_without_an_ambassador_there_is_no_such_part(cast, starts_in):
    planned(cast.project, cast.coordinator)
    own = Appointment.objects.filter(project=cast.project)
    own.update(starts_on=TODAY + starts_in) if starts_in else own.delete()
    made = frozen(cast.project, cast.coordinator)
    assert made["practice"] is None
    assert "Plan en praktijk" not in on_paper(made)


def test_dossier_made_before_this_part_was_there_can_still_be_laid_out(cast):
    planned(cast.project, cast.coordinator)
    made = frozen(cast.project, cast.coordinator)
    del made["practice"]
    assert "Plan en praktijk" not in on_paper(made)
