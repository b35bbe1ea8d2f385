"""Vandaag: what there is to follow up, the codes of late, and the way to the logbook."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.access import may_register
from trajectories.actions.traces import trace_list
from trajectories.cards import rings_of
from trajectories.follow_up import FollowUp, Reminder, follow_up
from trajectories.models import Trajectory
from trajectories.moments import States, TrajectoryFacts, states
from trajectories.views.answers import for_ambassadors
from trajectories.views.open_work import open_work

ON_TODAY, ON_LIST, LATE_CODES = 3, 25, 3


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
def today(request: WorkRequest, membership: Membership) -> HttpResponse:
    facts, items = followed_up(request, membership)
    due = _rows(request, facts, items[:ON_TODAY])
    visible = Trajectory.objects.visible_to(membership, today=request.today)
    lately = visible.filter(contacts__membership=membership).logged_lately_by(membership)
    trace_list((row.trajectory.code for row in due), by=membership)
    context = {
        "due": due,
        "due_in_all": len(items),
        "running": len(facts),
        "lately": lately.select_related("participant")[:LATE_CODES],
        "has_appointment": Appointment.objects.active(request.today).filter(membership=membership).exists(),
        "may_register": may_register(membership, today=request.today),
        "open_work": open_work(request, membership),
    }
    return render(request, "trajectories/today.html", context)


@require_safe
@for_ambassadors
def follow_up_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """All there is to follow up."""
    facts, items = followed_up(request, membership)
    page = Paginator(items, ON_LIST).get_page(request.GET.get("page"))
    due = _rows(request, facts, list(page.object_list))
    trace_list((row.trajectory.code for row in due), by=membership)
    return render(request, "trajectories/follow_up_list.html", {"page": page, "due": due})


def followed_up(request: WorkRequest, membership: Membership) -> tuple[dict[int, TrajectoryFacts], list[FollowUp]]:
    """The facts of the trajectories that this person walks along with, and what presses."""
    mine = Trajectory.objects.visible_to(membership, today=request.today).walked_by(membership, today=request.today)
    facts = {found.key: found for found in mine.facts()}
    return facts, follow_up(facts.values(), mine.last_contacts(), request.today, rulings())


def _rows(request: WorkRequest, facts: dict[int, TrajectoryFacts], items: list[FollowUp]) -> list[DueRow]:
    rows = Trajectory.objects.select_related("participant__controller").in_bulk([item.key for item in items])
    numbers = rulings()
    return [DueRow(rows[item.key], states(facts[item.key], request.today, numbers), item.reminders) for item in items]
