"""Asking for a report."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from ambassadors.models import DossierDecision, NeededPartner, Project
from organisations import audit
from organisations.access import check
from organisations.models import Membership
from reporting import bus
from reporting.access import check_may_request, may_send_out
from reporting.enums import ReportKind, ReportStatus
from reporting.models import Report


@transaction.atomic
def request_report(
    *,
    kind: ReportKind,
    by: Membership,
    now: datetime,
    today: date,
    period: tuple[date, date] | None = None,
    project: Project | None = None,
    partner: UUID | None = None,
    decision: DossierDecision | None = None,
    for_support_group: bool = False,
) -> Report:
    """Write down what is asked for; a worker is told once it is certain. `period`: both ends in.

    `partner`: a row of step 3. `decision`: asks for the dossier as it was decided on. `for_support_group`: without
    small numbers. The figures are those of today: that is the reference date.
    """
    check_may_request(by, kind, project, today=today)
    check(partner is None or NeededPartner.objects.filter(uuid=partner, hiring_file__project=project).exists())
    check(decision is None or decision.hiring_file.project == project)
    check(not for_support_group or may_send_out(by, kind))
    first, last = period or (None, None)
    report = Report.objects.create(
        kind=kind,
        organisation=by.organisation,
        project=project,
        partner=partner,
        decision=decision,
        for_support_group=for_support_group,
        requested_by=by,
        requested_at=now,
        period_from=first,
        period_until=last,
        reference_date=today,
    )
    audit.record("requested", report, by=by)
    transaction.on_commit(lambda: tell_a_worker(report.pk, now=now))
    return report


def tell_a_worker(report_id: int, *, now: datetime) -> bool:
    """Send the message, and note whether that worked: the page tells when it did not."""
    told = bus.announce(report_id)
    waiting = Report.objects.filter(pk=report_id, status=ReportStatus.QUEUED)
    waiting.update(published_at=now if told else None)
    return told
