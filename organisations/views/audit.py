"""The audit trail, for administrators: who did what to which row, when; names of fields and codes, never values."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from organisations import audit
from organisations.access import check_may_manage_people
from organisations.forms.audit import AuditFilter
from organisations.inputs.named import fold
from organisations.models import AuditEvent, Membership
from organisations.requests import WorkRequest

PAGE = 30


def audit_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_manage_people(membership)
    form = AuditFilter(request.GET, people=_people(membership))
    rows = _filtered(AuditEvent.objects.visible_to(membership).select_related("membership__user", "organisation"), form)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for event in page:
        event.verb_label = audit.verb_label(event.verb)  # type: ignore[attr-defined]
        event.kind_label = audit.kind_label(event.subject_kind)  # type: ignore[attr-defined]
        event.field_labels = audit.field_labels(event.subject_kind, event.fields)  # type: ignore[attr-defined]
    return render(request, "organisations/audit_list.html", {"filter": form, "page": page})


def _people(membership: Membership) -> list[Membership]:
    """Everyone who works here or did, by name."""
    here = Membership.objects.visible_to(membership).filter(organisation=membership.organisation_id)
    return sorted(here.select_related("user"), key=lambda m: fold(m.user.display_name))


def _filtered(rows: Any, form: AuditFilter) -> Any:
    form.is_valid()
    asked = form.cleaned_data
    columns = {
        "verb": "verb",
        "kind": "subject_kind",
        "person": "membership__uuid",
        "first": "at__date__gte",
        "last": "at__date__lte",
    }
    return rows.filter(**{column: asked[name] for name, column in columns.items() if asked.get(name)})
