"""What was promised in the guidance assignment, and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from networks.access import check_may_edit, check_may_read_next_steps, may_edit
from networks.actions.findings import change_next_step, create_next_step
from networks.figures import SessionFact, promise
from networks.forms import NextStepForm
from networks.models import NextStep
from organisations.editing import answer_change
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest


def list_address(membership: Membership) -> str:
    return reverse("networks:next-step-list", args=[membership.uuid])


@require_safe
def next_step_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Each promise with how it stands."""
    check_may_read_next_steps(membership)
    steps = NextStep.objects.visible_to(membership).prefetch_related("sessions")
    context = {
        "steps": [(step, promise(step.promised, _facts(step))) for step in steps],
        "may_edit": may_edit(membership),
    }
    return render(request, "networks/next_step_list.html", context)


def _facts(step: NextStep) -> list[SessionFact]:
    return [SessionFact(session.state) for session in step.sessions.all()]


def next_step_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_edit(membership)
    form = NextStepForm(request.POST or None, today=request.today)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "networks/next_step_new.html", {"form": form}, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="next_step",
        create=lambda logged_at: create_next_step(values=form.values, by=membership),
        location=lambda _step: list_address(membership),
        page=page,
    )


def next_step_edit(request: WorkRequest, membership: Membership, step: Any) -> HttpResponse:
    row = get_object_or_404(NextStep.objects.visible_to(membership), uuid=step)
    check_may_edit(membership)
    form = NextStepForm(request.POST or None, row=row, today=request.today)

    def page(status: int = 200, conflicts: Any = ()) -> HttpResponse:
        context = {"form": form, "step": row, "conflicts": conflicts}
        return render(request, "networks/next_step_edit.html", context, status=status)

    def save(version: int) -> None:
        change_next_step(row, version=version, values=form.values, by=membership)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: NextStepForm(row=fresh, today=request.today),
        save=save,
        location=list_address(membership),
        page=page,
    )
