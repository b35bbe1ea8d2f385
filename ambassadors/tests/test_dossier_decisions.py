"""A body decided on the dossier: that version is frozen, beside the living one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ambassadors.actions.decisions import decide_dossier
from ambassadors.merging import StepContent
from ambassadors.models import DossierDecision
from ambassadors.tests.browsing import form_on
from ambassadors.tests.conftest import NOW, fetched, fill_in
from ambassadors.tests.contents import CONTENTS, GOALS
from ambassadors.tests.test_documents import COSTS, VALUES
from config.testing.cast import address
from organisations.models import AuditEvent, StaleVersionError

TODAY = NOW.date()
VALUES_OF = {"decided_on": TODAY, "body": "Gemeenteraad", "number": "2026/117"}


def decide(cast, by=None, dossier=None, **values):
    dossier = dossier or fetched(cast.project)
    return decide_dossier(dossier, values=VALUES_OF | values, by=by or cast.coordinator, now=NOW, today=TODAY)


@pytest.fixture
def client(cast, client_for):
    return client_for(cast.coordinator)


def typed(day, **more):
    parts = {"decided_on_day": day.day, "decided_on_month": day.month, "decided_on_year": day.year}
    return parts | {"body": "Gemeenteraad", "number": "2026/117"} | more


def test_decided_version_stays_while_the_dossier_goes_on(cast, client, full_hiring_file):
    decision = decide(cast)
    url = address(cast.coordinator, "ambassadors:dossier-decision-detail", cast.project, decision)
    assert "Sindsdien is er niets gewijzigd" in client.get(url).content.decode()
    changed = replace(GOALS, note="Een andere nota", rows={})
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="Nieuwe nota"), 6: changed})
    page = client.get(url).content.decode()
    assert [value for value in (*VALUES, *COSTS, "Gemeenteraad", "2026/117") if value not in page] == []
    assert "Nieuwe nota" not in page
    assert "gewijzigd: Overtuigingen en verwachtingen en Doelen en opvolging." in page
    assert ("Nog in te vullen" in page, "/dossier/steps/" in page) == (False, False)
    event = AuditEvent.objects.get(verb="decided")
    assert (event.subject, event.fields) == (decision.uuid, ["body", "decided_on", "number"])


def test_ambassador_reads_it_without_costs(cast, client_for, full_hiring_file):
    url = address(cast.ambassador, "ambassadors:dossier-decision-detail", cast.project, decide(cast))
    page = client_for(cast.ambassador).get(url).content.decode()
    assert [value for value in VALUES if value not in page] == []
    assert [value for value in [*COSTS, "€", "Loonkost"] if value in page] == []
    assert "In dit exemplaar staan geen bedragen." in page


def test_decision_is_recorded_exactly_once_and_listed(cast, client, full_hiring_file):
    url = address(cast.coordinator, "ambassadors:dossier-decision-new", cast.project)
    hidden = form_on(client.get(url), "decision")
    body = hidden | typed(timezone.localdate())
    first, again = client.post(url, body), client.post(url, body)
    assert (first.status_code, first.url) == (302, again.url)
    assert DossierDecision.objects.count() == 1
    page = client.get(address(cast.coordinator, "ambassadors:dossier-detail", cast.project)).content.decode()
    assert first.url in page
    assert "beslissing 2026/117" in page


def test_wrong_answers_are_sentences_and_nothing_typed_is_lost(cast, client, full_hiring_file):
    url = address(cast.coordinator, "ambassadors:dossier-decision-new", cast.project)
    hidden = form_on(client.get(url), "decision")
    today = timezone.localdate()
    for day, more, sentence in (
        (today + timedelta(1), {}, "mag niet in de toekomst liggen"),
        (today, {"body": ""}, "Vul in wie beslist heeft."),
        (today, {"body": "x" * 121}, "120"),
        (today, {"number": "9" * 61}, "60"),
        (today, {"decided_on_month": "mrt13"}, "Schrijf de maand"),
    ):
        answer = client.post(url, hidden | typed(day, **more))
        page = answer.content.decode()
        assert (answer.status_code, sentence in page) == (422, True), sentence
        assert "2026/117" in page or "number" in more
    assert not DossierDecision.objects.exists()


def test_nobody_freezes_what_they_did_not_see(cast, client, full_hiring_file):
    url = address(cast.coordinator, "ambassadors:dossier-decision-new", cast.project)
    hidden = form_on(client.get(url), "decision")
    before = fetched(cast.project)
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="Net bewaard")})
    with pytest.raises(StaleVersionError):
        decide(cast, dossier=before)
    answer = client.post(url, hidden | typed(timezone.localdate()))
    page = answer.content.decode()
    assert (answer.status_code, "Intussen heeft iemand een stap bewaard" in page, "2026/117" in page) == (
        409,
        True,
        True,
    )
    assert client.post(url, form_on(answer, "decision")).status_code == 302
    assert "Net bewaard" in str(DossierDecision.objects.get().document)


def test_only_who_fills_the_dossier_in_decides(cast, full_hiring_file):
    strangers = (cast.ambassador, cast.administrator, cast.other_coordinator, cast.guide, cast.ministry_administrator)
    for stranger in strangers:
        with pytest.raises(PermissionDenied):
            decide(cast, by=stranger)
    with pytest.raises(ValidationError):
        decide(cast, decided_on=TODAY + timedelta(1))


@pytest.mark.parametrize("rows", [1, 30])
def test_decision_page_takes_as_many_queries_for_thirty(cast, client, hiring_file, django_assert_num_queries, rows):
    fill_in(cast.project, cast.coordinator, CONTENTS)
    for number in range(rows):
        decision = decide(cast, number=str(number))
    with django_assert_num_queries(26):
        client.get(address(cast.coordinator, "ambassadors:dossier-decision-detail", cast.project, decision))
