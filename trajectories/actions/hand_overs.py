"""Hand a child over to another organisation. Nothing is copied before the family agreed and somebody there accepts."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.access import controller_of
from ambassadors.models import Appointment
from organisations import audit
from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.access import check_may_change, check_may_guide
from trajectories.actions.participants import register_participant
from trajectories.actions.trajectories import add_status, locked, record, start_trajectory, status_on
from trajectories.codes import make_code
from trajectories.enums import Basis, ReferredBy, Status
from trajectories.models import ContactDetails, HandOver, Participant, Trajectory

CODE_LENGTH = 6
ENDED = (Status.STOPPED, Status.HANDED_OVER)
REACH = ("reached_through", "phone", "email", "address")


@transaction.atomic
def offer_hand_over(
    trajectory: Trajectory, *, values: dict[str, Any], by: Membership, logged_at: datetime, now: datetime, today: date
) -> HandOver:
    """Offer it to another organisation, with a code to pass on by voice. The trajectory runs on until they accept.

    `values`: to_organisation, agreed_by, agreed_on, takes_contact_details. Raises ValidationError.
    """
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    _check_may_be_offered(row, values, today)
    row.hand_overs.filter(accepted_on=None, undone_on=None, expires_on__lt=today).update(undone_on=today, undone_by=by)
    hand_over = HandOver(
        trajectory=row,
        offered_by=by,
        date=today,
        code=make_code(secrets.choice, length=CODE_LENGTH),
        expires_on=today + timedelta(days=rulings().hand_over_days),
        logged_at=logged_at,
        received_at=now,
        **values,
    )
    hand_over.validate_constraints()
    hand_over.save()
    record("offered", row, by=by, fields=["hand_overs"])
    return hand_over


def _check_may_be_offered(row: Trajectory, values: dict[str, Any], today: date) -> None:
    if row.participant.withdrawn_on:
        raise ValidationError(_("They no longer want to be recorded, so nothing can be handed over."))
    if status_on(row, today) in ENDED:
        raise ValidationError(_("This trajectory has ended. Open it again first, with another status."))
    if values["to_organisation"] == row.participant.controller:
        sentence = _("That is your own organisation. Choose a colleague under “Who walks along”.")
        raise ValidationError(sentence, code="to_organisation")
    if values["agreed_on"] > today:
        raise ValidationError(_("The date cannot lie in the future."), code="agreed_on")


@transaction.atomic
def undo_hand_over(hand_over: HandOver, *, by: Membership, today: date) -> bool:
    """Take the offer back while nobody accepted it; False when there is nothing to take back (any more)."""
    check_may_change(by, hand_over.trajectory, today=today)
    row = locked(hand_over.trajectory)
    open_ones = row.hand_overs.filter(pk=hand_over.pk, accepted_on=None, undone_on=None)
    if not open_ones.update(undone_on=today, undone_by=by, code=""):
        return False
    record("withdrawn", row, by=by, fields=["hand_overs"])
    return True


@transaction.atomic
def accept_hand_over(
    hand_over: HandOver,
    *,
    appointment: Appointment,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Trajectory:
    """Begin one's own trajectory with what goes along, and close the first one as handed over, both today.

    `values`: lawful_basis. Raises ValidationError when it was undone, or the child withdrew, in between.
    """
    check_may_guide(by)
    first = locked(hand_over.trajectory)
    offer = HandOver.objects.offered_to(by, today=today).filter(pk=hand_over.pk).first()
    if offer is None:
        raise ValidationError(_("This hand-over was taken back, or accepted. Ask the other organisation."), code="code")
    if controller_of(appointment) != offer.to_organisation:
        sentence = _("This hand-over is for %(organisation)s. Choose a project of that organisation.")
        raise ValidationError(sentence % {"organisation": offer.to_organisation}, code="appointment")
    when: Any = {"by": by, "logged_at": logged_at, "now": now, "today": today}
    participant = register_participant(uuid=uuid4(), appointment=appointment, values=_person(first, values), **when)
    _carry_contact_details(first.participant, participant, offer)
    begun: Any = {"participant": participant, "appointment": appointment, "values": _start(first, today)}
    trajectory = start_trajectory(uuid=uuid4(), **begun, **when)
    HandOver.objects.filter(pk=offer.pk).update(accepted_on=today, accepted_by=by, code="")
    if status_on(first, today) not in ENDED:
        add_status(first, Status.HANDED_OVER, today, logged_at=logged_at, now=now)
    record("accepted", first, by=by, fields=["hand_overs"])
    return trajectory


def _person(first: Trajectory, values: dict[str, Any]) -> dict[str, Any]:
    """What goes along: the first name. Whoever is responsible now, explains anew what they record."""
    return {"first_name": first.participant.first_name, "lawful_basis": values["lawful_basis"]}


def _start(first: Trajectory, today: date) -> dict[str, Any]:
    """What goes along: the wish. The rest the receiver finds out for themself."""
    return {
        "started_on": today,
        "referred_by": ReferredBy.HAND_OVER,
        "wish": first.wish,
        "basis": Basis.REGULAR,
        "thresholds": [],
    }


def _carry_contact_details(one: Participant, other: Participant, offer: HandOver) -> None:
    """Only when the family agreed to that too."""
    known = ContactDetails.objects.filter(participant=one).first() if offer.takes_contact_details else None
    if known:
        ContactDetails.objects.create(participant=other, **{name: getattr(known, name) for name in REACH})
        audit.record("changed contact details", other, by=None, fields=REACH, organisation=other.controller)
