"""A trajectory as the coordinator may see it: code, status, moments. There is no field for a name or a note."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trajectories.moments import States, TrajectoryFacts


@dataclass(frozen=True)
class TrajectoryCard:
    """`status` and `strategy` are codes of their lists; `facts` hold dates only."""

    uuid: UUID
    code: str
    project: str
    started_on: date
    strategy: str
    status: str
    status_since: date | None
    states: States
    facts: TrajectoryFacts
