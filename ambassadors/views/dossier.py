"""The dossier as a whole: its six rows, the check of all answers, and opening it."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ambassadors import access, documents, summaries
from ambassadors.actions.dossier import open_hiring_file
from ambassadors.forms.starting import StartForm
from ambassadors.models import HiringFile, Project, Step, SupportReaction
from organisations.models import Membership
from organisations.requests import WorkRequest

ADVICE_PER_ROW = 1


@require_safe
def dossier_detail(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """The six steps as a task list; before the dossier is opened, what it is for."""
    hiring_file = find_dossier(request, membership, project)
    if hiring_file is None:
        return _unopened(request, membership, project)
    may_edit = access.may_edit_dossier(membership, hiring_file.project)
    context = {
        "hiring_file": hiring_file,
        "project": hiring_file.project,
        "progress": summaries.progress(hiring_file),
        "rows": [_row(membership, step, may_edit) for step in hiring_file.steps.all()],
        "next_step": hiring_file.next_step,
        "may_edit": may_edit,
        "decisions": hiring_file.decisions.defer("document"),
        "reactions": new_reactions(membership, hiring_file.project),
        "entry_id": uuid4(),
    }
    return render(request, "ambassadors/dossier_detail.html", context)


@require_safe
def dossier_answers(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """Everything that was answered, to check before it is printed or sent."""
    hiring_file = dossier_or_404(request, membership, project)
    costs = access.may_see_costs(membership, hiring_file.project)
    context = {
        "hiring_file": hiring_file,
        "project": hiring_file.project,
        "document": documents.hiring_file_document(hiring_file, with_costs=costs),
        "may_edit": access.may_edit_dossier(membership, hiring_file.project),
        "changeable": set(),
        "back": "all",
        "entry_id": uuid4(),
    }
    return render(request, "ambassadors/dossier_answers.html", context)


@require_POST
def dossier_open(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """Opening twice opens the same dossier."""
    row = get_object_or_404(Project.objects.visible_to(membership, today=request.today), uuid=project)
    access.check_may_edit_dossier(membership, row)
    form = _start_form(request, membership, row, request.POST)
    if not form.is_valid():
        return _unopened(request, membership, project, form=form, status=422)
    open_hiring_file(
        project=row, by=membership, now=request.now, started_from=form.started_from, contents=form.contents()
    )
    messages.success(request, _("The dossier is open. Begin with any step."))
    return redirect("ambassadors:dossier-detail", membership.uuid, project)


def _start_form(request: WorkRequest, membership: Membership, project: Project, data: Any = None) -> StartForm:
    visible = HiringFile.objects.visible_to(membership, today=request.today)
    earlier = visible.exclude(project=project).select_related("project")
    return StartForm(data, earlier=earlier, today=request.today)


def find_dossier(request: WorkRequest, membership: Membership, project: UUID) -> Any:
    """The dossier of a project, with all its answers, if this membership sees one."""
    visible = HiringFile.objects.visible_to(membership, today=request.today)
    return visible.with_answers().filter(project__uuid=project).first()


def new_reactions(membership: Membership, project: Project) -> int | None:
    """How many reactions of the support group nobody has read yet; None for who does not read them."""
    if not access.may_edit_dossier(membership, project):
        return None
    return SupportReaction.objects.visible_to(membership).of_project(project).unread().count()


def dossier_or_404(request: WorkRequest, membership: Membership, project: UUID) -> HiringFile:
    visible = HiringFile.objects.visible_to(membership, today=request.today)
    return get_object_or_404(visible.with_answers(), project__uuid=project)


def _unopened(
    request: WorkRequest, membership: Membership, project: UUID, *, form: StartForm | None = None, status: int = 200
) -> HttpResponse:
    """No dossier yet. Who could not read it does not learn that either."""
    projects = Project.objects.visible_to(membership, today=request.today).select_related("organisation")
    row = get_object_or_404(projects, uuid=project)
    if not access.may_read_dossier(membership, row):
        raise Http404
    may_edit = access.may_edit_dossier(membership, row)
    if may_edit and form is None:
        form = _start_form(request, membership, row)
    context = {"project": row, "may_edit": may_edit, "form": form}
    return render(request, "ambassadors/dossier_unopened.html", context, status=status)


def _row(membership: Membership, step: Step, may_edit: bool) -> dict[str, Any]:
    """One row of the task list. Who may edit goes straight to an open step; the others read it."""
    page = "ambassadors:step-edit" if may_edit and not step.is_ready else "ambassadors:step-answers"
    advice = [one for one in documents.advice_on(step, with_costs=may_edit) if one.answer is None]
    return {
        "step": step,
        "answer": summaries.answer(step),
        "url": reverse(page, args=[membership.uuid, step.hiring_file.project.uuid, step.number]),
        "advice": advice[:ADVICE_PER_ROW],
        "more": len(advice[ADVICE_PER_ROW:]),
    }
