"""Send the support group a letter, with a progress report that was made for it if the coordinator wants that."""

from datetime import datetime

from django.db import transaction

from ambassadors.actions.support import send_letter
from ambassadors.letters import Json
from ambassadors.models import HiringFile, SupportLetter, SupportMember
from organisations.access import check
from organisations.models import Membership
from reporting.models import Report, SharedReport


@transaction.atomic
def send_letter_with_report(
    hiring_file: HiringFile,
    *,
    members: list[SupportMember],
    shared: Json,
    report: Report | None,
    by: Membership,
    now: datetime,
) -> SupportLetter:
    """As `send_letter`; whoever has a link may have `report` too, which holds no small number."""
    letter: SupportLetter = send_letter(hiring_file, members=members, shared=shared, by=by, now=now)
    if report:
        check(report.is_done and report.for_support_group)
        check(report.project_id == hiring_file.project_id and report.organisation_id == by.organisation_id)
        SharedReport.objects.create(letter=letter, report=report)
    return letter
