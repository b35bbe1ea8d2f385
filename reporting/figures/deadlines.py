"""When the moments of a cohort are known, from the rulings that its report was made with."""

from datetime import date
from typing import Any

from organisations.rulings import Rulings
from trajectories.calendar import moment_three_due_on

Json = dict[str, Any]


def rulings_of(figures: Json) -> Rulings:
    """Those of the day the report was made; a ruling that came later has its default."""
    known = {name: value for name, value in figures["rulings"].items() if name in Rulings.__dataclass_fields__}
    return Rulings(**known)


def reenrolment_known_on(figures: Json) -> date:
    """15 November of the working year after the cohort's own."""
    return moment_three_due_on(figures["cohort"], rulings_of(figures))
