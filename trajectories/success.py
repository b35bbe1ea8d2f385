"""Pure: successful guidance (geslaagde toeleiding) of a cohort, by what its project agreed in step 6 of the dossier.

Projects that agreed on another definition are never summed; without an agreement there is no figure.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ambassadors.enums import Support
from ambassadors.success import Agreed, Definition, agreed_for
from organisations.rulings import Rulings
from trajectories.calendar import working_year_end
from trajectories.enums import MomentState
from trajectories.figures import MomentCounts, Rate, rate_of, stand_of_cohort
from trajectories.moments import States, TrajectoryFacts


@dataclass(frozen=True)
class SuccessFigure:
    """The success of one cohort, by one definition, of the `projects` (by key) that agreed on it.

    `counts` over all that started: where only without support counts, who needed support missed it, and of whom that
    is not known it cannot be found out.
    """

    definition: Definition
    projects: frozenset[int]
    started: int
    counts: MomentCounts
    rate: Rate | None
    is_provisional: bool


def success(
    trajectories: Iterable[TrajectoryFacts], year: int, reference_date: date, definition: Definition, rulings: Rulings
) -> SuccessFigure:
    """By one definition. Hand in only trajectories of projects that agreed on this one: see `successes`."""
    rows = stand_of_cohort(trajectories, year, reference_date, rulings)
    judged = [(facts, _judged(facts, found, reference_date, definition)) for facts, found in rows]
    counts = MomentCounts(**Counter(str(found[definition.moment - 1]) for _facts, found in judged))
    runs = reference_date <= working_year_end(year, rulings)
    return SuccessFigure(
        definition=definition,
        projects=frozenset(facts.project for facts, _found in rows),
        started=len(rows),
        counts=counts,
        rate=rate_of(judged, definition.moment, reference_date, rulings),
        is_provisional=runs or counts.is_provisional,
    )


def successes(
    trajectories: Iterable[TrajectoryFacts],
    year: int,
    reference_date: date,
    agreements: Mapping[int, Sequence[Agreed]],
    rulings: Rulings,
) -> tuple[list[SuccessFigure], frozenset[int]]:
    """A figure for each definition that holds for the cohort; and the projects that agreed on none."""
    shared: dict[Definition, list[TrajectoryFacts]] = defaultdict(list)
    without = set()
    for facts, _found in stand_of_cohort(trajectories, year, reference_date, rulings):
        if definition := agreed_for(agreements.get(facts.project, ()), year):
            shared[definition].append(facts)
        else:
            without.add(facts.project)
    in_order = sorted(shared, key=lambda one: (one.moment, one.support))
    return [success(shared[one], year, reference_date, one, rulings) for one in in_order], frozenset(without)


def _judged(facts: TrajectoryFacts, found: States, day: date, definition: Definition) -> States:
    """The states, where what was reached with support may not count."""
    place = definition.moment - 1
    if definition.support == Support.EITHER or found[place] != MomentState.REACHED:
        return found
    outcome = facts.outcome_on(definition.moment, day)
    judged = {None: MomentState.UNKNOWN, True: MomentState.MISSED, False: MomentState.REACHED}
    one, two, three = (
        judged[outcome.supported if outcome else None] if number == place else state
        for number, state in enumerate(found)
    )
    return (one, two, three)
