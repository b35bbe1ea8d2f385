"""Successful guidance by cohort, as a project agreed it, as values that fit in JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from ambassadors.enums import Support
from ambassadors.success import Definition
from organisations.rulings import Rulings
from reporting.figures.guard import Guard
from reporting.figures.moments import put_together
from trajectories.moments import TrajectoryFacts
from trajectories.success import SuccessFigure, success

Json = dict[str, Any]


def success_json(
    trajectories: Sequence[TrajectoryFacts],
    cohort: Json,
    reference_date: date,
    definition: Definition | None,
    rulings: Rulings,
    guard: Guard,
) -> Json | None:
    """None where nothing was agreed: then there is no figure.

    `counts`: reached, missed, not known and not applicable over all that started, None where they are left out;
    `rate` as that of a moment. Where the moment itself is left out, or told in less detail, this would tell more.
    """
    if definition is None:
        return None
    figure = success(trajectories, cohort["working_year"], reference_date, definition, rulings)
    agreed = {"moment": int(definition.moment), "support": str(definition.support)}
    counts = put_together(asdict(figure.counts))
    if _is_left_out(figure, cohort, counts, guard):
        return {**agreed, "counts": None, "rate": None}
    rate = None if guard.forbids_rate(figure.projects) else figure.rate
    return {**agreed, "counts": counts, "rate": asdict(rate) | {"percent": rate.percent} if rate else None}


def _is_left_out(figure: SuccessFigure, cohort: Json, counts: dict[str, int], guard: Guard) -> bool:
    """Whether this would tell more than the tables of the moments do, or would show a small number."""
    moment = cohort["moments"][figure.definition.moment - 1]
    in_full = moment["six"] if figure.definition.moment == 1 else moment["over_all"]
    if figure.definition.support == Support.EITHER:
        shown = in_full or (moment["four"] if figure.definition.moment == 1 else None)
        return shown is None or guard.forbids(*counts.values())
    if in_full is None:
        return True
    split = (figure.counts.missed - in_full["missed"], figure.counts.unknown - in_full["unknown"])
    return guard.forbids(*counts.values(), *split)
