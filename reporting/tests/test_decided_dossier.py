"""The dossier as a body decided on it, as a PDF: that version, for those who read it, and it says which one it is."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from ambassadors.actions.decisions import decide_dossier
from ambassadors.actions.dossier import open_hiring_file
from ambassadors.merging import StepContent
from ambassadors.models import DossierDecision
from ambassadors.tests.browsing import form_on
from ambassadors.tests.conftest import fetched, fill_in
from config.testing.cast import address
from reporting.actions.requests import request_report
from reporting.enums import ReportKind
from reporting.models import Report
from reporting.tests.conftest import NOW, TODAY
from reporting.tests.test_dossier_documents import ask, check_paper, flat, made, report_file, shelf, text_of

pytestmark = pytest.mark.once

DECIDED_ON = date(2026, 11, 12)


def decided(cast, project=None, by=None):
    """A decision on the dossier of the own project, or of another one."""
    values = {"decided_on": DECIDED_ON, "body": "Gemeenteraad", "number": "2026/117"}
    by = by or cast.coordinator
    return decide_dossier(fetched(project or cast.project), values=values, by=by, now=NOW, today=TODAY)


def go_on(cast):
    """After the decision the living dossier says something else."""
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="Nota van later")})


@pytest.mark.parametrize(("who", "costs"), [("coordinator", True), ("ambassador", False)])
def test_decided_version_is_made_as_it_was_and_says_which_one_it_is(cast, dossier, client_for, who, costs):
    """For an ambassador without costs, as they read it on screen."""
    reader = getattr(cast, who)
    decision = decided(cast)
    go_on(cast)
    paper = report_file(made(client_for(reader), reader, cast.project, decision=decision.uuid))
    check_paper(paper, ReportKind.HIRING_FILE)
    text = text_of(paper)
    assert ("Nota een" in text, "Nota van later" in text) == (True, False)
    assert ("€" in text, "In dit exemplaar staan geen bedragen." in text) == (costs, not costs)
    assert "Dossier beslist op 12 november 2026 Gemeenteraad, beslissing 2026/117 Bewaard zoals" in text
    sheets = [flat(sheet.extract_text()) for sheet in PdfReader(BytesIO(paper)).pages]
    assert "Plan en praktijk" not in text
    assert all("in dienst nemen · Dossier beslist op 12 november 2026" in sheet for sheet in sheets[1:])
    assert PdfReader(BytesIO(paper)).metadata.title.endswith("Project Eigen (Dossier beslist op 12 november 2026)")


def test_living_dossier_says_nothing_of_a_decision(cast, dossier, client_for):
    decided(cast)
    go_on(cast)
    text = text_of(report_file(made(client_for(cast.coordinator), cast.coordinator, cast.project)))
    assert ("Nota van later" in text, "beslist op" in text) == (True, False)


@pytest.mark.parametrize("who", ["coordinator", "ambassador"])
def test_decision_has_a_button_that_makes_its_pdf_once(cast, dossier, client_for, who):
    reader, decision = getattr(cast, who), decided(cast)
    client = client_for(reader)
    page = client.get(address(reader, "ambassadors:dossier-decision-detail", cast.project, decision))
    form = form_on(page, "pdf")
    first, again = (client.post(address(reader, "reporting:report-create"), form) for _press in range(2))
    assert (first.status_code, first.url) == (302, again.url)
    assert Report.objects.get().decision == decision


def test_list_and_page_and_file_name_tell_the_versions_apart(cast, dossier, client_for):
    client, decision = client_for(cast.coordinator), decided(cast)
    living = made(client, cast.coordinator, cast.project)
    version = made(client, cast.coordinator, cast.project, decision=decision.uuid)
    assert (living.stem, version.stem) == ("dossier", "dossier-beslist-op-2026-11-12")
    seen = shelf(client, cast.coordinator, cast.project)
    assert "Dossier, beslist op 12 november 2026</a>" in seen
    assert "Gemeenteraad, beslissing 2026/117" in seen
    page = flat(client.get(address(cast.coordinator, "reporting:report-detail", version)).content.decode())
    assert "<h1>Dossier, beslist op 12 november 2026: Project Eigen</h1>" in page.replace("> ", ">").replace(" <", "<")
    assert "Dossier beslist op 12 november 2026: Gemeenteraad, beslissing 2026/117." in page
    assert address(cast.coordinator, "ambassadors:dossier-decision-detail", cast.project, decision) in page
    assert "beslist op 12 november 2026: Project Eigen" in flat(
        client.get(address(cast.coordinator, "reporting:report-list")).content.decode()
    )


@pytest.mark.parametrize("who", ["coordinator", "ambassador"])
@pytest.mark.parametrize("which", ["nobody", "no address", "other dossier", "other organisation"])
def test_forged_decision_is_refused_with_a_sentence(cast, dossier, client_for, who, which):
    """Also one of another dossier that the same coordinator reads."""
    forged = {
        "nobody": uuid4,
        "no address": lambda: "2026/117",
        "other dossier": lambda: decided_elsewhere(cast, cast.external_project, cast.coordinator),
        "other organisation": lambda: decided_elsewhere(cast, cast.other_project, cast.other_coordinator),
    }[which]()
    reader = getattr(cast, who)
    body = {"kind": "hiring_file", "project": cast.project.uuid, "decision": forged}
    answer = ask(client_for(reader), reader, **body)
    assert answer.status_code == 422
    said = flat(answer.content.decode()).count("Deze beslissing gaat niet over dit dossier.")
    assert 1 <= said <= 2, "above the page, and once beside the form"
    assert not Report.objects.exists()


def decided_elsewhere(cast, project, coordinator):
    open_hiring_file(project=project, by=coordinator, now=NOW)
    return decided(cast, project, coordinator).uuid


def test_action_and_database_refuse_a_decision_that_does_not_belong(cast, dossier):
    elsewhere = DossierDecision.objects.get(uuid=decided_elsewhere(cast, cast.external_project, cast.coordinator))
    asked = {"by": cast.coordinator, "now": NOW, "today": TODAY, "project": cast.project}
    with pytest.raises(PermissionDenied):
        request_report(kind=ReportKind.HIRING_FILE, decision=elsewhere, **asked)
    with pytest.raises(IntegrityError), transaction.atomic():
        request_report(kind=ReportKind.BELIEFS_NOTE, decision=decided(cast), **asked)


@pytest.mark.parametrize("who", ["other_coordinator", "other_ambassador", "external_coordinator", "administrator"])
def test_stranger_makes_and_reads_no_decided_version(cast, dossier, client_for, who):
    stranger, decision = getattr(cast, who), decided(cast)
    report = made(client_for(cast.coordinator), cast.coordinator, cast.project, decision=decision.uuid)
    client = client_for(stranger)
    body = {"kind": "hiring_file", "project": cast.project.uuid, "decision": decision.uuid}
    assert ask(client, stranger, **body).status_code in (403, 422)
    assert client.get(address(stranger, "reporting:report-file", report)).status_code in (403, 404)
    assert Report.objects.count() == 1


def test_ambassador_does_not_get_the_copy_with_costs(cast, dossier, client_for):
    report = made(client_for(cast.coordinator), cast.coordinator, cast.project, decision=decided(cast).uuid)
    assert client_for(cast.ambassador).get(address(cast.ambassador, "reporting:report-file", report)).status_code == 404


def test_dossier_that_an_employers_ambassador_made_is_not_for_their_coordinator(cast, client_for):
    """The employer elsewhere does not read the dossier: not on screen, and not on paper."""
    open_hiring_file(project=cast.external_project, by=cast.coordinator, now=NOW)
    report = made(client_for(cast.external_ambassador), cast.external_ambassador, cast.external_project)
    for reader, status in ((cast.external_ambassador, 200), (cast.external_coordinator, 404)):
        assert client_for(reader).get(address(reader, "reporting:report-detail", report)).status_code == status
