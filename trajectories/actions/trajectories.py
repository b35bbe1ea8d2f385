"""Start a trajectory, and say where it stands."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.access import controller_of
from ambassadors.models import Appointment
from organisations import audit
from organisations.access import check
from organisations.models import Membership, set_fields
from trajectories.access import check_may_change, check_may_guide
from trajectories.actions.participants import check_is_free
from trajectories.enums import Basis, Status
from trajectories.models import (
    Assignment,
    Participant,
    Provider,
    Trajectory,
    TrajectoryStatus,
    TrajectoryThreshold,
)
from trajectories.ownership import appointments_with_data


@transaction.atomic
def start_trajectory(
    *,
    uuid: UUID,
    participant: Participant,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Trajectory:
    """A trajectory of `participant` in the project of `appointment`, assigned to it, with its first status.

    `uuid` was chosen by the phone; `values`: columns, and `thresholds` as a list of codes. Raises ValidationError when
    a column cannot be.
    """
    check_is_free(Trajectory, uuid)
    check_may_guide(by)
    check(appointments_with_data(by, today).filter(pk=appointment.pk).exists())
    check(controller_of(appointment) == participant.controller)
    if participant.withdrawn_on:
        raise ValidationError(_("They no longer want to be recorded, so no new trajectory can start."))
    columns = {name: value for name, value in values.items() if name != "thresholds"}
    trajectory = Trajectory(
        uuid=uuid, participant=participant, project=appointment.project, logged_at=logged_at, received_at=now, **columns
    )
    trajectory.validate_constraints()
    trajectory.save()
    _set_thresholds(trajectory, values["thresholds"])
    Assignment.objects.create(trajectory=trajectory, appointment=appointment, starts_on=trajectory.started_on)
    add_status(trajectory, Status.REGISTERED, trajectory.started_on, logged_at=logged_at, now=now)
    record("created", trajectory, by=by)
    return trajectory


@transaction.atomic
def change_trajectory(
    trajectory: Trajectory, *, version: int, values: dict[str, Any], by: Membership, today: date
) -> Trajectory:
    """Raises StaleVersionError when someone else was first, ValidationError when what is on record forbids it."""
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory).claim_version(version)
    if values.get("shielded", row.shielded) and not row.shielded:
        _check_walks_along(row, by, today)
    changed = set_fields(row, {name: value for name, value in values.items() if name != "thresholds"})
    _check_facts_after_start(row)
    row.validate_constraints()
    row.save()
    if _set_thresholds(row, values["thresholds"]):
        changed.append("thresholds")
    record("changed", row, by=by, fields=changed)
    return row


@transaction.atomic
def turn_status(
    trajectory: Trajectory, *, values: dict[str, Any], by: Membership, logged_at: datetime, now: datetime, today: date
) -> TrajectoryStatus:
    """A new status from a day on: `values` are status, date, reason, and of a waiting list the provider.

    Closed ones may be opened again. Raises ValidationError.
    """
    check_may_change(by, trajectory, today=today)
    status, day = values["status"], values["date"]
    check_day(trajectory, day, today=today)
    if status == status_on(trajectory, day):
        raise ValidationError(_("The trajectory already stands there on that day."), code="status")
    if status == Status.STOPPED and not values["reason"].strip():
        raise ValidationError(_("Write why it stopped."), code="reason")
    provider = values.get("provider") if status == Status.WAITING else None
    if status == Status.WAITING and provider is None:
        raise ValidationError(_("Choose whose waiting list it is."), code="provider")
    row = add_status(trajectory, status, day, reason=values["reason"], provider=provider, logged_at=logged_at, now=now)
    record("turned", trajectory, by=by, fields=["status"])
    return row


def add_status(
    trajectory: Trajectory,
    status: str,
    day: date,
    *,
    logged_at: datetime,
    now: datetime,
    reason: str = "",
    provider: Provider | None = None,
) -> TrajectoryStatus:
    return TrajectoryStatus.objects.create(
        trajectory=trajectory,
        status=status,
        date=day,
        reason=reason,
        provider=provider,
        logged_at=logged_at,
        received_at=now,
    )


def _check_walks_along(row: Trajectory, by: Membership, today: date) -> None:
    """Whoever shields a trajectory without walking along would shut themself out, and perhaps everybody."""
    if not Trajectory.objects.walked_by(by, today=today).filter(pk=row.pk).exists():
        raise ValidationError(_("Only who walks along can shield this trajectory."), code="shielded")


def status_on(trajectory: Trajectory, day: date, *, received_by: datetime | None = None) -> str | None:
    """The status on a day, as far as was known at `received_by`; None before the first one."""
    rows = trajectory.statuses.filter(date__lte=day).order_by("-date", "-id")
    newest = (rows.filter(received_at__lte=received_by) if received_by else rows).first()
    return newest.status if newest else None


def check_day(trajectory: Trajectory, day: date, *, today: date, field: str = "date") -> None:
    """A fact lies between the start of its trajectory and today. Raises ValidationError on `field`."""
    if day > today:
        raise ValidationError(_("The date cannot lie in the future."), code=field)
    if day < trajectory.started_on:
        start = f"{trajectory.started_on:%d/%m/%Y}"
        raise ValidationError(_("The trajectory only started on %(start)s.") % {"start": start}, code=field)


def record(verb: str, trajectory: Trajectory, *, by: Membership, fields: Any = ()) -> None:
    """In the trail of the controller."""
    audit.record(verb, trajectory, by=by, fields=fields, organisation=trajectory.participant.controller)


def locked(trajectory: Trajectory) -> Trajectory:
    """The row as it is now, held until the end of the transaction, with its participant."""
    rows = Trajectory.objects.select_related("participant__controller").select_for_update(of=("self",))
    return rows.get(pk=trajectory.pk)


def _set_thresholds(trajectory: Trajectory, wanted: list[str]) -> bool:
    """Make the rows match; True when something changed."""
    known = set(trajectory.thresholds.values_list("threshold", flat=True))
    trajectory.thresholds.exclude(threshold__in=wanted).delete()
    TrajectoryThreshold.objects.bulk_create(
        TrajectoryThreshold(trajectory=trajectory, threshold=code) for code in wanted if code not in known
    )
    return known != set(wanted)


def _check_facts_after_start(trajectory: Trajectory) -> None:
    """Raises ValidationError when something on record would come to lie before the start, or outside the basis.

    The first status goes along with the start: it says nothing else.
    """
    first, *others = trajectory.statuses.order_by("date", "id")
    later = [
        *(row.date for row in others),
        *trajectory.trials.values_list("date", flat=True),
        *trajectory.enrolments.values_list("date", flat=True),
    ]
    if later and min(later) < trajectory.started_on:
        raise ValidationError(_("Something on record happened before that day."), code="started_on")
    if trajectory.basis == Basis.NO_ENROLMENT and trajectory.enrolments.exists():
        raise ValidationError(_("There is an enrolment on record. Remove it first."), code="basis")
    trajectory.statuses.filter(pk=first.pk).update(date=trajectory.started_on)
