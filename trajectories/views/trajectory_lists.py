"""Lists of trajectories: filtered by status in the address, searched by code or first name in the body."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.access import may_count
from trajectories.actions.traces import trace_list
from trajectories.cards import rings_of
from trajectories.enums import Status
from trajectories.forms import TrajectoryFilter, TrajectorySearch
from trajectories.models import Trajectory
from trajectories.moments import States, states
from trajectories.views import cards
from trajectories.views.answers import for_ambassadors

PER_PAGE = 25


@dataclass(frozen=True)
class ListRow:
    """A line of the list: whom, how the moments stand, and where."""

    trajectory: Any
    states: States

    @property
    def rings(self) -> list[str]:
        return rings_of(self.states)

    @property
    def status_words(self) -> str:
        return str(Status(self.trajectory.status).label)


@require_safe
def trajectory_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """The ambassador's, with first names; the coordinator's, as cards."""
    if may_count(membership):
        return cards.card_list(request, membership)
    return _list(request, membership)


@for_ambassadors
def _list(request: WorkRequest, membership: Membership) -> HttpResponse:
    chosen = TrajectoryFilter(request.GET)
    found = chosen.apply(Trajectory.objects.visible_to(membership, today=request.today), request.today)
    page = Paginator(found.select_related("participant__controller"), PER_PAGE).get_page(request.GET.get("page"))
    return _list_page(request, membership, page, list(page.object_list), filter=chosen, search=TrajectorySearch())


@require_POST
@for_ambassadors
def trajectory_search(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Also from Today. Whatever the status: who is looked for by name is found."""
    form = TrajectorySearch(request.POST)
    found = []
    if form.is_valid():
        seen = Trajectory.objects.visible_to(membership, today=request.today).with_status(request.today)
        everyone = seen.select_related("participant__controller")
        found = [row for row in everyone if form.finds(row.code, row.participant.first_name)]
    page = Paginator(found, max(1, len(found))).get_page(1)
    empty = TrajectoryFilter({})
    return _list_page(request, membership, page, found, filter=empty, search=form, form=form)


def _list_page(
    request: WorkRequest, membership: Membership, page: Page, rows: list[Any], **context: Any
) -> HttpResponse:
    facts = Trajectory.objects.filter(pk__in=[row.pk for row in rows]).facts()
    by_key = {found.key: states(found, request.today, rulings()) for found in facts}
    trace_list((row.code for row in rows), by=membership)
    context |= {"page": page, "rows": [ListRow(row, by_key[row.pk]) for row in rows]}
    status = 422 if context["search"].errors else 200
    return render(request, "trajectories/trajectory_list.html", context, status=status)
