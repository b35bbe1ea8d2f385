"""What a letter to the support group holds: fixed at sending, so that all members read the same, also later.

It leaves the organisation. So it is put together from few things, none about a child, without an amount or a count (a
report that goes along stays behind the link, and shows no small number):
    {"title", "message", "parts": [{"part", "heading", "items": [{"text", "detail"}]}]}
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.messages import constants as messages
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.instrument import MeetingState
from ambassadors.models import Goal, HiringFile, SupportLink, SupportMeeting

Json = dict[str, Any]


def offered(hiring_file: HiringFile, today: date) -> list[Json]:
    """The parts that may go along today; one that would be empty is not offered."""
    meetings = list(hiring_file.support_meetings.all())
    parts = (_to_come(meetings, today), _decided(meetings), _goals(hiring_file.goals.all()))
    return [part for part in parts if part["items"]]


def letter(title: str, message: str, parts: Iterable[Json]) -> Json:
    return {"title": title, "message": message, "parts": list(parts)}


def reported(heading: str, text: str, detail: str) -> Json:
    """The part that tells that a report goes along. The report itself is kept by the app that made it."""
    return _part("report", heading, [_item(text, detail)])


def said_after_sending(links: QuerySet[SupportLink]) -> tuple[int, str]:
    """Level and sentence for a banner: whether the mails left is only known once all was saved."""
    if links.filter(mailed_at=None).exists():
        return messages.WARNING, _("Not every mail left. Send those again in a moment.")
    return messages.SUCCESS, _("Sent. Here you see who opened it.")


def meetings_to_come(meetings: Iterable[SupportMeeting], today: date) -> list[SupportMeeting]:
    """Planned, today or later, the first one first."""
    planned = (one for one in meetings if one.state == MeetingState.PLANNED and one.date and one.date >= today)
    return sorted(planned, key=lambda one: (one.date, one.starts_at is not None, one.starts_at))


def when_and_where(meeting: SupportMeeting) -> str:
    """12 december 2026 om 14.00 uur, in De Kade."""
    said = meeting.called
    if meeting.starts_at:
        said = _("%(day)s at %(time)s") % {"day": said, "time": f"{meeting.starts_at:%H.%M}"}
    return f"{said}, {meeting.place}" if meeting.place else said


def _to_come(meetings: list[SupportMeeting], today: date) -> Json:
    items = [_item(when_and_where(one)) for one in meetings_to_come(meetings, today)]
    return _part("meetings", _("The next meetings"), items)


def _decided(meetings: list[SupportMeeting]) -> Json:
    """Of the last meeting that was held and decided something."""
    held = [one for one in meetings if one.state == MeetingState.HELD and one.date and one.decisions.strip()]
    if not held:
        return _part("decisions", "", [])
    last = max(held, key=lambda one: one.date or date.min)
    day = date_format(last.date, "j F Y") if last.date else ""
    return _part("decisions", _("What we decided on %(day)s") % {"day": day}, [_item(last.decisions)])


def _goals(goals: Iterable[Goal]) -> Json:
    return _part("goals", _("What we want to reach"), [_item(one.called, _target(one)) for one in goals])


def _target(goal: Goal) -> str:
    """When it is reached; a draft says that it is one."""
    draft = "" if goal.is_agreed else _("Draft: the ambassador still has to agree.")
    return "\n".join(filter(None, (goal.target, draft)))


def _part(part: str, heading: str, items: list[Json]) -> Json:
    return {"part": part, "heading": heading, "items": items}


def _item(text: str, detail: str = "") -> Json:
    return {"text": text, "detail": detail}
