"""Trajectories told in one line each, for tests without a database."""

from datetime import date

from trajectories.calendar import Window, moment_three_due_on, moment_three_opens_on, moment_two_window
from trajectories.enums import Basis, Outcome, Status
from trajectories.moments import DatedStatus, EnrolmentFact, OutcomeFact, TrajectoryFacts
from trajectories.tests.strategies import RULINGS, replaced


def started(day: date = date(2024, 9, 10), **facts) -> TrajectoryFacts:
    return TrajectoryFacts(started_on=day, statuses=(DatedStatus(day, Status.REGISTERED),), **facts)


def enrolled(day: date, year: int, *, begun: date | None = None, ended_on=None, two=None, three=None, **facts):
    """Someone who reached moment 1 on `day`, for working year `year`."""
    holidays = facts.get("basis") == Basis.HOLIDAYS_ONLY
    due_on = moment_three_due_on(year, RULINGS, holidays_only=holidays)
    return started(
        begun or day,
        enrolments=(EnrolmentFact(day, year, ended_on, holidays), *facts.pop("others", ())),
        outcomes=(OutcomeFact(Outcome.REACHED, day, day), two, three),
        window_two=None if holidays else moment_two_window(day, RULINGS),
        window_three=Window(moment_three_opens_on(year, RULINGS), due_on),
        moment_three_year=year + 1,
        **facts,
    )


def turned(facts: TrajectoryFacts, *rows: tuple[date, Status]) -> TrajectoryFacts:
    return replaced(facts, statuses=(*facts.statuses, *(DatedStatus(*row) for row in rows)))
