"""A child or young person: record, look up, change; how to reach them, on a page apart."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.actions.participants import change_participant, keep_contact_details, register_participant
from trajectories.actions.traces import trace_list, trace_view
from trajectories.cards import rings_of
from trajectories.follow_up import grew_up
from trajectories.forms import ContactDetailsForm, ParticipantForm
from trajectories.models import ContactDetails, Participant, Trajectory
from trajectories.moments import is_active, states
from trajectories.ownership import appointments_with_data
from trajectories.views.answers import (
    answer_entry,
    day_of,
    for_ambassadors,
    posted,
    refuse_registration,
)
from trajectories.views.companions import withdrawal


def seen_participant(request: WorkRequest, membership: Membership, uuid: Any) -> Participant:
    rows = Participant.objects.visible_to(membership, today=request.today)
    return get_object_or_404(rows.select_related("controller", "municipality"), uuid=uuid)


def siblings_of(request: WorkRequest, membership: Membership, participant: Participant) -> list[Participant]:
    """The brothers and sisters whom somebody sees: a family shows nobody more."""
    if participant.family_id is None:
        return []
    seen = Participant.objects.visible_to(membership, today=request.today).filter(family=participant.family_id)
    return list(seen.exclude(pk=participant.pk))


def is_of_age(participant: Participant, today: date) -> bool:
    """From 1 January of the year in which they turn 18, until they were informed."""
    known_since = timezone.localdate(participant.logged_at)
    return participant.of_age_informed_on is None and grew_up(participant.birth_year, known_since, today)


def participant_address(membership: Membership, participant: Participant) -> str:
    return reverse("trajectories:participant-detail", args=[membership.uuid, participant.uuid])


@for_ambassadors
def participant_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    day = day_of(request, lambda today: appointments_with_data(membership, today).exists())
    appointments = appointments_with_data(membership, day)
    if not appointments:
        has_appointment = Appointment.objects.active(request.today).filter(membership=membership).exists()
        return refuse_registration(request, has_appointment=has_appointment)
    form = ParticipantForm(posted(request), today=day, appointments=appointments)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        return render(request, "trajectories/participant_new.html", {"form": form, **context}, status=status)

    def create(logged_at: Any) -> Participant:
        values = form.values
        return register_participant(
            uuid=form.cleaned_data["entry_id"],
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
        kind="participant",
        create=create,
        location=lambda row: reverse("trajectories:trajectory-new", args=[membership.uuid, row.uuid]),
        page=page,
    )


@require_safe
@for_ambassadors
def participant_detail(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    row = seen_participant(request, membership, participant)
    mine = Trajectory.objects.visible_to(membership, today=request.today).filter(participant=row)
    rows = {one.pk: one for one in mine.select_related("project")}
    known = list(mine.facts())
    siblings = siblings_of(request, membership, row)
    trace_view(row, by=membership)
    if siblings:
        trace_list((one.code for one in siblings), by=membership)
    context = {
        "participant": row,
        "trajectories": [(rows[facts.key], rings_of(states(facts, request.today, rulings()))) for facts in known],
        "siblings": siblings,
        "is_of_age": is_of_age(row, request.today),
        "withdrawal": withdrawal(row, request.today, is_closed=not any(is_active(f, request.today) for f in known)),
    }
    return render(request, "trajectories/participant_detail.html", context)


@for_ambassadors
def participant_edit(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    row = seen_participant(request, membership, participant)
    form = ParticipantForm(posted(request), row=row, today=request.today)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "participant": row}
        return render(request, "trajectories/participant_edit.html", context, status=status)

    def save(version: int) -> None:
        change_participant(row, version=version, values=form.values, by=membership)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        trace_view(row, by=membership)
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: ParticipantForm(row=fresh, today=request.today),
        save=save,
        page=page,
        location=participant_address(membership, row),
    )


@for_ambassadors
def contact_details_edit(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    """How to reach them: the only page that loads it."""
    person = seen_participant(request, membership, participant)
    row = _contact_details(person)
    form = ContactDetailsForm(posted(request), row=row)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "participant": person}
        return render(request, "trajectories/contact_details_edit.html", context, status=status)

    def save(version: int) -> None:
        keep_contact_details(person, version=version, values=form.values, by=membership)
        messages.success(request, _("The contact details were saved."))

    if request.method != "POST":
        trace_view(person, by=membership, verb="viewed contact details")
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda _fresh: ContactDetailsForm(row=_contact_details(person)),
        save=save,
        page=page,
        location=participant_address(membership, person),
    )


def _contact_details(person: Participant) -> ContactDetails:
    """What is known; before anything is, nothing."""
    return ContactDetails.objects.filter(participant=person).first() or ContactDetails(participant=person, version=0)
