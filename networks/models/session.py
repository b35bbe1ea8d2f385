"""A session of a learning network, and who came (domain §5)."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from networks.enums import TO_COME, SessionState
from networks.querysets import AttendanceQuerySet, SessionQuerySet, ThemeQuerySet
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Municipality, Organisation, Versioned

# Spelled out: to the database a comparison with nothing is neither true nor false, and a check lets that through.
PERIOD_OR_NONE = Q(period_from=None, period_until=None) | Q(
    period_from__isnull=False, period_until__isnull=False, period_until__gte=F("period_from")
)


class Theme(Addressed):
    """What the sessions of a round turn around. The guide draws them from the projects' goals: an open list."""

    name = models.CharField(
        _("theme"),
        max_length=120,
        unique=True,
        error_messages={"unique": _("There is already a theme with this name.")},
    )

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Session(Addressed, Versioned):
    """One meeting. While it is to come it may have a period only; its head count counts attendances, not people."""

    state = models.CharField(_("state"), max_length=20, choices=SessionState, default=SessionState.PLANNED)
    date = models.DateField(_("date"), null=True, blank=True)
    period_from = models.DateField(_("not before"), null=True, blank=True)
    period_until = models.DateField(_("not after"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("municipality")
    )
    topic = models.CharField(_("topic"), max_length=200)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="sessions", verbose_name=_("theme")
    )
    audience = models.TextField(_("audience"), max_length=2000, blank=True)
    working_methods = models.TextField(_("working methods"), max_length=2000, blank=True)
    conversation_starters = models.TextField(_("conversation starters"), max_length=2000, blank=True)
    head_count = models.PositiveSmallIntegerField(_("number of attendees"), null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("learning network")
        ordering = ("date", "period_from", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=SessionState.HELD) | Q(date__isnull=False),
                name="session_held_has_a_date",
                violation_error_message=_("A learning network that was held has a date."),
            ),
            models.CheckConstraint(
                condition=Q(date__isnull=False, period_from=None) | Q(date=None, period_from__isnull=False),
                name="session_date_or_period",
                violation_error_message=_("Fill in a date, or a period while the date is not known."),
            ),
            models.CheckConstraint(
                condition=PERIOD_OR_NONE,
                name="session_period_has_both_ends",
                violation_error_message=_("A period has a first and a last day, in that order."),
            ),
            models.CheckConstraint(
                condition=Q(head_count=None) | Q(state=SessionState.HELD),
                name="session_head_count_when_held",
                violation_error_message=_("Only a learning network that was held has a number of attendees."),
            ),
        )

    def __str__(self) -> str:
        return self.topic

    @property
    def is_to_come(self) -> bool:
        return self.state in TO_COME

    @property
    def was_held(self) -> bool:
        return self.state == SessionState.HELD

    def is_overdue(self, today: datetime.date) -> bool:
        """Still to come, while its date or period has passed: somebody has to say whether it took place."""
        ends = self.date or self.period_until
        return self.is_to_come and ends is not None and ends < today

    @property
    def where(self) -> str:
        """The place, with the municipality when the place does not already name it."""
        parts = (self.place, self.municipality.name if self.municipality else "")
        return ", ".join(dict.fromkeys(filter(None, parts)))

    def lies_in(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether its date, or part of its period, lies between two days, both in."""
        begins, ends = self.date or self.period_from, self.date or self.period_until
        return begins is not None and ends is not None and begins <= last and ends >= first


class Attendance(Addressed):
    """One person at one session. Who comes to two sessions has two attendances."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances", verbose_name=_("learning network"))
    name = EncryptedTextField(_("name"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    other_organisation = models.CharField(_("other organisation"), max_length=120, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(organisation=None) | Q(other_organisation=""),
                name="attendance_one_organisation",
                violation_error_message=_("Choose an organisation from the list, or write another one: not both."),
            ),
        )

    def __str__(self) -> str:
        return f"attendance {self.pk}"

    @property
    def organisation_name(self) -> str:
        return self.organisation.name if self.organisation else self.other_organisation
