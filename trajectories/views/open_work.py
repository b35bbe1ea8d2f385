"""Activities, signals and results: what is about to be done on Today, the page that leads to all three."""

from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.db.models import Max, Prefetch, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_guide, may_read_open_work
from trajectories.cards import SignalCard
from trajectories.enums import WithWhom
from trajectories.models import Activity, Contact, Provider, Result, Signal
from trajectories.open_work import Post, is_overdue, leads_with_open_work
from trajectories.views.answers import View, day_of

ON_TODAY = 3


@dataclass(frozen=True)
class OpenWork:
    """What Today shows of it: the signals that wait longest, the results that come first, the newest activities.

    `providers`: whom this person spoke to last, with the day; `in_all` counts by "signals" and "results".
    """

    signals: list[SignalCard]
    results: list[tuple[Result, bool]]
    activities: list[Activity]
    providers: list[tuple[Provider, date]]
    in_all: dict[str, int]


def open_work(request: WorkRequest, membership: Membership) -> OpenWork | None:
    """For whoever's strategies know no trajectories; None for everybody else, whose Today is about moments."""
    if not leads_with_open_work(posts_of(membership, request.today)):
        return None
    signals = Signal.objects.visible_to(membership, today=request.today).open(request.today)
    results = Result.objects.visible_to(membership, today=request.today).open()
    activities = Activity.objects.visible_to(membership, today=request.today)
    return OpenWork(
        signals=signals[:ON_TODAY].cards(text="note"),
        results=[(row, is_overdue(row.state, row.date, request.today)) for row in results[:ON_TODAY]],
        activities=list(activities[:ON_TODAY]),
        providers=_spoken_to_last(request, membership),
        in_all={"signals": signals.count(), "results": results.count()},
    )


def posts_of(membership: Membership, day: date) -> list[Post]:
    """The appointments of a day, with the strategies that the dossier of each chose."""
    return [post_of(row) for row in with_strategies(active_appointments(membership, day))]


def with_strategies(appointments: QuerySet[Appointment]) -> QuerySet[Appointment]:
    return appointments.prefetch_related("project__hiring_file__chosen_strategies")


def post_of(appointment: Appointment) -> Post:
    return Post(appointment.profile, _chosen(appointment))


def _chosen(appointment: Appointment) -> tuple[str, ...]:
    hiring_file = getattr(appointment.project, "hiring_file", None)
    return tuple(row.strategy for row in hiring_file.chosen_strategies.all()) if hiring_file else ()


def active_appointments(membership: Membership, day: date) -> QuerySet[Appointment]:
    return Appointment.objects.active(day).filter(membership=membership).select_related("project")


def day_to_write(request: WorkRequest, membership: Membership) -> date:
    """The day whose appointments count: see `answers.day_of`."""
    asked = request.POST.get("appointment", "")
    return day_of(
        request, lambda day: asked in map(str, active_appointments(membership, day).values_list("uuid", flat=True))
    )


def with_known_providers(membership: Membership, day: date) -> Prefetch:
    """The providers on a row, as far as this person knows them: they belong to who logged them."""
    return Prefetch("providers", Provider.objects.visible_to(membership, today=day))


def _spoken_to_last(request: WorkRequest, membership: Membership) -> list[tuple[Provider, date]]:
    mine = Contact.objects.standing().filter(membership=membership, with_whom=WithWhom.PROVIDER, provider__isnull=False)
    newest = mine.values("provider").annotate(last=Max("date")).order_by("-last", "-provider")[:ON_TODAY]
    days = {row["provider"]: row["last"] for row in newest}
    rows = Provider.objects.visible_to(membership, today=request.today).in_bulk(days)
    return [(rows[key], day) for key, day in days.items() if key in rows]


def for_readers(view: View) -> View:
    """Ambassadors and coordinators; for whoever else this page does not exist."""

    @wraps(view)
    def guarded(request: WorkRequest, membership: Membership, **kwargs: Any) -> HttpResponse:
        if not may_read_open_work(membership):
            raise Http404
        return view(request, membership, **kwargs)

    return guarded


@require_safe
@for_readers
def more(request: WorkRequest, membership: Membership) -> HttpResponse:
    """What does not fit in the menu of a phone."""
    today = request.today
    context = {
        "activities": Activity.objects.visible_to(membership, today=today).count(),
        "signals": Signal.objects.countable_by(membership, today=today).open(today).count(),
        "results": Result.objects.visible_to(membership, today=today).open().count(),
        "is_phone": may_guide(membership),
    }
    return render(request, "trajectories/more.html", context)
