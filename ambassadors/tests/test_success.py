"""What counts as success: agreed for a cohort that has not begun, never changed backwards, said in a sentence."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.actions.success import SuccessContent, agree_on_success, change_success
from ambassadors.documents import step_section
from ambassadors.enums import CutoffMoment, Support
from ambassadors.models import SuccessAgreement
from ambassadors.success import Agreed, Definition, agreed_for, cohort_starts_on
from ambassadors.summaries import answer
from ambassadors.tests.browsing import form_on
from ambassadors.tests.conftest import fetched
from config.testing.cast import FIRST_DAY, address
from organisations.models import AuditEvent, StaleVersionError
from organisations.rulings import Rulings

SECOND = Definition(CutoffMoment.STILL_PARTICIPATES)
THIRD = Definition(CutoffMoment.REENROLLED, Support.WITHOUT)
SPRING = date(2026, 5, 4)  # the cast's project began on FIRST_DAY; working year 2025 runs


def content(moment=2, support=Support.EITHER, agreed_on=SPRING):
    return SuccessContent(moment=moment, support=support, agreed_on=agreed_on)


def agree(cast, cohort, today=SPRING, **said):
    return agree_on_success(cast.project, cohort=cohort, content=content(**said), by=cast.coordinator, today=today)


# --- Which definition holds -------------------------------------------------------------------------------------------


@given(st.dictionaries(st.integers(2020, 2030), st.sampled_from([SECOND, THIRD])), st.integers(2018, 2032))
def test_definition_holds_from_its_cohort_until_the_next(agreements, cohort):
    expected = None
    for year in range(2018, cohort + 1):
        expected = agreements.get(year, expected)
    assert agreed_for([Agreed(year, one) for year, one in agreements.items()], cohort) == expected


def test_cohort_of_a_project_begins_with_the_project():
    assert cohort_starts_on(2025, date(2026, 1, 15), Rulings()) == date(2026, 1, 15)
    assert cohort_starts_on(2026, date(2026, 1, 15), Rulings()) == date(2026, 9, 1)


def test_definition_is_said_in_words(db):
    assert [SECOND.words, THIRD.words] == [
        "moment 2, met of zonder ondersteuning",
        "moment 3, enkel zonder ondersteuning",
    ]


# --- Agreeing, and never backwards ------------------------------------------------------------------------------------


def test_agreement_is_dated_and_leaves_a_trace(cast):
    row = agree(cast, 2026)
    assert (row.definition, row.cohort_starts_on, row.recorded_on) == (SECOND, date(2026, 9, 1), SPRING)
    assert (row.recorded_by, row.supersedes, row.was_recorded_late) == (cast.coordinator, False, False)
    [event] = AuditEvent.objects.filter(verb="agreed", subject=row.uuid)
    assert event.fields == ["agreed_on", "moment", "support"]


def test_what_was_agreed_on_paper_before_can_be_noted_later(cast):
    row = agree(cast, 2024, agreed_on=date(2024, 8, 31))
    assert (row.supersedes, row.was_recorded_late) == (False, True)


@pytest.mark.parametrize(
    ("cohort", "said", "field", "sentence"),
    [
        (2025, {"agreed_on": date(2025, 9, 1)}, "agreed_on", "begint voor dit project op 01/09/2025"),
        (2026, {"agreed_on": date(2026, 5, 5)}, "agreed_on", "mag niet in de toekomst liggen"),
        (2020, {}, "cohort", "Het project was in werkjaar 2020–2021 nog niet begonnen."),
    ],
)
def test_agreement_that_comes_too_late_is_refused_in_a_sentence(cast, cohort, said, field, sentence):
    with pytest.raises(ValidationError) as refused:
        agree(cast, cohort, **said)
    assert refused.value.code == field
    assert sentence in refused.value.messages[0]
    assert not SuccessAgreement.objects.exists()


def test_another_definition_holds_from_the_next_cohort_only(cast):
    agree(cast, 2024, agreed_on=date(2024, 8, 1))
    with pytest.raises(ValidationError, match="Werkjaar 2025–2026 is begonnen, en daarvoor is moment 2"):
        agree(cast, 2025, moment=3, agreed_on=date(2025, 8, 1))
    assert agree(cast, 2026, moment=3).supersedes
    agreements = SuccessAgreement.objects.of_projects([cast.project.pk])[cast.project.pk]
    found = [agreed_for(agreements, year) for year in (2023, 2024, 2025, 2026, 2030)]
    assert [one and int(one.moment) for one in found] == [None, 2, 2, 3, 3]


def test_one_cohort_has_one_agreement(cast):
    agree(cast, 2026)
    with pytest.raises(ValidationError, match="Er is al een afspraak vanaf werkjaar 2026–2027"):
        agree(cast, 2026, moment=1)


def test_agreement_changes_until_its_cohort_begins(cast):
    row = agree(cast, 2026)
    change_success(row, version=1, content=content(moment=1), by=cast.coordinator, today=date(2026, 8, 31))
    row.refresh_from_db()
    assert (row.moment, row.version, row.changed_on) == (1, 2, date(2026, 8, 31))
    with pytest.raises(StaleVersionError):
        change_success(row, version=1, content=content(moment=3), by=cast.coordinator, today=date(2026, 8, 31))
    row.refresh_from_db()
    with pytest.raises(ValidationError, match="Werkjaar 2026–2027 is begonnen"):
        change_success(row, version=2, content=content(moment=3), by=cast.coordinator, today=date(2026, 9, 1))


def test_only_the_coordinator_who_hires_agrees(cast):
    for stranger in (cast.ambassador, cast.other_coordinator, cast.administrator):
        with pytest.raises(PermissionDenied):
            agree_on_success(cast.project, cohort=2026, content=content(), by=stranger, today=SPRING)


@pytest.mark.parametrize(
    "columns",
    [
        {"moment": 4},
        {"support": "some"},
        {"cohort": 1999},
        {"agreed_on": date(2026, 9, 1)},
        {"supersedes": True, "recorded_on": date(2026, 9, 1)},
        {"changed_on": date(2026, 9, 1)},
    ],
)
def test_database_refuses_what_cannot_be(cast, columns):
    agree(cast, 2026)
    with pytest.raises(IntegrityError), transaction.atomic():
        SuccessAgreement.objects.update(**columns)


def test_database_refuses_two_agreements_for_one_cohort(cast):
    row = agree(cast, 2026)
    agree(cast, 2027)
    with pytest.raises(IntegrityError), transaction.atomic():
        SuccessAgreement.objects.exclude(pk=row.pk).update(cohort=2026)


# --- Pages ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def pages(cast, client_for, hiring_file):
    """A coordinator's browser on the pages of this part of the dossier."""

    class Pages:
        client = client_for(cast.coordinator)

        def url(self, name, *rows, by=cast.coordinator):
            return address(by, f"ambassadors:{name}", cast.project, *rows)

        def text(self, name, *rows):
            return self.client.get(self.url(name, *rows)).content.decode()

        def send(self, name, *rows, **typed):
            url = self.url(name, *rows)
            return self.client.post(url, form_on(self.client.get(url), "success") | typed, follow=True)

    return Pages()


TYPED = {"moment": "2", "support": "either", "agreed_on_day": "4", "agreed_on_month": "mei", "agreed_on_year": "2020"}


def test_page_says_that_nothing_was_agreed_and_takes_it(cast, pages):
    assert "is niets afgesproken" in pages.text("success-list")
    answered = pages.send("success-new", cohort="2199", **TYPED)
    assert answered.status_code == 422, "too far ahead is not in the list"
    page = pages.client.get(pages.url("success-new"))
    offered = page.context["form"].fields["cohort"].choices
    answered = pages.send("success-new", cohort=str(offered[-1][0]), **TYPED)
    assert "Wat als geslaagd telt, is bewaard." in answered.content.decode()
    row = SuccessAgreement.objects.get()
    assert (row.cohort, row.definition, row.agreed_on) == (offered[-1][0], SECOND, date(2020, 5, 4))
    assert "Moment 2: neemt na zes tot acht maanden nog deel, met of zonder ondersteuning" in pages.text("success-list")


def test_sent_twice_it_is_one_agreement(cast, pages):
    body = form_on(pages.client.get(pages.url("success-new")), "success") | TYPED
    answers = [pages.client.post(pages.url("success-new"), body).status_code for _ in range(2)]
    assert (answers, SuccessAgreement.objects.count()) == ([302, 302], 1)


def test_what_is_refused_keeps_what_was_typed(cast, pages):
    late = TYPED | {"agreed_on_year": str(FIRST_DAY.year + 1), "support": "without", "cohort": str(FIRST_DAY.year)}
    answered = pages.send("success-new", **late)
    shown = answered.content.decode()
    assert answered.status_code == 422
    assert "Alleen wat vóór die dag is afgesproken, telt." in shown
    assert re.search(r'value="without"[^>]*checked', shown)


def test_agreement_of_a_cohort_ahead_is_changed_on_its_page(cast, pages):
    row = agree(cast, 2198, agreed_on=FIRST_DAY, today=SPRING)
    answered = pages.send("success-edit", row, moment="1")
    row.refresh_from_db()
    assert (answered.status_code, row.moment, row.version) == (200, 1, 2)
    stale = pages.client.post(pages.url("success-edit", row), {"version": "1", **TYPED, "moment": "3"})
    assert (stale.status_code, "Moment 1" in stale.content.decode()) == (409, True)


def test_agreement_of_a_cohort_that_began_has_no_form(cast, pages):
    row = agree(cast, 2024, agreed_on=date(2024, 8, 1))
    answered = pages.client.get(pages.url("success-edit", row), follow=True)
    assert "verandert niet meer" in answered.content.decode()
    assert pages.url("success-edit", row) not in pages.text("success-list")


def test_ambassador_reads_and_does_not_write(cast, pages, client_for):
    client = client_for(cast.ambassador)
    assert client.get(pages.url("success-list", by=cast.ambassador)).status_code == 200
    assert client.get(pages.url("success-new", by=cast.ambassador)).status_code == 403


def test_dossier_says_what_was_agreed_in_row_page_and_document(cast, pages):
    missing = "Er is niet afgesproken welk cesuurmoment als geslaagd telt."
    assert missing in pages.text("step-edit", 6)
    agree(cast, 2024, agreed_on=date(2024, 8, 1))
    step = fetched(cast.project).step(6)
    assert answer(step) == "Als geslaagd telt moment 2, met of zonder ondersteuning"
    [block] = [one for one in step_section(step, with_costs=False)["blocks"] if one.get("page") == "success"]
    assert [(row["question"], row["answer"]) for row in block["rows"]] == [
        ("Vanaf werkjaar 2024–2025, afgesproken op 01/08/2024", "moment 2, met of zonder ondersteuning")
    ]
    for name in ("step-edit", "step-answers"):
        text = pages.text(name, 6)
        assert missing not in text
        assert pages.url("success-list") in text


@pytest.mark.parametrize("rows", [1, 30])
def test_list_asks_the_database_as_often_at_any_length(cast, pages, django_assert_num_queries, rows):
    for year in range(2030, 2030 + rows):
        agree(cast, year)
    with django_assert_num_queries(24):
        pages.text("success-list")
