"""One step: fill it in, check its answers, reopen it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ambassadors import access, documents
from ambassadors.actions.dossier import reopen_step, save_step
from ambassadors.forms.page import StepPage
from ambassadors.instrument import StepNumber
from ambassadors.models import Step
from ambassadors.questions import GUIDANCE
from ambassadors.views.dossier import dossier_or_404
from organisations.editing import WAS_CHANGED, Conflict
from organisations.models import Membership, StaleVersionError
from organisations.requests import WorkRequest


@require_http_methods(["GET", "HEAD", "POST"])
def step_edit(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    """The questions of a step. Saving judges only what does not parse, never what is still missing."""
    step = step_or_404(request, membership, project, number)
    access.check_may_edit_dossier(membership, step.hiring_file.project)
    if request.method != "POST":
        return _form(request, StepPage(step, today=request.today))
    page = StepPage(step, today=request.today, data=request.POST)
    if page.asks_for_row():
        return _form(request, page.with_row())
    if page.is_stale():
        return _compare(request, page)
    if not page.is_valid():
        return _form(request, page, status=422)
    return _save(request, membership, page)


@require_safe
def step_answers(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    """Check the answers of one step; what is missing is a link to its question."""
    step = step_or_404(request, membership, project, number)
    row = step.hiring_file.project
    context = {
        "hiring_file": step.hiring_file,
        "project": row,
        "step": step,
        "section": documents.step_section(step, with_costs=access.may_see_costs(membership, row)),
        "workers": step.hiring_file.workers()[step.number],
        "may_edit": access.may_edit_dossier(membership, row),
        "next_number": _next_number(step),
        "back": "step",
    }
    return render(request, "ambassadors/step_answers.html", context)


@require_POST
def step_reopen(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    step = step_or_404(request, membership, project, number)
    try:
        reopen_step(step=step, version=_version(request), by=membership, now=request.now)
    except StaleVersionError:
        messages.warning(request, WAS_CHANGED)
        return redirect("ambassadors:step-answers", membership.uuid, project, number)
    messages.success(request, _("Step %(number)s is open again.") % {"number": number})
    return redirect("ambassadors:step-edit", membership.uuid, project, number)


def step_or_404(request: WorkRequest, membership: Membership, project: UUID, number: int) -> Step:
    if number not in StepNumber:
        raise Http404
    return dossier_or_404(request, membership, project).step(number)


def _save(request: WorkRequest, membership: Membership, page: StepPage) -> HttpResponse:
    step = page.step
    try:
        save_step(step=step, version=page.version, content=page.content(), by=membership, now=request.now)
    except StaleVersionError:
        fresh = step_or_404(request, membership, step.hiring_file.project.uuid, step.number)
        return _compare(request, StepPage(fresh, today=request.today, data=request.POST))
    messages.success(request, _("Step %(number)s is saved.") % {"number": step.number})
    return redirect(_after_saving(request, membership, step))


def _after_saving(request: WorkRequest, membership: Membership, step: Step) -> str:
    """Where the button goes: back to what one was checking, to the dossier, or to the next step."""
    project = step.hiring_file.project.uuid
    back = request.GET.get("back")
    if "later" in request.POST:
        return reverse("ambassadors:dossier-detail", args=[membership.uuid, project])
    if back == "step":
        return reverse("ambassadors:step-answers", args=[membership.uuid, project, step.number])
    following = _next_number(step)
    if back == "all" or following is None:
        return reverse("ambassadors:dossier-answers", args=[membership.uuid, project])
    return reverse("ambassadors:step-edit", args=[membership.uuid, project, following])


def _compare(request: WorkRequest, page: StepPage) -> HttpResponse:
    """Someone else saved this step meanwhile: show both, and keep all that was typed."""
    return _form(request, page, conflicts=page.conflicts(), status=409)


def _form(
    request: WorkRequest, page: StepPage, *, conflicts: list[Conflict] | None = None, status: int = 200
) -> HttpResponse:
    step = page.step
    advice: dict[str, list[Any]] = {}
    for one in documents.advice_on(step, with_costs=True):
        advice.setdefault(one.field, []).append(one)
    context = {
        "hiring_file": step.hiring_file,
        "project": step.hiring_file.project,
        "step": step,
        "page": page,
        "forms": page.in_order(),
        "sums": step.hiring_file.as_dossier().sums if step.number == StepNumber.BUDGET else None,
        "guidance": GUIDANCE[StepNumber(step.number)],
        "sections": [(section, advice.get(section.name, [])) for section in page.sections()],
        "advice_by_field": advice,
        "conflicts": conflicts,
        "changed_by": step.updated_by.user.display_name if conflicts and step.updated_by else "",
        "changed_at": step.updated_at,
        "workers": step.hiring_file.workers()[step.number],
        "agreements": step.hiring_file.project.success_agreements.all(),
        "next_number": _next_number(step),
        "back": request.GET.get("back", ""),
    }
    return render(request, "ambassadors/step_edit.html", context, status=status)


def _next_number(step: Step) -> int | None:
    return step.number + 1 if step.number < len(StepNumber) else None


def _version(request: WorkRequest) -> int:
    """The version in the form. A forged one is stale."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
