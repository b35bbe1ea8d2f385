"""A trajectory as the coordinator may see it: code, status, moments. There is no field for a child's name or a note.

And a signal: what it is about, where it stands, and the one text that its reader may read.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ambassadors.enums import Strategy
from trajectories.enums import (
    CLOSED_SIGNALS,
    CommitmentState,
    Intensity,
    MomentState,
    SignalAbout,
    SignalState,
    Status,
)
from trajectories.moments import States, TrajectoryFacts


def rings_of(states: States) -> list[str]:
    """The three states in the words of the house's rings: what nobody asked yet is an open one."""
    return ["open" if state == MomentState.NOT_ASKED else str(state) for state in states]


@dataclass(frozen=True)
class TrajectoryCard:
    """`status` and `strategy` are codes of their lists; `facts` hold dates only."""

    uuid: UUID
    code: str
    project: str
    started_on: date
    cohort: int
    strategy: str
    status: str
    status_since: date | None
    states: States
    facts: TrajectoryFacts

    @property
    def rings(self) -> list[str]:
        return rings_of(self.states)

    @property
    def status_words(self) -> str:
        return str(Status(self.status).label)

    @property
    def strategy_words(self) -> str:
        return str(Strategy(self.strategy).label)


@dataclass(frozen=True)
class SignalCard:
    """`text` is the ambassador's note, or for a coordinator what was written for them (empty: nothing was)."""

    uuid: UUID
    project: str
    about: str
    noticed_on: date
    state: str
    since: date
    text: str

    @property
    def about_words(self) -> str:
        return SignalAbout(self.about).words

    @property
    def state_words(self) -> str:
        return str(SignalState(self.state).label)

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED_SIGNALS

    @property
    def waits(self) -> bool:
        """Passed on, and nobody answered."""
        return self.state == SignalState.PASSED_ON


@dataclass(frozen=True)
class ProviderCard:
    """A provider's trajectory, for ambassador and coordinator alike; `contacts` counts those that one may count."""

    uuid: UUID
    provider: str
    project: str
    ambassador: str
    is_walked: bool
    started_on: date
    closed_on: date | None
    intensity: str
    commitment: str
    commitment_on: date | None
    places: int | None
    contacts: int
    last_contact_on: date | None

    @property
    def commitment_words(self) -> str:
        return str(CommitmentState(self.commitment).label) if self.commitment else ""

    @property
    def intensity_words(self) -> str:
        return str(Intensity(self.intensity).label)
