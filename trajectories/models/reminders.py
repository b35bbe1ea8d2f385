"""How an ambassador wants to be reminded: by a mail a week, by a calendar that follows along. Both are off at first."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.models import Addressed, Membership, Versioned
from trajectories.enums import MailState, Weekday


class WeeklyMail(Addressed, Versioned):
    """The weekly mail of one membership; without a `weekday` there is none. The row is also the job that sends it.

    `week` (its Monday) is the week that `state` is about. `attempts` is the claim: only the attempt that is written
    here may go on, as with reports (reporting.actions.jobs).
    """

    membership = models.OneToOneField(
        Membership, models.PROTECT, related_name="weekly_mail", verbose_name=_("ambassador")
    )
    weekday = models.PositiveSmallIntegerField(_("day of the weekly mail"), choices=Weekday, null=True, blank=True)
    week = models.DateField(_("week"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    at = models.DateTimeField(_("last sign of life"), null=True, blank=True)

    class Meta:
        verbose_name = _("weekly mail")
        constraints = (
            models.CheckConstraint(
                condition=Q(weekday=None) | Q(weekday__gte=1, weekday__lte=7),
                name="weekly_mail_on_a_day_of_the_week",
                violation_error_message=_("Choose one of the days in the list."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=MailState.values),
                name="weekly_mail_state_known",
                violation_error_message=_("The mail of a week has one of six states."),
            ),
            models.CheckConstraint(
                condition=Q(week=None, at=None, state=MailState.WAITING) | Q(week__isnull=False, at__isnull=False),
                name="weekly_mail_state_is_about_a_week",
                violation_error_message=_("What became of a mail is about a week."),
            ),
        )

    def __str__(self) -> str:
        return f"weekly mail {self.pk}"


class CalendarFeed(Addressed):
    """The calendar of one membership. Its address holds a secret; we keep its digest. Revoked, the row is gone."""

    membership = models.OneToOneField(
        Membership, models.PROTECT, related_name="calendar_feed", verbose_name=_("ambassador")
    )
    digest = models.CharField(_("digest of the secret"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"))
    read_on = models.DateField(_("last read on"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar")

    def __str__(self) -> str:
        return f"calendar {self.pk}"
