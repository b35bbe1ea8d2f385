"""Projects: the list, the title page, making and changing them, and what was decided about them."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ambassadors import access
from ambassadors.actions import projects as actions
from ambassadors.enums import RecognitionState
from ambassadors.forms.projects import DecisionForm, LifeForm, NewProjectForm, ProjectFilter, ProjectForm
from ambassadors.models import Appointment, Project
from ambassadors.views.dossier import new_reactions
from organisations.access import administers_programme
from organisations.editing import Conflict, answer_change
from organisations.entries import answer_creation
from organisations.enums import Role
from organisations.models import Membership
from organisations.requests import WorkRequest

PAGE = 30


def project_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """The projects that one sees. Who has one project, and asks for nothing special, goes straight to it."""
    access.check_may_see_projects(membership)
    rows = Project.objects.visible_to(membership, today=request.today)
    if not request.GET and (only := _only_project(membership, rows)):
        return redirect("ambassadors:project-detail", membership.uuid, only)
    form = ProjectFilter(request.GET)
    rows = _filtered(rows.with_recognition(on=request.today), form)
    rows = rows.select_related("organisation__municipality").prefetch_related("working_area")
    context = {
        "filter": form,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "may_make": access.may_make_project(membership),
        "may_import": access.may_import_projects(membership),
    }
    return render(request, "ambassadors/project_list.html", context)


def project_detail(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    """The title page: who, what, where, for whom, how it stands, and who works on it."""
    row = visible_project(request, membership, project)
    appointments = _appointments(request, membership, row)
    context = {
        "project": row,
        "recognition": row.get_recognition_display(request.today),
        "decisions": row.recognitions.all(),
        "appointments": appointments,
        "agreements": _agreements(membership, row),
        "unagreed": _unagreed(appointments),
        "may_edit": access.may_edit_project(membership, row),
        "may_decide": access.may_decide(membership),
        "may_appoint": access.may_appoint(membership, row),
        "may_read_dossier": access.may_read_dossier(membership, row),
        "may_make": access.may_make_project(membership),
        "reactions": new_reactions(membership, row),
        "undo": _undo(request, membership, row),
        "several": administers_programme(membership) or membership.role == Role.GUIDE,
    }
    return render(request, "ambassadors/project_detail.html", context)


def project_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    access.check(access.may_make_project(membership))
    own = None if administers_programme(membership) else membership.organisation
    form = NewProjectForm(request.POST if request.method == "POST" else None, own=own)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "ambassadors/project_new.html", {"form": form}, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="project",
        create=lambda logged_at: _make(request, form),
        location=lambda row: project_url(membership, row),
        page=page,
    )


def project_edit(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    row = visible_project(request, membership, project)
    access.check_may_edit_project(membership, row)
    form = ProjectForm(request.POST if request.method == "POST" else None, project=row)

    def save(version: int) -> None:
        actions.change_project(row, by=membership, version=version, content=form.content)
        messages.success(request, _("The project has been saved."))

    return _answer_edit(request, membership, row, form, save, "ambassadors/project_edit.html")


def project_life(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    """In preparation, running or ended."""
    row = visible_project(request, membership, project)
    access.check_may_edit_project(membership, row)
    form = LifeForm(request.POST if request.method == "POST" else None, project=row)

    def save(version: int) -> None:
        life, ends_on = form.cleaned_data["life"], form.cleaned_data["ends_on"]
        actions.change_life(row, by=membership, version=version, life=life, ends_on=ends_on)
        messages.success(request, _("The state of the project has been saved."))

    return _answer_edit(request, membership, row, form, save, "ambassadors/project_life.html")


def decision_new(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    """What was decided on recognition, by the ministry's administrator."""
    row = visible_project(request, membership, project)
    access.check_may_decide(membership)
    form = DecisionForm(request.POST if request.method == "POST" else None, today=request.today)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "ambassadors/project_decision.html", {"form": form, "project": row}, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="decision",
        create=lambda logged_at: _decide(request, row, form),
        location=lambda _row: project_url(membership, row),
        page=page,
    )


@require_POST
def decision_remove(request: WorkRequest, membership: Membership, project: Any, day: date) -> HttpResponse:
    """Take out a decision recorded by mistake; the page then offers to put it back."""
    row = visible_project(request, membership, project)
    state = actions.remove_decision(row, by=membership, decided_on=day)
    if state is None:
        raise Http404
    messages.success(request, _("The decision has been removed."))
    return redirect(f"{project_url(membership, row)}?removed={day:%Y-%m-%d}&state={state}")


@require_POST
def decision_restore(request: WorkRequest, membership: Membership, project: Any, day: date, state: str) -> HttpResponse:
    row = visible_project(request, membership, project)
    if state not in RecognitionState.values:
        raise Http404
    actions.record_decision(row, by=membership, state=state, decided_on=day)
    messages.success(request, _("The decision stands there again."))
    return redirect(project_url(membership, row))


def visible_project(request: WorkRequest, membership: Membership, uuid: Any) -> Project:
    """The project, with all that its title page shows; 404 for a stranger."""
    rows = Project.objects.visible_to(membership, today=request.today).select_related("organisation__municipality")
    related = ("co_applicants", "working_area", "target_groups", "recognitions", "agreements__controller")
    return get_object_or_404(
        rows.prefetch_related(*related, "agreements__employer", "agreements__processor"), uuid=uuid
    )


def project_url(membership: Membership, project: Project) -> str:
    return reverse("ambassadors:project-detail", args=[membership.uuid, project.uuid])


def _answer_edit(
    request: WorkRequest, membership: Membership, row: Project, form: Any, save: Any, template: str
) -> HttpResponse:
    def page(status: int, conflicts: list[Conflict]) -> HttpResponse:
        return render(request, template, {"form": form, "project": row, "conflicts": conflicts}, status=status)

    if request.method != "POST":
        return page(200, [])
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: type(form)(project=newer),
        save=save,
        location=project_url(membership, row),
        page=page,
    )


def _make(request: WorkRequest, form: NewProjectForm) -> Project:
    row = actions.make_project(by=request.membership, organisation=form.chosen, content=form.content)
    messages.success(request, _("The project has been added."))
    return row


def _decide(request: WorkRequest, row: Project, form: DecisionForm) -> Project:
    state, day = form.cleaned_data["state"], form.cleaned_data["decided_on"]
    messages.success(request, _("The decision has been recorded."))
    return actions.record_decision(row, by=request.membership, state=state, decided_on=day)


def _only_project(membership: Membership, rows: QuerySet[Project]) -> Any:
    """The address of the one project of somebody who works on projects."""
    if membership.role not in (Role.COORDINATOR, Role.AMBASSADOR):
        return None
    first_two = list(rows.values_list("uuid", flat=True)[:2])
    return first_two[0] if len(first_two) == 1 else None


def _filtered(rows: Any, form: ProjectFilter) -> Any:
    form.is_valid()
    asked = form.cleaned_data
    if province := asked.get("province"):
        rows = rows.in_province(province)
    if recognition := asked.get("recognition"):
        rows = rows.filter(recognition=recognition)
    if life := asked.get("life"):
        rows = rows.filter(life=life)
    return rows


def _appointments(request: WorkRequest, membership: Membership, project: Project) -> list[Appointment]:
    """Those that this membership sees, each with how it stands today and what may be done."""
    rows = Appointment.objects.visible_to(membership, today=request.today).filter(project=project)
    found = list(rows.select_related("membership__user", "employer"))
    for row in found:
        row.project = project
        row.is_external = access.is_external(row)  # type: ignore[attr-defined]
        row.may_change = access.may_change_appointment(membership, row)  # type: ignore[attr-defined]
        row.state_today = row.state_on(request.today)  # type: ignore[attr-defined]
    return found


def _unagreed(appointments: list[Appointment]) -> list[Any]:
    """Employers elsewhere with whom nothing was agreed yet: they can enter no participants."""
    employers = {row.employer for row in appointments if not access.may_enter_participants(row)}
    return sorted(employers, key=lambda employer: employer.name)


def _agreements(membership: Membership, project: Project) -> list[Any]:
    """For who commissions or works there; a guide or an ambassador needs no contracts."""
    if membership.role not in (Role.COORDINATOR, Role.ADMINISTRATOR):
        return []
    return list(project.agreements.all())


def _undo(request: WorkRequest, membership: Membership, project: Project) -> dict[str, str] | None:
    try:
        day = date.fromisoformat(request.GET.get("removed", ""))
        args = [membership.uuid, project.uuid, day, request.GET.get("state", "")]
        return {"url": reverse("ambassadors:decision-restore", args=args), "label": _("Undo")}
    except (ValueError, NoReverseMatch):
        return None
