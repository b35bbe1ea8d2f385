"""The three moments by cohort, as values that fit in JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from organisations.rulings import Rulings
from reporting.figures.guard import Guard
from trajectories.enums import MomentState
from trajectories.figures import CohortFigures, MomentCounts, Rate, cohort, cohort_of, horizon_has_passed
from trajectories.moments import TrajectoryFacts, states

Json = dict[str, Any]
MOMENTS = (1, 2, 3)
LEFT_OUT: Json = {"counts": None, "of_enrolled": None, "rate": None, "left_out": True, "rate_left_out": False}


def cohort_json(
    trajectories: Iterable[TrajectoryFacts], year: int, reference_date: date, rulings: Rulings, guard: Guard
) -> Json:
    """One cohort: how many started, and each moment in its six states, with its rate.

    `counts` is over all that started; `of_enrolled` (moments 2 and 3) over those who enrolled. A rate is
    {"reached", "denominator", "percent"}, or None where nobody's horizon has passed.
    """
    facts = [trajectory for trajectory in trajectories if cohort_of(trajectory, rulings) == year]
    figures = cohort(facts, year, reference_date, rulings)
    if guard.forbids(figures.started):
        return _cohort(figures, started=None, taking_part=None, moments=[LEFT_OUT] * 3)
    one = _moment(figures, 1, facts, rulings, guard, also=(figures.taking_part,))
    later = [_moment(figures, moment, facts, rulings, guard) for moment in (2, 3)]
    if one["left_out"]:
        return _cohort(figures, started=figures.started, taking_part=None, moments=[LEFT_OUT] * 3)
    return _cohort(figures, started=figures.started, taking_part=figures.taking_part, moments=[one, *later])


def _cohort(figures: CohortFigures, **values: Any) -> Json:
    return {"working_year": figures.working_year, "is_provisional": figures.is_provisional, **values}


def _moment(
    figures: CohortFigures,
    moment: int,
    facts: Sequence[TrajectoryFacts],
    rulings: Rulings,
    guard: Guard,
    also: tuple[int, ...] = (),
) -> Json:
    counts, enrolled = figures.counts[moment - 1], figures.enrolled_counts[moment - 1]
    of_enrolled = enrolled if moment > 1 else None
    if guard.forbids(*_cells(counts), *(_between(counts, enrolled) if of_enrolled else ()), *also):
        return LEFT_OUT
    rate = figures.rates[moment - 1]
    forbidden = rate is not None and (
        guard.forbids(*_around(rate, counts))
        or guard.forbids_rate(_projects_in_rate(facts, moment, figures.reference_date, rulings))
    )
    return {
        "counts": asdict(counts),
        "of_enrolled": asdict(of_enrolled) if of_enrolled else None,
        "rate": None if forbidden else _rate(rate),
        "left_out": False,
        "rate_left_out": forbidden,
    }


def _rate(rate: Rate | None) -> Json | None:
    return asdict(rate) | {"percent": rate.percent} if rate else None


def _cells(counts: MomentCounts) -> tuple[int, ...]:
    return tuple(asdict(counts).values())


def _between(counts: MomentCounts, enrolled: MomentCounts) -> tuple[int, ...]:
    """The cells of the enrolled, and what one finds by taking them from all that started."""
    return (*_cells(enrolled), *(all_ - part for all_, part in zip(_cells(counts), _cells(enrolled), strict=True)))


def _around(rate: Rate, counts: MomentCounts) -> tuple[int, ...]:
    """What a rate tells beside its table: who counts in it, and who has reached or missed but does not count yet."""
    missed = rate.denominator - rate.reached
    return (rate.reached, missed, counts.reached - rate.reached, counts.missed - missed)


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
