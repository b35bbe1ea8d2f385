"""What happened with a provider, newest first: commitments, changes, and the contacts that were logged."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisations.models import Membership
from trajectories.enums import ChangeKind, CommitmentState
from trajectories.models import Contact, ProviderTrajectory
from trajectories.supply import with_providers
from trajectories.views.timeline import Line


def timeline(row: ProviderTrajectory, membership: Membership, today: date) -> list[Line]:
    """In full, for whoever walks along. `row` with its rows prefetched."""
    lines = [Line(row.started_on, _("Started"))]
    lines += [Line(one.date, _commitment(one.state), one.remark) for one in row.commitments.all()]
    lines += [Line(one.date, _change(one.kind), one.remark) for one in row.changes.all()]
    if row.closed_on:
        lines.append(Line(row.closed_on, _("Closed"), row.closing_reason))
    return _sorted([*_contacts(contacts_with(row, membership, today), membership), *lines])


def dates_only(row: ProviderTrajectory) -> list[Line]:
    """The same for a coordinator: what happened when. No remark leaves the database."""
    lines = [Line(row.started_on, _("Started"))]
    lines += [Line(day, _commitment(state)) for day, state in row.commitments.values_list("date", "state")]
    lines += [Line(day, _change(kind)) for day, kind in row.changes.values_list("date", "kind")]
    if row.closed_on:
        lines.append(Line(row.closed_on, _("Closed")))
    return _sorted(lines)


def _commitment(state: str) -> str:
    return _("Engagement statement: %(state)s") % {"state": str(CommitmentState(state).label).lower()}


def _change(kind: str) -> str:
    return str(capfirst(ChangeKind(kind).label))


def contacts_with(row: ProviderTrajectory, membership: Membership, today: date) -> QuerySet[Any, Any]:
    """With this provider, in this project, each with the number of children it is about."""
    here = Contact.objects.standing().filter(provider=row.provider_id, project=row.project_id)
    seen = with_providers(here, membership, today)
    return seen.annotate(children=Count("trajectories")).select_related("membership__user")


def _contacts(contacts: Any, membership: Membership) -> Iterator[Line]:
    """A note about children belongs with them; a colleague's note is the colleague's."""
    for contact in contacts:
        title = f"{capfirst(contact.get_channel_display())} · {contact.minutes} min"
        detail = contact.note if contact.membership_id == membership.pk else ""
        if contact.children:
            sentence = ngettext(
                "About %(number)d child or young person: the note stands with their trajectory.",
                "About %(number)d children and young people: the note stands with their trajectories.",
                contact.children,
            )
            detail = sentence % {"number": contact.children}
        yield Line(contact.date, title, detail, contact.membership.user.display_name, contact, "contact")


def _sorted(lines: list[Line]) -> list[Line]:
    """Newest first; of one day, what was noted last comes first."""
    return sorted(lines, key=lambda line: line.day)[::-1]
