"""The figures of a project's progress report."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from ambassadors.success import Agreed, agreed_for
from organisations.rulings import Rulings
from reporting.figures.guard import INSIDE, Guard
from reporting.figures.logbook import Json, events_json, logbook_json, strategies_json
from reporting.figures.moments import cohort_json
from reporting.figures.open_work import OpenWorkFacts, open_work_json
from reporting.figures.success import success_json
from trajectories.calendar import working_year
from trajectories.figures import ContactFact, cohort_of
from trajectories.moments import TrajectoryFacts
from trajectories.practice.targets import knows_trajectories

MOST_COHORTS = 3
NOTHING_ELSE = OpenWorkFacts()


@dataclass(frozen=True)
class ProgressFacts:
    """All that is known of one project. `protected`: whoever reads it may see aggregates only (external employer).

    `success`: what the project agreed to count as success, cohort by cohort.
    """

    organisation: str
    project: str
    strategies: tuple[str, ...]
    trajectories: Sequence[TrajectoryFacts]
    contacts: Sequence[ContactFact]
    protected: bool = False
    success: Sequence[Agreed] = ()
    open_work: OpenWorkFacts = NOTHING_ELSE


def progress_figures(facts: ProgressFacts, *, first: date, last: date, reference_date: date, rulings: Rulings) -> Json:
    """The figures of a period (both ends in), as known at the reference date. Cohorts: at most the last three."""
    guard = Guard(rulings.small_number_threshold) if facts.protected else INSIDE
    known = [fact for fact in facts.trajectories if fact.started_on <= reference_date]
    last_counted = min(last, reference_date)
    applies = knows_trajectories(facts.strategies, facts.trajectories)
    years = sorted({cohort_of(fact, rulings) for fact in known if fact.started_on <= last})[-MOST_COHORTS:]
    cohorts = [cohort_json(known, year, reference_date, rulings, guard) for year in years] if applies else []
    for figures in cohorts:
        agreed = agreed_for(facts.success, figures["working_year"])
        figures["success"] = success_json(known, figures, reference_date, agreed, rulings, guard)
    cohort = working_year(last_counted, rulings)
    if facts.protected:  # whole cohorts only: two periods that differ by a day would tell of one child
        started = [fact for fact in known if cohort_of(fact, rulings) == cohort]
    else:
        started = [fact for fact in known if first <= fact.started_on <= last]
    return {
        "kind": "progress_report",
        "organisation": facts.organisation,
        "project": facts.project,
        "strategies": list(facts.strategies),
        "protected": facts.protected,
        "period": [first.isoformat(), last.isoformat()],
        "reference_date": reference_date.isoformat(),
        "rulings": asdict(rulings),
        "applies": applies,
        "cohort": cohort,
        "cohorts": cohorts,
        "is_provisional": any(figures["is_provisional"] for figures in cohorts),
        "events": events_json(known, first, last_counted) if applies and not facts.protected else None,
        "by_strategy": strategies_json(started, guard) if applies else None,
        "logbook": logbook_json(facts.contacts, first, last_counted, guard),
        "open_work": open_work_json(facts.open_work, facts.strategies, first, last, reference_date),
    }
