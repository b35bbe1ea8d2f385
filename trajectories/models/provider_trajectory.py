"""The supply side: an ambassador walks along with a provider. Never in the three moments, never counted as a child."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.models import Project
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Membership, Versioned
from trajectories.enums import ChangeKind, CommitmentState, Intensity, Theme
from trajectories.models.provider import Provider
from trajectories.supply import ProviderTrajectoryQuerySet


class ProviderTrajectory(Addressed, Versioned):
    """A provider in a project (verenigingsondersteuning), one at a time. Its places stand on the provider."""

    provider = models.ForeignKey(
        Provider, models.PROTECT, related_name="provider_trajectories", verbose_name=_("provider")
    )
    project = models.ForeignKey(
        Project, models.PROTECT, related_name="provider_trajectories", verbose_name=_("project")
    )
    walked_by = models.ForeignKey(
        Membership, models.PROTECT, related_name="provider_trajectories", verbose_name=_("ambassador")
    )
    started_on = models.DateField(_("started on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closing_reason = EncryptedTextField(_("why it was closed"), blank=True)
    intensity = models.CharField(_("how close"), max_length=20, choices=Intensity)
    plan = EncryptedTextField(_("what you work on together"), blank=True)
    theme_other = EncryptedTextField(_("which other theme"), blank=True)
    logged_at = models.DateTimeField(_("logged at"))
    received_at = models.DateTimeField(_("received at"))

    objects = ProviderTrajectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("trajectory of a provider")
        ordering = ("provider__name", "-started_on", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("provider", "project"),
                condition=Q(closed_on=None),
                name="provider_trajectory_once_at_a_time",
                violation_error_message=_("A trajectory of this provider runs already in this project."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("started_on")),
                name="provider_trajectory_closes_after_it_starts",
                violation_error_message=_("It cannot close before it started."),
            ),
            models.CheckConstraint(
                condition=Q(intensity__in=Intensity.values),
                name="provider_trajectory_intensity_known",
                violation_error_message=_("Choose how closely you work together."),
            ),
        )

    def __str__(self) -> str:
        return f"provider trajectory {self.pk}"


class SupportedTheme(models.Model):
    """What else the provider is helped with."""

    provider_trajectory = models.ForeignKey(
        ProviderTrajectory, models.CASCADE, related_name="themes", verbose_name=_("trajectory of a provider")
    )
    theme = models.CharField(_("theme"), max_length=20, choices=Theme)

    class Meta:
        verbose_name = _("theme")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("provider_trajectory", "theme"),
                name="supported_theme_once",
                violation_error_message=_("A theme stands there once."),
            ),
            models.CheckConstraint(
                condition=Q(theme__in=Theme.values),
                name="supported_theme_known",
                violation_error_message=_("Choose from the list."),
            ),
        )

    def __str__(self) -> str:
        return self.get_theme_display()


class Commitment(Addressed, Fact):
    """What became of the engagement statement from a day on. Rows are added, never changed."""

    provider_trajectory = models.ForeignKey(
        ProviderTrajectory, models.CASCADE, related_name="commitments", verbose_name=_("trajectory of a provider")
    )
    state = models.CharField(_("engagement statement"), max_length=20, choices=CommitmentState)
    remark = EncryptedTextField(_("remark"), blank=True)

    class Meta:
        verbose_name = _("engagement statement")
        ordering = ("date", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=CommitmentState.values),
                name="commitment_state_known",
                violation_error_message=_("Choose what became of the engagement statement."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} {self.date}"


class ProviderChange(Addressed, Fact):
    """Something that changed at the provider, noted on a day."""

    provider_trajectory = models.ForeignKey(
        ProviderTrajectory, models.CASCADE, related_name="changes", verbose_name=_("trajectory of a provider")
    )
    kind = models.CharField(_("what changed"), max_length=20, choices=ChangeKind)
    remark = EncryptedTextField(_("remark"), blank=True)

    class Meta:
        verbose_name = _("change at a provider")
        ordering = ("date", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values),
                name="provider_change_kind_known",
                violation_error_message=_("Choose what changed."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.date}"
