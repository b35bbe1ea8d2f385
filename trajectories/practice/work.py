"""Pure: the strategies, process criteria and results of the plan, beside what was noted of them in a period.

A period has both ends in. What lies outside it counts nowhere.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ambassadors.enums import Criterion, ResultKind, Strategy
from ambassadors.instrument import IndicatorKind
from trajectories.figures import ContactFact, Rate, Tally, contact_figures
from trajectories.open_work import ResultFact, result_figures


class Work(StrEnum):
    """Where a strategy shows. Contacts have no strategy, so they are no part of it."""

    TRAJECTORY = "trajectory"
    ACTIVITY = "activity"
    RESULT = "result"
    PROVIDER = "provider"


@dataclass(frozen=True)
class Deed:
    """Something that was done under a strategy."""

    day: date
    strategy: str
    work: Work


@dataclass(frozen=True)
class StrategyRow:
    strategy: str
    is_chosen: bool
    counts: dict[Work, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class StrategyPractice:
    """A row for each of the six, in the instrument's order."""

    rows: tuple[StrategyRow, ...]

    @property
    def chosen(self) -> list[StrategyRow]:
        return [row for row in self.rows if row.is_chosen]

    @property
    def seen(self) -> list[StrategyRow]:
        return [row for row in self.chosen if row.total]

    @property
    def unseen(self) -> list[StrategyRow]:
        return [row for row in self.chosen if not row.total]

    @property
    def unplanned(self) -> list[StrategyRow]:
        return [row for row in self.rows if row.total and not row.is_chosen]

    @property
    def totals(self) -> dict[Work, int]:
        return {work: sum(row.counts[work] for row in self.rows) for work in Work}

    @property
    def total(self) -> int:
        return sum(self.totals.values())


def strategies_in_practice(chosen: Collection[str], deeds: Iterable[Deed], first: date, last: date) -> StrategyPractice:
    """Under which strategies something was noted in a period, chosen or not."""
    found = Counter((deed.strategy, deed.work) for deed in deeds if first <= deed.day <= last)
    return StrategyPractice(
        tuple(StrategyRow(code, code in chosen, {work: found[code, work] for work in Work}) for code in Strategy.values)
    )


@dataclass(frozen=True)
class PlannedGoal:
    """A goal of step 6 by its codes; "" is not answered."""

    kind: str
    criterion: str = ""
    result: str = ""


@dataclass(frozen=True)
class CriterionRow:
    """`goals`: how many goals aim at it. `share`: of all contacts of the period, None when there were none."""

    criterion: str
    goals: int
    tally: Tally
    share: Rate | None


@dataclass(frozen=True)
class CriterionPractice:
    """A row for each criterion. `unnamed`: process goals that name none, which nothing can be compared with."""

    rows: tuple[CriterionRow, ...]
    all: Tally
    unnamed: int

    @property
    def planned(self) -> list[CriterionRow]:
        return [row for row in self.rows if row.goals]


def criteria_in_practice(
    goals: Sequence[PlannedGoal], contacts: Iterable[ContactFact], first: date, last: date
) -> CriterionPractice:
    """What contacts of a period were mainly for, beside the process criteria among the goals."""
    figures = contact_figures(contacts, first, last)
    wanted = Counter(goal.criterion for goal in goals if goal.kind == IndicatorKind.PROCESS)
    return CriterionPractice(
        rows=tuple(
            _criterion(code, wanted[code], figures.by_criterion[code], figures.all) for code in Criterion.values
        ),
        all=figures.all,
        unnamed=wanted[""],
    )


def _criterion(code: str, goals: int, tally: Tally, everything: Tally) -> CriterionRow:
    share = Rate(tally.contacts, everything.contacts) if everything.contacts else None
    return CriterionRow(code, goals, tally, share)


@dataclass(frozen=True)
class ResultRow:
    """`by_state`: how many results of this kind stand in each state."""

    kind: str
    goals: int
    by_state: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_state.values())


@dataclass(frozen=True)
class ResultPractice:
    rows: tuple[ResultRow, ...]
    by_state: dict[str, int]
    unnamed: int

    @property
    def planned(self) -> list[ResultRow]:
        return [row for row in self.rows if row.goals]

    @property
    def total(self) -> int:
        return sum(self.by_state.values())


def results_in_practice(goals: Sequence[PlannedGoal], results: Iterable[ResultFact], first: date) -> ResultPractice:
    """Results from a day on, beside the goals of that kind; what is planned may still lie ahead."""
    figures = result_figures(results, first, date.max)
    wanted = Counter(goal.result for goal in goals if goal.kind == IndicatorKind.RESULT)
    return ResultPractice(
        rows=tuple(ResultRow(kind, wanted[kind], figures.by_kind[kind]) for kind in ResultKind.values),
        by_state=figures.by_state,
        unnamed=wanted[""],
    )
