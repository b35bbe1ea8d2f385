"""How the three moments of a trajectory stand at a reference date: facts in, states out, no database.

Rules (domain §4; ° marks our own ruling). A fact counts from its own date on.

* With nothing on record a moment is *not due* until its deadline has passed and *not asked* after it. Moment 1: 90 days
  after the last trial session, without one 180 days after the start°. Moment 2: the close of its window. Moment 3: from
  15 November° of the next working year (holiday-only offer: a year later°).
* Nothing turns by itself into "cannot be found out". Two things turn by themselves into *missed*, and never early:
  a trajectory that was stopped without enrolling (moment 1, on the day it stopped), and one whose enrolments had all
  ended when the window of moment 2 closed, or on or after the day moment 3 fell due, without a re-enrolment.
* Moments 2 and 3 need moment 1. While moment 1 is not due they are not due; when it was missed, could not be found out
  or was not asked, they do not apply°.
* Holiday-only offer: moment 2 does not apply. No enrolment exists: none applies.
* Handed over: what was settled on that day stands, the rest does not apply. A stop before it counts as settled.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from organisations.rulings import Rulings
from trajectories.calendar import Window
from trajectories.enums import CLOSED_STATUSES, Basis, MomentState, Outcome, Status

SETTLED = frozenset({MomentState.REACHED, MomentState.MISSED, MomentState.UNKNOWN})
States = tuple[MomentState, MomentState, MomentState]
NONE_APPLY: States = (MomentState.NOT_APPLICABLE, MomentState.NOT_APPLICABLE, MomentState.NOT_APPLICABLE)


@dataclass(frozen=True)
class DatedStatus:
    """A status from a day on. Two on one day: the later one in the row stands."""

    day: date
    status: Status


@dataclass(frozen=True)
class EnrolmentFact:
    """An enrolment; `ended_on` is the last day, `for_working_year` the year it is for."""

    day: date
    for_working_year: int
    ended_on: date | None = None
    holidays_only: bool = False

    def is_open(self, day: date) -> bool:
        return self.day <= day and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True)
class OutcomeFact:
    """What is on record about one moment. What was reached has a date of its own; the rest counts from the asking."""

    outcome: Outcome
    asked_on: date
    reached_on: date | None = None
    supported: bool | None = None

    @property
    def day(self) -> date:
        return self.reached_on or self.asked_on


@dataclass(frozen=True)
class TrajectoryFacts:
    """All that figures and states are made of. Dates only: no name, no note.

    `window_two` and `window_three` are those stored when moment 1 was reached (of the third, `closes_on` is the day
    from which it is overdue); `project`, `strategy` and `provider_kind` (moment 1's) are for breaking figures down.
    """

    started_on: date
    basis: Basis = Basis.REGULAR
    statuses: tuple[DatedStatus, ...] = ()
    trials: tuple[date, ...] = ()
    enrolments: tuple[EnrolmentFact, ...] = ()
    outcomes: tuple[OutcomeFact | None, OutcomeFact | None, OutcomeFact | None] = (None, None, None)
    window_two: Window | None = None
    window_three: Window | None = None
    moment_three_year: int | None = None
    key: int = 0
    project: int = 0
    strategy: str = ""
    provider_kind: str = ""

    def statuses_until(self, day: date) -> list[DatedStatus]:
        """The statuses up to a day, oldest first; those of one day stay in the order given."""
        return sorted((row for row in self.statuses if row.day <= day), key=lambda row: row.day)

    def status_on(self, day: date) -> Status | None:
        """The status on a day, None before the first one."""
        known = self.statuses_until(day)
        return known[-1].status if known else None

    def outcome_on(self, moment: int, day: date) -> OutcomeFact | None:
        """What was on record about moment 1, 2 or 3 on a day."""
        fact = self.outcomes[moment - 1]
        return fact if fact and fact.day <= day else None


def is_active(facts: TrajectoryFacts, day: date) -> bool:
    """True when the trajectory had begun and was not completed, stopped or handed over."""
    return facts.started_on <= day and facts.status_on(day) not in CLOSED_STATUSES


def states(facts: TrajectoryFacts, day: date, rulings: Rulings) -> States:
    """The state of the three moments on a day."""
    if facts.basis == Basis.NO_ENROLMENT:
        return NONE_APPLY
    before, handed_over_on = _until_hand_over(facts, day)
    if handed_over_on is None:
        return _states(facts, day, rulings)
    one, two, three = _states(before, handed_over_on, rulings)
    return (_if_settled(one), _if_settled(two), _if_settled(three))


def _until_hand_over(facts: TrajectoryFacts, day: date) -> tuple[TrajectoryFacts, date | None]:
    """The facts without a hand-over that still holds on `day`, and the day of that hand-over."""
    rows, handed_over_on = facts.statuses_until(day), None
    while rows and rows[-1].status == Status.HANDED_OVER:
        handed_over_on = rows.pop().day
    return replace(facts, statuses=tuple(rows)), handed_over_on


def _if_settled(state: MomentState) -> MomentState:
    return state if state in SETTLED else MomentState.NOT_APPLICABLE


def _states(facts: TrajectoryFacts, day: date, rulings: Rulings) -> States:
    one = _moment_one(facts, day, rulings)
    if one == MomentState.REACHED:
        return (one, _moment_two(facts, day), _moment_three(facts, day))
    later = MomentState.NOT_DUE if one == MomentState.NOT_DUE else MomentState.NOT_APPLICABLE
    return (one, later, later)


def _moment_one(facts: TrajectoryFacts, day: date, rulings: Rulings) -> MomentState:
    if stored := facts.outcome_on(1, day):
        return MomentState(stored.outcome)
    if facts.status_on(day) == Status.STOPPED:
        return MomentState.MISSED
    return MomentState.NOT_ASKED if day > moment_one_deadline(facts, day, rulings) else MomentState.NOT_DUE


def moment_one_deadline(facts: TrajectoryFacts, day: date, rulings: Rulings) -> date:
    """The last day on which moment 1 is not overdue, by the trial sessions known on `day`."""
    trials = [trial for trial in facts.trials if trial <= day]
    if trials:
        return max(trials) + timedelta(days=rulings.moment_one_days_after_trial)
    return moment_one_horizon(facts, rulings)


def moment_one_horizon(facts: TrajectoryFacts, rulings: Rulings) -> date:
    """The last day before moment 1 counts in a rate: fixed at the start, the same for success and failure."""
    return facts.started_on + timedelta(days=rulings.moment_one_days_after_start)


def _moment_two(facts: TrajectoryFacts, day: date) -> MomentState:
    window = facts.window_two
    if window is None:
        return MomentState.NOT_APPLICABLE
    if stored := facts.outcome_on(2, day):
        return MomentState(stored.outcome)
    if day <= window.closes_on:
        return MomentState.NOT_DUE
    return MomentState.MISSED if _all_ended(facts, window.closes_on) else MomentState.NOT_ASKED


def _moment_three(facts: TrajectoryFacts, day: date) -> MomentState:
    window = facts.window_three
    if window is None:
        return MomentState.NOT_APPLICABLE
    if stored := facts.outcome_on(3, day):
        return MomentState(stored.outcome)
    if day < window.closes_on:
        return MomentState.NOT_DUE
    ends = [e.ended_on for e in facts.enrolments if e.ended_on and window.closes_on < e.ended_on <= day]
    gone = any(_all_ended(facts, end) and not _reenrolled(facts, end) for end in [window.closes_on, *ends])
    return MomentState.MISSED if gone else MomentState.NOT_ASKED


def _all_ended(facts: TrajectoryFacts, day: date) -> bool:
    """True when there were enrolments and the last of them had ended by that day."""
    known = [enrolment for enrolment in facts.enrolments if enrolment.day <= day]
    return bool(known) and not any(enrolment.is_open(day) for enrolment in known)


def _reenrolled(facts: TrajectoryFacts, day: date) -> bool:
    return any(e.day <= day and e.for_working_year == facts.moment_three_year for e in facts.enrolments)


def can_be_asked(facts: TrajectoryFacts, moment: int, day: date, rulings: Rulings) -> bool:
    """True when moment 1, 2 or 3 has nothing on record and can be asked about on this day.

    Moment 1 from the first trial session or on stopping (or when overdue), moment 2 from the opening of its window,
    moment 3 from the start of the next working year.
    """
    all_states = states(facts, day, rulings)
    if facts.outcome_on(moment, day) or all_states[moment - 1] == MomentState.NOT_APPLICABLE:
        return False
    if moment == 1:
        return all_states[0] != MomentState.NOT_DUE or any(trial <= day for trial in facts.trials)
    window = facts.window_two if moment == 2 else facts.window_three
    return all_states[0] == MomentState.REACHED and window is not None and window.opens_on <= day
