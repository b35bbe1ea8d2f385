"""A calendar as a file (RFC 5545): all-day events that take up no time. The library folds and escapes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Verbindingsambassadeurs//NL"
EVERY = timedelta(hours=12)


@dataclass(frozen=True)
class CalendarDay:
    """`uid` stays the same as long as the event is about the same thing; `stamp` is when its facts came in."""

    uid: str
    day: date
    summary: str
    stamp: datetime
    url: str = ""


def calendar_file(name: str, days: Iterable[CalendarDay]) -> bytes:
    """The whole calendar, to be read again and again from one address."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    for day in days:
        calendar.add_component(_event(day))
    return bytes(calendar.to_ical())


def _event(day: CalendarDay) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", day.stamp)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("summary", day.summary)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if day.url:
        event.add("url", day.url)
    return event
