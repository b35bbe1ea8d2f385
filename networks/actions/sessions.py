"""Changes to sessions and to the list of those who came."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from networks.access import check_may_edit
from networks.enums import SessionState
from networks.models import Attendance, Session, Theme
from organisations import audit
from organisations.models import Membership, set_fields


@transaction.atomic
def create_session(*, values: dict[str, Any], by: Membership) -> Session:
    """A new session from the columns in `values`; a theme may be given by name ("new_theme")."""
    check_may_edit(by)
    session = Session.objects.create(**with_theme(values))
    audit.record("created", session, by=by)
    return session


@transaction.atomic
def change_session(session: Session, *, version: int, values: dict[str, Any], by: Membership) -> Session:
    """Raises StaleVersionError when someone else was first, ValidationError when the list of attendees forbids it."""
    check_may_edit(by)
    session.claim_version(version)
    changed = set_fields(session, with_theme(values))
    check_attendances_fit(session, session.attendances.count())
    session.save()
    audit.record("changed", session, by=by, fields=changed)
    return session


def with_theme(values: dict[str, Any]) -> dict[str, Any]:
    """The same values, with a theme that was only named turned into a row. Capitals make no other theme."""
    values = dict(values)
    name = values.pop("new_theme", "").strip()
    if name:
        values["theme"] = Theme.objects.filter(name__iexact=name).first() or Theme.objects.create(name=name)
    return values


def check_attendances_fit(session: Session, attendances: int) -> None:
    """Raises ValidationError when more names stand on the list than people were counted, or nothing was held."""
    if attendances and session.state != SessionState.HELD:
        raise ValidationError(_("There are names on the list of attendees. Remove them first."), code="state")
    if session.head_count is not None and attendances > session.head_count:
        raise ValidationError(
            _("There are %(names)s names on the list. Fill in at least that number of attendees.")
            % {"names": attendances},
            code="head_count",
        )


@transaction.atomic
def add_attendance(session: Session, *, values: dict[str, Any], by: Membership) -> Attendance:
    """Put one person on the list. Raises ValidationError when the list would outgrow the head count."""
    check_may_edit(by)
    locked = Session.objects.select_for_update().get(pk=session.pk)
    check_attendances_fit(locked, locked.attendances.count() + 1)
    attendance = Attendance.objects.create(session=locked, **values)
    audit.record("created", attendance, by=by)
    return attendance


@transaction.atomic
def remove_attendance(attendance: Attendance, *, by: Membership) -> dict[str, Any]:
    """Take one person off the list, for good. Returns what `restore_attendance` needs to undo it."""
    check_may_edit(by)
    removed = {
        "uuid": str(attendance.uuid),
        "name": attendance.name,
        "organisation": attendance.organisation_id,
        "other_organisation": attendance.other_organisation,
    }
    audit.record("removed", attendance, by=by)
    attendance.delete()
    return removed


@transaction.atomic
def restore_attendance(session: Session, *, removed: dict[str, Any], by: Membership) -> Attendance:
    """Put back who was taken off. Sent twice, the second time changes nothing."""
    check_may_edit(by)
    if known := session.attendances.filter(uuid=removed["uuid"]).first():
        return known
    columns = {"uuid": removed["uuid"], "name": removed["name"], "other_organisation": removed["other_organisation"]}
    return add_attendance(session, values=columns | {"organisation_id": removed["organisation"]}, by=by)
