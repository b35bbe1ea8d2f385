"""What a provider sees behind its link: its own places, price and trial days, and nothing else. No log-in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from organisations.editing import WAS_CHANGED, Conflict, answer_change, shown
from organisations.links import digest_of, is_too_often, secret_in_address
from organisations.requests import WorkRequest
from trajectories.actions.places import ClosedLinkError, update_by_link
from trajectories.forms import OfferForm
from trajectories.models import PlacesLink
from trajectories.views.answers import posted

MOST_SAVES, SAVES_WITHIN = 20, 600  # seconds


@login_not_required
@secret_in_address
def places_keep(request: WorkRequest, secret: str) -> HttpResponse:
    rows = PlacesLink.objects.select_related("provider__organisation")
    link = rows.filter(digest=digest_of(secret)).first()
    if link is None:
        return render(request, "organisations/link_unknown.html", status=404)
    form = OfferForm(posted(request), row=link.provider)
    if not link.is_open(request.now):
        return _closed(request, link, form)
    try:
        return _keep(request, link, form)
    except ClosedLinkError:
        return _closed(request, link, form)


def _keep(request: WorkRequest, link: PlacesLink, form: OfferForm) -> HttpResponse:
    def page(status: int = 200, conflicts: list[Conflict] | None = None) -> HttpResponse:
        if status == 409 and not conflicts:
            form.add_error(None, WAS_CHANGED)
        context = {"form": form, "provider": link.provider, "link": link, "conflicts": conflicts}
        return render(request, "trajectories/places_keep.html", context, status=status)

    def save(version: int) -> None:
        update_by_link(link, version=version, values=form.values, now=request.now)
        messages.success(request, _("Saved. Thank you: the ambassadors see it at once."))

    if request.method != "POST":
        return page()
    if is_too_often("places-link", link, most=MOST_SAVES, seconds=SAVES_WITHIN):
        form.is_valid()
        form.add_error(None, _("You saved very often just now. Wait ten minutes, and save again."))
        return page(status=429)
    return answer_change(
        request,
        form,
        link.provider,
        fresh=lambda fresh: OfferForm(row=fresh),
        save=save,
        page=page,
        location=request.path,
    )


def _closed(request: WorkRequest, link: PlacesLink, form: OfferForm) -> HttpResponse:
    """Whoever has the secret may know why it no longer works. What they typed is shown, to copy."""
    typed = [(field.label, shown(field, field.data)) for field in form.visible_fields()] if form.is_bound else []
    context: dict[str, Any] = {
        "link": link,
        "organisation": link.provider.organisation,
        "typed": [(label, text) for label, text in typed if text],
    }
    return render(request, "organisations/link_closed.html", context, status=410)
