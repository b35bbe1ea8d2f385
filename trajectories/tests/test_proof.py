"""The proof of the figures: a thousand lives, and a reference date that moves over them.

Every number and every line of the follow-up list equals a count that lives through each day and shares no code with
them; and what they say of a past day never changes, unless its facts are put right.
"""

import ast
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from ambassadors.enums import CutoffMoment, Support
from ambassadors.success import Agreed, Definition
from organisations.rulings import rulings
from trajectories import figures
from trajectories.enums import MomentState, Outcome
from trajectories.figures import Rate
from trajectories.follow_up import ReminderKind, follow_up
from trajectories.models import Enrolment, Trajectory, TrajectoryStatus, TrialSession
from trajectories.moments import OutcomeFact
from trajectories.success import successes
from trajectories.tests import brute_force
from trajectories.tests.histories import histories
from trajectories.tests.making import NOW, STAMPS, enrolled, make_trajectory, settled
from trajectories.tests.strategies import RULINGS, known_on

pytestmark = pytest.mark.once

LIVES = histories(1000, seed=2022)
FACTS = [facts for facts, _contacts in LIVES]
# Every 61 days: no week, month or window has that rhythm. The edges of the rulings are among them.
REFERENCES = sorted(
    {date(2023, 6, 15) + timedelta(days=61 * step) for step in range(19)}
    | {date(2024, 8, 31), date(2024, 9, 1), date(2025, 11, 14), date(2025, 11, 15)}
)
COUNTED = ("moment_one_overdue", "moment_two_open", "moment_two_overdue", "silent")
COUNTED += ("moment_three_open", "moment_three_overdue")
KINDS = {kind for kind in ReminderKind if kind.name.lower() in COUNTED}


@pytest.fixture(scope="module")
def lived():
    """What the independent count found, on each reference date."""
    return dict(brute_force.live_through(LIVES, REFERENCES))


def last_contacts(day):
    return {facts.key: max((one for one in contacts if one <= day), default=None) for facts, contacts in LIVES}


def listed(facts, contacts, day):
    """The follow-up list, as far as the count knows its kinds: others follow from other facts than these."""
    return {
        item.key: {one.name: one.until or one.days or None for one in item.reminders if one.kind in KINDS}
        for item in follow_up(facts, contacts, day, RULINGS)
        if any(one.kind in KINDS for one in item.reminders)
    }


def test_the_count_uses_nothing_of_what_it_proves():
    tree = ast.parse(Path(brute_force.__file__).read_text())
    asked = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    asked |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert asked <= sys.stdlib_module_names


def test_the_lives_show_every_outcome_and_every_reminder(lived):
    """A proof over lives in which nothing happens would prove nothing."""
    states = {(n, state) for rows in lived.values() for _f, three, _d in rows for n, state in enumerate(three)}
    assert states >= {(n, str(state)) for n in range(3) for state in MomentState}
    assert {name for rows in lived.values() for _f, _t, found in rows for name in found} == set(COUNTED)


def test_every_figure_equals_the_count_on_every_day(lived):
    for day, rows in lived.items():
        stands = [(facts, three) for facts, three, _due in rows]
        for year in range(2022, 2026):
            found, expected = figures.cohort(FACTS, year, day, RULINGS), brute_force.tally(stands, year, day)
            assert (found.started, found.enrolled) == (expected["started"], expected["enrolled"])
            for moment in range(3):
                rate = expected["rate", moment]
                assert found.rates[moment] == (rate and Rate(*rate)), (day, year, moment)
                for state in MomentState.values:
                    assert found.counts[moment][state] == expected.get((moment, state), 0)
                    assert found.enrolled_counts[moment][state] == expected.get(("enrolled", moment, state), 0)


def test_every_follow_up_list_equals_the_count_on_every_day(lived):
    for day, rows in lived.items():
        expected = {facts.key: found for facts, _three, found in rows if found}
        begun = [facts for facts in FACTS if facts.started_on <= day]
        assert listed(begun, last_contacts(day), day) == expected, day


AGREED = {
    0: [Agreed(2022, Definition(CutoffMoment.STILL_PARTICIPATES)), Agreed(2024, Definition(CutoffMoment.REENROLLED))],
    1: [Agreed(2022, Definition(CutoffMoment.STILL_PARTICIPATES, Support.WITHOUT))],
    2: [Agreed(2022, Definition(CutoffMoment.STILL_PARTICIPATES))],
}


def test_nothing_of_a_past_day_changes_by_what_happens_later():
    """With all that came afterwards, and without it: the same figures, the same lists."""
    for day in REFERENCES[::5]:
        then = [known_on(facts, day) for facts in FACTS if facts.started_on <= day]
        for year in range(2022, 2026):
            assert figures.cohort(FACTS, year, day, RULINGS) == figures.cohort(then, year, day, RULINGS)
            assert successes(FACTS, year, day, AGREED, RULINGS) == successes(then, year, day, AGREED, RULINGS)
        assert figures.events(FACTS, date(2023, 1, 1), day) == figures.events(then, date(2023, 1, 1), day)
        assert figures.active_at(FACTS, day) == figures.active_at(then, day)
        begun = [facts for facts in FACTS if facts.started_on <= day]
        assert listed(begun, last_contacts(day), day) == listed(then, last_contacts(day), day)


def test_when_a_fact_was_logged_or_received_changes_nothing(cast, provider):
    """Figures use a fact's own day: an outbox that empties late moves nobody to another month."""
    row = make_trajectory(
        cast.appointment, **enrolled(provider) | settled(2, Outcome.REACHED, date(2025, 5, 1), provider)
    )
    values = {"date": date(2024, 10, 1), "for_working_year": 2024, "holidays_only": False}
    Enrolment.objects.create(trajectory=row, provider=provider, **values, **STAMPS)
    TrialSession.objects.create(trajectory=row, provider=provider, date=date(2024, 9, 20), **STAMPS)

    def told():
        facts = Trajectory.objects.all().facts()
        days = [date(2024, 9, 1) + timedelta(days=step) for step in range(0, 500, 25)]
        return facts, [figures.cohort(facts, 2024, day, rulings()) for day in days]

    before, late = told(), NOW + timedelta(days=200)
    for model in (TrajectoryStatus, TrialSession, Enrolment, Trajectory):
        model.objects.update(logged_at=late, received_at=late)
    Trajectory.objects.update(**{f"m{n}_{stamp}": late for n in (1, 2) for stamp in ("logged_at", "received_at")})
    assert told() == before


def test_a_fact_that_is_put_right_changes_the_live_figure_and_only_that():
    """Somebody finds out in November that a child still took part in May: May's figure is right from then on."""
    missed = next(f for f in FACTS if f.window_two and f.outcomes[1] is None)
    day = missed.window_two.closes_on + timedelta(days=1)
    year = figures.cohort_of(missed, RULINGS)
    reached = OutcomeFact(Outcome.REACHED, day, missed.window_two.opens_on)
    one, _two, three = missed.outcomes
    right = type(missed)(**{**vars(missed), "outcomes": (one, reached, three)})
    before, after = (figures.cohort([facts], year, day, RULINGS) for facts in (missed, right))
    assert (before.counts[1].reached, after.counts[1].reached) == (0, 1)
    eve = missed.window_two.opens_on - timedelta(days=1)
    assert figures.cohort([missed], year, eve, RULINGS) == figures.cohort([right], year, eve, RULINGS)
