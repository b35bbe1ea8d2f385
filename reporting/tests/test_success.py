"""Successful guidance in the progress report: by what the project agreed, or said that nothing was."""

from datetime import date

import pytest

from ambassadors.actions.success import SuccessContent, agree_on_success
from ambassadors.enums import CutoffMoment, Support
from ambassadors.success import Agreed, Definition
from organisations.rulings import Rulings
from reporting import documents
from reporting.contents import figures_for
from reporting.figures import ProgressFacts, progress_figures
from reporting.tests.conftest import TODAY
from reporting.tests.test_figures import PERIOD, brief
from trajectories.enums import Outcome
from trajectories.moments import OutcomeFact
from trajectories.tests.making import enrolled, make_provider, make_trajectory, settled
from trajectories.tests.stories import enrolled as told


@pytest.fixture
def guided(cast):
    """Of six children two still took part without support, three with; of one nobody knows how."""
    provider = make_provider(cast.organisation)
    for supported in (False, False, True, True, True, None):
        columns = enrolled(provider) | settled(2, Outcome.REACHED, date(2025, 5, 1), provider)
        make_trajectory(cast.appointment, **columns | {"m2_supported": supported})


def agree(cast, moment, support):
    content = SuccessContent(moment=moment, support=support, agreed_on=date(2024, 8, 1))
    agree_on_success(cast.project, cohort=2024, content=content, by=cast.coordinator, today=date(2024, 8, 2))


def rows_of(figures):
    [section] = [one for one in documents.lay_out(figures).sections if one.title == "Geslaagde toeleiding"]
    [_said, table] = section.parts
    return [(row.cells, row.note) for row in table.rows]


def test_nothing_agreed_is_no_figure_and_is_said(cast, guided):
    figures = figures_for(brief(cast.project, cast.coordinator))
    assert figures["cohorts"][0]["success"] is None
    assert rows_of(figures) == [
        (("2024–2025",), "Voor dit werkjaar is niets afgesproken: er is geen cijfer."),
    ]


@pytest.mark.parametrize(
    ("support", "words", "cells"),
    [
        (Support.EITHER, "moment 2, met of zonder ondersteuning", ("6", "6", "0", "0", "0", "100\xa0% (6/6)")),
        (Support.WITHOUT, "moment 2, enkel zonder ondersteuning", ("6", "2", "3", "1", "0", "40\xa0% (2/5)")),
    ],
)
def test_what_was_agreed_is_what_is_counted(cast, guided, support, words, cells):
    agree(cast, 2, support)
    assert rows_of(figures_for(brief(cast.project, cast.coordinator))) == [(("2024–2025", words, *cells), "")]


def test_report_frozen_before_there_were_agreements_is_laid_out_as_it_was(cast, guided):
    figures = figures_for(brief(cast.project, cast.coordinator))
    for cohort in figures["cohorts"]:
        del cohort["success"]
    assert "Geslaagde toeleiding" not in [section.title for section in documents.lay_out(figures).sections]


def protected(definition, supported):
    """What a reader outside the controller is shown of so many who still took part, with their support."""
    rows = [
        told(
            date(2024, 10, 1),
            2024,
            two=OutcomeFact(Outcome.REACHED, date(2025, 5, 1), date(2025, 5, 1), supported=one),
            three=OutcomeFact(Outcome.REACHED, date(2025, 9, 2), date(2025, 9, 2)),
        )
        for one in supported
    ]
    facts = ProgressFacts("Stad", "Project", (), rows, (), protected=True, success=[Agreed(2024, definition)])
    first, last = PERIOD
    figures = progress_figures(facts, first=first, last=last, reference_date=TODAY, rulings=Rulings())
    return figures["cohorts"][0]["success"]


def test_small_numbers_stay_hidden_from_outside():
    second = Definition(CutoffMoment.STILL_PARTICIPATES, Support.WITHOUT)
    shown = protected(second, [False] * 6 + [True] * 5)
    assert (shown["counts"]["reached"], shown["counts"]["missed"], shown["rate"]) == (6, 5, None)
    assert protected(second, [False] * 6 + [True] * 4)["counts"] is None
    assert protected(second, [False] * 6 + [None] * 2)["counts"] is None
    assert protected(Definition(CutoffMoment.STILL_PARTICIPATES), [True] * 4)["counts"] is None
