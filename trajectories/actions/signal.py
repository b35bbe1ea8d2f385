"""Notice something that stands in the way, and take it further step by step."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.models import Appointment
from organisations import audit
from organisations.models import Membership, set_fields
from trajectories.access import check_may_change_signal
from trajectories.actions.open_work import begin, check_not_to_come
from trajectories.enums import SignalState
from trajectories.models import Signal, SignalStep


@transaction.atomic
def notice_signal(
    *,
    uuid: UUID,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Signal:
    """A signal under `appointment`, with its first step. The phone chose `uuid`; `values` are columns.

    Raises ValidationError.
    """
    check_not_to_come(values["date"], today)
    signal = Signal(uuid=uuid, **values)
    begin(signal, appointment, by=by, logged_at=logged_at, now=now, today=today)
    SignalStep.objects.create(
        signal=signal,
        membership=by,
        state=SignalState.NOTICED,
        date=signal.date,
        logged_at=logged_at,
        received_at=now,
    )
    audit.record("logged", signal, by=by, organisation=signal.controller)
    return signal


@transaction.atomic
def change_signal(signal: Signal, *, version: int, values: dict[str, Any], by: Membership, today: date) -> Signal:
    """What it is about, the note, and what is shared. Raises StaleVersionError when someone else was first."""
    check_may_change_signal(by, signal, today=today)
    signal.claim_version(version)
    changed = set_fields(signal, values)
    signal.validate_constraints()
    signal.save()
    audit.record("changed", signal, by=by, fields=changed, organisation=signal.controller)
    return signal


@transaction.atomic
def take_signal_further(
    signal: Signal, *, values: dict[str, Any], by: Membership, logged_at: datetime, now: datetime, today: date
) -> SignalStep:
    """A new step: `values` are state, date, passed_to, passed_to_who and note. A closed signal may be opened again.

    Passing on may be done twice, to others. Raises ValidationError.
    """
    check_may_change_signal(by, signal, today=today)
    day, state = values["date"], values["state"]
    check_not_to_come(day, today)
    if day < signal.date:
        raise ValidationError(_("The signal was only noticed on %(day)s.") % {"day": f"{signal.date:%d/%m/%Y}"}, "date")
    if state == _state_on(signal, day) != SignalState.PASSED_ON:
        raise ValidationError(_("The signal already stands there on that day."), code="state")
    step = SignalStep(signal=signal, membership=by, logged_at=logged_at, received_at=now, **values)
    step.validate_constraints()
    step.save()
    audit.record("turned", signal, by=by, fields=["state"], organisation=signal.controller)
    return step


def _state_on(signal: Signal, day: date) -> str | None:
    newest = signal.steps.filter(date__lte=day).order_by("-date", "-id").first()
    return newest.state if newest else None
