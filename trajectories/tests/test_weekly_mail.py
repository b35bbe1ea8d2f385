"""The weekly mail: chosen, sent once a week, also when runners race, die, or find no mail server."""

import re
import socketserver
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, transaction

from config.processes import free_port
from config.testing.cast import address
from organisations.models import AuditEvent, StaleVersionError
from trajectories.actions.weekly_mail import LostClaimError, choose_weekly_mail, claim, send, send_due_mails
from trajectories.enums import MailState
from trajectories.models import WeeklyMail
from trajectories.tests.making import FIRST_NAME, make_trajectory
from trajectories.tests.test_pages_of_one_day import hidden

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=BRUSSELS)
SMTP = "django.core.mail.backends.smtp.EmailBackend"
PLACE = {"EMAIL_BACKEND": SMTP, "EMAIL_HOST": "127.0.0.1"}


def after(**time):
    return MONDAY + timedelta(**time)


@pytest.fixture
def weekly(cast):
    """The ambassador of the cast, with two to follow up, chose Monday a week ago."""
    make_trajectory(cast.appointment)
    make_trajectory(cast.appointment)
    return choose_weekly_mail(weekday=1, version=0, by=cast.ambassador, now=after(days=-6))


def left(moment=MONDAY) -> int:
    """How many mails left in a round at that moment."""
    before = len(mail.outbox)
    send_due_mails(now=moment)
    return len(mail.outbox) - before


# --- What it says, and when -------------------------------------------------------------------------------------------


def test_mail_says_numbers_and_a_link_only(cast, weekly):
    assert left() == 1
    [letter] = mail.outbox
    place = f"http://localhost:8000/w/{cast.ambassador.uuid}"
    assert letter.subject == "2 opvolgingen deze week"
    assert letter.to == [cast.ambassador.user.email]
    assert letter.body.strip() == (
        "Er zijn deze week 2 opvolgingen. Je vindt ze hier:\n\n"
        f"{place}/follow-up/\n\n"
        "Deze mail komt hoogstens één keer per week, omdat jij dat koos. Een andere dag, of geen mail meer? "
        "Dat kies je hier:\n\n"
        f"{place}/reminders/"
    )
    for row in cast.project.trajectories.select_related("participant"):
        assert row.code not in letter.body
    assert FIRST_NAME not in letter.body


def test_number_is_that_of_the_list(cast, weekly, client_for):
    make_trajectory(cast.colleague_appointment)
    left()
    page = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:follow-up-list"))
    assert mail.outbox[0].subject.startswith(f"{len(page.context['due'])} ")


def test_one_is_said_as_one(cast, weekly):
    cast.project.trajectories.first().delete()
    left()
    assert mail.outbox[0].subject == "1 opvolging deze week"


def test_it_comes_once_a_week_whatever_happens_to_the_runner(weekly):
    moments = [after(hours=hours) for hours in range(-30, 24 * 13, 5)]
    assert [moment.date() for moment in moments if left(moment)] == [MONDAY.date(), after(days=7).date()]


def test_nothing_to_follow_up_is_no_mail_this_week(cast, weekly):
    cast.project.trajectories.all().delete()
    assert left() == 0
    make_trajectory(cast.appointment)
    assert left(after(days=2)) == 0
    assert left(after(days=7)) == 1


def test_nobody_is_woken_at_night(weekly):
    assert left(MONDAY.replace(hour=6, minute=59)) == 0
    assert left(MONDAY.replace(hour=7)) == 1


def test_week_is_that_of_brussels(weekly):
    """In London it is still Sunday evening."""
    assert left(datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC"))) == 0
    weekly.refresh_from_db()
    assert weekly.week is None or weekly.week < MONDAY.date()


def test_who_left_gets_no_mail(cast, weekly):
    cast.ambassador.ended_at = after(days=-1)
    cast.ambassador.save()
    assert left() == 0


def test_appointment_that_ended_leaves_nothing_to_follow_up(cast, weekly):
    cast.appointment.ends_on = after(days=-1).date()
    cast.appointment.save()
    assert left() == 0


# --- Choosing ---------------------------------------------------------------------------------------------------------


def test_day_that_has_passed_waits_for_next_week(cast, weekly):
    assert left() == 1
    version = WeeklyMail.objects.get().version
    choose_weekly_mail(weekday=5, version=version, by=cast.ambassador, now=after(days=1))
    assert left(after(days=4)) == 0, "this week's has been sent"
    assert left(after(days=11)) == 1


def test_monday_chosen_on_a_thursday_waits_for_monday(cast):
    make_trajectory(cast.appointment)
    choose_weekly_mail(weekday=1, version=0, by=cast.ambassador, now=after(days=3))
    assert left(after(days=3, hours=1)) == 0
    assert left(after(days=7)) == 1


def test_no_day_is_no_mail(cast, weekly):
    choose_weekly_mail(weekday=None, version=1, by=cast.ambassador, now=after(days=-1))
    assert left() == 0
    assert AuditEvent.objects.filter(subject=weekly.uuid, verb="changed").count() == 2


def test_choice_is_an_ambassadors_and_no_one_overwrites_it_unseen(cast, weekly):
    with pytest.raises(PermissionDenied):
        choose_weekly_mail(weekday=1, version=0, by=cast.coordinator, now=MONDAY)
    with pytest.raises(StaleVersionError):
        choose_weekly_mail(weekday=2, version=0, by=cast.ambassador, now=MONDAY)


def test_page_keeps_the_choice(cast, client_for):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:reminders")
    page = client.get(url)
    answer = client.post(url, {"version": hidden(page, "version"), "weekday": "5"}, follow=True)
    assert "Er komt elke week een mail." in answer.content.decode()
    assert re.search(r'<option value="5" selected>Vrijdag', answer.content.decode())
    stale = client.post(url, {"version": "0", "weekday": "2"})
    assert (stale.status_code, "Vrijdag" in stale.content.decode()) == (409, True)
    nonsense = client.post(url, {"version": "1", "weekday": "8"})
    assert (nonsense.status_code, "Kies een van de antwoorden." in nonsense.content.decode()) == (422, True)


@pytest.mark.parametrize(
    "columns",
    [{"weekday": 8}, {"weekday": 0}, {"state": "lost"}, {"week": None}, {"week": MONDAY.date(), "at": None}],
)
def test_database_refuses_what_cannot_be(weekly, columns):
    left()
    with pytest.raises(IntegrityError), transaction.atomic():
        WeeklyMail.objects.update(**columns)


# --- Races, deaths, and a mail server that is away --------------------------------------------------------------------


def test_two_runners_send_one_mail(weekly):
    mine, theirs = claim(weekly.pk, now=MONDAY), claim(weekly.pk, now=MONDAY)
    assert theirs is None
    assert left(after(seconds=1)) == 0
    assert send(mine, now=MONDAY) == MailState.SENT
    assert len(mail.outbox) == 1


def test_runner_that_died_before_sending_is_succeeded(weekly):
    dead = claim(weekly.pk, now=MONDAY)
    assert left(after(seconds=60)) == 0
    assert left(after(seconds=301)) == 1
    with pytest.raises(LostClaimError):
        send(dead, now=after(seconds=302))
    assert len(mail.outbox) == 1


def test_runner_that_died_while_handing_over_is_not_repeated(weekly):
    """The letter left; the line in the database that says so did not."""
    claimed = claim(weekly.pk, now=MONDAY)
    send(claimed, now=MONDAY)
    WeeklyMail.objects.update(state=MailState.SENDING)
    assert [left(after(hours=hours)) for hours in (1, 24, 150)] == [0, 0, 0]
    assert left(after(days=7)) == 1


def test_mail_server_that_is_down_is_tried_again(cast, weekly, settings):
    choose_weekly_mail(weekday=1, version=0, by=cast.colleague, now=after(days=-6))
    make_trajectory(cast.colleague_appointment)
    for name, value in {**PLACE, "EMAIL_PORT": free_port()}.items():
        setattr(settings, name, value)
    assert send_due_mails(now=MONDAY).postponed == 1, "one that finds no server is enough"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert left(after(seconds=60)) == 1, "the one that was not tried"
    assert left(after(seconds=901)) == 1
    assert sorted(letter.to[0] for letter in mail.outbox) == ["ambassador@cast.example", "colleague@cast.example"]


@pytest.mark.parametrize(
    ("at_the_letter", "state", "again"),
    [
        ("250 taken", MailState.SENT, 0),
        ("451 later", MailState.WAITING, 1),
        ("554 never", MailState.REFUSED, 0),
        (None, MailState.SENDING, 0),
    ],
)
def test_what_the_mail_server_says_decides_whether_it_is_sent_again(weekly, settings, at_the_letter, state, again):
    """Taken; refused; or the line breaks before it says what it did."""
    with mail_server(at_the_letter) as server:
        for name, value in {**PLACE, "EMAIL_PORT": server.server_address[1]}.items():
            setattr(settings, name, value)
        send_due_mails(now=MONDAY)
    weekly.refresh_from_db()
    assert (weekly.state, server.letters) == (state, 1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert left(after(seconds=1000)) == again


def test_address_that_is_refused_is_not_asked_again_before_next_week(cast, client_for, weekly, settings):
    with mail_server("250 taken", at_the_address="550 nobody here") as server:
        for name, value in {**PLACE, "EMAIL_PORT": server.server_address[1]}.items():
            setattr(settings, name, value)
        send_due_mails(now=MONDAY)
    assert (WeeklyMail.objects.get().state, server.letters) == (MailState.REFUSED, 0)
    page = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:reminders")).content.decode()
    assert "De mailserver weigerde de laatste mail" in page
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert [left(after(hours=hours)) for hours in (1, 24, 150)] == [0, 0, 0]
    assert left(after(days=7)) == 1


class Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP as one letter needs."""

    def handle(self):
        self.say("220 here")
        while line := self.rfile.readline():
            word = line[:4].decode().upper()
            if word == "DATA":
                self.say("354 go on")
                while self.rfile.readline() != b".\r\n":
                    pass
                self.server.letters += 1
                if self.server.at_the_letter is None:
                    return
                self.say(self.server.at_the_letter)
            else:
                self.say({"QUIT": "221 bye", "RCPT": self.server.at_the_address}.get(word, "250 well"))

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server(at_the_letter, at_the_address="250 well"):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        server.letters, server.at_the_letter, server.at_the_address = 0, at_the_letter, at_the_address
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_command_tells_what_it_did(weekly, capsys):
    call_command("remind")
    assert re.fullmatch(r"[01] sent, 0 with nothing to send, 0 postponed\.\n", capsys.readouterr().out)
