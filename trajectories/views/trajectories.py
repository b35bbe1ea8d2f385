"""Trajectories as their ambassador sees them: list, search, page, start, change, status."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.models import SuccessAgreement
from ambassadors.success import Definition, agreed_for
from organisations.calendar import working_year
from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rings import MOMENTS
from organisations.rulings import rulings
from trajectories.access import may_count
from trajectories.actions.traces import trace_view
from trajectories.actions.trajectories import change_trajectory, start_trajectory, status_on, turn_status
from trajectories.cards import rings_of
from trajectories.enums import CLOSED_STATUSES, Basis, MomentState, Status
from trajectories.follow_up import reminders, waiting_since
from trajectories.forms import StatusForm, TrajectoryForm
from trajectories.models import Contact, Participant, Provider, Trajectory
from trajectories.moments import States, can_be_asked, states
from trajectories.ownership import appointments_with_data
from trajectories.track import Span, spans, track
from trajectories.views import cards
from trajectories.views.answers import answer_entry, day_of, for_ambassadors, posted
from trajectories.views.companions import companions, is_ownerless, waits_at, walks_along, withdrawal
from trajectories.views.retractions import undo_of_retraction
from trajectories.views.timeline import authors, timeline

BESIDE = (
    "participant__controller",
    "participant__municipality",
    "project",
    "m1_provider",
    "m2_provider",
    "m3_provider",
)
BELOW = (
    "late_entries__membership__user",
    "statuses__provider",
    "thresholds",
    "trials__provider",
    "enrolments__provider",
)


@dataclass(frozen=True)
class MomentView:
    """One moment on the page: what stands there, and whether one can record it now."""

    number: int
    name: str
    state: MomentState
    outcome: str
    day: Any
    supported: bool | None
    provider: Any
    remark: str
    can_be_asked: bool
    span: Span | None


@require_safe
def trajectory_detail(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    if may_count(membership):
        return cards.card_detail(request, membership, trajectory)
    return _detail(request, membership, trajectory=trajectory)


@for_ambassadors
def _detail(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    rows = Trajectory.objects.visible_to(membership, today=request.today).select_related(*BESIDE)
    row = get_object_or_404(rows.prefetch_related(*BELOW), uuid=trajectory)
    facts = Trajectory.objects.filter(pk=row.pk).facts()[0]
    status = facts.status_on(request.today) or Status.REGISTERED
    stand = states(facts, request.today, rulings())
    found = spans(facts, request.today, rulings())
    seen = Contact.objects.visible_to(membership, today=request.today).standing().filter(trajectories=row)
    contacts = list(seen.select_related("membership__user"))
    around = Trajectory.objects.filter(pk=row.pk).around(request.today)[row.pk]
    last_contact = max((c.date for c in contacts), default=None)
    trace_view(row.participant, by=membership)
    context = {
        "trajectory": row,
        "status_words": status.label,
        "rings": rings_of(stand),
        "moments": moment_views(row, facts, stand, found, request),
        "track": track(found, request.today),
        "success": _success(row),
        "reminders": reminders(facts, last_contact, request.today, rulings(), around),
        "timeline": timeline(row, contacts, authors(row)),
        "open_enrolments": [enrolment for enrolment in row.enrolments.all() if enrolment.ended_on is None],
        "is_closed": status in CLOSED_STATUSES,
        "takes_no_enrolment": row.basis == Basis.NO_ENROLMENT,
        **_beside(request, membership, row, is_closed=status in CLOSED_STATUSES),
        "waiting_since": waiting_since(facts, request.today),
        "undo": undo_of_retraction(request, membership),
    }
    return render(request, "trajectories/trajectory_detail.html", context)


def _beside(request: WorkRequest, membership: Membership, row: Trajectory, *, is_closed: bool) -> dict[str, Any]:
    """Who walks along, where it waits, to whom it goes, and what a withdrawal means."""
    present = companions(row, membership, request.today)
    hand_over = row.hand_overs.select_related("to_organisation").first()
    gone = withdrawal(row.participant, request.today, is_closed=is_closed)
    offered = hand_over is not None and hand_over.is_pending(request.today)
    return {
        "companions": [one for one in present if one.state != "gone"],
        "folders": [one for one in present if one.has_folder] if walks_along(present) else [],
        "is_ownerless": is_ownerless(present),
        "waits_at": waits_at(row, request.today),
        "hand_over": hand_over,
        "may_hand_over": not (is_closed or gone or offered),
        "withdrawal": gone,
    }


def _success(row: Trajectory) -> Definition | None:
    """What its project agreed on for the working year in which it began."""
    agreements = SuccessAgreement.objects.of_projects([row.project_id])[row.project_id]
    return agreed_for(agreements, working_year(row.started_on, rulings()))


def moment_views(
    row: Trajectory, facts: Any, stand: States, found: list[Span], request: WorkRequest
) -> list[MomentView]:
    by_moment = {span.moment: span for span in found}
    return [
        MomentView(
            number=number,
            name=str(name),
            state=stand[number - 1],
            outcome=getattr(row, f"m{number}_outcome"),
            day=getattr(row, f"m{number}_on"),
            supported=getattr(row, f"m{number}_supported"),
            provider=getattr(row, f"m{number}_provider"),
            remark=getattr(row, f"m{number}_remark"),
            can_be_asked=can_be_asked(facts, number, request.today, rulings()),
            span=by_moment.get(number),
        )
        for number, name in enumerate(MOMENTS, start=1)
    ]


def detail_address(membership: Membership, trajectory: Trajectory) -> str:
    return reverse("trajectories:trajectory-detail", args=[membership.uuid, trajectory.uuid])


def seen_trajectory(request: WorkRequest, membership: Membership, uuid: Any) -> tuple[Trajectory, date]:
    """The trajectory in an address, for whoever works on it, and the day whose rights count; otherwise not found."""

    def seen(day: date) -> Any:
        return Trajectory.objects.visible_to(membership, today=day).filter(uuid=uuid)

    day = day_of(request, lambda today: seen(today).exists())
    return get_object_or_404(seen(day).select_related("participant__controller", "project", "m1_provider")), day


@for_ambassadors
def trajectory_new(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    """Start a trajectory for a child who is on record."""

    def seen(day: date) -> Any:
        return Participant.objects.visible_to(membership, today=day).filter(uuid=participant)

    day = day_of(request, lambda today: seen(today).exists())
    person = get_object_or_404(seen(day).select_related("controller"))
    appointments = appointments_with_data(membership, day, controller=person.controller_id)
    form = TrajectoryForm(posted(request), today=day, appointments=appointments)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "participant": person}
        return render(request, "trajectories/trajectory_new.html", context, status=status)

    def create(logged_at: Any) -> Trajectory:
        values = form.values
        return start_trajectory(
            uuid=form.cleaned_data["entry_id"],
            participant=person,
            appointment=values.pop("appointment"),
            values=values,
            by=membership,
            logged_at=logged_at,
            now=request.now,
            today=day,
        )

    if request.method != "POST":
        trace_view(person, by=membership)
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind="trajectory",
        create=create,
        location=lambda row: detail_address(membership, row),
        page=page,
    )


@for_ambassadors
def trajectory_edit(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    row, _day = seen_trajectory(request, membership, trajectory)
    form = TrajectoryForm(posted(request), row=row, today=request.today)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "trajectory": row}
        return render(request, "trajectories/trajectory_edit.html", context, status=status)

    def save(version: int) -> None:
        change_trajectory(row, version=version, values=form.values, by=membership, today=request.today)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        trace_view(row.participant, by=membership)
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: TrajectoryForm(row=fresh, today=request.today),
        save=save,
        page=page,
        location=detail_address(membership, row),
    )


@for_ambassadors
def status_new(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    """Where the trajectory stands from a day on."""
    row, day = seen_trajectory(request, membership, trajectory)
    now_at = status_on(row, day) or Status.REGISTERED.value
    providers = Provider.objects.visible_to(membership, today=day)
    initial = {"provider": request.GET["provider"]} if request.GET.get("provider") else {}
    form = StatusForm(posted(request), today=day, now_at=now_at, providers=providers, initial=initial)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "trajectory": row, "now_at": Status(now_at).label}
        return render(request, "trajectories/status_new.html", context, status=status)

    if request.method != "POST":
        trace_view(row.participant, by=membership)
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind="status",
        create=lambda logged_at: turn_status(
            row, values=form.values, by=membership, logged_at=logged_at, now=request.now, today=day
        ),
        location=lambda _status: detail_address(membership, row),
        page=page,
        about=lambda: [row],
    )
