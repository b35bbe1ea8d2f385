"""Pure: the numbers of step 6 beside the trajectories of each working year.

Nothing is extrapolated: a running year is told as far as it is, with the months that have passed. The numbers are an
indication and no norm; who reads them is told so.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ambassadors.enums import STRATEGIES_WITHOUT_TRAJECTORIES
from ambassadors.success import Agreed, agreed_for
from organisations.rulings import Rulings
from trajectories.calendar import add_months, working_year, working_year_start
from trajectories.figures import CohortFigures, cohort
from trajectories.moments import TrajectoryFacts
from trajectories.success import SuccessFigure, success

MOST_YEARS = 3


@dataclass(frozen=True)
class Targets:
    """Of a whole working year; None is not answered."""

    started: int | None = None
    guided: int | None = None

    @property
    def is_set(self) -> bool:
        return self.started is not None or self.guided is not None


@dataclass(frozen=True)
class YearRow:
    """`success`: by what was agreed for this cohort, None where nothing was."""

    figures: CohortFigures
    success: SuccessFigure | None

    @property
    def is_provisional(self) -> bool:
        return self.figures.is_provisional or (self.success is not None and self.success.is_provisional)


@dataclass(frozen=True)
class TargetPractice:
    """`years`: the running one first, at most three. `months`: whole ones of it in which there was an ambassador.

    `began_within`: the first day of the first ambassador, when that lies in the running year.
    """

    targets: Targets
    applies: bool
    years: tuple[YearRow, ...]
    months: int
    began_within: date | None

    @property
    def running(self) -> YearRow:
        return self.years[0]


def targets_in_practice(
    targets: Targets,
    chosen: Collection[str],
    trajectories: Sequence[TrajectoryFacts],
    agreements: Sequence[Agreed],
    *,
    since: date,
    today: date,
    rulings: Rulings,
) -> TargetPractice:
    """`since`: the first day with an ambassador, today or before."""
    running, oldest = working_year(today, rulings), working_year(since, rulings)
    opened = working_year_start(running, rulings)
    years = range(running, max(oldest, running - MOST_YEARS + 1) - 1, -1)
    return TargetPractice(
        targets=targets,
        applies=knows_trajectories(chosen, trajectories),
        years=tuple(_year(trajectories, year, agreements, today, rulings) for year in years),
        months=whole_months(max(opened, since), today),
        began_within=since if since > opened else None,
    )


def knows_trajectories(chosen: Collection[str], trajectories: Sequence[TrajectoryFacts]) -> bool:
    """False when no chosen strategy is counted in trajectories, and none was recorded: "does not apply"."""
    return not chosen or bool(trajectories) or not set(chosen) <= set(STRATEGIES_WITHOUT_TRAJECTORIES)


def _year(
    trajectories: Sequence[TrajectoryFacts], year: int, agreements: Sequence[Agreed], today: date, rulings: Rulings
) -> YearRow:
    definition = agreed_for(agreements, year)
    return YearRow(
        figures=cohort(trajectories, year, today, rulings),
        success=success(trajectories, year, today, definition, rulings) if definition else None,
    )


def whole_months(first: date, day: date) -> int:
    """How many whole months have passed on a day since another: 1 September to 30 September is none yet."""
    months = (day.year - first.year) * 12 + day.month - first.month
    return max(0, months if add_months(first, months) <= day else months - 1)
