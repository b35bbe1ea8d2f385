"""What a step was: each version, what changed in it, and back to it."""

from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ambassadors import access
from ambassadors.actions.dossier import restore_step
from ambassadors.contents import empty, from_json
from ambassadors.forms.words import Difference, StepWords
from ambassadors.models import Source, Step, StepRevision
from ambassadors.views.steps import again, step_or_404
from organisations.models import Membership
from organisations.requests import WorkRequest

PER_PAGE = 20


class Version(NamedTuple):
    """One version for the page: what was saved, and in what it differs from the one before."""

    revision: StepRevision
    differences: list[Difference]
    is_present: bool


@require_safe
def step_history(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    """Newest first. Only those who fill the dossier in: a version may hold costs, or a name that was taken out."""
    step = step_or_404(request, membership, project, number)
    access.check_may_edit_dossier(membership, step.hiring_file.project)
    revisions = step.revisions.select_related("by__user").order_by("-version")
    pager = Paginator(revisions, PER_PAGE).get_page(request.GET.get("page"))
    words = StepWords(step, today=request.today, sources=Source.objects.for_step(step))
    context = {
        "project": step.hiring_file.project,
        "step": step,
        "pager": pager,
        "versions": _versions(step, list(pager), words),
    }
    return render(request, "ambassadors/step_history.html", context)


@require_POST
def step_restore(
    request: WorkRequest, membership: Membership, project: UUID, number: int, version: int
) -> HttpResponse:
    """Back to what it was. What it is now stays in the history, so that one can go forward again."""

    def restore() -> Any:
        step = step_or_404(request, membership, project, number)
        return restore_step(step=step, version=version, by=membership, now=request.now)

    try:
        again(restore)
    except StepRevision.DoesNotExist as unknown:
        raise Http404 from unknown
    messages.success(request, _("The step is what it was then. The version of just now is in the history."))
    return redirect("ambassadors:step-history", membership.uuid, project, number)


def _versions(step: Step, page: list[StepRevision], words: StepWords) -> list[Version]:
    """Each version beside the one before it, which for the last on the page is fetched too."""
    if not page:
        return []
    before = step.revisions.filter(version__lt=page[-1].version).order_by("-version").first()
    contents = [from_json(step, one.content) for one in page]
    contents.append(from_json(step, before.content) if before else empty(step))
    return [
        Version(revision, words.differences(old, new), revision.version == step.version)
        for revision, (new, old) in zip(page, pairwise(contents), strict=True)
    ]
