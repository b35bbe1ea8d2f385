"""Trying and enrolling, at a provider."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from organisations.models import Addressed, Fact, Versioned
from trajectories.models.provider import Provider
from trajectories.models.trajectory import Trajectory


class TrialSession(Addressed, Fact):
    """One session to try out (proefsessie)."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="trials", verbose_name=_("trajectory"))
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="trials", verbose_name=_("provider"))

    class Meta:
        verbose_name = _("trial session")
        ordering = ("date", "id")

    def __str__(self) -> str:
        return f"trial session {self.pk}"


class Enrolment(Addressed, Versioned, Fact):
    """An enrolment for a working year. `holidays_only` is copied: later edits of the provider change nothing."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="enrolments", verbose_name=_("trajectory"))
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="enrolments", verbose_name=_("provider"))
    for_working_year = models.PositiveSmallIntegerField(_("for working year"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    holidays_only = models.BooleanField(_("only during school holidays"))

    class Meta:
        verbose_name = _("enrolment")
        ordering = ("date", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("date")),
                name="enrolment_ends_after_it_starts",
                violation_error_message=_("An enrolment cannot end before it was made."),
            ),
            models.CheckConstraint(
                condition=Q(for_working_year__gte=2000, for_working_year__lte=2200),
                name="enrolment_working_year_plausible",
                violation_error_message=_("Choose the working year of the enrolment."),
            ),
            models.UniqueConstraint(
                fields=("trajectory", "provider", "for_working_year"),
                condition=Q(ended_on=None),
                name="enrolment_once_at_a_time",
                violation_error_message=_("This enrolment is already on record."),
            ),
        )

    def __str__(self) -> str:
        return f"enrolment {self.pk}"
