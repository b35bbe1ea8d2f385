"""Write in the logbook: add, and put right by adding."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.access import controller_of
from ambassadors.models import Appointment, Project
from organisations import audit
from organisations.access import check
from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.access import check_may_correct, check_may_guide
from trajectories.actions.trajectories import status_on
from trajectories.enums import CLOSED_STATUSES
from trajectories.follow_up import closing_until
from trajectories.models import Contact, Trajectory


@transaction.atomic
def log_contact(
    *,
    appointment: Appointment,
    trajectories: Collection[UUID],
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
    corrects: Contact | None = None,
) -> Contact:
    """A contact under `appointment`, about `trajectories` (addresses; none is fine), from the columns in `values`.

    `corrects` is the contact that this one puts right. Raises ValidationError, also for who is not theirs.
    """
    check_may_guide(by)
    check(appointment.membership_id == by.pk and appointment.is_active(today))
    if corrects:
        check_may_correct(by, corrects)
    if values["date"] > today:
        raise ValidationError(_("The date cannot lie in the future."), code="date")
    about = _seen(trajectories, appointment.project, by, today)
    if not corrects:
        _check_nobody_withdrew(about, values["date"], logged_at=logged_at, today=today)
    contact = Contact(
        project=appointment.project,
        controller=controller_of(appointment) or by.organisation,
        membership=by,
        corrects=corrects,
        logged_at=logged_at,
        received_at=now,
        **values,
    )
    contact.save()
    through = Contact.trajectories.through
    through.objects.bulk_create(through(contact=contact, trajectory=row) for row in about)
    audit.record("corrected" if corrects else "logged", contact, by=by)
    return contact


def _check_nobody_withdrew(trajectories: Sequence[Trajectory], day: date, *, logged_at: datetime, today: date) -> None:
    """After a withdrawal only what is needed to close: for some days, while the trajectory is still open.

    Open, as far as could be known when it was written: what waited on a phone while a colleague closed the trajectory
    is taken, and marked as late. What happened later than those days is refused, whoever knew: it stays on the phone,
    with the reason, and can be noted without the child.
    """
    for row in trajectories:
        withdrawn_on = row.participant.withdrawn_on
        if not withdrawn_on or day <= withdrawn_on:
            continue
        closed = status_on(row, today, received_by=logged_at) in CLOSED_STATUSES
        if closed or day > closing_until(withdrawn_on, rulings()):
            sentence = _(
                "%(code)s no longer wants to be recorded, since %(day)s. Nothing more is noted. Take the tick away to "
                "keep this contact without them."
            )
            said = {"code": row.participant.code, "day": f"{withdrawn_on:%d/%m/%Y}"}
            raise ValidationError(sentence % said, code="trajectories")


def _seen(wanted: Collection[UUID], project: Project, by: Membership, today: date) -> list[Trajectory]:
    """The trajectories with these addresses: all seen by whoever writes, all of the project. Raises ValidationError."""
    if not wanted:
        return []
    rows = Trajectory.objects.visible_to(by, today=today).filter(uuid__in=wanted).select_related("participant")
    about = list(rows.order_by("pk"))
    if len(about) != len(set(wanted)):
        raise ValidationError(_("Choose trajectories from the list."), code="trajectories")
    if len({row.project_id for row in about}) > 1:
        raise ValidationError(_("Choose trajectories of one project."), code="trajectories")
    if about[0].project_id != project.pk:
        raise ValidationError(_("Choose the project of the trajectories that you ticked."), code="appointment")
    return about
