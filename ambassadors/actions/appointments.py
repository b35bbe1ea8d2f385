"""Who works on a project, from when until when, and under whose responsibility."""

from typing import Any

from django.db import transaction

from ambassadors.access import check_may_appoint, check_may_change_appointment, check_may_edit_project
from ambassadors.models import Appointment, ProcessingAgreement, Project
from organisations import audit
from organisations.models import Membership, Organisation, set_fields


@transaction.atomic
def appoint(
    *, by: Membership, project: Project, ambassador: Membership, employer: Organisation, values: dict[str, Any]
) -> Appointment:
    """Let an ambassador work on a project: from the first day on, they reach what is recorded there."""
    check_may_appoint(by, project)
    appointment = Appointment.objects.create(membership=ambassador, project=project, employer=employer, **values)
    audit.record("created", appointment, by=by, fields=values, organisation=project.organisation)
    return appointment


@transaction.atomic
def change_appointment(appointment: Appointment, *, by: Membership, version: int, values: dict[str, Any]) -> None:
    """Save what differs: particulars, an absence, the end. Raises StaleVersionError when someone else was first."""
    check_may_change_appointment(by, appointment)
    fresh = Appointment.objects.select_related("project__organisation").get(pk=appointment.pk)
    changed = set_fields(fresh, values)
    if changed:
        fresh.claim_version(version)
        fresh.save(update_fields=changed)
        audit.record("changed", fresh, by=by, fields=changed, organisation=fresh.project.organisation)


@transaction.atomic
def record_agreement(
    *, by: Membership, project: Project, employer: Organisation, values: dict[str, Any]
) -> ProcessingAgreement:
    """Say who is responsible for the data that an employer elsewhere records."""
    check_may_edit_project(by, project)
    agreement = ProcessingAgreement.objects.create(project=project, employer=employer, **values)
    audit.record("created", agreement, by=by, fields=values, organisation=project.organisation)
    return agreement


@transaction.atomic
def change_agreement(agreement: ProcessingAgreement, *, by: Membership, version: int, values: dict[str, Any]) -> None:
    """What was recorded under the earlier agreement stays with its controller."""
    check_may_edit_project(by, agreement.project)
    fresh = ProcessingAgreement.objects.select_related("project__organisation").get(pk=agreement.pk)
    changed = set_fields(fresh, values)
    if changed:
        fresh.claim_version(version)
        fresh.save(update_fields=changed)
        audit.record("changed", fresh, by=by, fields=changed, organisation=fresh.project.organisation)
