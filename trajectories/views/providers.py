"""The providers that one knows."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_change_provider, may_guide, may_keep_providers
from trajectories.actions.providers import add_provider, change_offer, change_provider
from trajectories.forms import NewProviderForm, OfferForm, ProviderForm
from trajectories.models import PlacesLink, Provider, ProviderTrajectory
from trajectories.views.answers import answer_entry, posted, way_back

PER_PAGE = 50


def list_address(membership: Membership) -> str:
    return reverse("trajectories:provider-list", args=[membership.uuid])


def detail_address(membership: Membership, provider: Provider) -> str:
    return reverse("trajectories:provider-detail", args=[membership.uuid, provider.uuid])


@require_safe
def provider_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    find_or_404(membership)
    rows = Provider.objects.visible_to(membership, today=request.today).select_related("municipality")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "providers": page.object_list, "is_phone": may_guide(membership)}
    return render(request, "trajectories/provider_list.html", context)


@require_safe
def provider_detail(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    """Who it is, what it offers, how it keeps its places, and who walks along with it."""
    row = seen_provider(request, membership, provider)
    running = ProviderTrajectory.objects.countable_by(membership, today=request.today).filter(provider=row)
    context = {
        "provider": row,
        "cards": running.cards(membership, request.today),
        "may_change": may_change_provider(membership, row),
        "may_guide": may_guide(membership),
        "may_start": may_guide(membership) and _may_start(membership, row, request.today),
        "link": PlacesLink.objects.filter(provider=row).select_related("made_by__user").first(),
        "now": request.now,
        "undo": _undo_offer(request, membership, row),
    }
    return render(request, "trajectories/provider_detail.html", context)


def _may_start(membership: Membership, row: Provider, today: date) -> bool:
    """Whether there is a project in which none runs yet."""
    running = ProviderTrajectory.objects.filter(provider=row, closed_on=None).values("project")
    return Appointment.objects.active(today).filter(membership=membership).exclude(project__in=running).exists()


def _undo_offer(request: WorkRequest, membership: Membership, row: Provider) -> dict[str, str] | None:
    """After a link was withdrawn, the banner offers to take that back."""
    if "withdrawn" not in request.GET:
        return None
    url = reverse("trajectories:places-link-restore", args=[membership.uuid, row.uuid])
    return {"url": url, "label": _("Undo")}


def provider_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Add one, and go back to the form that missed it."""
    find_or_404(membership)
    form = NewProviderForm(posted(request))
    back = way_back(request, "")

    def page(status: int = 200, **context: Any) -> HttpResponse:
        return render(request, "trajectories/provider_new.html", {"form": form, "next": back, **context}, status=status)

    def location(row: Provider) -> str:
        return f"{back}?{urlencode({'provider': row.uuid})}" if back else list_address(membership)

    if request.method != "POST":
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind="provider",
        create=lambda logged_at: add_provider(values=form.values, by=membership, now=request.now),
        location=location,
        page=page,
    )


def provider_edit(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    """Who it is."""
    row = own_provider(request, membership, provider)
    form = ProviderForm(posted(request), row=row)

    def save(version: int) -> None:
        change_provider(row, version=version, values=form.values, by=membership)

    return _edited(request, membership, row, form, save, "trajectories/provider_edit.html")


def places_edit(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    """What it offers, as a colleague heard it."""
    row = own_provider(request, membership, provider)
    form = OfferForm(posted(request), row=row)

    def save(version: int) -> None:
        change_offer(row, version=version, values=form.values, by=membership, now=request.now)

    return _edited(request, membership, row, form, save, "trajectories/places_edit.html")


def _edited(
    request: WorkRequest, membership: Membership, row: Provider, form: Any, save: Callable[[int], Any], template: str
) -> HttpResponse:
    def page(status: int = 200, **context: Any) -> HttpResponse:
        return render(request, template, context | {"form": form, "provider": row}, status=status)

    def save_and_say(version: int) -> None:
        save(version)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: type(form)(row=fresh),
        save=save_and_say,
        page=page,
        location=detail_address(membership, row),
    )


def seen_provider(request: WorkRequest, membership: Membership, uuid: Any, day: date | None = None) -> Provider:
    """The provider in an address, by the rights of `day` (today); a stranger's is not found."""
    rows = Provider.objects.visible_to(membership, today=day or request.today)
    return get_object_or_404(rows.select_related("municipality", "board_updated_by__user"), uuid=uuid)


def own_provider(request: WorkRequest, membership: Membership, uuid: Any) -> Provider:
    """The same, for whoever may change it."""
    row = seen_provider(request, membership, uuid)
    if not may_change_provider(membership, row):
        raise Http404
    return row


def find_or_404(membership: Membership) -> None:
    if not may_keep_providers(membership):
        raise Http404
