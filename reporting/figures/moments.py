"""The three moments by cohort, as values that fit in JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from organisations.rulings import Rulings
from reporting.figures.guard import Guard
from trajectories.enums import MomentState
from trajectories.figures import CohortFigures, Rate, cohort, cohort_of, horizon_has_passed
from trajectories.moments import TrajectoryFacts, states

Json = dict[str, Any]
Counts = dict[str, int]
NOT_KNOWN = ("unknown", "not_asked", "not_due")
LEFT_OUT: Json = {"six": None, "four": None, "over_all": None, "rate": None, "rate_left_out": False}


def cohort_json(
    trajectories: Iterable[TrajectoryFacts], year: int, reference_date: date, rulings: Rulings, guard: Guard
) -> Json:
    """One cohort: how many started, and the three moments (over the enrolled, from the second on). Of a moment:

    `six`: its six outcomes. None when one of them is small; then `four` has the outcomes with all that is not known
    put together, if that may be shown. `over_all`: moments 2 and 3 over all that started, only where every number of
    the cohort may be shown: all that started less the enrolled tells how moment 1 went. `rate`: {"reached",
    "denominator", "percent"}, None where nobody's horizon has passed, or where it was left out.
    """
    facts = [trajectory for trajectory in trajectories if cohort_of(trajectory, rulings) == year]
    figures = cohort(facts, year, reference_date, rulings)
    head = {"working_year": year, "is_provisional": figures.is_provisional}
    if guard.forbids(figures.started):
        return {**head, "started": None, "taking_part": None, "moments": [LEFT_OUT] * 3}
    moments = [_moment(figures, moment, facts, rulings, guard) for moment in (1, 2, 3)]
    if not _is_shown(moments[0]):  # the next two would tell how many enrolled
        return {**head, "started": figures.started, "taking_part": None, "moments": [LEFT_OUT] * 3}
    if _all_may_be_shown(figures, moments, guard):
        moments = [{**row, "over_all": _over_all(figures, place)} for place, row in enumerate(moments)]
    return {**head, "started": figures.started, "taking_part": _taking_part(figures, guard), "moments": moments}


def _moment(
    figures: CohortFigures, moment: int, facts: Sequence[TrajectoryFacts], rulings: Rulings, guard: Guard
) -> Json:
    six = _base(figures, moment)
    four = put_together(six)
    rate = figures.rates[moment - 1]
    forbidden = rate is not None and (
        guard.forbids(*_around(rate, six))
        or guard.forbids_rate(_projects_in_rate(facts, moment, figures.reference_date, rulings))
    )
    if guard.forbids(*four.values()):
        return LEFT_OUT
    six_may_be_shown = not guard.forbids(*six.values())
    return {
        "six": six if six_may_be_shown else None,
        "four": None if six_may_be_shown else four,
        "over_all": None,
        "rate": asdict(rate) | {"percent": rate.percent} if rate and not forbidden else None,
        "rate_left_out": forbidden,
    }


def put_together(six: Counts) -> Counts:
    """Four outcomes out of six: what cannot be found out, was not asked and is not yet due are all not known."""
    return {
        "reached": six["reached"],
        "missed": six["missed"],
        "not_known": sum(six[outcome] for outcome in NOT_KNOWN),
        "not_applicable": six["not_applicable"],
    }


def _base(figures: CohortFigures, moment: int) -> Counts:
    counts = figures.counts if moment == 1 else figures.enrolled_counts
    return asdict(counts[moment - 1])


def _over_all(figures: CohortFigures, place: int) -> Counts | None:
    return asdict(figures.counts[place]) if place else None


def _is_shown(moment: Json) -> bool:
    return bool(moment["six"] or moment["four"])


def _all_may_be_shown(figures: CohortFigures, moments: list[Json], guard: Guard) -> bool:
    """Every outcome of every moment, over all and over the enrolled, and what is left when one takes them away."""
    if not all(moment["six"] for moment in moments):
        return False
    return not any(
        guard.forbids(*over_all.values(), *(over_all[name] - enrolled[name] for name in over_all))
        for over_all, enrolled in (
            (asdict(figures.counts[place]), asdict(figures.enrolled_counts[place])) for place in (1, 2)
        )
    )


def _taking_part(figures: CohortFigures, guard: Guard) -> int | None:
    """Those for whom no enrolment exists; the others to whom moment 1 does not apply follow from it."""
    others = figures.counts[0].not_applicable - figures.taking_part
    return None if guard.forbids(figures.taking_part, others) else figures.taking_part


def _around(rate: Rate, counts: Counts) -> tuple[int, ...]:
    """What a rate tells beside its table: who counts in it, and who has reached or missed but does not count yet."""
    missed = rate.denominator - rate.reached
    return (rate.reached, missed, counts["reached"] - rate.reached, counts["missed"] - missed)


def _projects_in_rate(
    facts: Sequence[TrajectoryFacts], moment: int, reference_date: date, rulings: Rulings
) -> Iterable[int]:
    known = (MomentState.REACHED, MomentState.MISSED)
    return {
        fact.project
        for fact in facts
        if fact.started_on <= reference_date
        and horizon_has_passed(fact, moment, reference_date, rulings)
        and states(fact, reference_date, rulings)[moment - 1] in known
    }
