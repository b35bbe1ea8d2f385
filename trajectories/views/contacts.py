"""The logbook: write in it, read it, put a line right."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_correct
from trajectories.actions.contacts import log_contact
from trajectories.actions.traces import trace_list
from trajectories.enums import Channel, Criterion, WithWhom
from trajectories.forms import ContactFilter, ContactForm
from trajectories.models import Contact, Provider, Trajectory
from trajectories.views.answers import (
    Page,
    answer_entry,
    day_of,
    for_ambassadors,
    posted,
    refuse_registration,
    way_back,
)
from trajectories.views.retractions import undo_of_retraction

PER_PAGE = 30
FIRST_TIME = {
    "minutes": 15,
    "channel": Channel.STREET,
    "with_whom": WithWhom.FAMILY,
    "criterion": Criterion.RELATION,
}


@require_safe
@for_ambassadors
def contact_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    chosen = ContactFilter(request.GET)
    found = Contact.objects.visible_to(membership, today=request.today).standing()
    if chosen.code_typed:
        found = found.filter(trajectories__participant__code=chosen.code_typed)
    rows = found.select_related("membership__user", "provider").prefetch_related("trajectories__participant")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    trace_list((one.code for contact in page.object_list for one in contact.trajectories.all()), by=membership)
    context = {"page": page, "filter": chosen, "undo": undo_of_retraction(request, membership)}
    return render(request, "trajectories/contact_list.html", context)


@for_ambassadors
def contact_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    return _written(request, membership)


@for_ambassadors
def contact_correct(request: WorkRequest, membership: Membership, contact: Any) -> HttpResponse:
    """A new line that stands in the place of one's own earlier one."""
    rows = Contact.objects.visible_to(membership, today=request.today).prefetch_related("trajectories")
    row = get_object_or_404(rows, uuid=contact)
    if not may_correct(membership, row):
        raise Http404
    return _written(request, membership, corrects=row)


def _written(request: WorkRequest, membership: Membership, corrects: Contact | None = None) -> HttpResponse:
    day = day_of(request, lambda today: _is_allowed(request, membership, today))
    mine = Appointment.objects.active(day).filter(membership=membership)
    appointments = mine.select_related("project__organisation")
    if not appointments:
        return refuse_registration(request, has_appointment=False)
    form = _form(request, membership, day, appointments, corrects)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "corrects": corrects, "next": way_back(request, "")}
        context["family"] = None if corrects else _family(request, membership, form)
        return render(request, "trajectories/contact_new.html", context, status=status)

    if request.method != "POST":
        visible = Trajectory.objects.visible_to(membership, today=request.today)
        trace_list(visible.values_list("participant__code", flat=True), by=membership)
        return page()
    return _answer(request, membership, form, day, corrects, page)


def _answer(
    request: WorkRequest, membership: Membership, form: ContactForm, day: date, corrects: Contact | None, page: Page
) -> HttpResponse:
    def create(logged_at: Any) -> Contact:
        values = form.values
        return log_contact(
            appointment=values.pop("appointment"),
            trajectories=values.pop("trajectories"),
            values=values,
            by=membership,
            logged_at=logged_at,
            now=request.now,
            today=day,
            corrects=corrects,
        )

    home = reverse("trajectories:today", args=[membership.uuid])
    answer = answer_entry(
        request,
        membership,
        form,
        kind=f"correction of {corrects.uuid}" if corrects else "contact",
        create=create,
        location=lambda _row: way_back(request, home),
        page=page,
        about=lambda: Trajectory.objects.filter(uuid__in=form.cleaned_data["trajectories"]),
    )
    if answer.status_code == 302:
        messages.success(request, _("The contact was saved."))
    return answer


def _is_allowed(request: WorkRequest, membership: Membership, day: date) -> bool:
    """Whether this person can write about those trajectories, under that appointment, on a day."""
    under = {"membership": membership, "uuid__in": _uuids(request.POST.getlist("appointment"))}
    wanted = _uuids(request.POST.getlist("trajectories"))
    seen = Trajectory.objects.visible_to(membership, today=day).filter(uuid__in=wanted)
    return Appointment.objects.active(day).filter(**under).exists() and seen.count() == len(wanted)


def _family(request: WorkRequest, membership: Membership, form: ContactForm) -> dict[str, Any] | None:
    """Of those whom the address asks for, the brothers and sisters: who, and the address that ticks them too."""
    asked = _uuids(request.GET.getlist("trajectories"))
    if request.method != "GET" or not asked:
        return None
    families = Trajectory.objects.visible_to(membership, today=request.today).by_family(request.today)
    others = {one for uuid in asked for one in families.get(uuid, ())} - asked
    if not others:
        return None
    query = request.GET.copy()
    query.setlist("trajectories", sorted(map(str, asked | others)))
    return {"names": form.names_of(others), "query": query.urlencode()}


def _uuids(values: Iterable[str]) -> set[UUID]:
    """What was sent, without what is no address."""
    found = set()
    for value in values:
        with suppress(ValueError):
            found.add(UUID(value))
    return found


def _form(
    request: WorkRequest, membership: Membership, day: date, appointments: Any, corrects: Contact | None
) -> ContactForm:
    visible = Trajectory.objects.visible_to(membership, today=day)
    return ContactForm(
        posted(request),
        today=day,
        trajectories=visible.logged_lately_by(membership).select_related("participant"),
        providers=Provider.objects.visible_to(membership, today=day),
        appointments=appointments,
        initial=_first_values(request, membership, appointments, corrects),
    )


def _first_values(
    request: WorkRequest, membership: Membership, appointments: Any, corrects: Contact | None
) -> dict[str, Any]:
    if request.method == "POST":
        return {}
    return _copied(corrects, appointments) if corrects else last_used(membership) | _asked_for(request)


def last_used(membership: Membership) -> dict[str, Any]:
    """How this person logged last, as defaults for the next time."""
    last = Contact.objects.filter(membership=membership).order_by("-id").values(*FIRST_TIME).first()
    return {**FIRST_TIME, **(last or {})}


def _asked_for(request: WorkRequest) -> dict[str, Any]:
    """What the address says already."""
    wanted: dict[str, Any] = {
        "trajectories": request.GET.getlist("trajectories"),
        "provider": request.GET.get("provider"),
    }
    return {name: value for name, value in wanted.items() if value}


def _copied(contact: Contact, appointments: Any) -> dict[str, Any]:
    names = ("date", "minutes", "channel", "with_whom", "criterion", "note")
    return {
        **{name: getattr(contact, name) for name in names},
        "provider": contact.provider,
        "trajectories": [str(row.uuid) for row in contact.trajectories.all()],
        "appointment": next((one for one in appointments if one.project_id == contact.project_id), None),
    }
