"""Who walks along with one trajectory: add, end, take back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.actions.assignments import assign, end_assignment, restore_assignment
from trajectories.actions.traces import trace_view
from trajectories.forms import AssignmentForm
from trajectories.models import Trajectory
from trajectories.ownership import appointments_to_assign
from trajectories.views.answers import answer_entry, for_ambassadors, posted
from trajectories.views.companions import Companion, companions, is_ownerless, walks_along
from trajectories.views.trajectories import seen_trajectory


def assignments_address(membership: Membership, trajectory: Trajectory) -> str:
    return reverse("trajectories:assignment-new", args=[membership.uuid, trajectory.uuid])


@for_ambassadors
def assignment_new(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    """Who walks along, and a form for who comes along."""
    row, _day = seen_trajectory(request, membership, trajectory)
    present = companions(row, membership, request.today)
    form = _form(request, membership, row, present)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= _context(row, present, form)
        return render(request, "trajectories/assignment_new.html", context, status=status)

    if request.method != "POST":
        trace_view(row.participant, by=membership)
        return page()
    answer = answer_entry(
        request,
        membership,
        form,
        kind="assignment",
        create=lambda _logged_at: assign(
            row,
            appointment=form.cleaned_data["appointment"],
            in_my_place=form.in_my_place,
            by=membership,
            today=request.today,
        ),
        location=lambda _row: assignments_address(membership, row),
        page=page,
    )
    if answer.status_code == 302:
        messages.success(request, _("Saved. From today they walk along."))
    return answer


def _form(request: WorkRequest, membership: Membership, row: Trajectory, present: list[Companion]) -> AssignmentForm:
    taken = [one.appointment.pk for one in present if one.state in ("walking", "absent")]
    colleagues = appointments_to_assign(row, request.today).exclude(pk__in=taken)
    return AssignmentForm(posted(request), colleagues=colleagues, walks_along=walks_along(present))


def _context(row: Trajectory, present: list[Companion], form: AssignmentForm) -> dict[str, Any]:
    return {
        "trajectory": row,
        "form": form,
        "companions": present,
        "is_ownerless": is_ownerless(present),
        "walks_along": walks_along(present),
        "may_restore": any(one.is_me and one.state == "ending" for one in present) and not walks_along(present),
        "has_colleagues": bool(form.fields["appointment"].queryset),  # type: ignore[attr-defined]
    }


@for_ambassadors
def assignment_end(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    """A page with what follows from it, and one button."""
    row, _day = seen_trajectory(request, membership, trajectory)
    present = companions(row, membership, request.today)
    if not any(one.is_me for one in present):
        raise Http404
    if request.method == "POST":
        try:
            end_assignment(row, by=membership, today=request.today)
        except ValidationError as error:
            messages.error(request, error.messages[0])
        else:
            messages.success(request, _("Saved. Today is your last day with this trajectory."))
        return redirect(assignments_address(membership, row))
    others = [one.name for one in present if not one.is_me and one.state in ("walking", "ending")]
    trace_view(row.participant, by=membership)
    return render(request, "trajectories/assignment_end.html", {"trajectory": row, "others": others})


@require_POST
@for_ambassadors
def assignment_restore(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    """Take one's last day back, as long as it is today."""
    row, _day = seen_trajectory(request, membership, trajectory)
    if not any(one.is_me and one.state == "ending" for one in companions(row, membership, request.today)):
        raise Http404
    restore_assignment(row, by=membership, today=request.today)
    messages.success(request, _("You walk along again."))
    return redirect(assignments_address(membership, row))
