"""Activities, signals and results are noted in one way: under an appointment, once, and back to where one came from."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from ambassadors.models import Appointment
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.views.answers import answer_entry, refuse_registration, way_back
from trajectories.views.open_work import active_appointments, day_to_write

FormFor = Callable[[date, QuerySet[Appointment]], Any]


def note_work(
    request: WorkRequest,
    membership: Membership,
    *,
    kind: str,
    template: str,
    form_for: FormFor,
    act: Callable[..., Any],
    location: Callable[[Any], str],
    said: str,
) -> HttpResponse:
    """`form_for(day, appointments)` binds the form; `act` is the action that makes the row; `location(row)` comes next
    for who came from nowhere; `said` is what a person reads there."""
    day = day_to_write(request, membership)
    appointments = active_appointments(membership, day)
    if not appointments:
        return refuse_registration(request, has_appointment=False)
    form = form_for(day, appointments)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "next": way_back(request, "")}
        return render(request, template, context, status=status)

    if request.method != "POST":
        return page()
    answer = answer_entry(
        request,
        membership,
        form,
        kind=kind,
        create=lambda logged_at: _written(act, form, by=membership, logged_at=logged_at, now=request.now, today=day),
        location=lambda row: way_back(request, location(row)),
        page=page,
    )
    if answer.status_code == 302:
        messages.success(request, said)
    return answer


def _written(
    act: Callable[..., Any], form: Any, *, by: Membership, logged_at: datetime, now: datetime, today: date
) -> Any:
    """What `act` makes of the form. The phone chose the row's address: the entry's id."""
    values = form.values
    return act(
        uuid=form.cleaned_data["entry_id"],
        appointment=values.pop("appointment"),
        values=values,
        by=by,
        logged_at=logged_at,
        now=now,
        today=today,
    )
