"""What nobody walks along with any more, as the coordinator sees it: by code, and who takes it over."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.models import Project
from ambassadors.querysets import working_on
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.access import may_reassign
from trajectories.actions.assignments import reassign
from trajectories.cards import TrajectoryCard
from trajectories.follow_up import needs_someone
from trajectories.forms import ReassignmentForm
from trajectories.models import Assignment, Trajectory
from trajectories.ownership import appointments_under
from trajectories.views.answers import answer_entry, posted


@dataclass(frozen=True)
class OwnerlessProject:
    """A project, and those of its trajectories that nobody has, each with who had it last."""

    project: Project
    rows: list[tuple[TrajectoryCard, str]]


def ownerless_cards(
    request: WorkRequest, membership: Membership, project: Project | None = None
) -> list[TrajectoryCard]:
    """Those in which something remains to be done."""
    rows = Trajectory.objects.countable_by(membership, today=request.today).ownerless(today=request.today)
    if project:
        rows = rows.filter(project=project)
    numbers = rulings()
    cards = rows.order_by("participant__code", "pk").cards(request.today, numbers)
    return [card for card in cards if needs_someone(card.facts, request.today, numbers)]


@require_safe
def ownerless_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    if not may_reassign(membership):
        raise Http404
    cards = ownerless_cards(request, membership)
    last = last_companions([card.facts.key for card in cards], request.today)
    by_project: dict[int, list[tuple[TrajectoryCard, str]]] = defaultdict(list)
    for card in cards:
        by_project[card.facts.project].append((card, last.get(card.facts.key, "")))
    projects = Project.objects.filter(pk__in=by_project)
    groups = [OwnerlessProject(project, by_project[project.pk]) for project in projects]
    return render(request, "trajectories/ownerless_list.html", {"groups": groups, "count": len(cards)})


def last_companions(keys: list[int], today: date) -> dict[int, str]:
    """Who walked along last, and why no longer, by trajectory."""
    rows = Assignment.objects.filter(trajectory__in=keys).select_related("appointment__membership__user")
    return {row.trajectory_id: _left(row, today) for row in rows.order_by("starts_on", "pk")}


def _left(row: Assignment, today: date) -> str:
    appointment, name = row.appointment, row.appointment.membership.user.display_name
    until = min((day for day in (row.ends_on, appointment.ends_on) if day), default=None)
    if until and until < today:
        return _("%(name)s, until %(day)s") % {"name": name, "day": f"{until:%d/%m/%Y}"}
    if appointment.is_absent(today):
        return _("%(name)s, absent since %(day)s") % {"name": name, "day": f"{appointment.absent_from:%d/%m/%Y}"}
    return _("%(name)s, no longer has a log-in") % {"name": name}


def reassignment_new(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    """Give what nobody has in one project to one of its ambassadors."""
    if not may_reassign(membership):
        raise Http404
    counted = Trajectory.objects.countable_by(membership, today=request.today)
    row = get_object_or_404(Project.objects.filter(pk__in=counted.order_by().values("project")), uuid=project)
    cards = ownerless_cards(request, membership, row)
    under = appointments_under(request.today, controller=membership.organisation_id)
    colleagues = under.filter(working_on(request.today), project=row).select_related("membership__user")
    form = ReassignmentForm(posted(request), cards=cards, colleagues=colleagues)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "project": row, "cards": cards, "colleagues": colleagues}
        return render(request, "trajectories/reassignment_new.html", context, status=status)

    def create(logged_at: Any) -> Project:
        chosen = Trajectory.objects.filter(uuid__in=form.cleaned_data["trajectories"]).only("pk")
        appointment = form.cleaned_data["appointment"]
        reassign(trajectories=list(chosen), appointment=appointment, by=membership, today=request.today)
        sentence = _("Given to %(name)s, who finds a handover folder there.")
        messages.success(request, sentence % {"name": appointment.membership.user.display_name})
        return row

    if request.method != "POST":
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind="reassignment",
        create=create,
        location=lambda _row: reverse("trajectories:ownerless-list", args=[membership.uuid]),
        page=page,
    )
