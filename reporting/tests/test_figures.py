"""What a report holds: fetched in a few queries, counted for whom it is made, told in honest sentences."""

from datetime import date

import pytest

from ambassadors.enums import Strategy
from ambassadors.models import HiringFile, ProcessingAgreement
from config.testing.cast import FIRST_DAY
from reporting import documents
from reporting.contents import Brief, figures_for
from reporting.enums import ReportKind
from reporting.tests.conftest import NOW, TODAY, YEAR
from trajectories.enums import Outcome
from trajectories.tests.making import enrolled, make_contact, make_provider, make_trajectory, settled

PERIOD = (FIRST_DAY, date(2025, 8, 31))


def brief(project, reader, **changes):
    asked = {"kind": ReportKind.PROGRESS_REPORT, "reference_date": TODAY, "project": project, "period": PERIOD}
    return Brief(**asked | {"reader": reader} | changes)


def told(figures):
    return " ".join(documents.lay_out(figures).sentences)


@pytest.fixture
def guided(cast):
    """Of ten children nine enrolled; six still took part, one did not, of two nobody knows; three enrolled again."""
    provider = make_provider(cast.organisation)
    make_trajectory(cast.appointment, **settled(1, Outcome.MISSED, date(2024, 11, 1)))
    for number in range(9):
        two = Outcome.REACHED if number < 6 else Outcome.MISSED if number == 6 else Outcome.UNKNOWN
        three = settled(3, Outcome.REACHED, date(2025, 9, 10), provider) if number < 3 else {}
        make_trajectory(cast.appointment, **enrolled(provider), **settled(2, two, date(2025, 5, 1), provider), **three)


def test_page_one_has_three_sentences_with_their_denominators(cast, guided):
    figures = figures_for(brief(cast.project, cast.coordinator))
    assert [strip(sentence) for sentence in documents.lay_out(figures).sentences] == [
        "Van de 10 trajecten die in werkjaar 2024–2025 begonnen, leidden er 9 tot een inschrijving.",
        "Bij 7 met een antwoord zijn zes tot acht maanden voorbij: 6 deden nog mee (86 %). Van 2 weten we het niet.",
        "Bij 3 met een antwoord is 15 november 2025 voorbij: 3 schreven zich opnieuw in (100 %). "
        "Van 6 weten we het niet.",
    ]


def strip(sentence):
    assert "&lt;" not in sentence
    return sentence.replace("<b>", "").replace("</b>", "").replace("\N{NO-BREAK SPACE}", " ")


def test_before_its_day_re_enrolment_names_that_day(cast, guided):
    figures = figures_for(brief(cast.project, cast.coordinator, reference_date=date(2025, 10, 1)))
    assert "Het percentage volgt op 15 november 2025." in strip(told(figures))


def test_answer_before_its_term_counts_but_not_yet_in_the_percentage(cast):
    provider = make_provider(cast.organisation)
    for day, two, asked_on in (
        (date(2024, 10, 1), Outcome.REACHED, date(2025, 5, 1)),
        (date(2024, 12, 1), Outcome.MISSED, date(2025, 6, 10)),
    ):
        make_trajectory(cast.appointment, **enrolled(provider, day), **settled(2, two, asked_on, provider))
    figures = figures_for(brief(cast.project, cast.coordinator, reference_date=date(2025, 7, 1)))
    second = strip(documents.lay_out(figures).sentences[1])
    assert second == (
        "Bij 1 met een antwoord zijn zes tot acht maanden voorbij: 1 deed nog mee (100 %). "
        "Bij 1 is er al een antwoord, maar loopt de termijn nog."
    )


def test_period_without_trajectories_says_so_and_shows_no_percentage(cast, guided):
    figures = figures_for(brief(cast.project, cast.coordinator, period=YEAR))
    assert "begonnen geen trajecten" in told(figures)


def test_strategies_without_trajectories_do_not_apply(cast):
    chosen = HiringFile.objects.create(project=cast.project, opened_at=NOW, opened_by=cast.coordinator)
    chosen.chosen_strategies.create(strategy=Strategy.STRUCTURAL)
    figures = figures_for(brief(cast.project, cast.coordinator))
    assert "niet van toepassing" in told(figures)
    assert figures["cohorts"] == []
    assert "0 %" not in str(documents.lay_out(figures))


def test_own_strategy_with_trajectories_shows_them_all_the_same(cast, guided):
    chosen = HiringFile.objects.create(project=cast.project, opened_at=NOW, opened_by=cast.coordinator)
    chosen.chosen_strategies.create(strategy=Strategy.STRUCTURAL)
    assert figures_for(brief(cast.project, cast.coordinator))["applies"]


def test_agreement_alone_protects_so_that_the_first_child_does_not_show(cast):
    """By the rule of plan and practice: before anything was noted and after it, who commissions gets no rows."""
    assert figures_for(brief(cast.external_project, cast.coordinator))["protected"]
    assert not figures_for(brief(cast.external_project, cast.external_coordinator))["protected"]


def test_employees_of_a_processor_make_a_protected_report_for_their_employer(cast):
    """Its coordinators read it too, and the children belong to who commissions."""
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    assert figures_for(brief(cast.external_project, cast.external_ambassador))["protected"]
    assert not figures_for(brief(cast.external_project, cast.coordinator))["protected"]


def test_figures_of_an_external_employer_leave_it_protected(cast):
    """The children belong to the employer: the organisation that commissions the project sees aggregates only."""
    for _child in range(3):
        make_trajectory(cast.external_appointment)
    own = figures_for(brief(cast.external_project, cast.external_coordinator))
    commissioned = figures_for(brief(cast.external_project, cast.coordinator))
    assert not own["protected"]
    assert own["cohorts"][0]["started"] == 3
    assert commissioned["protected"]
    assert commissioned["cohorts"][0]["started"] is None
    assert commissioned["events"] is None
    assert " 3 " not in strip(told(commissioned))


def test_contact_counts_once_however_many_children_it_is_about(cast, guided):
    children = list(cast.project.trajectories.all())
    make_contact(cast.appointment, *children[:3], date=date(2025, 3, 1), minutes=45)
    book = figures_for(brief(cast.project, cast.coordinator))["logbook"]
    assert (book["contacts"], book["minutes"]) == (1, 45)


def test_flemish_report_counts_projects_recognised_in_the_year(cast, guided):
    make_trajectory(cast.other_appointment)
    figures = figures_for(brief(None, cast.ministry, kind=ReportKind.FLEMISH_REPORT))
    assert figures["projects"] == {"recognised": 3, "others": 0}
    assert figures["cohorts"][-1]["started"] == 11
    cast.other_project.recognitions.all().delete()
    apart = figures_for(brief(None, cast.ministry, kind=ReportKind.FLEMISH_REPORT))
    assert apart["projects"] == {"recognised": 2, "others": 1}
    assert apart["cohorts"][-1]["started"] == 10
    assert apart["others"]["started"] is None


def test_figures_hold_no_name_and_no_note(cast, guided):
    make_contact(cast.appointment)
    text = str(figures_for(brief(cast.project, cast.coordinator)))
    text += str(figures_for(brief(None, cast.ministry, kind=ReportKind.FLEMISH_REPORT)))
    for secret in ("Zeldzaamnaam", "Geheimwijk", "trampoline", "Notitie"):
        assert secret not in text


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("kind", "queries"), [(ReportKind.PROGRESS_REPORT, 14), (ReportKind.FLEMISH_REPORT, 16)])
def test_figures_ask_the_database_as_often_at_any_length(cast, django_assert_num_queries, rows, kind, queries):
    for _row in range(rows):
        make_contact(cast.appointment, make_trajectory(cast.appointment))
    reader, project = (cast.coordinator, cast.project) if kind != ReportKind.FLEMISH_REPORT else (cast.ministry, None)
    with django_assert_num_queries(queries):
        figures_for(brief(project, reader, kind=kind))
