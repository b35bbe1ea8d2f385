"""The figures of the Flemish report: all of Flanders together, nothing of a single project."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from organisations.rulings import Rulings
from reporting.figures.guard import Guard
from reporting.figures.logbook import Json, logbook_json, strategies_json
from reporting.figures.moments import cohort_json
from trajectories.calendar import working_year_end, working_year_start
from trajectories.figures import ContactFact, cohort_of
from trajectories.moments import TrajectoryFacts

MOST_COHORTS = 3


@dataclass(frozen=True)
class FlemishFacts:
    """`recognised`: by working year, the projects that were recognised on a day of it; `projects`: all there were.

    Every cohort counts the projects recognised during its own working year. So two reports never show one cohort over
    two sets of projects, of which the difference would be a single project.
    """

    projects: frozenset[int]
    recognised: dict[int, frozenset[int]]
    trajectories: Sequence[TrajectoryFacts]
    contacts: Sequence[ContactFact]
    networks: Json


def flemish_figures(facts: FlemishFacts, *, year: int, reference_date: date, rulings: Rulings) -> Json:
    """The figures of one working year, as known at the reference date; recognised projects, and the others apart."""
    guard = Guard(rulings.small_number_threshold)
    first, last = working_year_start(year, rulings), working_year_end(year, rulings)
    recognised = facts.recognised[year]

    def of_cohort(cohort: int, *, recognised: bool = True) -> list[TrajectoryFacts]:
        mine = facts.recognised[cohort]
        return [
            fact
            for fact in facts.trajectories
            if cohort_of(fact, rulings) == cohort
            and fact.started_on <= reference_date
            and (fact.project in mine) == recognised
        ]

    def figures(cohort: int, **group: bool) -> Json:
        return cohort_json(of_cohort(cohort, **group), cohort, reference_date, rulings, guard)

    cohorts = [figures(cohort) for cohort in _years(facts, year, rulings)]
    return {
        "kind": "flemish_report",
        "period": [first.isoformat(), last.isoformat()],
        "reference_date": reference_date.isoformat(),
        "rulings": asdict(rulings),
        "applies": True,
        "protected": True,
        "projects": {"recognised": len(recognised), "others": len(facts.projects - recognised)},
        "cohort": year,
        "cohorts": cohorts,
        "is_provisional": any(cohort["is_provisional"] for cohort in cohorts),
        "others": figures(year, recognised=False),
        "by_strategy": strategies_json(of_cohort(year), guard),
        "logbook": logbook_json(facts.contacts, first, min(last, reference_date), guard),
        "networks": facts.networks,
    }


def _years(facts: FlemishFacts, year: int, rulings: Rulings) -> list[int]:
    """The cohort of the report, and the two before it as far as anything started in them."""
    begun = {cohort_of(fact, rulings) for fact in facts.trajectories}
    return [cohort for cohort in range(year - MOST_COHORTS + 1, year + 1) if cohort in begun or cohort == year]
