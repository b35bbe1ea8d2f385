"""What a body decided on: the dossier as it stood then, frozen, and what changed since."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors import access, documents
from ambassadors.actions.decisions import decide_dossier
from ambassadors.forms.decisions import DossierDecisionForm
from ambassadors.models import DossierDecision
from ambassadors.summaries import listed
from ambassadors.views.dossier import dossier_or_404
from organisations.entries import answer_creation
from organisations.models import Membership, StaleVersionError
from organisations.requests import WorkRequest


def dossier_decision_new(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """Freeze the dossier as it stands now. The form knows which versions its reader had before them."""
    hiring_file = dossier_or_404(request, membership, project)
    access.check_may_edit_dossier(membership, hiring_file.project)
    versions = [step.version for step in hiring_file.steps.all()]
    data = request.POST if request.method == "POST" else None
    form = DossierDecisionForm(data, today=request.today, versions=versions)

    def page(status: int = 200) -> HttpResponse:
        context = {"form": form, "project": hiring_file.project, "steps": hiring_file.steps.all()}
        return render(request, "ambassadors/dossier_decision_new.html", context, status=status)

    def create(logged_at: Any) -> DossierDecision:
        if form.is_outdated:
            raise StaleVersionError
        made = decide_dossier(hiring_file, values=form.values, by=membership, now=request.now, today=request.today)
        messages.success(request, _("The decision is saved. The dossier as it stands now is kept with it."))
        return made

    if request.method != "POST":
        return page()
    try:
        return answer_creation(
            request,
            membership,
            form,
            kind="dossier decision",
            create=create,
            location=lambda row: reverse(
                "ambassadors:dossier-decision-detail", args=[membership.uuid, project, row.uuid]
            ),
            page=page,
        )
    except StaleVersionError:
        form.show_again()
        return page(409)


@require_safe
def dossier_decision_detail(
    request: WorkRequest, membership: Membership, project: UUID, decision: UUID
) -> HttpResponse:
    """Read-only, for who reads the dossier; an ambassador without its costs."""
    hiring_file = dossier_or_404(request, membership, project)
    row = get_object_or_404(hiring_file.decisions.select_related("recorded_by__user"), uuid=decision)
    costs = access.may_see_costs(membership, hiring_file.project)
    changed = row.changed_since(hiring_file)
    context = {
        "project": hiring_file.project,
        "decision": row,
        "version": documents.version_of(row),
        "document": documents.decided_document(row, with_costs=costs),
        "is_changed": bool(changed),
        "since": since(changed),
        "may_edit": False,  # what was decided on does not change
        "entry_id": uuid4(),
    }
    return render(request, "ambassadors/dossier_decision_detail.html", context)


def since(steps: list[Any]) -> str:
    """What changed in the living dossier after the decision, in one sentence."""
    if not steps:
        return _("Nothing changed in the dossier since.")
    titles = listed([step.title for step in steps])
    return _("Since then these steps changed in the dossier: %(titles)s.") % {"titles": titles}
