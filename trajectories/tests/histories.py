"""A thousand lives at random, always the same thousand: quicker than hypothesis, which looks for the odd ones."""

from datetime import date, timedelta
from random import Random

from trajectories.calendar import Window, moment_three_due_on, moment_three_opens_on, moment_two_window, working_year
from trajectories.enums import Basis, Outcome, Status
from trajectories.moments import DatedStatus, EnrolmentFact, OutcomeFact, TrajectoryFacts
from trajectories.tests.strategies import RULINGS

FIRST, LAST = date(2023, 6, 1), date(2025, 12, 31)
History = tuple[TrajectoryFacts, list[date]]


def histories(count: int, seed: int) -> list[History]:
    """Facts as the database would take them, and the days of the contacts."""
    rng = Random(seed)
    return [Life(rng, key).told() for key in range(count)]


class Life:
    """One trajectory, made up from its start on."""

    def __init__(self, rng: Random, key: int) -> None:
        self.rng, self.key = rng, key
        self.start = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))

    def told(self) -> History:
        rng = self.rng
        basis = rng.choice([Basis.REGULAR] * 6 + [Basis.HOLIDAYS_ONLY, Basis.NO_ENROLMENT])
        enrolled = {} if basis == Basis.NO_ENROLMENT else self._enrolled(basis)
        facts = TrajectoryFacts(
            key=self.key,
            project=self.key % 4,
            started_on=self.start,
            basis=basis,
            statuses=self._statuses(),
            trials=tuple(self._later(300) for _ in range(rng.randrange(3))),
            **enrolled,
        )
        return facts, [self._later(700) for _ in range(rng.randrange(8))]

    def _later(self, most: int, day: date | None = None) -> date:
        return (day or self.start) + timedelta(days=self.rng.randrange(most))

    def _statuses(self) -> tuple[DatedStatus, ...]:
        later = [DatedStatus(self._later(800), self.rng.choice(list(Status))) for _ in range(self.rng.randrange(4))]
        return (DatedStatus(self.start, Status.REGISTERED), *sorted(later, key=lambda row: row.day))

    def _enrolled(self, basis: Basis) -> dict:
        one, day = self.rng.choice([None, Outcome.MISSED, Outcome.UNKNOWN, *[Outcome.REACHED] * 5]), self._later(250)
        if one is None:
            return {}
        if one != Outcome.REACHED:
            return {"outcomes": (OutcomeFact(one, day), None, None)}
        year, holidays = working_year(day, RULINGS) + self.rng.randrange(2), basis == Basis.HOLIDAYS_ONLY
        two = None if holidays else moment_two_window(day, RULINGS)
        three = Window(moment_three_opens_on(year, RULINGS), moment_three_due_on(year, RULINGS, holidays_only=holidays))
        return {
            "enrolments": self._enrolments(day, year, holidays),
            "outcomes": (
                OutcomeFact(one, self._later(40, day), day, self.rng.choice([None, True, False])),
                self._outcome(two.opens_on, two.closes_on, two.opens_on) if two else None,
                self._outcome(day, three.closes_on, three.opens_on),
            ),
            "window_two": two,
            "window_three": three,
            "moment_three_year": year + 1,
        }

    def _enrolments(self, day: date, year: int, holidays: bool) -> tuple[EnrolmentFact, ...]:
        rows = [EnrolmentFact(day, year, self._end(day), holidays)]
        for _ in range(self.rng.randrange(3)):
            again = self._later(500, day)
            rows.append(EnrolmentFact(again, working_year(again, RULINGS), self._end(again), holidays))
        return tuple(rows)

    def _end(self, day: date) -> date | None:
        return self.rng.choice([None, self._later(400, day)])

    def _outcome(self, first: date, last: date, asked_from: date) -> OutcomeFact | None:
        kind = self.rng.choice([None, None, Outcome.REACHED, Outcome.REACHED, Outcome.MISSED, Outcome.UNKNOWN])
        if kind is None:
            return None
        if kind != Outcome.REACHED:
            return OutcomeFact(kind, self._later(300, asked_from))
        day = self._later((last - first).days + 1, first)
        return OutcomeFact(kind, self._later(60, day), day, self.rng.choice([None, True, False]))
