"""The weekly mail: chosen by an ambassador, sent exactly once a week. It holds numbers and a link, no personal data.

The life of a mail is that of a report (reporting.actions.jobs): claimed by one UPDATE, and every later UPDATE asks for
that claim, so that two runners, or one that wakes up after a while, cannot both send. A mail server cannot be part of a
transaction, so the row says how far it came:

* CLAIMED: nothing has left. A runner that died here is succeeded by another one.
* WAITING: the mail server could not be reached, or refused for now. Tried again after a while, all week long.
* REFUSED: the mail server takes no mail for this address, or not this letter. Asking again changes nothing before next
  week; who opens the page of reminders reads it.
* SENDING: the letter is being handed over. Who dies here may have sent it: it is not sent again. A reminder that is
  missed once costs a look at the list; one that comes twice costs trust.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import (
    SMTPDataError,
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from organisations import audit
from organisations.enums import Role
from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.access import check_may_guide
from trajectories.enums import MailState
from trajectories.follow_up import follow_up
from trajectories.models import Trajectory, WeeklyMail

logger = logging.getLogger(__name__)
REFUSALS = (SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError)  # the server took nothing


class LostClaimError(Exception):
    """Another runner has this mail now. Send nothing."""


class NoServerError(Exception):
    """The mail server cannot be reached. The others would only wait for it as well."""


@transaction.atomic
def choose_weekly_mail(*, weekday: int | None, version: int, by: Membership, now: datetime) -> WeeklyMail:
    """From now on a mail on that day of the week, or none. Raises StaleVersionError.

    A day that lies behind us waits for next week: whoever chooses Monday on a Thursday expects no mail now.
    """
    check_may_guide(by)
    mail, _new = WeeklyMail.objects.get_or_create(membership=by, defaults={"version": 0})
    mail.claim_version(version)
    mail.weekday = weekday
    mail.save(update_fields=["weekday"])  # the rest is the runner's, which may be at work
    today = timezone.localdate(now)
    if weekday and weekday < today.isoweekday():
        still_open = Q(week=None) | Q(week__lt=monday(today))
        settled = {"week": monday(today), "state": MailState.NOTHING, "at": now}
        WeeklyMail.objects.filter(still_open, pk=mail.pk).update(**settled)
    audit.record("changed", mail, by=by, fields=["weekday"])
    return mail


@dataclass(frozen=True)
class Sent:
    """What one round did."""

    sent: int = 0
    nothing: int = 0
    postponed: int = 0


def send_due_mails(*, now: datetime) -> Sent:
    """Every mail that is due, once. Safe to do twice, or by two."""
    due = WeeklyMail.objects.filter(_is_due(now), _may_receive()).order_by("pk").values_list("pk", flat=True)
    ended = []
    for mail_id in list(due):
        if mail := claim(mail_id, now=now):
            try:
                ended.append(send(mail, now=now))
            except LostClaimError:
                continue
            except NoServerError:
                ended.append(MailState.WAITING)
                break
    return Sent(ended.count(MailState.SENT), ended.count(MailState.NOTHING), ended.count(MailState.WAITING))


def claim(mail_id: int, *, now: datetime) -> WeeklyMail | None:
    """Take the mail of this week, or None when somebody else has it, or had it."""
    taken = WeeklyMail.objects.filter(_is_due(now), pk=mail_id).update(
        week=monday(timezone.localdate(now)), state=MailState.CLAIMED, attempts=F("attempts") + 1, at=now
    )
    return WeeklyMail.objects.select_related("membership__user").get(pk=mail_id) if taken else None


def send(mail: WeeklyMail, *, now: datetime) -> MailState:
    """Send a mail that was claimed, and tell what became of it. Raises LostClaimError or NoServerError."""
    count = to_follow_up(mail.membership, timezone.localdate(now))
    if not count:
        return _become(mail, MailState.NOTHING, now)
    letter, connection = _letter(mail, count), get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        _become(mail, MailState.WAITING, now)
        logger.warning("The mail server does not answer (%s); weekly mails wait.", type(error).__name__)
        raise NoServerError from error
    try:
        _become(mail, MailState.SENDING, now)
        return _hand_over(mail, letter, connection, now)
    finally:
        connection.close()


def _hand_over(mail: WeeklyMail, letter: EmailMessage, connection: Any, now: datetime) -> MailState:
    """A refusal says that nothing was taken; a line that breaks says nothing at all, and then we do not send twice."""
    letter.connection = connection
    try:
        letter.send()
    except REFUSALS as refusal:
        state = MailState.REFUSED if _is_for_good(refusal) else MailState.WAITING
        logger.warning("Weekly mail %s was refused (%s): %s.", mail.pk, type(refusal).__name__, state.value)
        return _become(mail, state, now)
    except (SMTPException, OSError) as error:
        logger.warning("Weekly mail %s: the line broke (%s). It may have left.", mail.pk, type(error).__name__)
        return MailState.SENDING
    return _become(mail, MailState.SENT, now)


def _is_for_good(refusal: SMTPException) -> bool:
    """Whether the server says never (5xx) of this address or this letter. Of who sends, that is ours to set right."""
    if isinstance(refusal, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in refusal.recipients.values())
    return isinstance(refusal, SMTPDataError) and refusal.smtp_code >= 500


def to_follow_up(membership: Membership, today: date) -> int:
    """How many trajectories stand on the follow-up list of a membership."""
    mine = Trajectory.objects.visible_to(membership, today=today).followed_by(membership, today=today)
    return len(follow_up(mine.facts(), mine.last_contacts(), today, rulings(), mine.around(today)))


def monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)


def _is_due(now: datetime) -> Q:
    """Its day has come (or passed, when nobody sent it then), and this week's is not settled, nor in good hands."""
    local = timezone.localtime(now)
    week = monday(local.date())
    retry, stale = (
        now - timedelta(seconds=seconds)
        for seconds in (settings.REMINDER_RETRY_SECONDS, settings.REMINDER_STALE_SECONDS)
    )
    open_now = (
        Q(week=None)
        | Q(week__lt=week)
        | Q(week=week, state=MailState.WAITING, at__lte=retry)
        | Q(week=week, state=MailState.CLAIMED, at__lte=stale)
    )
    last_day = local.isoweekday() if local.hour >= settings.REMINDER_HOUR else local.isoweekday() - 1
    return Q(weekday__lte=last_day) & open_now


def _may_receive() -> Q:
    return Q(membership__in=Membership.objects.active().filter(role=Role.AMBASSADOR))


def _letter(mail: WeeklyMail, count: int) -> EmailMessage:
    """Numbers and a link, not even a name: a mail lies open on many machines. One week, one Message-ID."""
    place = [mail.membership.uuid]
    text = render_to_string(
        "trajectories/mail/weekly.txt",
        {
            "count": count,
            "list_url": f"{settings.SITE_URL}{reverse('trajectories:follow-up-list', args=place)}",
            "settings_url": f"{settings.SITE_URL}{reverse('trajectories:reminders', args=place)}",
        },
    )
    subject = ngettext("%(count)s follow-up this week", "%(count)s follow-ups this week", count) % {"count": count}
    name = {"Message-ID": f"<{mail.week}.{mail.uuid}@verbindingsambassadeurs>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, text, None, [mail.membership.user.email], headers=name)


def _become(mail: WeeklyMail, state: MailState, now: datetime) -> MailState:
    mine = WeeklyMail.objects.filter(pk=mail.pk, week=mail.week, attempts=mail.attempts, state=mail.state)
    if not mine.update(state=state, at=now):
        raise LostClaimError
    mail.state = state
    return state
