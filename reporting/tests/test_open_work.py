"""The progress report of a project that is not counted in trajectories: what it did instead, and no percentages."""

from datetime import date

import pytest

from ambassadors.models import HiringFile
from ambassadors.models.strategy import ChosenStrategy
from reporting import documents
from reporting.contents import figures_for
from reporting.tests.conftest import NOW
from reporting.tests.test_figures import brief, strip
from trajectories.tests.making import make_activity, make_contact, make_result, make_signal


@pytest.fixture
def structural(cast):
    hiring_file = HiringFile.objects.create(project=cast.project, opened_at=NOW, opened_by=cast.coordinator)
    ChosenStrategy.objects.create(hiring_file=hiring_file, strategy="structural")


@pytest.fixture
def worked(cast, structural):
    """Two activities, one of them counted; a signal that got its answer and one from before the period; two results."""
    make_activity(cast.appointment, head_count=12, strategy="structural")
    make_activity(cast.appointment, date=date(2025, 3, 1), strategy="structural")
    make_activity(cast.appointment, date=date(2024, 8, 31))
    make_signal(cast.appointment, (date(2025, 2, 10), "passed_on"), (date(2025, 3, 1), "followed_up"))
    make_signal(cast.appointment, (date(2024, 6, 1), "not_followed_up"), date=date(2024, 5, 1))
    make_result(cast.appointment, state="reached", lasts="yes")
    make_result(cast.appointment, date=date(2025, 8, 1))
    make_contact(cast.appointment, with_whom="provider", minutes=45)


def test_report_tells_what_was_done_instead_of_moments(cast, worked):
    document = documents.lay_out(figures_for(brief(cast.project, cast.coordinator)))
    assert [strip(sentence) for sentence in document.sentences] == [
        "Trajecten: niet van toepassing. Dit project werkt met strategieën die je niet in trajecten telt.",
        "2 activiteiten in deze periode. Bij 1 daarvan is geteld: 12 aanwezigheden.",
        "1 signaal in deze periode. Op het einde nog open: 0. Kregen gevolg: 1.",
        "1 resultaat bereikt. Blijven na het project: 1. Nog te komen: 1.",
    ]
    titles = [section.title for section in document.sections]
    assert titles[:4] == ["Activiteiten", "Signalen", "Resultaten", "Contacten"]


def test_tables_of_the_report_show_the_same_numbers(cast, worked):
    document = documents.lay_out(figures_for(brief(cast.project, cast.coordinator)))
    rows = {
        part.caption: [row.cells for row in part.rows]
        for section in document.sections[:4]
        for part in section.parts
        if hasattr(part, "caption")
    }
    assert rows["Activiteiten per strategie"] == [("Structureel werken", "2", "1", "12")]
    assert rows["Resultaten, volgens de dag waarop ze verwacht worden of bereikt zijn"] == [
        ("Visietekst of actieplan", "1", "0", "1", "0")
    ]
    assert ("Kreeg gevolg", "1") in rows["Signalen die in deze periode liepen, volgens hun stand op de laatste dag"]
    assert rows["Contacten: voor welke zijde"] == [
        ("Vraagzijde", "0", "0"),
        ("Aanbodzijde", "1", "45"),
        ("Beide zijden", "0", "0"),
    ]


def test_project_with_trajectories_only_has_no_empty_tables(cast):
    assert figures_for(brief(cast.project, cast.coordinator))["open_work"] is None


def test_project_with_trajectories_shows_the_activities_that_it_has(cast):
    make_activity(cast.appointment)
    assert figures_for(brief(cast.project, cast.coordinator))["open_work"]["activities"]["activities"] == 1


def test_report_made_before_this_was_counted_can_still_be_laid_out(cast, worked):
    figures = figures_for(brief(cast.project, cast.coordinator))
    del figures["open_work"], figures["logbook"]["by_side"]
    titles = [section.title for section in documents.lay_out(figures).sections]
    assert titles[0] == "Contacten"


@pytest.mark.parametrize("rows", [1, 30])
def test_figures_ask_as_much_for_one_row_as_for_thirty(cast, structural, django_assert_num_queries, rows):
    for _ in range(rows):
        make_activity(cast.appointment)
        make_signal(cast.appointment)
        make_result(cast.appointment)
    asked = brief(cast.project, cast.coordinator)
    with django_assert_num_queries(15):
        figures_for(asked)
