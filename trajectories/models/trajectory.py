"""A trajectory: one child or young person on the way to leisure, with its dated statuses and who walks along."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Strategy
from ambassadors.models import Appointment, Project
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Versioned
from trajectories.enums import Basis, ReferredBy, Status, Threshold
from trajectories.models.moment_columns import MomentColumns
from trajectories.models.participant import Participant
from trajectories.models.provider import Provider
from trajectories.querysets import TrajectoryQuerySet


class Trajectory(Addressed, Versioned, MomentColumns):
    """The unit that is counted, once, for its project. Its three moments are columns of this row (MomentColumns)."""

    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="trajectories", verbose_name=_("child or young person")
    )
    project = models.ForeignKey(Project, models.PROTECT, related_name="trajectories", verbose_name=_("project"))
    started_on = models.DateField(_("started on"))
    referred_by = models.CharField(_("referred by"), max_length=20, choices=ReferredBy)
    wish = EncryptedTextField(_("wish"), blank=True)
    strategy = models.CharField(_("strategy"), max_length=30, choices=Strategy, default=Strategy.INDIVIDUAL_GUIDANCE)
    basis = models.CharField(_("kind of offer"), max_length=20, choices=Basis, default=Basis.REGULAR)
    shielded = models.BooleanField(_("shielded"), default=False)
    logged_at = models.DateTimeField(_("logged at"))
    received_at = models.DateTimeField(_("received at"))

    objects = TrajectoryQuerySet.as_manager()

    class Meta(MomentColumns.Meta):
        abstract = False
        verbose_name = _("trajectory")
        ordering = ("-started_on", "-id")
        indexes = (models.Index(fields=("project", "started_on"), name="trajectory_cohort"),)
        constraints = (
            *MomentColumns.Meta.constraints,
            models.CheckConstraint(
                condition=Q(strategy__in=Strategy.values),
                name="trajectory_strategy_known",
                violation_error_message=_("Choose one of the six strategies."),
            ),
            models.CheckConstraint(
                condition=Q(referred_by__in=ReferredBy.values),
                name="trajectory_referred_by_known",
                violation_error_message=_("Choose who brought them to you."),
            ),
        )

    def __str__(self) -> str:
        return f"trajectory {self.pk}"

    @property
    def code(self) -> str:
        """The code by which people speak of it: the participant's."""
        return self.participant.code


class TrajectoryThreshold(models.Model):
    """One of the nine B's that stands in the way."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="thresholds", verbose_name=_("trajectory"))
    threshold = models.CharField(_("threshold"), max_length=20, choices=Threshold)

    class Meta:
        verbose_name = _("threshold")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("trajectory", "threshold"), name="threshold_once"),
            models.CheckConstraint(condition=Q(threshold__in=Threshold.values), name="threshold_known"),
        )

    def __str__(self) -> str:
        return self.get_threshold_display()


class TrajectoryStatus(Addressed, Fact):
    """Where a trajectory stands from a day on. Rows are added, never changed: any past day can be asked about."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="statuses", verbose_name=_("trajectory"))
    status = models.CharField(_("status"), max_length=20, choices=Status)
    reason = EncryptedTextField(_("reason"), blank=True)
    provider = models.ForeignKey(
        Provider, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("provider")
    )

    class Meta:
        verbose_name = _("status")
        ordering = ("date", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=Status.values),
                name="status_known",
                violation_error_message=_("Choose where the trajectory stands."),
            ),
            models.CheckConstraint(
                condition=Q(provider=None) | Q(status=Status.WAITING),
                name="status_provider_only_when_waiting",
                violation_error_message=_("Choose a provider only for a waiting list."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.status} {self.date}"


class Assignment(models.Model):
    """Which ambassador walks along, from when until when. Follows an appointment, as access does."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="assignments", verbose_name=_("trajectory"))
    appointment = models.ForeignKey(
        Appointment, models.PROTECT, related_name="assignments", verbose_name=_("appointment")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("assignment")
        ordering = ("starts_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="assignment_ends_after_it_starts",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
            models.UniqueConstraint(
                fields=("trajectory", "appointment"),
                condition=Q(ends_on=None),
                name="assignment_once_at_a_time",
                violation_error_message=_("This ambassador already walks along."),
            ),
        )

    def __str__(self) -> str:
        return f"assignment {self.pk}"
