"""A calendar as a file (RFC 5545): days that take up no time, and meetings at a time of Brussels.

The library folds and escapes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

Half = TimezoneDaylight | TimezoneStandard
MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Verbindingsambassadeurs//NL"
EVERY = timedelta(hours=12)
HOST = "verbindingsambassadeurs"  # of every UID, wherever the installation moves to
ZONE = "Europe/Brussels"
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
MINUTES = 60  # a meeting whose end nobody wrote down


@dataclass(frozen=True)
class CalendarDay:
    """`uid` stays the same as long as the event is about the same thing; `stamp` is when its facts came in."""

    uid: str
    day: date
    summary: str
    stamp: datetime
    url: str = ""


@dataclass(frozen=True)
class CalendarMeeting:
    """A meeting that people come to. Without a time it takes the whole day.

    `sequence` grows with every change, so that a calendar that knows the meeting takes the change over.
    """

    uid: str
    day: date
    summary: str
    stamp: datetime
    sequence: int
    starts_at: time | None = None
    minutes: int | None = None
    place: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, days: Iterable[CalendarDay]) -> bytes:
    """The whole calendar, to be read again and again from one address."""
    calendar = _calendar(name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    for day in days:
        calendar.add_component(_all_day(day))
    return bytes(calendar.to_ical())


def meetings_file(name: str, meetings: Iterable[CalendarMeeting]) -> bytes:
    """Meetings to take over into one's own calendar; taken over again, what changed is changed there."""
    calendar = _calendar(name)
    calendar.add("method", "PUBLISH")
    calendar.add_component(_brussels())
    for meeting in meetings:
        calendar.add_component(_meeting(meeting))
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    return calendar


def _all_day(day: CalendarDay) -> Event:
    event = _event(day)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if day.url:
        event.add("url", day.url)
    return event


def _meeting(meeting: CalendarMeeting) -> Event:
    event = _event(meeting)
    event.add("sequence", meeting.sequence)
    event.add("last-modified", meeting.stamp)
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    if meeting.place:
        event.add("location", meeting.place)
    for name, value in zip(("dtstart", "dtend"), _span(meeting), strict=True):
        event.add(name, value)
    event.add("transp", "OPAQUE" if meeting.starts_at and not meeting.is_cancelled else "TRANSPARENT")
    return event


def _span(meeting: CalendarMeeting) -> tuple[date, date]:
    """From when until when. The minutes pass on the clock of Brussels, also in the night in which it changes."""
    if meeting.starts_at is None:
        return meeting.day, meeting.day + timedelta(days=1)
    start = datetime.combine(meeting.day, meeting.starts_at, tzinfo=ZoneInfo(ZONE))
    end = start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=meeting.minutes or MINUTES)
    return start, end.astimezone(ZoneInfo(ZONE))


def _event(of: CalendarDay | CalendarMeeting) -> Event:
    event = Event()
    event.add("uid", of.uid)
    event.add("dtstamp", of.stamp)
    event.add("summary", of.summary)
    return event


def _brussels() -> Timezone:
    """The rules of the zone themselves, for programs that do not know it by its name (Outlook)."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(_half(TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, WINTER, SUMMER))  # noqa: DTZ001
    zone.add_component(_half(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, SUMMER, WINTER))  # noqa: DTZ001
    return zone


def _half(half: Half, name: str, first: datetime, month: int, before: timedelta, after: timedelta) -> Half:
    """Half a year, from the last Sunday of a month on."""
    half.add("tzname", name)
    half.add("dtstart", first)
    half.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    half.add("tzoffsetfrom", before)
    half.add("tzoffsetto", after)
    return half
