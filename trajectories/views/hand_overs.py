"""Handing over to another organisation: offer, undo, accept."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ambassadors.models import Appointment
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from organisations.tries import has_tried_too_often, note_try
from trajectories.actions.hand_overs import accept_hand_over, offer_hand_over, undo_hand_over
from trajectories.actions.traces import trace_view
from trajectories.forms import AcceptForm, HandOverForm
from trajectories.models import HandOver, Trajectory
from trajectories.ownership import appointments_with_data
from trajectories.views.answers import Page, answer_entry, for_ambassadors, posted, refuse_registration
from trajectories.views.trajectories import detail_address, seen_trajectory

CODE, MOST_WRONG_CODES = "hand-over-code", 10


@for_ambassadors
def hand_over_new(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    row, _day = seen_trajectory(request, membership, trajectory)
    form = HandOverForm(posted(request), today=request.today)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "trajectory": row, "days": rulings().hand_over_days}
        return render(request, "trajectories/hand_over_new.html", context, status=status)

    if request.method != "POST":
        trace_view(row.participant, by=membership)
        return page()
    answer = answer_entry(
        request,
        membership,
        form,
        kind="hand-over",
        create=lambda logged_at: offer_hand_over(
            row, values=form.values, by=membership, logged_at=logged_at, now=request.now, today=request.today
        ),
        location=lambda _row: detail_address(membership, row),
        page=page,
    )
    if answer.status_code == 302:
        messages.success(request, _("Offered. Now pass on the code that stands below, by phone."))
    return answer


@require_POST
@for_ambassadors
def hand_over_undo(request: WorkRequest, membership: Membership, hand_over: Any) -> HttpResponse:
    rows = HandOver.objects.visible_to(membership, today=request.today).select_related("trajectory__participant")
    row = get_object_or_404(rows, uuid=hand_over)
    if undo_hand_over(row, by=membership, today=request.today):
        messages.success(request, _("The hand-over was undone. The code no longer works."))
    else:
        messages.error(request, _("This hand-over was accepted or undone before."))
    return redirect(detail_address(membership, row.trajectory))


@for_ambassadors
def hand_over_accept(request: WorkRequest, membership: Membership) -> HttpResponse:
    """What other organisations offer, without a name or code of anyone; and the form for who heard the code."""
    rows = HandOver.objects.offered_to(membership, today=request.today)
    offered = list(rows.select_related("trajectory__participant__controller", "to_organisation").order_by("date", "pk"))
    appointments = appointments_with_data(membership, request.today)
    if not appointments:
        has_appointment = Appointment.objects.active(request.today).filter(membership=membership).exists()
        return refuse_registration(request, has_appointment=has_appointment)
    data = posted(request)
    may_try = data is None or not has_tried_too_often(CODE, membership.pk, most=MOST_WRONG_CODES)
    form = AcceptForm(data, offered=offered, appointments=appointments, may_try=may_try)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "offered": offered}
        return render(request, "trajectories/hand_over_accept.html", context, status=status)

    if request.method != "POST":
        return page()
    return _answer_code(request, membership, form, page)


def _answer_code(request: WorkRequest, membership: Membership, form: AcceptForm, page: Page) -> HttpResponse:
    def create(logged_at: Any) -> Trajectory:
        hand_over = form.hand_over
        assert hand_over is not None  # noqa: S101 the form found it
        return accept_hand_over(
            hand_over,
            appointment=form.cleaned_data["appointment"],
            values={"lawful_basis": form.cleaned_data["lawful_basis"]},
            by=membership,
            logged_at=logged_at,
            now=request.now,
            today=request.today,
        )

    answer = answer_entry(
        request,
        membership,
        form,
        kind="accepted hand-over",
        create=create,
        location=lambda row: detail_address(membership, row),
        page=page,
    )
    if form.is_wrong_code:
        note_try(CODE, membership.pk)
    if answer.status_code == 302:
        messages.success(request, _("The trajectory began. Explain to the family what you record."))
    return answer
