"""Record a child or young person, and how to reach them."""

import secrets
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from ambassadors.access import controller_of
from ambassadors.models import Appointment
from organisations import audit
from organisations.access import check
from organisations.models import Membership, set_fields
from trajectories.access import check_may_guide, check_may_register
from trajectories.codes import make_code
from trajectories.models import ContactDetails, Participant
from trajectories.ownership import appointments_with_data

TRIES_PER_LENGTH = 8


@transaction.atomic
def register_participant(
    *,
    uuid: UUID,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Participant:
    """A new participant of the controller under whom `appointment` works, with a code of its own.

    The phone chose `uuid`: without reception it can thus write about them already. Raises PermissionDenied without a
    controller (an external employer needs an agreement on file), ValidationError when the uuid is somebody else's.
    """
    check_is_free(Participant, uuid)
    check_may_register(by, today=today)
    check(appointments_with_data(by, today).filter(pk=appointment.pk).exists())
    controller = controller_of(appointment)
    participant = Participant(uuid=uuid, controller=controller, registered_by=by, logged_at=logged_at, received_at=now)
    set_fields(participant, values | _explained_by(values, by))
    participant.code = new_code()
    participant.save()
    audit.record("created", participant, by=by, organisation=participant.controller)
    return participant


def check_is_free(model: type[Model], uuid: UUID) -> None:
    """No phone ever makes an address twice; whoever forges one gets a sentence."""
    if model._default_manager.filter(uuid=uuid).exists():
        raise ValidationError(_("This form is incomplete. Reload the page and try again."))


def new_code() -> str:
    """A random code that nobody has, longer when the short ones run out. The database holds the last word."""
    for length in (4, 5, 6):
        tried = [make_code(secrets.choice, length=length) for _ in range(TRIES_PER_LENGTH)]
        taken = set(Participant.objects.filter(code__in=tried).values_list("code", flat=True))
        if free := [code for code in tried if code not in taken]:
            return free[0]
    raise RuntimeError("No free code was found.")


@transaction.atomic
def change_participant(
    participant: Participant, *, version: int, values: dict[str, Any], by: Membership
) -> Participant:
    """Raises StaleVersionError when someone else was first."""
    check_may_guide(by)
    participant.claim_version(version)
    fresh = values.get("explained_on") != participant.explained_on or not participant.explained_by_id
    changed = set_fields(participant, values | (_explained_by(values, by) if fresh else {}))
    participant.save()
    audit.record("changed", participant, by=by, fields=changed, organisation=participant.controller)
    return participant


def _explained_by(values: dict[str, Any], by: Membership) -> dict[str, Any]:
    return {"explained_by": by if values.get("explained_on") else None}


@transaction.atomic
def keep_contact_details(
    participant: Participant, *, version: int, values: dict[str, Any], by: Membership
) -> ContactDetails:
    """Write down how to reach them, for the first time (version 0) or again. Raises StaleVersionError."""
    check_may_guide(by)
    details, _made = ContactDetails.objects.get_or_create(participant=participant, defaults={"version": 0})
    details.claim_version(version)
    changed = set_fields(details, values)
    details.save()
    audit.record("changed contact details", participant, by=by, fields=changed, organisation=participant.controller)
    return details
