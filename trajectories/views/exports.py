"""Spreadsheets for the coordinator."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from organisations import audit
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from trajectories.access import may_count
from trajectories.models import Contact, Trajectory
from trajectories.resources import FORMATS, ContactResource, TrajectoryResource


@require_safe
def trajectory_export(request: WorkRequest, membership: Membership, file_format: str) -> HttpResponse:
    """Every trajectory of the own organisation, by code."""
    _find_or_404(membership, file_format)
    cards = Trajectory.objects.countable_by(membership, today=request.today).cards(request.today, rulings())
    return _file(request, membership, file_format, _("trajectories"), TrajectoryResource(), cards)


@require_safe
def contact_export(request: WorkRequest, membership: Membership, file_format: str) -> HttpResponse:
    """Every contact of the own organisation, without notes."""
    _find_or_404(membership, file_format)
    contacts = Contact.objects.countable_by(membership, today=request.today).standing().without_notes()
    return _file(request, membership, file_format, _("contacts"), ContactResource(), contacts)


def _find_or_404(membership: Membership, file_format: str) -> None:
    if not may_count(membership) or file_format not in FORMATS:
        raise Http404


def _file(
    request: WorkRequest, membership: Membership, file_format: str, what: str, resource: Any, rows: Iterable[Any]
) -> HttpResponse:
    write, content_type = FORMATS[file_format]
    response = HttpResponse(write(resource, rows), content_type=content_type)
    name = f"{what}-{request.today:%Y-%m-%d}.{file_format}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    audit.record("exported", membership, by=membership, fields=[what])
    return response
