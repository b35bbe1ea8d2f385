"""Write in the logbook: add, and put right by adding."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.models import Appointment, Project
from organisations import audit
from organisations.access import check
from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.access import check_may_correct, check_may_guide
from trajectories.actions.participants import controller_of
from trajectories.actions.trajectories import status_on
from trajectories.enums import CLOSED_STATUSES
from trajectories.follow_up import closing_until
from trajectories.models import Contact, Trajectory


@transaction.atomic
def log_contact(
    *,
    appointment: Appointment,
    trajectories: Sequence[Trajectory],
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
    corrects: Contact | None = None,
) -> Contact:
    """A contact under `appointment`, covering `trajectories` (of its project; none is fine), from columns in `values`.

    `corrects` is the contact that this one puts right. Raises ValidationError.
    """
    check_may_guide(by)
    check(appointment.membership_id == by.pk and appointment.is_active(today))
    if corrects:
        check_may_correct(by, corrects)
    if values["date"] > today:
        raise ValidationError(_("The date cannot lie in the future."), code="date")
    _check_trajectories(trajectories, appointment.project, by, today)
    if not corrects:
        _check_nobody_withdrew(trajectories, values["date"], today)
    contact = Contact(
        project=appointment.project,
        controller=controller_of(appointment) or by.organisation,
        membership=by,
        corrects=corrects,
        logged_at=logged_at,
        received_at=now,
        **values,
    )
    contact.validate_constraints()
    contact.save()
    contact.trajectories.set(trajectories)
    audit.record("corrected" if corrects else "logged", contact, by=by)
    return contact


def _check_nobody_withdrew(trajectories: Sequence[Trajectory], day: date, today: date) -> None:
    """After a withdrawal only what is needed to close: for some days, while the trajectory is still open."""
    for row in trajectories:
        withdrawn_on = row.participant.withdrawn_on
        if not withdrawn_on or day <= withdrawn_on:
            continue
        closed = status_on(row, today) in CLOSED_STATUSES
        if closed or day > closing_until(withdrawn_on, rulings()):
            sentence = _("%(code)s no longer wants to be recorded, since %(day)s. Nothing more is noted.")
            said = {"code": row.participant.code, "day": f"{withdrawn_on:%d/%m/%Y}"}
            raise ValidationError(sentence % said, code="trajectories")


def _check_trajectories(trajectories: Sequence[Trajectory], project: Project, by: Membership, today: date) -> None:
    if any(trajectory.project_id != project.pk for trajectory in trajectories):
        raise ValidationError(_("Choose trajectories of one project."), code="trajectories")
    wanted = {trajectory.pk for trajectory in trajectories}
    seen = Trajectory.objects.visible_to(by, today=today).filter(pk__in=wanted)
    check(not wanted or seen.count() == len(wanted))
