"""The days that an ambassador's calendar shows: facts in, days out. They follow the same rules as the follow-up list.

Only what nobody answered yet: once a moment is on record, or can no longer be asked, its days disappear.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from organisations.rulings import Rulings
from trajectories.calendar import add_months
from trajectories.enums import MomentState
from trajectories.follow_up import (
    NOTHING_KNOWN,
    Around,
    asked_again_from,
    comes_of_age_on,
    grew_up,
    has_withdrawn,
)
from trajectories.moments import TrajectoryFacts, moment_one_deadline, states

UNANSWERED = (MomentState.NOT_DUE, MomentState.NOT_ASKED)


class DayKind(StrEnum):
    """What a day is about; it stands in the UID of the event, and so never changes."""

    MOMENT_ONE_OVERDUE = "m1-overdue"
    MOMENT_TWO_OPENS = "m2-opens"
    MOMENT_TWO_CLOSES = "m2-closes"
    MOMENT_THREE_OPENS = "m3-opens"
    MOMENT_THREE_OVERDUE = "m3-overdue"
    OF_AGE = "of-age"


@dataclass(frozen=True)
class AgendaDay:
    """`until` is the last day on which asking is in time, where that is another day."""

    kind: DayKind
    day: date
    until: date | None = None


def agenda(facts: TrajectoryFacts, today: date, rulings: Rulings, around: Around = NOTHING_KNOWN) -> list[AgendaDay]:
    """The days of one trajectory, as known today, the earliest first. Who withdrew is not asked about any more."""
    found = list(_of_age(facts, around, today))
    if not has_withdrawn(around.withdrawn_on, today):
        found += _of_the_moments(facts, today, rulings)
    return sorted(found, key=lambda one: one.day)


def _of_age(facts: TrajectoryFacts, around: Around, today: date) -> Iterator[AgendaDay]:
    """A year ahead, no more: it tells a year of birth, and calendars lie on other people's machines."""
    if around.born_in and around.told_of_age_on is None:
        day = comes_of_age_on(around.born_in)
        if day <= add_months(today, 12) and grew_up(around.born_in, facts.started_on, day):
            yield AgendaDay(DayKind.OF_AGE, day)


def _of_the_moments(facts: TrajectoryFacts, today: date, rulings: Rulings) -> list[AgendaDay]:
    one, two, three = (state in UNANSWERED for state in states(facts, today, rulings))
    found: list[AgendaDay] = []
    if one and facts.outcome_on(1, today) is None:
        overdue = moment_one_deadline(facts, today, rulings) + timedelta(days=1)
        found.append(AgendaDay(DayKind.MOMENT_ONE_OVERDUE, overdue))
    if two and facts.outcome_on(2, today) is None:
        found += _of_moment_two(facts)
    if three and facts.outcome_on(3, today) is None:
        found += _of_moment_three(facts)
    return found


def _of_moment_two(facts: TrajectoryFacts) -> Iterator[AgendaDay]:
    if window := facts.window_two:
        yield AgendaDay(DayKind.MOMENT_TWO_OPENS, window.opens_on, window.closes_on)
        yield AgendaDay(DayKind.MOMENT_TWO_CLOSES, window.closes_on)


def _of_moment_three(facts: TrajectoryFacts) -> Iterator[AgendaDay]:
    if window := facts.window_three:
        last = window.closes_on - timedelta(days=1)
        yield AgendaDay(DayKind.MOMENT_THREE_OPENS, max(window.opens_on, asked_again_from(facts)), last)
        yield AgendaDay(DayKind.MOMENT_THREE_OVERDUE, window.closes_on)
