"""What there is to follow up: one's own, and what nobody has."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.actions.traces import trace_list
from trajectories.cards import rings_of
from trajectories.follow_up import FollowUp, Reminder, follow_up
from trajectories.models import Trajectory
from trajectories.moments import States, TrajectoryFacts, states
from trajectories.views.answers import for_ambassadors

PER_PAGE = 25


@dataclass(frozen=True)
class DueRow:
    """A line of the list: whom, how the moments stand, and why."""

    trajectory: Trajectory
    states: States
    reminders: tuple[Reminder, ...]

    @property
    def rings(self) -> list[str]:
        return rings_of(self.states)


@require_safe
@for_ambassadors
def follow_up_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    facts, items = due_for(request, membership)
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    due = due_rows(request, facts, list(page.object_list))
    trace_list((row.trajectory.code for row in due), by=membership)
    return render(request, "trajectories/follow_up_list.html", {"page": page, "due": due})


def due_for(request: WorkRequest, membership: Membership) -> tuple[dict[int, TrajectoryFacts], list[FollowUp]]:
    """The facts of what this person walks along with or nobody does, and what presses."""
    seen = Trajectory.objects.visible_to(membership, today=request.today)
    mine = seen.followed_by(membership, today=request.today)
    facts = {found.key: found for found in mine.facts()}
    around = mine.around(request.today)
    return facts, follow_up(facts.values(), mine.last_contacts(), request.today, rulings(), around)


def due_rows(request: WorkRequest, facts: dict[int, TrajectoryFacts], items: list[FollowUp]) -> list[DueRow]:
    rows = Trajectory.objects.select_related("participant__controller").in_bulk([item.key for item in items])
    numbers = rulings()
    return [DueRow(rows[item.key], states(facts[item.key], request.today, numbers), item.reminders) for item in items]
