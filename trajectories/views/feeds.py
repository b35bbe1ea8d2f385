"""The calendar as a program reads it: no log-in, only the secret in the address."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from organisations.ics import HOST, MEDIA_TYPE, CalendarDay, calendar_file
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rings import MOMENTS
from organisations.rulings import rulings
from trajectories.actions.feeds import find_feed, trace_reading
from trajectories.agenda import AgendaDay, DayKind, agenda
from trajectories.follow_up import older
from trajectories.models import Trajectory


@login_not_required
@require_safe
@sensitive_variables("secret")
def calendar_feed(request: WorkRequest, secret: str) -> HttpResponse:
    """An address that was revoked, made up, or whose owner left: all the same 404."""
    feed = find_feed(secret)
    if feed is None:
        raise Http404
    days, codes = _days(request, feed.membership)
    trace_reading(feed, codes, today=request.today)
    answer = HttpResponse(calendar_file(_("To follow up"), days), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="opvolging.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _days(request: WorkRequest, membership: Membership) -> tuple[list[CalendarDay], set[str]]:
    """The days of the trajectories that this person walks along with today: by code, never by name."""
    seen = Trajectory.objects.visible_to(membership, today=request.today)
    mine = seen.walked_by(membership, today=request.today)
    rows = {row["pk"]: row for row in mine.annotate(tried=Max("trials__received_at")).values(*COLUMNS, "tried")}
    around, numbers, known = mine.around(request.today), rulings(), mine.facts()
    others = older(known, around)
    found = [
        (rows[facts.key], day)
        for facts in known
        for day in agenda(facts, request.today, numbers, around[facts.key])
        if day.kind != DayKind.OF_AGE or facts.key not in others
    ]
    days = [_calendar_day(membership, row, day) for row, day in found]
    return sorted(days, key=lambda one: (one.day, one.uid)), {row["participant__code"] for row, _day in found}


COLUMNS = ("pk", "uuid", "participant__code", "received_at", "m1_received_at")


def _calendar_day(membership: Membership, row: dict[str, Any], day: AgendaDay) -> CalendarDay:
    page = reverse("trajectories:trajectory-detail", args=[membership.uuid, row["uuid"]])
    return CalendarDay(
        uid=f"{row['uuid']}.{day.kind}@{HOST}",
        day=day.day,
        summary=_summary(row["participant__code"], day),
        stamp=_stamp(row, day),
        url=f"{settings.SITE_URL}{page}",
    )


def _stamp(row: dict[str, Any], day: AgendaDay) -> datetime:
    """When the facts came in from which the day follows."""
    known = {DayKind.MOMENT_ONE_OVERDUE: row["tried"], DayKind.OF_AGE: None}
    stamp: datetime = known.get(day.kind, row["m1_received_at"]) or row["received_at"]
    return stamp


def _summary(code: str, day: AgendaDay) -> str:
    if day.kind == DayKind.OF_AGE:
        return f"{code} · " + _("18 this year: inform them, erase the parents' details.")
    name = MOMENTS[int(day.kind[1]) - 1]
    return f"{code} · {name}? {_asked(day)}"


def _asked(day: AgendaDay) -> str:
    if day.kind == DayKind.MOMENT_TWO_CLOSES:
        return _("Last day to ask.")
    if day.until is None:
        return _("Nobody asked yet: overdue from today.")
    return _("To ask, until %(day)s.") % {"day": date_format(day.until, "j F Y")}
