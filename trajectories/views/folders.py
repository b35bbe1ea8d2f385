"""The handover folder: what a colleague leaves behind, for who walks along with those children now.

It shows nothing that the reader could not find: only trajectories to which they are assigned themself.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations import audit
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.cards import rings_of
from trajectories.enums import Status
from trajectories.follow_up import Reminder, needs_someone, reminders
from trajectories.models import Contact, Provider, Trajectory
from trajectories.moments import States, TrajectoryFacts, states
from trajectories.views.answers import for_ambassadors


@dataclass(frozen=True)
class FolderRow:
    """One child who goes on: where it stands, what was promised, and the last contact."""

    trajectory: Any
    states: States
    reminders: list[Reminder]
    contact: Any

    @property
    def rings(self) -> list[str]:
        return rings_of(self.states)

    @property
    def status_words(self) -> str:
        return str(Status(self.trajectory.status or Status.REGISTERED).label)


@require_safe
@for_ambassadors
def folder_detail(request: WorkRequest, membership: Membership, appointment: Any) -> HttpResponse:
    rows = Appointment.objects.exclude(membership=membership).select_related("membership__user", "project")
    row = get_object_or_404(rows, uuid=appointment)
    found = _rows(request, membership, row)
    if not found:
        raise Http404
    first = found[0].trajectory
    codes = [one.trajectory.code for one in found]
    audit.record("read the folder", row, by=membership, fields=codes, organisation=first.participant.controller)
    context = {
        "appointment": row,
        "name": row.membership.user.display_name,
        "rows": found,
        "providers": _network(request, membership, row, [one.trajectory.pk for one in found]),
    }
    return render(request, "trajectories/folder_detail.html", context)


def _rows(request: WorkRequest, membership: Membership, left: Appointment) -> list[FolderRow]:
    """Those that the colleague left or, being absent, cannot follow, in which something remains to be done."""
    today, numbers = request.today, rulings()
    seen = Trajectory.objects.visible_to(membership, today=today).walked_by(membership, today=today)
    theirs = left.assignments.all()
    if left.state_on(today) == "working" and left.membership.is_active:
        theirs = theirs.filter(ends_on__lt=today)
    mine = seen.filter(pk__in=theirs.values("trajectory"))
    facts = {one.key: one for one in mine.facts() if needs_someone(one, today, numbers)}
    around, contacts = mine.around(today), _last_contacts(request, membership, facts)
    people = mine.filter(pk__in=facts).with_status(today).select_related("participant__controller")
    found = []
    for row in people.order_by("participant__code", "pk"):
        known, contact = facts[row.pk], contacts.get(row.pk)
        due = reminders(known, contact.date if contact else None, today, numbers, around[row.pk])
        found.append(FolderRow(row, states(known, today, numbers), due, contact))
    return found


def _last_contacts(request: WorkRequest, membership: Membership, facts: dict[int, TrajectoryFacts]) -> dict[int, Any]:
    """The last contact of each, by trajectory: two queries, however many there are."""
    seen = Contact.objects.visible_to(membership, today=request.today).standing().filter(trajectories=OuterRef("pk"))
    latest = Subquery(seen.order_by("-date", "-pk").values("pk")[:1])
    keys = dict(Trajectory.objects.filter(pk__in=facts).annotate(latest=latest).order_by().values_list("pk", "latest"))
    contacts = Contact.objects.select_related("membership__user", "provider").in_bulk(filter(None, keys.values()))
    return {key: contacts.get(contact) for key, contact in keys.items()}


def _network(request: WorkRequest, membership: Membership, left: Appointment, keys: list[int]) -> list[Provider]:
    """The providers with whom they worked in this project, with their contact persons."""
    spoken = Contact.objects.standing().filter(membership=left.membership_id, project=left.project_id)
    theirs = Q(pk__in=spoken.values("provider"))
    tried = Q(trials__trajectory__in=keys) | Q(enrolments__trajectory__in=keys)
    known = Provider.objects.filter(theirs | tried).values("pk")
    seen = Provider.objects.visible_to(membership, today=request.today).filter(pk__in=known)
    return list(seen.select_related("municipality"))
