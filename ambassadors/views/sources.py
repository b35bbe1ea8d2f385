"""The sources that the steps offer: reference data of the programme, kept by the ministry's administrator."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ambassadors import access
from ambassadors.actions import sources as actions
from ambassadors.forms.sources import NewSourceForm, SourceForm
from ambassadors.instrument import StepNumber
from ambassadors.models import Source
from organisations.editing import Conflict, answer_change
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest


@require_safe
def source_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """All of them by step, those that are switched off too."""
    access.check_may_keep_sources(membership)
    by_step = groupby(Source.objects.all(), key=lambda source: source.step)
    steps = [(StepNumber(number), list(sources)) for number, sources in by_step]
    return render(request, "ambassadors/source_list.html", {"steps": steps, "undo": _undo(request, membership)})


def source_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    access.check_may_keep_sources(membership)
    form = NewSourceForm(request.POST if request.method == "POST" else None)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "ambassadors/source_new.html", {"form": form}, status=status)

    def create(logged_at: Any) -> Source:
        messages.success(request, _("The source was added."))
        return actions.add_source(values=form.values, by=membership)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="source",
        create=create,
        location=lambda _source: list_address(membership),
        page=page,
    )


def source_edit(request: WorkRequest, membership: Membership, source: UUID) -> HttpResponse:
    access.check_may_keep_sources(membership)
    row = get_object_or_404(Source, uuid=source)
    form = SourceForm(request.POST if request.method == "POST" else None, source=row)

    def page(status: int = 200, conflicts: list[Conflict] | None = None) -> HttpResponse:
        context = {"form": form, "source": row, "conflicts": conflicts}
        return render(request, "ambassadors/source_edit.html", context, status=status)

    def save(version: int) -> None:
        actions.change_source(row, version=version, values=form.values, by=membership)
        messages.success(request, _("The source was saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: SourceForm(source=newer),
        save=save,
        location=list_address(membership),
        page=page,
    )


@require_POST
def source_switch_off(request: WorkRequest, membership: Membership, source: UUID) -> HttpResponse:
    """A dead one: no step offers it any more; the page then offers to take that back."""
    _switch(membership, source, on=False)
    messages.success(request, _("The source is switched off. No step offers it any more."))
    return redirect(f"{list_address(membership)}?off={source}")


@require_POST
def source_switch_on(request: WorkRequest, membership: Membership, source: UUID) -> HttpResponse:
    _switch(membership, source, on=True)
    messages.success(request, _("The source is offered again."))
    return redirect(list_address(membership))


def list_address(membership: Membership) -> str:
    return reverse("ambassadors:source-list", args=[membership.uuid])


def _switch(membership: Membership, source: UUID, *, on: bool) -> None:
    access.check_may_keep_sources(membership)
    actions.switch_source(get_object_or_404(Source, uuid=source), on=on, by=membership)


def _undo(request: WorkRequest, membership: Membership) -> dict[str, str] | None:
    try:
        address = UUID(request.GET.get("off", ""))
    except ValueError:
        return None
    return {"url": reverse("ambassadors:source-switch-on", args=[membership.uuid, address]), "label": _("Undo")}
