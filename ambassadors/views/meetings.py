"""The dates of the support group as a file for a calendar: no names of members, nothing of what was decided."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.instrument import MeetingState, StepNumber
from ambassadors.models import Step, SupportMeeting
from ambassadors.views.steps import step_or_404
from organisations.ics import HOST, MEDIA_TYPE, CalendarMeeting, meetings_file
from organisations.models import Membership
from organisations.requests import WorkRequest


@require_safe
def meetings_ics(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """Whoever reads the dossier takes the dates over. Meetings without a date are not in it."""
    step = step_or_404(request, membership, project, StepNumber.SUPPORT_GROUP)
    rows = step.hiring_file.support_meetings.all()
    meetings = [_meeting(step, row, row.date) for row in rows if row.date]
    content = meetings_file(_summary(step), meetings)
    answer = HttpResponse(content, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="steungroep.ics"'
    return answer


def _meeting(step: Step, row: SupportMeeting, day: date) -> CalendarMeeting:
    """The step's version counts every change of its rows."""
    return CalendarMeeting(
        uid=f"{row.uuid}@{HOST}",
        day=day,
        summary=_summary(step),
        stamp=step.updated_at or step.hiring_file.opened_at,
        sequence=step.version,
        starts_at=row.starts_at,
        minutes=row.minutes,
        place=row.place,
        is_cancelled=row.state == MeetingState.NOT_HELD,
    )


def _summary(step: Step) -> str:
    return _("Support group: %(project)s") % {"project": step.hiring_file.project.title}
