"""What the phone may know while it is away: the least that logging needs, and what locks it.

Of this person's own open trajectories: code, first name, provider, status, how the rings stand, what there is to ask,
and which of the others are a brother's or sister's. Of this person: how they logged last, and whether their day is
about activities, signals and results first (`leads`).
No note, no contact detail, no figure. The phone encrypts it at once.
"""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rings import draw
from organisations.rulings import rulings
from trajectories.actions.traces import trace_list
from trajectories.calendar import working_year_label
from trajectories.cards import rings_of
from trajectories.enums import CLOSED_STATUSES, Status
from trajectories.follow_up import FollowUp
from trajectories.forms.moments import offered_years
from trajectories.models import Provider, Trajectory
from trajectories.moments import TrajectoryFacts, can_be_asked, states
from trajectories.open_work import leads_with_open_work
from trajectories.ownership import appointments_with_data
from trajectories.views import activities, contacts, results
from trajectories.views.answers import for_ambassadors
from trajectories.views.open_work import active_appointments, post_of, with_strategies
from trajectories.views.today import followed_up


@require_safe
@ensure_csrf_cookie
@for_ambassadors
def snapshot(request: WorkRequest, membership: Membership) -> HttpResponse:
    facts, items = followed_up(request, membership)
    due = {item.key: item for item in items}
    appointments = list(with_strategies(active_appointments(membership, request.today)))
    posts = [post_of(one) for one in appointments]
    projects = _projects(request, membership, appointments)
    rows = [row for row in _rows(request, membership, facts) if row.status not in CLOSED_STATUSES or row.pk in due]
    trace_list((row.code for row in rows), by=membership)
    years, usual = offered_years(request.today)
    address_of = {row.pk: str(row.uuid) for row in rows}
    families = Trajectory.objects.filter(pk__in=address_of).by_family(request.today)
    body = {
        "person": str(request.user.uuid),
        "secret": request.user.phone_secret,
        "membership": str(membership.uuid),
        "place": membership.organisation.name,
        "at": request.now.isoformat(),
        "projects": list(projects.values()),
        "providers": _providers(request, membership),
        "years": [{"year": year, "label": working_year_label(year), "usual": year == usual} for year in years],
        "leads": leads_with_open_work(posts),
        "last": {
            "contact": contacts.last_used(membership),
            "activity": activities.last_used(membership, lambda: posts),
            "result": results.last_used(membership, lambda: posts),
        },
        "due": [address_of[item.key] for item in items],
        "people": [
            _person(row, facts[row.pk], due.get(row.pk), projects, request)
            | {"family": [str(one) for one in families.get(row.uuid, ()) if one != row.uuid]}
            for row in rows
        ],
    }
    return JsonResponse(body)


def _rows(request: WorkRequest, membership: Membership, facts: dict[int, TrajectoryFacts]) -> Any:
    """Those this person walks along with, the one logged last first."""
    mine = Trajectory.objects.filter(pk__in=facts).logged_lately_by(membership).with_status(request.today)
    return mine.select_related("participant").prefetch_related("trials__provider", "enrolments__provider")


def _projects(
    request: WorkRequest, membership: Membership, appointments: list[Appointment]
) -> dict[int, dict[str, Any]]:
    """The appointments of today, by project; `records`: whether children can be recorded there."""
    recording = set(appointments_with_data(membership, request.today).values_list("pk", flat=True))
    return {
        one.project_id: {"uuid": str(one.uuid), "title": one.project.title, "records": one.pk in recording}
        for one in appointments
    }


def _providers(request: WorkRequest, membership: Membership) -> list[dict[str, str]]:
    rows = Provider.objects.visible_to(membership, today=request.today).values_list("uuid", "name")
    return [{"uuid": str(uuid), "name": name} for uuid, name in rows]


def _person(
    row: Any, facts: TrajectoryFacts, item: FollowUp | None, projects: dict[int, dict[str, Any]], request: WorkRequest
) -> dict[str, Any]:
    numbers = rulings()
    places = sorted([*row.trials.all(), *row.enrolments.all()], key=lambda one: one.date)
    return {
        "uuid": str(row.uuid),
        "code": row.participant.code,
        "name": row.participant.first_name,
        "status": str(Status(row.status or Status.REGISTERED).label),
        "project": projects[row.project_id]["uuid"] if row.project_id in projects else None,
        "provider": str(places[-1].provider.uuid) if places else None,
        "rings": draw(rings_of(states(facts, request.today, numbers))),
        "window": [row.m2_opens_on, row.m2_closes_on] if row.m2_opens_on else None,
        "asks": [n for n in (1, 2, 3) if can_be_asked(facts, n, request.today, numbers)],
        "due": [{"moment": one.moment, "words": _words(one, row)} for one in item.reminders] if item else [],
    }


def _words(reminder: Any, row: Any) -> str:
    context = {"reminder": reminder, "name": row.participant.first_name}
    return render_to_string("trajectories/_reminder.html", context).strip()
