"""Who works as an ambassador on what, for how much of their time, and under whose responsibility (domain §2)."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Profile
from ambassadors.models.project import Project
from ambassadors.querysets import AppointmentQuerySet
from organisations.models import Addressed, Membership, Organisation, Versioned


class Appointment(Addressed, Versioned):
    """An ambassador on a project. An ambassador's access follows it."""

    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="appointments", verbose_name=_("ambassador")
    )
    project = models.ForeignKey(Project, models.PROTECT, related_name="appointments", verbose_name=_("project"))
    employer = models.ForeignKey(Organisation, models.PROTECT, related_name="appointments", verbose_name=_("employer"))
    percentage = models.PositiveSmallIntegerField(
        _("percentage of full time"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    profile = models.CharField(_("profile"), max_length=30, choices=Profile, blank=True)
    service = models.CharField(_("service"), max_length=120, blank=True)
    mandate = models.TextField(_("mandate"), max_length=2000, blank=True)
    absent_from = models.DateField(_("absent from"), null=True, blank=True)
    absent_until = models.DateField(_("absent until"), null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        ordering = ("starts_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(percentage__gte=1, percentage__lte=100),
                name="appointment_percentage_between_1_and_100",
                violation_error_message=_("The percentage must lie between 1 and 100."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="appointment_ends_after_it_starts",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(absent_until=None) | Q(absent_from__isnull=False, absent_until__gte=F("absent_from")),
                name="appointment_absence_has_a_start",
                violation_error_message=_("An absence needs a first day, before its last day."),
            ),
            models.UniqueConstraint(
                fields=("membership", "project"),
                condition=Q(ends_on=None),
                name="appointment_once_at_a_time",
                violation_error_message=_("This ambassador already works on this project."),
            ),
        )

    def __str__(self) -> str:
        return f"appointment {self.pk}"

    def is_active(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def is_absent(self, day: date) -> bool:
        if self.absent_from is None or day < self.absent_from:
            return False
        return self.absent_until is None or day <= self.absent_until

    def state_on(self, day: date) -> str:
        """How it stands on a day: "coming", "working", "absent" or "ended"."""
        if day < self.starts_on:
            return "coming"
        if not self.is_active(day):
            return "ended"
        return "absent" if self.is_absent(day) else "working"


class ProcessingAgreement(Addressed, Versioned):
    """With an external employer: who is controller, who processor, and that the agreement is on file.

    Not recorded: no real participants can be entered (domain §2).
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="agreements", verbose_name=_("project"))
    employer = models.ForeignKey(Organisation, models.PROTECT, related_name="agreements", verbose_name=_("employer"))
    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("controller"))
    processor = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("processor")
    )
    agreed_on = models.DateField(_("date of the agreement"))
    reference = models.CharField(_("where the agreement is on file"), max_length=200)

    class Meta:
        verbose_name = _("processing agreement")
        ordering = ("agreed_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("project", "employer"),
                name="processing_agreement_once",
                violation_error_message=_("There is already an agreement with this employer."),
            ),
            models.CheckConstraint(
                condition=Q(processor=None) | ~Q(processor=F("controller")),
                name="processing_agreement_two_parties",
                violation_error_message=_("Controller and processor are two different organisations."),
            ),
        )

    def __str__(self) -> str:
        return f"agreement {self.pk}"
