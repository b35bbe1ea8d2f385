"""The providers that one knows."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_change_provider, may_guide, may_keep_providers
from trajectories.actions.providers import add_provider, change_provider
from trajectories.forms import ProviderForm
from trajectories.models import Provider
from trajectories.views.answers import answer_change, answer_entry, posted, way_back

PER_PAGE = 50


def list_address(membership: Membership) -> str:
    return reverse("trajectories:provider-list", args=[membership.uuid])


@require_safe
def provider_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    _find_or_404(membership)
    rows = Provider.objects.visible_to(membership, today=request.today).select_related("municipality")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "providers": [(row, may_change_provider(membership, row)) for row in page.object_list],
        "is_phone": may_guide(membership),
    }
    return render(request, "trajectories/provider_list.html", context)


def provider_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Add one, and go back to the form that missed it."""
    _find_or_404(membership)
    form = ProviderForm(posted(request))
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
        create=lambda logged_at: add_provider(values=form.values, by=membership),
        location=location,
        page=page,
    )


def provider_edit(request: WorkRequest, membership: Membership, provider: Any) -> HttpResponse:
    row = get_object_or_404(Provider.objects.visible_to(membership, today=request.today), uuid=provider)
    if not may_change_provider(membership, row):
        raise Http404
    form = ProviderForm(posted(request), row=row)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "provider": row}
        return render(request, "trajectories/provider_edit.html", context, status=status)

    def change() -> None:
        change_provider(row, version=form.cleaned_data["version"], values=form.values, by=membership)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        form_for=lambda fresh: ProviderForm(row=fresh),
        change=change,
        page=page,
        location=list_address(membership),
    )


def _find_or_404(membership: Membership) -> None:
    if not may_keep_providers(membership):
        raise Http404
