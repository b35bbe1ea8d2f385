"""Who walks along, and how things stand around a trajectory: parts of pages, read once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.enums import Status
from trajectories.follow_up import closing_until, has_withdrawn
from trajectories.models import Participant, Trajectory


@dataclass(frozen=True)
class Companion:
    """Somebody who walks along, or did. `state`: "walking", "absent", "ending" (today is the last day) or "gone"."""

    name: str
    since: date
    until: date | None
    state: str
    is_me: bool
    appointment: Any

    @property
    def has_folder(self) -> bool:
        """What they leave behind can be read together by who came after."""
        return not self.is_me and self.state in ("absent", "gone")


def companions(trajectory: Trajectory, membership: Membership, today: date) -> list[Companion]:
    """Those of now first."""
    rows = trajectory.assignments.select_related("appointment__membership__user")
    found = [_companion(row, membership, today) for row in rows]
    return sorted(found, key=lambda one: (one.state == "gone", one.since))


def _companion(row: Any, membership: Membership, today: date) -> Companion:
    appointment = row.appointment
    until = min((day for day in (row.ends_on, appointment.ends_on) if day), default=None)
    return Companion(
        name=appointment.membership.user.display_name,
        since=row.starts_on,
        until=until,
        state=_state(row, until, today),
        is_me=appointment.membership_id == membership.pk,
        appointment=appointment,
    )


def _state(row: Any, until: date | None, today: date) -> str:
    person = row.appointment.membership
    if (until and until < today) or not (person.is_active and person.user.is_active):
        return "gone"
    if row.appointment.is_absent(today):
        return "absent"
    return "ending" if row.ends_on else "walking"


def is_ownerless(found: list[Companion]) -> bool:
    return not any(one.state in ("walking", "ending") for one in found)


def walks_along(found: list[Companion]) -> bool:
    """Whether the reader does, and has set no last day."""
    return any(one.is_me and one.state in ("walking", "absent") for one in found)


@dataclass(frozen=True)
class Withdrawal:
    """What it means today that somebody withdrew: `notes_until` is empty when nothing more may be noted."""

    since: date
    notes_until: date | None


def withdrawal(participant: Participant, today: date, *, is_closed: bool) -> Withdrawal | None:
    since = participant.withdrawn_on
    if since is None or not has_withdrawn(since, today):
        return None
    last_day = closing_until(since, rulings())
    return Withdrawal(since, None if is_closed or today > last_day else last_day)


def waits_at(trajectory: Trajectory, today: date) -> Any:
    """The provider on whose list it waits; None when that is not known, or it does not wait."""
    known = [row for row in trajectory.statuses.all() if row.date <= today]
    latest = known[-1] if known else None
    return latest.provider if latest and latest.status == Status.WAITING else None
