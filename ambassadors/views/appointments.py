"""Who works on a project: appointing, changing, absence, the end; and what was agreed with an employer elsewhere."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from ambassadors import access
from ambassadors.actions import appointments as actions
from ambassadors.forms.appointments import (
    AbsenceForm,
    AgreementForm,
    AppointmentForm,
    EndForm,
    NewAgreementForm,
    NewAppointmentForm,
)
from ambassadors.models import Appointment, ProcessingAgreement
from ambassadors.views.projects import project_url, visible_project
from organisations.editing import Conflict, answer_change
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest


def appointment_new(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    row = visible_project(request, membership, project)
    access.check_may_appoint(membership, row)
    form = NewAppointmentForm(request.POST if request.method == "POST" else None, project=row)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "ambassadors/appointment_new.html", {"form": form, "project": row}, status=status)

    def create(logged_at: Any) -> Appointment:
        chosen = form.cleaned_data
        messages.success(request, _("The appointment has been saved."))
        return actions.appoint(
            by=membership,
            project=row,
            ambassador=chosen["membership"],
            employer=chosen["employer"],
            values=form.values,
        )

    if request.method != "POST":
        return page()
    where = project_url(membership, row)
    return answer_creation(
        request, membership, form, kind="appointment", create=create, location=lambda _row: where, page=page
    )


def appointment_edit(request: WorkRequest, membership: Membership, appointment: Any) -> HttpResponse:
    return _answer(request, membership, appointment, AppointmentForm, "ambassadors/appointment_edit.html")


def appointment_absence(request: WorkRequest, membership: Membership, appointment: Any) -> HttpResponse:
    return _answer(request, membership, appointment, AbsenceForm, "ambassadors/appointment_absence.html")


def appointment_end(request: WorkRequest, membership: Membership, appointment: Any) -> HttpResponse:
    return _answer(request, membership, appointment, EndForm, "ambassadors/appointment_end.html")


def agreement_new(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    row = visible_project(request, membership, project)
    access.check_may_edit_project(membership, row)
    form = NewAgreementForm(
        request.POST if request.method == "POST" else None,
        project=row,
        initial={"employer": request.GET.get("employer", "")},
    )

    def page(status: int = 200) -> HttpResponse:
        return render(request, "ambassadors/agreement_new.html", {"form": form, "project": row}, status=status)

    def create(logged_at: Any) -> ProcessingAgreement:
        employer = form.cleaned_data["employer"]
        messages.success(request, _("The agreement has been saved."))
        values = form.values_for(row.organisation, employer)
        return actions.record_agreement(by=membership, project=row, employer=employer, values=values)

    if request.method != "POST":
        return page()
    where = project_url(membership, row)
    return answer_creation(
        request, membership, form, kind="agreement", create=create, location=lambda _row: where, page=page
    )


def agreement_edit(request: WorkRequest, membership: Membership, project: Any, agreement: Any) -> HttpResponse:
    project_row = visible_project(request, membership, project)
    access.check_may_edit_project(membership, project_row)
    row = get_object_or_404(
        project_row.agreements.select_related("employer", "controller", "project__organisation"), uuid=agreement
    )
    form = AgreementForm(request.POST if request.method == "POST" else None, agreement=row)

    def page(status: int, conflicts: list[Conflict]) -> HttpResponse:
        context = {"form": form, "project": project_row, "agreement": row, "conflicts": conflicts}
        return render(request, "ambassadors/agreement_edit.html", context, status=status)

    def save(version: int) -> None:
        values = form.values_for(row.project.organisation, row.employer)
        actions.change_agreement(row, by=membership, version=version, values=values)
        messages.success(request, _("The agreement has been saved."))

    if request.method != "POST":
        return page(200, [])
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: AgreementForm(agreement=newer),
        save=save,
        location=project_url(membership, project_row),
        page=page,
    )


def _answer(request: WorkRequest, membership: Membership, uuid: Any, form_class: Any, template: str) -> HttpResponse:
    """Show or save one of the forms on an appointment."""
    rows = Appointment.objects.visible_to(membership, today=request.today)
    row = get_object_or_404(rows.select_related("project__organisation", "membership__user", "employer"), uuid=uuid)
    access.check_may_change_appointment(membership, row)
    form = form_class(request.POST if request.method == "POST" else None, appointment=row)

    def page(status: int, conflicts: list[Conflict]) -> HttpResponse:
        context = {"form": form, "appointment": row, "project": row.project, "conflicts": conflicts}
        return render(request, template, context, status=status)

    def save(version: int) -> None:
        actions.change_appointment(row, by=membership, version=version, values=form.values)
        messages.success(request, _("The appointment has been saved."))

    if request.method != "POST":
        return page(200, [])
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: form_class(appointment=newer),
        save=save,
        location=project_url(membership, row.project),
        page=page,
    )
