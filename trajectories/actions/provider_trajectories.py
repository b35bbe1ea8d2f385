"""Walk along with a provider: start, change, and note commitments and changes as dated rows."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.models import Appointment
from organisations import audit
from organisations.access import check
from organisations.models import Membership, set_fields
from trajectories.access import check_may_guide, check_may_support
from trajectories.commitments import Dated, Objection, objection
from trajectories.enums import CommitmentState
from trajectories.models import Commitment, Provider, ProviderChange, ProviderTrajectory, SupportedTheme


@transaction.atomic
def start_provider_trajectory(
    *,
    provider: Provider,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> ProviderTrajectory:
    """In the project of `appointment`, walked by the actor. `values`: columns, and `themes` as a list of codes.

    Raises ValidationError, also when one runs already.
    """
    check_may_guide(by)
    check(appointment.membership_id == by.pk and appointment.is_active(today))
    check(Provider.objects.visible_to(by, today=today).filter(pk=provider.pk).exists())
    _check_past(values["started_on"], today, field="started_on")
    Provider.objects.select_for_update().get(pk=provider.pk)  # two who start at one moment
    columns = {name: value for name, value in values.items() if name != "themes"}
    row = ProviderTrajectory(
        provider=provider,
        project=appointment.project,
        walked_by=by,
        logged_at=logged_at,
        received_at=now,
        **columns,
    )
    row.validate_constraints()
    row.save()
    _set_themes(row, values["themes"])
    _record("created", row, by=by)
    return row


@transaction.atomic
def change_provider_trajectory(
    row: ProviderTrajectory, *, version: int, values: dict[str, Any], by: Membership, today: date
) -> ProviderTrajectory:
    """Also closes and opens again, and hands over (`walked_by`). Raises StaleVersionError or ValidationError."""
    check_may_support(by, row, today=today)
    Provider.objects.select_for_update().get(pk=row.provider_id)
    row.claim_version(version)
    changed = set_fields(row, {name: value for name, value in values.items() if name != "themes"})
    _check_past(row.started_on, today, field="started_on")
    if row.closed_on:
        _check_past(row.closed_on, today, field="closed_on")
    if row.closed_on and row.closed_on < row.started_on:
        raise ValidationError(_("It cannot close before it started."), code="closed_on")
    row.validate_constraints()
    row.save()
    if _set_themes(row, values["themes"]):
        changed.append("themes")
    _record("changed", row, by=by, fields=changed)
    return row


@transaction.atomic
def note_commitment(
    row: ProviderTrajectory,
    *,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Commitment:
    """What became of the engagement statement: `values` are state, date and remark. Raises ValidationError."""
    check_may_support(by, row, today=today)
    _check_past(values["date"], today)
    ProviderTrajectory.objects.select_for_update().get(pk=row.pk)
    known = [Dated(day, CommitmentState(state)) for day, state in row.commitments.values_list("date", "state")]
    if found := objection(known, Dated(values["date"], CommitmentState(values["state"]))):
        raise ValidationError(_sentence(found), code="state")
    made = Commitment.objects.create(provider_trajectory=row, logged_at=logged_at, received_at=now, **values)
    _record("logged", row, by=by, fields=["commitments"])
    return made


@transaction.atomic
def note_change(
    row: ProviderTrajectory,
    *,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> ProviderChange:
    """What changed at the provider: `values` are kind, date and remark. Raises ValidationError."""
    check_may_support(by, row, today=today)
    _check_past(values["date"], today)
    made = ProviderChange.objects.create(provider_trajectory=row, logged_at=logged_at, received_at=now, **values)
    _record("logged", row, by=by, fields=["changes"])
    return made


def _sentence(found: Objection) -> str:
    return {
        Objection.STANDS_ALREADY: _("That stands there already around that day. Choose another day or answer."),
        Objection.NOTHING_SIGNED: _("Nothing was signed on that day, so nothing can be withdrawn. Choose “refused”?"),
        Objection.IS_WITHDRAWN_LATER: _("Later it is withdrawn, so on that day it was signed. Check the date."),
    }[found]


def _check_past(day: date, today: date, *, field: str = "date") -> None:
    if day > today:
        raise ValidationError(_("The date cannot lie in the future."), code=field)


def _set_themes(row: ProviderTrajectory, wanted: list[str]) -> bool:
    """Make the rows match; True when something changed."""
    known = set(row.themes.values_list("theme", flat=True))
    row.themes.exclude(theme__in=wanted).delete()
    SupportedTheme.objects.bulk_create(
        SupportedTheme(provider_trajectory=row, theme=code) for code in wanted if code not in known
    )
    return known != set(wanted)


def _record(verb: str, row: ProviderTrajectory, *, by: Membership, fields: Any = ()) -> None:
    """In the trail of the organisation whose provider it is."""
    audit.record(verb, row, by=by, fields=fields, organisation=row.provider.organisation)
