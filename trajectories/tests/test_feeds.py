"""The private calendar: an address told once, read by a program, ended with the work."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from config.testing.cast import address
from organisations.ics import CalendarDay, calendar_file
from organisations.models import AuditEvent
from trajectories.actions.feeds import renew_feed, revoke_feed, trace_reading
from trajectories.models import CalendarFeed
from trajectories.tests.making import FIRST_NAME, NEIGHBOURHOOD, NOW, WISH, enrolled, make_contact, make_trajectory


@pytest.fixture
def feed(cast):
    """The address of the ambassador's calendar."""
    return reverse("feeds:calendar-feed", args=[renew_feed(by=cast.ambassador, now=NOW).secret])


@pytest.fixture
def walked(cast, provider):
    """Enrolled on 1 October 2024, with nothing on record afterwards."""
    row = make_trajectory(cast.appointment, **enrolled(provider))
    make_contact(cast.appointment, row)
    return row


def events(client, feed):
    answer = client.get(feed)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_calendar_holds_codes_and_whole_days(client, feed, walked):
    found = [
        (str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend"), str(event["transp"]))
        for event in events(client, feed)
    ]
    code = walked.code
    assert found == [
        (f"{code} · Neemt nog deel? Te vragen, tot en met 1 juni 2025.", *whole(2025, 4, 1)),
        (f"{code} · Neemt nog deel? Laatste dag om het te vragen.", *whole(2025, 6, 1)),
        (f"{code} · Opnieuw ingeschreven? Te vragen, tot en met 14 november 2025.", *whole(2025, 9, 1)),
        (f"{code} · Opnieuw ingeschreven? Nog niet gevraagd: te laat vanaf vandaag.", *whole(2025, 11, 15)),
    ]
    text = client.get(feed).content.decode()
    assert not any(secret in text for secret in (FIRST_NAME, NEIGHBOURHOOD, WISH, "Notitie", "Chiro", "Ambassadeur"))


def whole(*day):
    return date(*day), date(*day) + timedelta(days=1), "TRANSPARENT"


def test_events_keep_their_identity_from_one_reading_to_the_next(client, feed, walked):
    first, second = ([(str(e["uid"]), e.decoded("dtstamp")) for e in events(client, feed)] for _ in range(2))
    assert first == second
    assert {stamp for _uid, stamp in first} == {NOW}
    assert sorted(uid for uid, _stamp in first) == [
        f"{walked.uuid}.{kind}@verbindingsambassadeurs" for kind in ("m2-closes", "m2-opens", "m3-opens", "m3-overdue")
    ]


def test_only_those_one_walks_along_with_are_in_it(cast, client, feed, walked, provider):
    make_trajectory(cast.colleague_appointment, **enrolled(provider))
    make_trajectory(cast.other_appointment, **enrolled(provider))
    assert {str(event["summary"]).split(" ")[0] for event in events(client, feed)} == {walked.code}


def test_calendar_ends_with_the_appointment(cast, client, feed, walked):
    cast.appointment.ends_on = date(2025, 1, 1)
    cast.appointment.save()
    assert events(client, feed) == []


def test_calendar_ends_with_the_membership_and_the_log_in(cast, client, feed, walked):
    cast.ambassador.user.is_active = False
    cast.ambassador.user.save()
    assert client.get(feed).status_code == 404
    cast.ambassador.user.is_active = True
    cast.ambassador.user.save()
    cast.ambassador.ended_at = NOW
    cast.ambassador.save()
    assert client.get(feed).status_code == 404


def test_another_address_ends_the_first_and_revoking_ends_both(cast, client, feed):
    other = reverse("feeds:calendar-feed", args=[renew_feed(by=cast.ambassador, now=NOW).secret])
    assert [client.get(url).status_code for url in (feed, other)] == [404, 200]
    assert revoke_feed(by=cast.ambassador)
    assert client.get(other).status_code == 404
    assert not revoke_feed(by=cast.ambassador)
    acts = AuditEvent.objects.filter(membership=cast.ambassador).exclude(verb="listed").order_by("id")
    assert list(acts.values_list("verb", flat=True)) == ["renewed", "renewed", "revoked"]


def test_made_up_address_is_not_found(client, feed):
    assert client.get(reverse("feeds:calendar-feed", args=["x" * 43])).status_code == 404
    assert client.post(feed).status_code == 405


def test_each_reading_leaves_one_trace_a_day(cast, client, feed, walked):
    for _ in range(3):
        client.get(feed)
    row = CalendarFeed.objects.get()
    seen = AuditEvent.objects.filter(verb="listed")
    assert [(event.subject, event.membership, event.fields) for event in seen] == [
        (row.uuid, cast.ambassador, [walked.code])
    ]
    trace_reading(row, {walked.code}, today=timezone.localdate() + timedelta(days=1))
    assert AuditEvent.objects.filter(verb="listed").count() == 2


def test_secret_is_kept_nowhere(cast, client, feed, walked, caplog):
    client.get(feed)
    secret = feed.split("/")[2]
    assert secret not in str(list(CalendarFeed.objects.values())) + str(list(AuditEvent.objects.values()))
    assert secret not in caplog.text


def test_only_an_ambassador_has_a_calendar(cast):
    for act in (lambda: renew_feed(by=cast.coordinator, now=NOW), lambda: revoke_feed(by=cast.coordinator)):
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.parametrize("rows", [1, 30])
def test_reading_asks_the_database_as_often_at_any_length(
    cast, client, feed, provider, django_assert_num_queries, rows
):
    for _ in range(rows):
        make_trajectory(cast.appointment, **enrolled(provider))
    with django_assert_num_queries(QUERIES):
        assert client.get(feed).status_code == 200


QUERIES = 11


def test_page_shows_the_address_once(cast, client_for):
    client, page = client_for(cast.ambassador), address(cast.ambassador, "trajectories:reminders")
    shown = client.post(address(cast.ambassador, "trajectories:feed-renew")).content.decode()
    told = re.search(r'value="(http://localhost:8000/calendar/[^"]+/follow-up\.ics)"', shown)[1]
    assert client.get(told.removeprefix("http://localhost:8000")).status_code == 200
    again = client.get(page).content.decode()
    assert told not in again
    assert "Het is het laatst gelezen op" in again
    answer = client.post(address(cast.ambassador, "trajectories:feed-revoke"), follow=True).content.decode()
    assert "Het adres van je agenda werkt niet meer." in answer
    assert "Adres maken" in answer


def test_long_and_odd_texts_come_through_whole():
    summary = "KVTB-7 · komma, puntkomma; backslash \\ en \N{PARTY POPPER} " * 4
    stamp = datetime(2026, 11, 22, 8, tzinfo=UTC)
    content = calendar_file("Op te volgen", [CalendarDay("a@b", date(2026, 2, 28), summary, stamp)])
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]) == summary
    assert (event.decoded("dtend"), event.decoded("dtstamp")) == (date(2026, 3, 1), stamp)
