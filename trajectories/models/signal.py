"""A signal: something that stands in the way, noticed, and what was done about it, as dated steps."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Project
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Membership, Organisation, Versioned
from trajectories.enums import PassedTo, SignalAbout, SignalState
from trajectories.open_work_querysets import SignalQuerySet


class Signal(Addressed, Versioned, Fact):
    """`date` is the day it was noticed. `note` is the ambassador's own; `shared_text` was written for the coordinator.

    They are two columns, so that sharing is something that one writes, never a box that shows what was meant for
    oneself.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="signals", verbose_name=_("project"))
    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("controller"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("logged by"))
    about = models.CharField(_("what it is about"), max_length=20, choices=SignalAbout)
    note = EncryptedTextField(_("note"))
    shared_text = EncryptedTextField(_("what the coordinator may read"), blank=True)

    objects = SignalQuerySet.as_manager()

    class Meta:
        verbose_name = _("signal")
        ordering = ("-date", "-id")
        indexes = (models.Index(fields=("project", "date"), name="signal_of_a_period"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(about__in=SignalAbout.values),
                name="signal_about_known",
                violation_error_message=_("Choose what the signal is about."),
            ),
        )

    def __str__(self) -> str:
        return f"signal {self.pk}"

    @property
    def about_words(self) -> str:
        return SignalAbout(self.about).words


class SignalStep(Addressed, Fact):
    """Where a signal stands from a day on. Rows are added, never changed: any past day can be asked about."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="steps", verbose_name=_("signal"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("logged by"))
    state = models.CharField(_("state"), max_length=20, choices=SignalState)
    passed_to = models.CharField(_("passed on to"), max_length=20, choices=PassedTo, blank=True)
    passed_to_who = EncryptedTextField(_("whom exactly"), blank=True)
    note = EncryptedTextField(_("what was done about it"), blank=True)

    class Meta:
        verbose_name = _("step of a signal")
        ordering = ("date", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=SignalState.values),
                name="signal_step_state_known",
                violation_error_message=_("Choose where the signal stands."),
            ),
            models.CheckConstraint(
                condition=Q(state=SignalState.PASSED_ON, passed_to__in=PassedTo.values)
                | (~Q(state=SignalState.PASSED_ON) & Q(passed_to="")),
                name="signal_step_passed_on_to_someone",
                violation_error_message=_("Say to whom you passed it on, and only then."),
            ),
            models.UniqueConstraint(
                fields=("signal",),
                condition=Q(state=SignalState.NOTICED),
                name="signal_step_noticed_once",
                violation_error_message=_("A signal is noticed once."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} {self.date}"
