"""Mark what arrives after its trajectory has moved on. It is taken all the same: an entry is never lost."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from organisations.models import Membership
from trajectories.enums import CLOSED_STATUSES, LateReason, Status
from trajectories.models import LateEntry, Trajectory, TrajectoryStatus

AT_ONCE = timedelta(minutes=1)  # what was sent within it never waited


def late_reasons(
    trajectories: Iterable[Trajectory], *, by: Membership, logged_at: datetime, now: datetime, today: date
) -> dict[Trajectory, LateReason]:
    """What changed about each of `trajectories` since `logged_at`; ask before the entry itself is written."""
    if now - logged_at <= AT_ONCE or not (rows := list(trajectories)):
        return {}
    keys, day = [row.pk for row in rows], timezone.localdate(logged_at)
    mine = Trajectory.objects.filter(pk__in=keys)
    left = _worked_on(mine, by, day) - _worked_on(mine, by, today)
    closed = _closed_since(keys, logged_at, today)
    reasons = {row: closed.get(row.pk) or (LateReason.REASSIGNED if row.pk in left else None) for row in rows}
    return {row: reason for row, reason in reasons.items() if reason}


def _worked_on(rows: Any, by: Membership, day: date) -> set[int]:
    return set(rows.visible_to(by, today=day).walked_by(by, today=day).values_list("pk", flat=True))


def _closed_since(keys: list[int], logged_at: datetime, today: date) -> dict[int, LateReason]:
    newest: dict[int, TrajectoryStatus] = {}
    for row in TrajectoryStatus.objects.filter(trajectory__in=keys, date__lte=today).order_by("date", "id"):
        newest[row.trajectory_id] = row
    return {
        key: LateReason.HANDED_OVER if row.status == Status.HANDED_OVER else LateReason.CLOSED
        for key, row in newest.items()
        if row.status in CLOSED_STATUSES and row.received_at > logged_at
    }


def mark_late(
    reasons: dict[Trajectory, LateReason], *, kind: str, by: Membership, logged_at: datetime, now: datetime
) -> None:
    LateEntry.objects.bulk_create(
        LateEntry(trajectory=row, membership=by, kind=kind, reason=reason, logged_at=logged_at, received_at=now)
        for row, reason in reasons.items()
    )
