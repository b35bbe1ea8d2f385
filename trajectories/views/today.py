"""Vandaag: what there is to follow up, the codes of late, and the way to the logbook."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment, HiringFile
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.access import may_register
from trajectories.actions.traces import trace_list
from trajectories.follow_up import FollowUp, follow_up
from trajectories.forms import TrajectorySearch
from trajectories.models import Trajectory
from trajectories.moments import TrajectoryFacts
from trajectories.views.answers import for_ambassadors
from trajectories.views.follow_ups import due_for, due_rows
from trajectories.views.open_work import open_work

ON_TODAY, LATE_CODES = 3, 3


@require_safe
@for_ambassadors
def today(request: WorkRequest, membership: Membership) -> HttpResponse:
    facts, items = due_for(request, membership)
    due = due_rows(request, facts, items[:ON_TODAY])
    visible = Trajectory.objects.visible_to(membership, today=request.today)
    lately = visible.logged_lately_by(membership).filter(lately__isnull=False)
    trace_list((row.trajectory.code for row in due), by=membership)
    context = {
        "due": due,
        "due_in_all": len(items),
        "running": len(facts),
        "lately": lately.select_related("participant")[:LATE_CODES],
        "has_appointment": Appointment.objects.active(request.today).filter(membership=membership).exists(),
        "may_register": may_register(membership, today=request.today),
        "open_work": open_work(request, membership),
        "to_agree": HiringFile.objects.visible_to(membership, today=request.today)
        .with_goals_to_agree()
        .select_related("project"),
        "search": TrajectorySearch(),
    }
    return render(request, "trajectories/today.html", context)


def followed_up(request: WorkRequest, membership: Membership) -> tuple[dict[int, TrajectoryFacts], list[FollowUp]]:
    """The facts of the trajectories that this person walks along with, and what presses."""
    mine = Trajectory.objects.visible_to(membership, today=request.today).walked_by(membership, today=request.today)
    facts = {found.key: found for found in mine.facts()}
    return facts, follow_up(facts.values(), mine.last_contacts(), request.today, rulings(), mine.around(request.today))
