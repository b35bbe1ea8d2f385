"""Who walks along: beside somebody, in their place, no longer, or again."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.models import Appointment
from ambassadors.querysets import active_on
from organisations.access import check
from organisations.models import Membership
from trajectories.access import check_may_change, check_may_reassign
from trajectories.actions.trajectories import locked, record
from trajectories.models import Assignment, Trajectory
from trajectories.ownership import appointments_to_assign


@transaction.atomic
def assign(
    trajectory: Trajectory, *, appointment: Appointment, in_my_place: bool = False, by: Membership, today: date
) -> Trajectory:
    """Let a colleague (or oneself) walk along from today: beside who does already, or in the place of `by`.

    It stays one trajectory of one project: it counts once. Raises ValidationError when they walk along already.
    """
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    _begin(row, appointment, by=by, today=today)
    if in_my_place:
        _end(row, by=by, today=today)
    return row


@transaction.atomic
def end_assignment(trajectory: Trajectory, *, by: Membership, today: date) -> Trajectory:
    """Today is the last day on which `by` walks along. Who is left over is shown as ownerless, never hidden."""
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    _end(row, by=by, today=today)
    return row


@transaction.atomic
def restore_assignment(trajectory: Trajectory, *, by: Membership, today: date) -> Trajectory:
    """Walk along after all: the last day is taken back, as long as it has not passed."""
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    mine = row.assignments.filter(active_on(today), appointment__membership=by)
    if mine.filter(ends_on__isnull=False).exists() and not mine.filter(ends_on=None).exists():
        latest = mine.latest("pk")
        mine.filter(pk=latest.pk).update(ends_on=None)
        record("assigned", row, by=by, fields=["ends_on"])
    return row


@transaction.atomic
def reassign(*, trajectories: Sequence[Trajectory], appointment: Appointment, by: Membership, today: date) -> None:
    """The coordinator gives trajectories that nobody has, known by their codes, to somebody who works on the project.

    Who left, leaves them on their last day; who is absent stays assigned, and is back beside the successor later.
    Raises ValidationError when somebody else was first.
    """
    check_may_reassign(by)
    keys = {row.pk for row in trajectories}
    mine = Trajectory.objects.countable_by(by, today=today).filter(pk__in=keys)
    check(mine.count() == len(keys))
    if mine.ownerless(today=today).count() != len(keys):
        raise ValidationError(_("Somebody walks along again with one of them. Look at the list once more."))
    for row in mine.select_related("participant__controller").order_by("pk"):
        _begin(locked(row), appointment, by=by, today=today)
        _close_left_behind(row, today)


def _begin(row: Trajectory, appointment: Appointment, *, by: Membership, today: date) -> None:
    check(appointments_to_assign(row, today).filter(pk=appointment.pk).exists())
    if row.assignments.filter(appointment=appointment, ends_on=None).exists():
        raise ValidationError(_("This colleague already walks along."), code="appointment")
    Assignment.objects.create(trajectory=row, appointment=appointment, starts_on=today)
    record("assigned", row, by=by, fields=["assignments"])


def _end(row: Trajectory, *, by: Membership, today: date) -> None:
    mine = row.assignments.filter(appointment__membership=by, ends_on=None, starts_on__lte=today)
    if not mine.update(ends_on=today):
        raise ValidationError(_("You do not walk along with this trajectory."))
    record("left", row, by=by, fields=["ends_on"])


def _close_left_behind(row: Trajectory, today: date) -> None:
    """Give the assignments of who left the project the last day that they in fact had."""
    for left in row.assignments.filter(ends_on=None).select_related("appointment__membership"):
        last_day = left.appointment.ends_on
        if left.appointment.membership.ended_at and (last_day is None or last_day >= today):
            last_day = today - timedelta(days=1)
        if last_day and last_day < today:
            Assignment.objects.filter(pk=left.pk).update(ends_on=max(last_day, left.starts_on))
