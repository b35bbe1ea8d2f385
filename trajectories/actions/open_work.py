"""Log activities and results, and keep them up to date."""

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
from trajectories.access import check_may_change_activity, check_may_change_result, check_may_guide
from trajectories.actions.participants import check_is_free
from trajectories.enums import OPEN_RESULTS
from trajectories.models import Activity, Provider, Result, Signal

Row = Activity | Result | Signal


@transaction.atomic
def log_activity(
    *,
    uuid: UUID,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Activity:
    """An activity under `appointment`. The phone chose `uuid`; `values`: columns, and `providers` as a list.

    Raises ValidationError.
    """
    check_not_to_come(values["date"], today)
    activity = Activity(uuid=uuid, **columns_of(values))
    begin(activity, appointment, by=by, logged_at=logged_at, now=now, today=today)
    activity.providers.set(values["providers"])
    audit.record("logged", activity, by=by, organisation=activity.controller)
    return activity


@transaction.atomic
def change_activity(
    activity: Activity, *, version: int, values: dict[str, Any], by: Membership, today: date
) -> Activity:
    """Raises StaleVersionError when someone else was first, ValidationError when a column cannot be."""
    check_may_change_activity(by, activity, today=today)
    check_not_to_come(values["date"], today)
    _change(activity, version, values, by, today)
    return activity


@transaction.atomic
def add_result(
    *,
    uuid: UUID,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Result:
    """A result, planned or there, under `appointment`. `values` as for an activity. Raises ValidationError."""
    _check_result_day(values, today)
    result = Result(uuid=uuid, **columns_of(values))
    begin(result, appointment, by=by, logged_at=logged_at, now=now, today=today)
    result.providers.set(values["providers"])
    audit.record("created", result, by=by, organisation=result.controller)
    return result


@transaction.atomic
def change_result(result: Result, *, version: int, values: dict[str, Any], by: Membership, today: date) -> Result:
    """Raises StaleVersionError when someone else was first, ValidationError when a column cannot be."""
    check_may_change_result(by, result, today=today)
    _check_result_day(values, today)
    _change(result, version, values, by, today)
    return result


def columns_of(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "providers"}


def begin(
    row: Row, appointment: Appointment, *, by: Membership, logged_at: datetime, now: datetime, today: date
) -> None:
    """Save a new row for the project of one's own appointment. Raises ValidationError when its columns cannot be."""
    check_may_guide(by)
    check(appointment.membership_id == by.pk and appointment.is_active(today))
    check_is_free(type(row), row.uuid)
    row.project, row.membership = appointment.project, by
    row.controller = controller_of(appointment) or by.organisation
    row.logged_at, row.received_at = logged_at, now
    row.validate_constraints()
    row.save()


def _change(row: Activity | Result, version: int, values: dict[str, Any], by: Membership, today: date) -> None:
    row.claim_version(version)
    changed = set_fields(row, columns_of(values))
    row.validate_constraints()
    row.save()
    if _set_providers(row, values["providers"], by, today):
        changed.append("providers")
    audit.record("changed", row, by=by, fields=changed, organisation=row.controller)


def _set_providers(row: Activity | Result, wanted: list[Provider], by: Membership, today: date) -> bool:
    """Make the rows match, but for those that `by` does not know; True when something changed."""
    known = Provider.objects.visible_to(by, today=today).values("pk")
    if set(row.providers.filter(pk__in=known)) == set(wanted):
        return False
    row.providers.set([*wanted, *row.providers.exclude(pk__in=known)])
    return True


def check_not_to_come(day: date, today: date) -> None:
    if day > today:
        raise ValidationError(_("The date cannot lie in the future."), code="date")


def _check_result_day(values: dict[str, Any], today: date) -> None:
    """What is still to come may lie ahead; what is there, or was given up, has happened."""
    if values["state"] not in OPEN_RESULTS:
        check_not_to_come(values["date"], today)
