"""Who came: names for the guide only. Taking a name off can be undone until one leaves the page."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from networks.access import check_may_edit
from networks.actions.sessions import add_attendance, remove_attendance, restore_attendance
from networks.forms import AttendanceForm
from networks.models import Attendance, Session
from organisations import crypto
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest

REMOVED = "removed_attendance"


def attendance_new(request: WorkRequest, membership: Membership, session: Any) -> HttpResponse:
    row = get_object_or_404(Session.objects.visible_to(membership), uuid=session)
    check_may_edit(membership)
    form = AttendanceForm(request.POST or None)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "networks/attendance_new.html", {"form": form, "session": row}, status=status)

    if request.method != "POST":
        return page()
    try:
        return answer_creation(
            request,
            membership,
            form,
            kind="attendance",
            create=lambda logged_at: add_attendance(row, values=form.values, by=membership),
            location=lambda _attendance: reverse("networks:session-detail", args=[membership.uuid, row.uuid]),
            page=page,
        )
    except ValidationError as error:
        form.add_error(None, error.messages[0])
        return page(422)


@require_POST
def attendance_remove(request: WorkRequest, membership: Membership, attendance: Any) -> HttpResponse:
    row = get_object_or_404(Attendance.objects.visible_to(membership).select_related("session"), uuid=attendance)
    check_may_edit(membership)
    removed = remove_attendance(row, by=membership)
    # What undo needs waits with the log-in, encrypted: it is gone when the person logs out.
    request.session[REMOVED] = crypto.encrypt(json.dumps(removed | {"session": str(row.session.uuid)}))
    messages.success(request, _("The name was removed from the list."))
    return redirect(_detail(membership, row.session) + f"?removed={removed['uuid']}")


@require_POST
def attendance_restore(request: WorkRequest, membership: Membership, session: Any) -> HttpResponse:
    row = get_object_or_404(Session.objects.visible_to(membership), uuid=session)
    check_may_edit(membership)
    removed = _removed(request)
    if not removed or removed["session"] != str(row.uuid):
        raise Http404
    try:
        restore_attendance(row, removed=removed, by=membership)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        del request.session[REMOVED]
        messages.success(request, _("The name is back on the list."))
    return redirect(_detail(membership, row))


def undo_of_removal(request: WorkRequest, membership: Membership, session: Session) -> dict[str, Any] | None:
    """The button for the banner, on the page that follows a removal."""
    asked = request.GET.get("removed")
    removed = _removed(request) if asked else None
    if not removed or (removed["uuid"], removed["session"]) != (asked, str(session.uuid)):
        return None
    return {
        "url": reverse("networks:attendance-restore", args=[membership.uuid, session.uuid]),
        "label": _("Put the name back"),
    }


def _removed(request: WorkRequest) -> dict[str, Any] | None:
    kept = request.session.get(REMOVED)
    return json.loads(crypto.decrypt(kept)) if kept else None


def _detail(membership: Membership, session: Session) -> str:
    return reverse("networks:session-detail", args=[membership.uuid, session.uuid])
