"""Organisations: the ministry's administrator makes them and sees all; others see and keep their own."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from organisations import kbo
from organisations.access import (
    administers_programme,
    check_may_edit_organisation,
    check_may_make_organisations,
    may_edit_organisation,
    may_invite,
    may_make_organisations,
)
from organisations.actions import organisations as actions
from organisations.editing import Conflict, answer_change
from organisations.entries import answer_creation
from organisations.enums import Role
from organisations.forms.organisations import NewOrganisationForm, OrganisationFilter, OrganisationForm
from organisations.models import Invitation, Membership, Organisation
from organisations.requests import WorkRequest
from organisations.views.people import undo_offer

PAGE = 30
FIELDS = ("name", "kind", "kbo_number", "ovo_code", "municipality", "in_brussels")


def organisation_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """All organisations, for who sees more than one; anyone else goes straight to the own."""
    if not administers_programme(membership):
        return redirect("organisations:organisation-detail", membership.uuid, membership.organisation.uuid)
    form = OrganisationFilter(request.GET)
    rows = _filtered(Organisation.objects.visible_to(membership).select_related("municipality"), form)
    context = {
        "filter": form,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "may_make": may_make_organisations(membership),
    }
    return render(request, "organisations/organisation_list.html", context)


def organisation_detail(request: WorkRequest, membership: Membership, organisation: Any) -> HttpResponse:
    row = _organisation(membership, organisation)
    elsewhere = row.pk != membership.organisation_id
    context = {
        "organisation": row,
        "predecessors": list(row.municipality.predecessors.all()) if row.municipality else [],
        "may_edit": may_edit_organisation(membership, row),
        "elsewhere": elsewhere,
        "may_invite": elsewhere and may_invite(membership, row, Role.ADMINISTRATOR),
        "administrators": _administrators(membership, row) if elsewhere else [],
        "invitations": _invitations(membership, row) if elsewhere else [],
        "now": request.now,
        "undo": undo_offer(request, membership),
    }
    return render(request, "organisations/organisation_detail.html", context)


def organisation_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_make_organisations(membership)
    form = NewOrganisationForm(request.POST if request.method == "POST" else None)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "organisations/organisation_new.html", {"form": form}, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="organisation",
        create=lambda logged_at: _make(request, form),
        location=lambda row: reverse("organisations:organisation-detail", args=[membership.uuid, row.uuid]),
        page=page,
    )


def organisation_edit(request: WorkRequest, membership: Membership, organisation: Any) -> HttpResponse:
    row = _organisation(membership, organisation)
    check_may_edit_organisation(membership, row)
    form = OrganisationForm(request.POST if request.method == "POST" else None, instance=copy(row))

    def page(status: int, conflicts: list[Conflict]) -> HttpResponse:
        context = {"form": form, "organisation": row, "conflicts": conflicts}
        return render(request, "organisations/organisation_edit.html", context, status=status)

    def save(version: int) -> None:
        actions.change_organisation(row, by=membership, version=version, values=_values(form))
        messages.success(request, _("The organisation has been saved."))

    if request.method != "POST":
        return page(200, [])
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: OrganisationForm(instance=newer),
        save=save,
        location=reverse("organisations:organisation-detail", args=[membership.uuid, row.uuid]),
        page=page,
    )


def _make(request: WorkRequest, form: NewOrganisationForm) -> Organisation:
    row = actions.make_organisation(by=request.membership, values=_values(form))
    messages.success(request, _("The organisation has been added."))
    return row


def _values(form: Any) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FIELDS}


def _filtered(rows: QuerySet[Organisation], form: OrganisationFilter) -> QuerySet[Organisation]:
    form.is_valid()
    asked = form.cleaned_data
    if text := asked.get("q"):
        rows = rows.filter(Q(name__icontains=text) | Q(kbo_number=kbo.normalise(text)))
    if kind := asked.get("kind"):
        rows = rows.filter(kind=kind)
    return rows


def _organisation(membership: Membership, uuid: Any) -> Organisation:
    rows = Organisation.objects.visible_to(membership).select_related("municipality")
    return get_object_or_404(rows, uuid=uuid)


def _administrators(membership: Membership, organisation: Organisation) -> list[Membership]:
    there = Membership.objects.visible_to(membership).active().filter(organisation=organisation)
    return list(there.filter(role=Role.ADMINISTRATOR).with_second_factor().select_related("user"))


def _invitations(membership: Membership, organisation: Organisation) -> list[Invitation]:
    there = Invitation.objects.visible_to(membership).filter(organisation=organisation)
    return list(there.filter(accepted_at=None, withdrawn_at=None))
