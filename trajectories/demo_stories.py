"""Invented courses of trajectories, told in dates, so that every moment stands in every state somewhere."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from organisations.rulings import Rulings
from trajectories.calendar import (
    Window,
    moment_three_due_on,
    moment_three_opens_on,
    moment_two_window,
    working_year,
    years_to_enrol_for,
)
from trajectories.enums import Basis, Outcome, Status

REGULAR, HOLIDAYS, DROP_IN = Basis.REGULAR, Basis.HOLIDAYS_ONLY, Basis.NO_ENROLMENT
# how a trajectory ends up: weight
ENDINGS = {"enrols": 70, "stops": 13, "missed": 4, "unknown": 4, "handed over": 2, "goes on": 7}
AFTER_TWO = {Outcome.REACHED: 60, Outcome.MISSED: 9, Outcome.UNKNOWN: 7, "left": 12, None: 12}
AFTER_THREE = {Outcome.REACHED: 58, Outcome.MISSED: 14, Outcome.UNKNOWN: 6, None: 22}


@dataclass(frozen=True)
class Told:
    """What came of one moment: when it happened (reached only) and when it was asked."""

    outcome: Outcome
    asked_on: date
    on: date | None = None
    supported: bool | None = None


@dataclass(frozen=True)
class Enrolled:
    on: date
    for_working_year: int
    ended_on: date | None = None


@dataclass
class Story:
    """One trajectory; `others` may stand for another provider than the first."""

    started_on: date
    basis: Basis
    statuses: list[tuple[date, Status]] = field(default_factory=list)
    trials: list[date] = field(default_factory=list)
    enrolments: list[Enrolled] = field(default_factory=list)
    told: dict[int, Told] = field(default_factory=dict)
    window_two: Window | None = None
    window_three: Window | None = None
    contacts: list[date] = field(default_factory=list)

    def turn(self, day: date, status: Status) -> None:
        """Never before what already stands there."""
        self.statuses.append((max(day, self.statuses[-1][0]) if self.statuses else day, status))


class Teller:
    """Tells stories up to `today`, drawn from `rng`."""

    def __init__(self, today: date, rulings: Rulings, rng: Random) -> None:
        self.today, self.rulings, self.rng = today, rulings, rng

    def tell(self, first: date, last: date) -> Story:
        """One that starts between two days."""
        started_on = first + timedelta(days=self.rng.randint(0, (last - first).days))
        basis = self.rng.choices((REGULAR, HOLIDAYS, DROP_IN), (87, 8, 5))[0]
        story = Story(started_on, basis)
        story.turn(started_on, Status.REGISTERED)
        self._try(story)
        if basis == DROP_IN:
            self._finish(story, started_on + self._days(60, 200))
        else:
            self._end(story)
        self._meet(story)
        return story

    def _days(self, least: int, most: int) -> timedelta:
        return timedelta(days=self.rng.randint(least, most))

    def _draw(self, weights: dict[Any, int]) -> Any:
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def _is_past(self, day: date) -> bool:
        return day <= self.today

    def _try(self, story: Story) -> None:
        day = story.started_on + self._days(2, 20)
        if self._is_past(day):
            story.turn(day, Status.EXPLORING)
        if story.basis == DROP_IN:
            return
        for _number in range(self.rng.choices((0, 1, 2, 3), (15, 30, 35, 20))[0]):
            day += self._days(5, 21)
            if self._is_past(day):
                story.trials.append(day)
        if story.trials:
            story.turn(story.trials[0], Status.TRYING)
            if self.rng.random() < 0.1 and self._is_past(story.trials[-1] + timedelta(days=3)):
                story.turn(story.trials[-1] + timedelta(days=3), Status.WAITING)

    def _end(self, story: Story) -> None:
        latest = max([story.started_on, *story.trials])
        day = latest + self._days(7, 45)
        ending = self._draw(ENDINGS)
        if not self._is_past(day):
            return
        if ending == "enrols":
            self._enrol(story, day)
        elif ending == "stops":
            story.turn(day, Status.STOPPED)
        elif ending == "handed over":
            story.turn(day, Status.HANDED_OVER)
        elif ending in (Outcome.MISSED, Outcome.UNKNOWN):
            story.told[1] = Told(Outcome(ending), day)

    def _enrol(self, story: Story, day: date) -> None:
        running, following = years_to_enrol_for(day, self.rulings)
        year = following if day.month in (6, 7, 8) and story.basis == REGULAR else running
        story.told[1] = Told(Outcome.REACHED, day, day, self.rng.choice((True, True, False, None)))
        story.turn(day, Status.ENROLLED)
        if self._is_past(day + timedelta(days=30)):
            story.turn(day + timedelta(days=30), Status.FOLLOWED_UP)
        holidays = story.basis == HOLIDAYS
        story.window_two = None if holidays else moment_two_window(day, self.rulings)
        story.window_three = Window(
            moment_three_opens_on(year, self.rulings), moment_three_due_on(year, self.rulings, holidays_only=holidays)
        )
        left_on = self._ask_two(story)
        if holidays:
            left_on = day + self._days(20, 60)
        story.enrolments.append(Enrolled(day, year, left_on if left_on and self._is_past(left_on) else None))
        self._ask_three(story, year)

    def _ask_two(self, story: Story) -> date | None:
        """Record moment 2, or return the day on which they left before anyone asked."""
        window = story.window_two
        if window is None:
            return None
        came = self._draw(AFTER_TWO)
        if came == "left":
            return story.told[1].asked_on + self._days(30, 150)
        day = window.opens_on + timedelta(days=self.rng.randint(0, (window.closes_on - window.opens_on).days))
        if came and self._is_past(day):
            reached = came == Outcome.REACHED
            story.told[2] = Told(Outcome(came), day, day if reached else None, self._support(reached))
        return None

    def _support(self, reached: bool) -> bool | None:
        return self.rng.random() < 0.4 if reached else None

    def _ask_three(self, story: Story, year: int) -> None:
        window, came = story.window_three, self._draw(AFTER_THREE)
        left = bool(story.enrolments[0].ended_on) and story.basis == REGULAR
        if window is None or came is None or (left and self.rng.random() < 0.85):
            return
        opens_on = max(window.opens_on, story.told[1].asked_on)
        day = opens_on + timedelta(days=self.rng.randint(0, max(1, (window.closes_on - opens_on).days - 1)))
        if not self._is_past(day) or day < window.opens_on:
            return
        reached = came == Outcome.REACHED
        if reached and year + 1 not in years_to_enrol_for(day, self.rulings):
            return
        story.told[3] = Told(Outcome(came), day, day if reached else None, self._support(reached))
        if reached:
            story.enrolments.append(Enrolled(day, year + 1))
        self._finish(story, day + self._days(1, 40))

    def _finish(self, story: Story, day: date) -> None:
        if self._is_past(day) and self.rng.random() < 0.7:
            story.turn(day, Status.COMPLETED)

    def _meet(self, story: Story) -> None:
        """Contacts: often at first, seldom later, none after it closed."""
        closed = {Status.COMPLETED, Status.STOPPED, Status.HANDED_OVER}
        last = min([self.today, *(day for day, status in story.statuses if status in closed)])
        day = story.started_on
        while day <= last and len(story.contacts) < 12:
            story.contacts.append(day)
            day += self._days(6, 30 if len(story.contacts) < 4 else 75)


def cohort_of(story: Story, rulings: Rulings) -> int:
    return working_year(story.started_on, rulings)
