"""Taking a contact back with one tap, and the undo of it in the banner."""

from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_retract
from trajectories.actions.retractions import restore_contact, retract_contact
from trajectories.models import Contact, Retraction
from trajectories.views.answers import for_ambassadors, way_back

ASKED = "retracted"  # in the address of the page that offers the undo


@require_POST
@for_ambassadors
def contact_retract(request: WorkRequest, membership: Membership, contact: Any) -> HttpResponse:
    row = _own(request, membership, contact)
    try:
        retract_contact(row, by=membership, now=request.now)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(_back(request, membership))
    messages.success(request, _("Taken back."))
    return redirect(_back(request, membership, retracted=row))


@require_POST
@for_ambassadors
def contact_restore(request: WorkRequest, membership: Membership, contact: Any) -> HttpResponse:
    restore_contact(_own(request, membership, contact), by=membership)
    messages.success(request, _("The contact is back."))
    return redirect(_back(request, membership))


def undo_of_retraction(request: WorkRequest, membership: Membership) -> dict[str, Any] | None:
    """The button for the banner, on the page that follows a retraction."""
    try:
        asked = UUID(request.GET.get(ASKED, ""))
    except ValueError:
        return None
    if not Retraction.objects.filter(membership=membership, contact__uuid=asked).exists():
        return None
    back = urlencode({"next": request.get_full_path()})
    return {
        "url": f"{reverse('trajectories:contact-restore', args=[membership.uuid, asked])}?{back}",
        "label": _("Undo"),
    }


def _own(request: WorkRequest, membership: Membership, uuid: Any) -> Contact:
    row = get_object_or_404(Contact.objects.visible_to(membership, today=request.today), uuid=uuid)
    if not may_retract(membership, row):
        raise Http404
    return row


def _back(request: WorkRequest, membership: Membership, retracted: Contact | None = None) -> str:
    """The page one came from, which offers the undo of this retraction and of no earlier one."""
    page = urlsplit(way_back(request, reverse("trajectories:contact-list", args=[membership.uuid])))
    query = QueryDict(page.query, mutable=True)
    query.pop(ASKED, None)
    if retracted:
        query[ASKED] = str(retracted.uuid)
    return page._replace(query=query.urlencode()).geturl()
