"""The learning networks in numbers: facts in, sums out. Attendances are attendances: who came twice counts twice."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from networks.enums import TO_COME, SessionState


@dataclass(frozen=True)
class SessionFact:
    """One session as figures see it. `head_count` is None while nobody counted."""

    state: str
    head_count: int | None = None
    date: datetime.date | None = None


@dataclass(frozen=True)
class Totals:
    """`uncounted` of the `held` sessions have no head count: `attendances` is the sum of the others."""

    held: int
    to_come: int
    cancelled: int
    attendances: int
    uncounted: int


@dataclass(frozen=True)
class Promise:
    """So many promised, so many held."""

    promised: int
    held: int

    @property
    def is_kept(self) -> bool:
        return self.held >= self.promised


def totals(sessions: Iterable[SessionFact]) -> Totals:
    """Count the sessions by state, and add up who came to those that were held."""
    known = list(sessions)
    held = [session for session in known if session.state == SessionState.HELD]
    return Totals(
        held=len(held),
        to_come=sum(session.state in TO_COME for session in known),
        cancelled=sum(session.state == SessionState.CANCELLED for session in known),
        attendances=sum(session.head_count or 0 for session in held),
        uncounted=sum(session.head_count is None for session in held),
    )


def promise(promised: int | None, sessions: Iterable[SessionFact]) -> Promise | None:
    """What was promised against what was held; None where no number was promised."""
    return None if promised is None else Promise(promised, totals(sessions).held)
