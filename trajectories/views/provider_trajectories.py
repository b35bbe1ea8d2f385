"""Trajectories of providers: list, page, start, change, and what is noted in them."""

from collections import Counter
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_guide
from trajectories.actions.provider_trajectories import (
    change_provider_trajectory,
    note_change,
    note_commitment,
    start_provider_trajectory,
)
from trajectories.cards import ProviderCard
from trajectories.enums import CommitmentState
from trajectories.forms import ChangeForm, CommitmentForm, ProviderTrajectoryFilter, ProviderTrajectoryForm
from trajectories.models import ProviderTrajectory
from trajectories.views.answers import answer_entry, day_of, for_ambassadors, posted, refuse_registration
from trajectories.views.provider_timeline import dates_only, timeline
from trajectories.views.providers import find_or_404, seen_provider
from trajectories.views.retractions import undo_of_retraction

PER_PAGE = 50


def detail_address(membership: Membership, row: ProviderTrajectory) -> str:
    return reverse("trajectories:provider-trajectory-detail", args=[membership.uuid, row.uuid])


@require_safe
def provider_trajectory_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    find_or_404(membership)
    chosen = ProviderTrajectoryFilter(request.GET)
    rows = ProviderTrajectory.objects.countable_by(membership, today=request.today)
    cards = rows.standing_at(chosen.status_chosen).cards(membership, request.today)
    page = Paginator(cards, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "filter": chosen, "tally": _tally(cards), "is_ambassador": may_guide(membership)}
    return render(request, "trajectories/provider_trajectory_list.html", context)


def _tally(cards: list[ProviderCard]) -> list[tuple[str, int]]:
    """How many stand where, in the order of the list; a refusal counts as an answer like the others."""
    counted = Counter(card.commitment for card in cards)
    named = [(str(state.label), counted[state]) for state in CommitmentState if counted[state]]
    return named + ([(_("Not asked yet"), counted[""])] if counted[""] else [])


@require_safe
def provider_trajectory_detail(request: WorkRequest, membership: Membership, provider_trajectory: Any) -> HttpResponse:
    """In full for ambassadors; for coordinators the card and the dates."""
    find_or_404(membership)
    rows = ProviderTrajectory.objects.countable_by(membership, today=request.today)
    in_full = may_guide(membership)
    row = get_object_or_404(_in_full(rows) if in_full else rows.without_notes(), uuid=provider_trajectory)
    context = {
        "card": rows.filter(pk=row.pk).cards(membership, request.today)[0],
        "provider_uuid": row.provider.uuid,
        "themes": [theme.get_theme_display() for theme in row.themes.all()],
        "row": row if in_full else None,
        "timeline": timeline(row, membership, request.today) if in_full else dates_only(row),
        "undo": undo_of_retraction(request, membership),
    }
    return render(request, "trajectories/provider_trajectory_detail.html", context)


def _in_full(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return rows.select_related("provider").prefetch_related("themes", "commitments", "changes")


def seen_row(request: WorkRequest, membership: Membership, uuid: Any) -> tuple[ProviderTrajectory, date]:
    """The row in an address, for whoever works on it, and the day whose rights count; otherwise it is not found."""

    def seen(day: date) -> Any:
        return ProviderTrajectory.objects.visible_to(membership, today=day).filter(uuid=uuid)

    day = day_of(request, lambda today: seen(today).exists())
    return get_object_or_404(seen(day).select_related("provider__organisation").prefetch_related("themes")), day


@for_ambassadors
def provider_trajectory_new(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    own = Appointment.objects.filter(membership=membership).select_related("project")
    day = day_of(request, lambda today: own.active(today).exists())
    row = seen_provider(request, membership, provider, day)
    appointments = own.active(day)
    if not appointments:
        return refuse_registration(request, has_appointment=False)
    form = ProviderTrajectoryForm(posted(request), today=day, appointments=appointments)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "provider": row}
        return render(request, "trajectories/provider_trajectory_new.html", context, status=status)

    def create(logged_at: Any) -> ProviderTrajectory:
        values = form.values
        return start_provider_trajectory(
            provider=row,
            appointment=values.pop("appointment"),
            values=values,
            by=membership,
            logged_at=logged_at,
            now=request.now,
            today=day,
        )

    if request.method != "POST":
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind=f"trajectory of {row.uuid}",
        create=create,
        location=lambda made: detail_address(membership, made),
        page=page,
    )


@for_ambassadors
def provider_trajectory_edit(request: WorkRequest, membership: Membership, provider_trajectory: Any) -> HttpResponse:
    row, _day = seen_row(request, membership, provider_trajectory)
    at_work = Appointment.objects.active(request.today).filter(project=row.project_id).values("membership")
    choices: dict[str, Any] = {
        "today": request.today,
        "ambassadors": Membership.objects.filter(pk__in=at_work).select_related("user"),
    }
    form = ProviderTrajectoryForm(posted(request), row=row, **choices)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "row": row}
        return render(request, "trajectories/provider_trajectory_edit.html", context, status=status)

    def save(version: int) -> None:
        change_provider_trajectory(row, version=version, values=form.values, by=membership, today=request.today)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: ProviderTrajectoryForm(row=fresh, **choices),
        save=save,
        page=page,
        location=detail_address(membership, row),
    )


@for_ambassadors
def commitment_new(request: WorkRequest, membership: Membership, provider_trajectory: Any) -> HttpResponse:
    """What became of the engagement statement, from a day on."""
    row, day = seen_row(request, membership, provider_trajectory)
    form = CommitmentForm(posted(request), today=day)
    return _noted(request, membership, row, day, form, note_commitment)


@for_ambassadors
def change_new(request: WorkRequest, membership: Membership, provider_trajectory: Any) -> HttpResponse:
    """What changes at the provider."""
    row, day = seen_row(request, membership, provider_trajectory)
    form = ChangeForm(posted(request), today=day)
    return _noted(request, membership, row, day, form, note_change)


def _noted(
    request: WorkRequest, membership: Membership, row: ProviderTrajectory, day: date, form: Any, note: Any
) -> HttpResponse:
    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "row": row, "is_change": note is note_change}
        return render(request, "trajectories/supply_note.html", context, status=status)

    if request.method != "POST":
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind=f"{note.__name__} of {row.uuid}",
        create=lambda logged_at: note(
            row, values=form.values, by=membership, logged_at=logged_at, now=request.now, today=day
        ),
        location=lambda _made: detail_address(membership, row),
        page=page,
    )
