"""The board of places, and the link by which a provider keeps its own."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.access import may_guide
from trajectories.actions.places import make_link, restore_link, revoke_link
from trajectories.board import Fit, Wish, fit, rank
from trajectories.forms import BoardFilter
from trajectories.models import Provider
from trajectories.views.providers import detail_address, find_or_404, own_provider

PER_PAGE = 50


@dataclass(frozen=True)
class Found:
    """What fits, and what might: there it was not asked yet."""

    fitting: list[Provider]
    unknown: list[Provider]


@require_safe
def places_board(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Weighed in memory: a municipality has some hundreds of providers at most, and the rule is one for all engines."""
    find_or_404(membership)
    seen = Provider.objects.visible_to(membership, today=request.today)
    rows = list(seen.select_related("municipality", "board_updated_by__user"))
    municipalities = {row.municipality.nis_code: row.municipality.name for row in rows if row.municipality}
    chosen = BoardFilter(request.GET, municipalities=municipalities)
    found = _sought(rows, chosen.wish)
    page = Paginator(found.fitting, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "unknown": found.unknown,
        "filter": chosen,
        "form": chosen if chosen.errors else None,
        "wished": _wished(chosen, municipalities),
        "is_ambassador": may_guide(membership),
    }
    return render(request, "trajectories/places_board.html", context, status=422 if chosen.errors else 200)


def _sought(rows: list[Provider], wish: Wish) -> Found:
    rows = sorted(rows, key=lambda row: rank(row.offer))  # by name among equals
    fits = [(row, fit(row.offer, wish)) for row in rows]
    return Found(*([row for row, how in fits if how == wanted] for wanted in (Fit.YES, Fit.UNKNOWN)))


def _wished(chosen: BoardFilter, municipalities: dict[str, str]) -> list[str]:
    """The filter in words, to stand beside the count while the filter itself is folded."""
    wish, words = chosen.wish, []
    if wish.kind:
        words.append(str(dict(chosen.fields["kind"].choices)[wish.kind]))  # type: ignore[attr-defined]
    if wish.municipality:
        words.append(municipalities[wish.municipality])
    if wish.free:
        words.append(_("free places"))
    if wish.price_up_to is not None:
        words.append(_("at most € %(price)s") % {"price": chosen["price"].value()})
    if wish.trial:
        words.append(_("come and try"))
    if wish.holidays:
        words.append(_("school holidays"))
    return words


@require_POST
def places_link_new(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    """Shown once, in the answer itself: kept for a next page, the secret would lie in the session."""
    row = own_provider(request, membership, provider)
    secret = make_link(row, by=membership, now=request.now)
    url = f"{settings.SITE_URL}{reverse('places:places-keep', args=[secret])}"
    context = {"provider": row, "url": url, "letter": _letter(row, url), "days": rulings().places_link_days}
    return render(request, "trajectories/places_link_new.html", context)


def _letter(row: Provider, url: str) -> str:
    """A letter to send oneself, from one's own mail: addresses of providers are nobody's to write to but yours."""
    subject = _("Places at %(provider)s") % {"provider": row}
    body = _("Hello,\n\nHere you fill in how many places you have free. No password is needed.\n%(url)s")
    return f"mailto:?{urlencode({'subject': subject, 'body': body % {'url': url}}, quote_via=quote)}"


@require_POST
def places_link_revoke(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    row = own_provider(request, membership, provider)
    revoke_link(row, by=membership, now=request.now)
    messages.success(request, _("The link has been withdrawn. It no longer works."))
    return redirect(f"{detail_address(membership, row)}?withdrawn=1")


@require_POST
def places_link_restore(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    row = own_provider(request, membership, provider)
    restore_link(row, by=membership)
    messages.success(request, _("The link works again."))
    return redirect(detail_address(membership, row))
