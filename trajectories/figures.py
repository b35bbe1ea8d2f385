"""Success figures by cohort, and the logbook in numbers: facts in, counts out. Every report and page counts here.

A cohort is all trajectories that started in one working year. Counts show an outcome from the day it happened.
A rate is reached / (reached + missed), over those only whose fixed horizon has passed: moment 1 180 days after the
start°, moment 2 the close of its window, moment 3 from 15 November°. Moments 2 and 3 are rates over the enrolled.
Figures are provisional° while the working year of the cohort runs, or while any moment is not yet due.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ambassadors.enums import Side
from organisations.rulings import Rulings
from trajectories.calendar import working_year, working_year_end
from trajectories.enums import WITH_WHOM_SIDE, Basis, Channel, Criterion, MomentState, Status, WithWhom
from trajectories.moments import States, TrajectoryFacts, is_active, moment_one_horizon, states


@dataclass(frozen=True)
class Rate:
    """So many reached out of so many. Never shown without its denominator."""

    reached: int
    denominator: int

    @property
    def percent(self) -> int:
        """Rounded to a whole percent, halves up."""
        return (200 * self.reached + self.denominator) // (2 * self.denominator)


@dataclass(frozen=True)
class MomentCounts:
    """How many trajectories stand in each of the six states of one moment."""

    reached: int = 0
    missed: int = 0
    unknown: int = 0
    not_asked: int = 0
    not_due: int = 0
    not_applicable: int = 0

    @property
    def total(self) -> int:
        return self.reached + self.missed + self.unknown + self.not_asked + self.not_due + self.not_applicable

    @property
    def is_provisional(self) -> bool:
        return self.not_due > 0

    def __getitem__(self, state: MomentState | str) -> int:
        return int(getattr(self, str(state)))


@dataclass(frozen=True)
class CohortFigures:
    """One working year's trajectories at a reference date. Moments are numbered 1 to 3, tuples from moment 1.

    `counts` over all started; `enrolled_counts` over those who reached moment 1 (its first element says just that).
    `rates` has None where nobody's horizon has passed with a reached or missed outcome.
    """

    working_year: int
    reference_date: date
    started: int
    taking_part: int
    enrolled: int
    counts: tuple[MomentCounts, MomentCounts, MomentCounts]
    enrolled_counts: tuple[MomentCounts, MomentCounts, MomentCounts]
    rates: tuple[Rate | None, Rate | None, Rate | None]
    is_provisional: bool


def cohort_of(facts: TrajectoryFacts, rulings: Rulings) -> int:
    """The cohort a trajectory belongs to, for good: the working year of its start."""
    return working_year(facts.started_on, rulings)


def cohort(trajectories: Iterable[TrajectoryFacts], year: int, reference_date: date, rulings: Rulings) -> CohortFigures:
    """The figures of the trajectories that started in working year `year`, as known at `reference_date`."""
    rows = stand_of_cohort(trajectories, year, reference_date, rulings)
    enrolled = [row for row in rows if row[1][0] == MomentState.REACHED]
    counts = _counts([row[1] for row in rows])
    return CohortFigures(
        working_year=year,
        reference_date=reference_date,
        started=len(rows),
        taking_part=sum(facts.basis == Basis.NO_ENROLMENT for facts, _ in rows),
        enrolled=len(enrolled),
        counts=counts,
        enrolled_counts=_counts([row[1] for row in enrolled]),
        rates=(
            rate_of(rows, 1, reference_date, rulings),
            rate_of(rows, 2, reference_date, rulings),
            rate_of(rows, 3, reference_date, rulings),
        ),
        is_provisional=reference_date <= working_year_end(year, rulings) or any(c.is_provisional for c in counts),
    )


def stand_of_cohort(
    trajectories: Iterable[TrajectoryFacts], year: int, reference_date: date, rulings: Rulings
) -> list[tuple[TrajectoryFacts, States]]:
    """The trajectories of a cohort that had begun, and how their moments stood."""
    return [
        (facts, states(facts, reference_date, rulings))
        for facts in trajectories
        if cohort_of(facts, rulings) == year and facts.started_on <= reference_date
    ]


def cohorts(
    trajectories: Iterable[TrajectoryFacts], reference_date: date, rulings: Rulings
) -> dict[int, CohortFigures]:
    """The figures of every cohort that has begun, oldest first."""
    known = [facts for facts in trajectories if facts.started_on <= reference_date]
    years = sorted({cohort_of(facts, rulings) for facts in known})
    return {year: cohort(known, year, reference_date, rulings) for year in years}


def _counts(rows: Sequence[States]) -> tuple[MomentCounts, MomentCounts, MomentCounts]:
    one, two, three = (Counter(str(row[index]) for row in rows) for index in range(3))
    return (MomentCounts(**one), MomentCounts(**two), MomentCounts(**three))


def rate_of(
    rows: Sequence[tuple[TrajectoryFacts, States]], moment: int, reference_date: date, rulings: Rulings
) -> Rate | None:
    """The rate of moment 1, 2 or 3, of those only whose horizon has passed."""
    settled = [row[1][moment - 1] for row in rows if horizon_has_passed(row[0], moment, reference_date, rulings)]
    reached = settled.count(MomentState.REACHED)
    denominator = reached + settled.count(MomentState.MISSED)
    return Rate(reached, denominator) if denominator else None


def horizon_has_passed(facts: TrajectoryFacts, moment: int, day: date, rulings: Rulings) -> bool:
    """True when a trajectory may count in the rate of a moment. The same day for success and failure."""
    if moment == 1:
        return day > moment_one_horizon(facts, rulings)
    if moment == 2:
        return facts.window_two is not None and day > facts.window_two.closes_on
    return facts.window_three is not None and day >= facts.window_three.closes_on


def active_at(trajectories: Iterable[TrajectoryFacts], day: date) -> int:
    """How many trajectories were active on a day."""
    return sum(is_active(facts, day) for facts in trajectories)


@dataclass(frozen=True)
class EventFigures:
    """What happened in a period, counted by the events' own dates (reports over a calendar year)."""

    started: int
    trials: int
    enrolments: int
    enrolments_ended: int
    completed: int
    stopped: int
    handed_over: int


def events(trajectories: Iterable[TrajectoryFacts], first: date, last: date) -> EventFigures:
    """The events of a period, both ends in. A status set twice in the period counts twice."""
    known = list(trajectories)

    def happened(days: Iterable[date | None]) -> int:
        return sum(day is not None and first <= day <= last for day in days)

    def turned(status: Status) -> int:
        return happened(row.day for facts in known for row in facts.statuses if row.status == status)

    return EventFigures(
        started=happened(facts.started_on for facts in known),
        trials=happened(trial for facts in known for trial in facts.trials),
        enrolments=happened(e.day for facts in known for e in facts.enrolments),
        enrolments_ended=happened(e.ended_on for facts in known for e in facts.enrolments),
        completed=turned(Status.COMPLETED),
        stopped=turned(Status.STOPPED),
        handed_over=turned(Status.HANDED_OVER),
    )


@dataclass(frozen=True)
class ContactFact:
    """One entry of the logbook. One contact may cover several trajectories: its minutes count once."""

    day: date
    minutes: int
    criterion: str
    channel: str
    with_whom: str

    @property
    def side(self) -> str:
        return WITH_WHOM_SIDE[WithWhom(self.with_whom)]


@dataclass(frozen=True)
class Tally:
    contacts: int
    minutes: int


@dataclass(frozen=True)
class ContactFigures:
    """The logbook of a period, in all and broken down four ways; each breakdown has every code, zeros too.

    A contact's side follows from whom it was with (WITH_WHOM_SIDE°): child, family and group are demand, a provider is
    supply, all others stand between them and count for both sides together.
    """

    all: Tally
    by_criterion: dict[str, Tally]
    by_channel: dict[str, Tally]
    by_with_whom: dict[str, Tally]
    by_side: dict[str, Tally]


def contact_figures(contacts: Iterable[ContactFact], first: date, last: date) -> ContactFigures:
    """The contacts of a period, both ends in."""
    known = [contact for contact in contacts if first <= contact.day <= last]
    return ContactFigures(
        all=_tally(known),
        by_criterion={code: _tally(c for c in known if c.criterion == code) for code in Criterion.values},
        by_channel={code: _tally(c for c in known if c.channel == code) for code in Channel.values},
        by_with_whom={code: _tally(c for c in known if c.with_whom == code) for code in WithWhom.values},
        by_side={side: _tally(c for c in known if c.side == side) for side in Side.values},
    )


def _tally(contacts: Iterable[ContactFact]) -> Tally:
    minutes = [contact.minutes for contact in contacts]
    return Tally(len(minutes), sum(minutes))
