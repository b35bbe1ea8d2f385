"""The support group's dates in a calendar: the right hour on both sides of the clock change, and nobody's name."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from ambassadors.tests.conftest import fill_in
from ambassadors.tests.contents import SUPPORT, row
from config.testing.cast import address


def meeting(day, starts_at=None, **columns):
    blank = {"minutes": None, "place": "Zaal De Bron", "state": "planned", "decisions": "We beginnen in Tuinzicht"}
    return row(**blank | {"date": day, "starts_at": starts_at} | columns)


# The Saturday before and the Sunday of each change of the clock, and a night in which an hour comes twice.
MEETINGS = {
    "summer": meeting(date(2026, 10, 24), time(19, 30), minutes=90),
    "winter": meeting(date(2026, 10, 25), time(19, 30), minutes=90),
    "winter again": meeting(date(2027, 3, 27), time(10)),
    "summer again": meeting(date(2027, 3, 28), time(10)),
    "the night itself": meeting(date(2026, 10, 24), time(22, 30), minutes=360),
    "all day": meeting(date(2026, 12, 1)),
    "not held": meeting(date(2026, 12, 2), time(9), state="not_held"),
    "no date": meeting(None),
}
TIMES = {
    "summer": (datetime(2026, 10, 24, 17, 30), datetime(2026, 10, 24, 19)),
    "winter": (datetime(2026, 10, 25, 18, 30), datetime(2026, 10, 25, 20)),
    "winter again": (datetime(2027, 3, 27, 9), datetime(2027, 3, 27, 10)),
    "summer again": (datetime(2027, 3, 28, 8), datetime(2027, 3, 28, 9)),
    "the night itself": (datetime(2026, 10, 24, 20, 30), datetime(2026, 10, 25, 2, 30)),
}


@pytest.fixture
def calendar(cast, hiring_file, client_for):
    """Asks for the file; `who` is a name on the cast."""
    fill_in(cast.project, cast.coordinator, {5: replace(SUPPORT, rows={"support_meetings": list(MEETINGS.values())})})

    def get(who="coordinator"):
        member = cast.memberships[who]
        return client_for(member).get(address(member, "ambassadors:meetings-ics", cast.project))

    return get


def events(answer):
    """By the name that a meeting has here."""
    names = {f"{one['uuid']}@verbindingsambassadeurs": name for name, one in MEETINGS.items()}
    return {names[str(event["uid"])]: event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_hours_are_those_of_brussels_on_both_sides_of_the_clock_change(calendar):
    found = events(calendar())
    for name, (start, end) in TIMES.items():
        event = found[name]
        assert event["dtstart"].params["TZID"] == event["dtend"].params["TZID"] == "Europe/Brussels"
        spans = (event.start.astimezone(UTC), event.end.astimezone(UTC))
        assert spans == (start.replace(tzinfo=UTC), end.replace(tzinfo=UTC)), name
        assert event.start.time() == MEETINGS[name]["starts_at"], name


def test_rules_of_the_zone_go_along_for_who_does_not_know_its_name(calendar):
    zone = Calendar.from_ical(calendar().content).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    offsets = [zone.utcoffset(datetime(*day)) for day in ((2026, 10, 24, 12), (2026, 10, 25, 12), (2027, 3, 28, 12))]
    assert offsets == [timedelta(hours=2), timedelta(hours=1), timedelta(hours=2)]


def test_without_an_hour_it_takes_the_day_and_without_a_date_it_is_not_there(calendar):
    found = events(calendar())
    assert (found["all day"].start, found["all day"].end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert "no date" not in found


def test_meeting_that_does_not_take_place_is_cancelled_under_the_same_name(calendar):
    found = events(calendar())
    assert {name: str(event["status"]) for name, event in found.items() if name != "not held"} == dict.fromkeys(
        [name for name in found if name != "not held"], "CONFIRMED"
    )
    assert found["not held"]["status"] == "CANCELLED"


def test_change_is_taken_over_and_the_meeting_stays_the_same(cast, calendar):
    before = events(calendar())["winter"]
    moved = MEETINGS["winter"] | {"starts_at": time(20)}
    fill_in(cast.project, cast.coordinator, {5: replace(SUPPORT, rows={"support_meetings": [moved]})})
    after = events(calendar())["winter"]
    assert (after["uid"], after.start.hour) == (before["uid"], 20)
    assert after["sequence"] > before["sequence"]


@pytest.mark.parametrize("who", ["coordinator", "ambassador"])
def test_file_tells_what_where_and_when_and_nothing_of_anybody(calendar, who):
    answer = calendar(who)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="steungroep.ics"'
    event = events(answer)["summer"]
    assert (str(event["summary"]), str(event["location"])) == ("Steungroep: Project Eigen", "Zaal De Bron")
    text = answer.content.decode()
    assert [word for word in ("Tuinzicht", "Riet", "Coördinator", "@example", "DESCRIPTION") if word in text] == []


@pytest.mark.parametrize("who", ["other_coordinator", "guide", "ministry", "administrator"])
def test_stranger_finds_no_calendar(calendar, who):
    assert calendar(who).status_code == 404
