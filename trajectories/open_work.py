"""Work that is not counted in trajectories: activities, signals and results. Who does it, and what it comes to.

Facts in, values out. A signal stands where its last step on or before a day says. Of a period, both ends in:

* an activity counts on its own day; head counts add up where somebody counted;
* a signal counts when it ran in the period: noticed by its last day, and not closed before its first°;
* a result counts by its date, the day on which it is expected or was reached, in the state it has now°.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ambassadors.enums import STRATEGIES_WITHOUT_TRAJECTORIES, STRATEGY_PROFILE, Strategy
from trajectories.enums import CLOSED_SIGNALS, OPEN_RESULTS, ActivityKind, ResultKind, ResultState, SignalState

PROFILE_STRATEGY = {profile: strategy for strategy, profile in STRATEGY_PROFILE.items()}
NEXT_STATE = {
    SignalState.NOTICED: SignalState.DISCUSSED,
    SignalState.DISCUSSED: SignalState.PASSED_ON,
    SignalState.PASSED_ON: SignalState.ANSWERED,
    SignalState.ANSWERED: SignalState.FOLLOWED_UP,
}


@dataclass(frozen=True)
class Post:
    """An appointment as far as it tells how someone works: its profile, and the strategies its dossier chose."""

    profile: str
    chosen: tuple[str, ...] = ()

    @property
    def strategies(self) -> frozenset[str]:
        """The profile says how this person works; without one that belongs to a strategy, the dossier does."""
        own = PROFILE_STRATEGY.get(self.profile)  # type: ignore[call-overload]
        return frozenset((own,)) if own else frozenset(self.chosen)


def leads_with_open_work(posts: Iterable[Post]) -> bool:
    """Whether someone's day is about activities, signals and results first: none of their posts knows trajectories.

    Who works nowhere, or where nobody said how, gets the day of trajectories: it also says how to begin.
    """
    ways = [post.strategies for post in posts]
    return bool(ways) and all(way and way <= set(STRATEGIES_WITHOUT_TRAJECTORIES) for way in ways)


def first_strategy(posts: Iterable[Post]) -> str:
    """What a form may suggest: the first strategy of the first post that has one, in the instrument's order."""
    known = next((post.strategies for post in posts if post.strategies), frozenset())
    return next((code for code in Strategy.values if code in known), "")


@dataclass(frozen=True)
class SignalFact:
    """The dated steps of one signal, in the order in which they count (by date, then as they were written down)."""

    steps: tuple[tuple[date, str], ...]

    def state_on(self, day: date) -> str | None:
        """None before anybody noticed."""
        known = [state for when, state in self.steps if when <= day]
        return known[-1] if known else None

    def ran_in(self, first: date, last: date) -> bool:
        """Noticed by the last day, and open at the start of the first or touched since."""
        if self.state_on(last) is None:
            return False
        touched = any(first <= when <= last for when, _state in self.steps)
        return touched or self.state_on(first) not in CLOSED_SIGNALS


@dataclass(frozen=True)
class SignalFigures:
    """Of a period: how many were noticed in it, and where those that ran in it stand on its last day."""

    noticed: int
    ran: int
    by_state: dict[str, int]

    @property
    def open(self) -> int:
        return sum(number for state, number in self.by_state.items() if state not in CLOSED_SIGNALS)


def signal_figures(signals: Iterable[SignalFact], first: date, last: date) -> SignalFigures:
    known = list(signals)
    ran = [signal.state_on(last) for signal in known if signal.ran_in(first, last)]
    noticed = sum(state == SignalState.NOTICED and first <= when <= last for one in known for when, state in one.steps)
    return SignalFigures(noticed, len(ran), {state: ran.count(state) for state in SignalState.values})


@dataclass(frozen=True)
class ActivityFact:
    """`head_count` is None where nobody counted."""

    day: date
    kind: str
    strategy: str
    head_count: int | None = None


@dataclass(frozen=True)
class ActivityTally:
    """`counted`: how many of them have a head count. `attendances`, not people: who came twice counts twice."""

    activities: int
    counted: int
    attendances: int


@dataclass(frozen=True)
class ActivityFigures:
    """In all and broken down two ways; each breakdown has every code, zeros too."""

    all: ActivityTally
    by_strategy: dict[str, ActivityTally]
    by_kind: dict[str, ActivityTally]


def activity_figures(activities: Iterable[ActivityFact], first: date, last: date) -> ActivityFigures:
    known = [activity for activity in activities if first <= activity.day <= last]
    return ActivityFigures(
        all=_tally(known),
        by_strategy={code: _tally([a for a in known if a.strategy == code]) for code in Strategy.values},
        by_kind={code: _tally([a for a in known if a.kind == code]) for code in ActivityKind.values},
    )


def _tally(activities: Sequence[ActivityFact]) -> ActivityTally:
    counts = [activity.head_count for activity in activities if activity.head_count is not None]
    return ActivityTally(len(activities), len(counts), sum(counts))


@dataclass(frozen=True)
class ResultFact:
    day: date
    kind: str
    state: str
    lasts: str


@dataclass(frozen=True)
class ResultFigures:
    """`by_kind`: for each kind the number in each state, zeros too. `lasting`: reached, and known to last."""

    by_state: dict[str, int]
    by_kind: dict[str, dict[str, int]]
    lasting: int


def result_figures(results: Iterable[ResultFact], first: date, last: date) -> ResultFigures:
    known = [result for result in results if first <= result.day <= last]
    return ResultFigures(
        by_state=_by_state(known),
        by_kind={kind: _by_state([result for result in known if result.kind == kind]) for kind in ResultKind.values},
        lasting=sum(result.state == ResultState.REACHED and result.lasts == "yes" for result in known),
    )


def _by_state(results: Sequence[ResultFact]) -> dict[str, int]:
    return {state: sum(result.state == state for result in results) for state in ResultState.values}


def is_overdue(state: str, day: date, today: date) -> bool:
    """A result that was to be there by now."""
    return state in OPEN_RESULTS and day < today
