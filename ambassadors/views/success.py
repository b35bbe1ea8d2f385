"""Step 6, a part saved on its own: which cut-off moment counts as success, from which working year on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors import access
from ambassadors.actions.success import agree_on_success, change_success
from ambassadors.forms.success import NewSuccessForm, SuccessForm
from ambassadors.instrument import StepNumber
from ambassadors.models import SuccessAgreement
from ambassadors.success import agreed_for
from ambassadors.views.dossier import dossier_or_404
from organisations.calendar import working_year, working_year_label
from organisations.editing import Conflict, answer_change
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings


@require_safe
def success_list(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """What was agreed, the newest cohort first; for who fills the dossier in, and for the ambassadors."""
    hiring_file = dossier_or_404(request, membership, project)
    agreements = list(hiring_file.project.success_agreements.all())
    year = working_year(request.today, rulings())
    context = {
        "project": hiring_file.project,
        "step": hiring_file.step(StepNumber.GOALS),
        "agreements": agreements,
        "year": working_year_label(year),
        "holds_now": agreed_for([row.agreed for row in agreements], year),
        "may_edit": access.may_edit_dossier(membership, hiring_file.project),
    }
    return render(request, "ambassadors/success_list.html", context)


def success_new(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    hiring_file = dossier_or_404(request, membership, project)
    row = hiring_file.project
    access.check_may_edit_dossier(membership, row)
    known = [agreement.agreed for agreement in row.success_agreements.all()]
    data = request.POST if request.method == "POST" else None
    form = NewSuccessForm(data, project=row, agreements=known, today=request.today)

    def page(status: int = 200) -> HttpResponse:
        context = {"form": form, "project": row, "step": hiring_file.step(StepNumber.GOALS)}
        return render(request, "ambassadors/success_new.html", context, status=status)

    def create(logged_at: Any) -> SuccessAgreement:
        cohort = form.cleaned_data["cohort"]
        made = agree_on_success(row, cohort=cohort, content=form.content(), by=membership, today=request.today)
        messages.success(request, _("What counts as success has been saved."))
        return made

    if request.method != "POST":
        return page()
    try:
        return answer_creation(
            request,
            membership,
            form,
            kind="success",
            create=create,
            location=lambda _row: _list_address(membership, project),
            page=page,
        )
    except ValidationError as refused:  # someone else agreed something at this very moment
        form.add_error(None, refused.messages[0])
        return page(422)


def success_edit(request: WorkRequest, membership: Membership, project: UUID, success: UUID) -> HttpResponse:
    """While its cohort has not begun. Afterwards the list says what holds, and why it stays."""
    hiring_file = dossier_or_404(request, membership, project)
    access.check_may_edit_dossier(membership, hiring_file.project)
    rows = SuccessAgreement.objects.filter(project=hiring_file.project).select_related("project__organisation")
    row = get_object_or_404(rows, uuid=success)
    if row.cohort_starts_on <= request.today:
        messages.warning(request, _("What was agreed for a cohort that has begun does not change any more."))
        return redirect(_list_address(membership, project))
    form = SuccessForm(request.POST if request.method == "POST" else None, agreement=row, today=request.today)

    def page(status: int, conflicts: list[Conflict]) -> HttpResponse:
        context = {"form": form, "project": row.project, "agreement": row, "conflicts": conflicts}
        context["step"] = hiring_file.step(StepNumber.GOALS)
        return render(request, "ambassadors/success_edit.html", context, status=status)

    def save(version: int) -> None:
        change_success(row, version=version, content=form.content(), by=membership, today=request.today)
        messages.success(request, _("What counts as success has been saved."))

    if request.method != "POST":
        return page(200, [])
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: SuccessForm(agreement=newer, today=request.today),
        save=save,
        location=_list_address(membership, project),
        page=page,
    )


def _list_address(membership: Membership, project: UUID) -> str:
    return reverse("ambassadors:success-list", args=[membership.uuid, project])
