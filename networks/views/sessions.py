"""The sessions of the learning networks."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from networks.access import check_may_edit, check_may_read, may_edit
from networks.actions.sessions import change_session, create_session
from networks.figures import SessionFact, totals
from networks.forms import SessionForm
from networks.models import Attendance, Finding, Session
from networks.views.attendances import undo_of_removal
from organisations.editing import answer_change
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest


def session_address(membership: Membership, session: Session) -> str:
    return reverse("networks:session-detail", args=[membership.uuid, session.uuid])


@require_safe
def session_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """What is to come, and what was held with its totals."""
    check_may_read(membership)
    sessions = list(Session.objects.visible_to(membership).select_related("theme", "municipality").in_reading_order())
    context = {
        "to_come": [(session, session.is_overdue(request.today)) for session in sessions if session.is_to_come],
        "past": [session for session in sessions if not session.is_to_come],
        "totals": totals(SessionFact(session.state, session.head_count, session.date) for session in sessions),
        "may_edit": may_edit(membership),
    }
    return render(request, "networks/session_list.html", context)


@require_safe
def session_detail(request: WorkRequest, membership: Membership, session: Any) -> HttpResponse:
    """One session; the list of names for the guide only."""
    row = get_object_or_404(
        Session.objects.visible_to(membership).select_related("theme", "municipality"), uuid=session
    )
    attendances = Attendance.objects.visible_to(membership).filter(session=row).select_related("organisation")
    context = {
        "session": row,
        "findings": Finding.objects.visible_to(membership).filter(sessions=row).order_by("kind", "id"),
        "attendances": attendances if may_edit(membership) else [],
        "is_overdue": row.is_overdue(request.today),
        "may_edit": may_edit(membership),
        "undo": undo_of_removal(request, membership, row),
    }
    return render(request, "networks/session_detail.html", context)


def session_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_edit(membership)
    form = SessionForm(request.POST or None, today=request.today)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "networks/session_new.html", {"form": form}, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="session",
        create=lambda logged_at: create_session(values=form.values, by=membership),
        location=lambda row: session_address(membership, row),
        page=page,
    )


def session_edit(request: WorkRequest, membership: Membership, session: Any) -> HttpResponse:
    row = get_object_or_404(Session.objects.visible_to(membership), uuid=session)
    check_may_edit(membership)
    form = SessionForm(request.POST or None, row=row, today=request.today)

    def page(status: int = 200, conflicts: Any = ()) -> HttpResponse:
        context = {"form": form, "session": row, "conflicts": conflicts}
        return render(request, "networks/session_edit.html", context, status=status)

    def save(version: int) -> None:
        change_session(row, version=version, values=form.values, by=membership)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: SessionForm(row=fresh, today=request.today),
        save=save,
        location=session_address(membership, row),
        page=page,
    )
