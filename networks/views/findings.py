"""What the learning networks teach."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from networks.access import check_may_edit, check_may_read, may_edit
from networks.actions.findings import change_finding, create_finding, publish_finding, withdraw_finding
from networks.enums import FINDING_HEADINGS
from networks.forms import FindingForm
from networks.models import Finding
from organisations.editing import answer_change
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest


def list_address(membership: Membership) -> str:
    return reverse("networks:finding-list", args=[membership.uuid])


@require_safe
def finding_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """All that one may read, by kind."""
    check_may_read(membership)
    findings = list(Finding.objects.visible_to(membership).select_related("theme").prefetch_related("sessions"))
    context = {
        "kinds": [
            (heading, [finding for finding in findings if finding.kind == kind])
            for kind, heading in FINDING_HEADINGS.items()
            if any(finding.kind == kind for finding in findings)
        ],
        "may_edit": may_edit(membership),
        "undo": _undo_of_publication(request, membership, findings),
    }
    return render(request, "networks/finding_list.html", context)


def finding_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_edit(membership)
    form = FindingForm(request.POST or None)

    def page(status: int = 200) -> HttpResponse:
        return render(request, "networks/finding_new.html", {"form": form}, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="finding",
        create=lambda logged_at: create_finding(values=form.values, by=membership),
        location=lambda _finding: list_address(membership),
        page=page,
    )


def finding_edit(request: WorkRequest, membership: Membership, finding: Any) -> HttpResponse:
    row = get_object_or_404(Finding.objects.visible_to(membership), uuid=finding)
    check_may_edit(membership)
    form = FindingForm(request.POST or None, row=row)

    def page(status: int = 200, conflicts: Any = ()) -> HttpResponse:
        context = {"form": form, "finding": row, "conflicts": conflicts}
        return render(request, "networks/finding_edit.html", context, status=status)

    def save(version: int) -> None:
        change_finding(row, version=version, values=form.values, by=membership)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: FindingForm(row=fresh),
        save=save,
        location=list_address(membership),
        page=page,
    )


@require_POST
def finding_publish(request: WorkRequest, membership: Membership, finding: Any) -> HttpResponse:
    row = get_object_or_404(Finding.objects.visible_to(membership), uuid=finding)
    check_may_edit(membership)
    publish_finding(row, on=request.today, by=membership)
    messages.success(request, _("The finding is published. Ministry, coordinators and ambassadors can read it now."))
    return redirect(f"{list_address(membership)}?published={row.uuid}")


@require_POST
def finding_withdraw(request: WorkRequest, membership: Membership, finding: Any) -> HttpResponse:
    row = get_object_or_404(Finding.objects.visible_to(membership), uuid=finding)
    check_may_edit(membership)
    withdraw_finding(row, by=membership)
    messages.success(request, _("The finding is no longer published. Only you can read it now."))
    return redirect(list_address(membership))


def _undo_of_publication(
    request: WorkRequest, membership: Membership, findings: list[Finding]
) -> dict[str, Any] | None:
    asked = request.GET.get("published")
    if not may_edit(membership) or not any(str(f.uuid) == asked and f.is_published for f in findings):
        return None
    return {
        "url": reverse("networks:finding-withdraw", args=[membership.uuid, asked]),
        "label": _("Undo the publication"),
    }
