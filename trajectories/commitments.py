"""What a provider committed to, as dated states, and which state can stand where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from trajectories.enums import CommitmentState


class Objection(Enum):
    """Why a state cannot stand between its neighbours."""

    STANDS_ALREADY = "stands already"
    NOTHING_SIGNED = "nothing signed"
    IS_WITHDRAWN_LATER = "is withdrawn later"


@dataclass(frozen=True)
class Dated:
    day: date
    state: CommitmentState


def standing(rows: Sequence[Dated], day: date) -> Dated | None:
    """What stands on a day. `rows` are in order; of one day the last one counts."""
    return next((row for row in reversed(rows) if row.day <= day), None)


def objection(rows: Sequence[Dated], new: Dated) -> Objection | None:
    """Why `new` cannot be added to `rows` (in order), behind what stands on its day; None when it can.

    Nothing stands twice in a row, and only what was signed can be withdrawn. All else is possible: a refusal at once,
    asking again, signing again.
    """
    before = standing(rows, new.day)
    after = next((row for row in rows if row.day > new.day), None)
    if new.state in (before and before.state, after and after.state):
        return Objection.STANDS_ALREADY
    if new.state == CommitmentState.WITHDRAWN and (before is None or before.state != CommitmentState.SIGNED):
        return Objection.NOTHING_SIGNED
    if after and after.state == CommitmentState.WITHDRAWN and new.state != CommitmentState.SIGNED:
        return Objection.IS_WITHDRAWN_LATER
    return None
