"""Successful guidance by what was agreed: one moment, with or without support, never summed over two definitions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ambassadors.actions.success import SuccessContent, agree_on_success
from ambassadors.enums import CutoffMoment, Support
from ambassadors.success import Agreed, Definition, agreed_for
from config.testing.cast import address
from trajectories import figures
from trajectories.enums import MomentState, Outcome
from trajectories.figures import Rate
from trajectories.moments import OutcomeFact
from trajectories.success import success, successes
from trajectories.tests import strategies
from trajectories.tests.brute_force import count_success
from trajectories.tests.making import enrolled as enrolled_columns
from trajectories.tests.making import make_trajectory, settled
from trajectories.tests.stories import enrolled
from trajectories.tests.strategies import RULINGS, replaced

LATE = date(2026, 1, 1)
definitions = st.builds(Definition, st.sampled_from(CutoffMoment), st.sampled_from(Support))


def second(supported):
    two = OutcomeFact(Outcome.REACHED, date(2025, 4, 2), date(2025, 4, 2), supported=supported)
    return enrolled(date(2024, 10, 1), 2024, two=two)


def test_success_is_one_agreed_moment():
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2024, 12, 1))
    first, third = (success([facts], 2024, LATE, Definition(moment), RULINGS) for moment in (1, 3))
    assert (first.rate, third.rate) == (Rate(1, 1), Rate(0, 1))
    assert (third.started, third.counts.reached, third.is_provisional) == (1, 0, False)


def test_who_needed_support_counts_only_where_that_was_agreed():
    rows = [second(True), second(False), second(None)]
    either = success(rows, 2024, LATE, Definition(CutoffMoment.STILL_PARTICIPATES), RULINGS)
    without = success(rows, 2024, LATE, Definition(CutoffMoment.STILL_PARTICIPATES, Support.WITHOUT), RULINGS)
    assert (either.counts.reached, either.rate) == (3, Rate(3, 3))
    assert (without.counts.reached, without.counts.missed, without.counts.unknown) == (1, 1, 1)
    assert without.rate == Rate(1, 2), "of whom nobody knows is in no denominator"


def test_projects_with_another_definition_are_never_summed():
    rows = [replaced(second(False), project=project) for project in (1, 2, 3, 4)]
    agreements = {
        1: [Agreed(2024, Definition(CutoffMoment.STILL_PARTICIPATES))],
        2: [Agreed(2020, Definition(CutoffMoment.STILL_PARTICIPATES))],
        3: [Agreed(2024, Definition(CutoffMoment.ENROLLED))],
        4: [Agreed(2025, Definition(CutoffMoment.ENROLLED))],
    }
    found, without = successes(rows, 2024, LATE, agreements, RULINGS)
    assert [(int(one.definition.moment), set(one.projects), one.started) for one in found] == [
        (1, {3}, 1),
        (2, {1, 2}, 2),
    ]
    assert without == {4}


groups = st.lists(strategies.trajectories(with_support=True), max_size=5)


@settings(max_examples=60, deadline=None)
@given(groups, st.integers(2022, 2026), strategies.days, definitions)
def test_success_equals_an_independent_count(rows, year, day, definition):
    found = success(rows, year, day, definition, RULINGS)
    expected = count_success(rows, year, day, int(definition.moment), str(definition.support))
    assert (found.rate and (found.rate.reached, found.rate.denominator)) == expected["rate"]
    assert {state: found.counts[state] for state in MomentState.values} == expected["counts"]


@settings(max_examples=40, deadline=None)
@given(groups, st.integers(2022, 2026), strategies.days, st.dictionaries(st.integers(0, 2), definitions))
def test_every_trajectory_counts_once_by_its_own_definition(rows, year, day, agreed):
    rows = [replaced(facts, project=number % 3) for number, facts in enumerate(rows)]
    agreements = {project: [Agreed(2000, one)] for project, one in agreed.items()}
    found, without = successes(rows, year, day, agreements, RULINGS)
    whole = figures.cohort(rows, year, day, RULINGS)
    silent = sum(f.project in without for f, _ in figures.stand_of_cohort(rows, year, day, RULINGS))
    assert sum(one.started for one in found) + silent == whole.started
    assert all(agreed_for(agreements[p], year) == one.definition for one in found for p in one.projects)
    assert len({one.definition for one in found}) == len(found)


# --- On the pages where it is judged ----------------------------------------------------------------------------------


@pytest.fixture
def judged(cast, provider):
    """One that reached moment 2 with support, and what the project agreed before the cohort began."""
    columns = enrolled_columns(provider) | settled(2, Outcome.REACHED, date(2025, 5, 1), provider)
    row = make_trajectory(cast.appointment, **columns | {"m2_supported": True})

    def agree(moment, support):
        content = SuccessContent(moment=moment, support=support, agreed_on=date(2024, 8, 1))
        agree_on_success(cast.project, cohort=2024, content=content, by=cast.coordinator, today=date(2024, 8, 2))

    row.agree = agree
    return row


def test_trajectory_says_what_counts_here(cast, client_for, judged):
    pages = [
        (client_for(member), address(member, "trajectories:trajectory-detail", judged))
        for member in (cast.ambassador, cast.coordinator)
    ]
    for client, url in pages:
        assert "Hier is niet afgesproken welk moment als geslaagd telt." in client.get(url).content.decode()
    judged.agree(2, Support.EITHER)
    for client, url in pages:
        assert "Hier telt moment 2 als geslaagd, met of zonder ondersteuning." in client.get(url).content.decode()


def test_cohort_table_judges_by_what_was_agreed(cast, client_for, judged):
    client, url = client_for(cast.coordinator), address(cast.coordinator, "trajectories:trajectory-list")
    assert "Project Eigen: voor dit werkjaar is niets afgesproken." in client.get(url).content.decode()
    judged.agree(2, Support.WITHOUT)
    shown = client.get(url).content.decode()
    assert "Volgens moment 2, enkel zonder ondersteuning: 1 niet bereikt" in shown
    assert "Het percentage: 0 van de 1" in shown
