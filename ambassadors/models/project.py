"""A project: who applied together for what, where, for whom, and how it stands (domain §2)."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import LifeState, RecognitionState, TargetGroup
from ambassadors.querysets import ProjectQuerySet
from organisations.models import Addressed, Municipality, Organisation, Versioned


class Project(Addressed, Versioned):
    """The programme's unit. Recognition is dated (Recognition); life is how it stands today."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="projects", verbose_name=_("organisation")
    )
    co_applicants = models.ManyToManyField(
        Organisation, related_name="co_projects", blank=True, verbose_name=_("co-applicants")
    )
    title = models.CharField(_("title"), max_length=120)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    working_area = models.ManyToManyField(
        Municipality, related_name="projects", blank=True, verbose_name=_("working area")
    )
    life = models.CharField(_("state"), max_length=20, choices=LifeState, default=LifeState.PREPARATION)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        ordering = ("organisation__name", "title", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="project_ends_after_it_starts",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def recognition_on(self, day: date) -> str:
        """The state of recognition on a day: the newest decision of that day or before."""
        decided = [r for r in self.recognitions.all() if r.decided_on <= day]
        newest = max(decided, key=lambda r: (r.decided_on, r.pk), default=None)
        return newest.state if newest else RecognitionState.NO_APPLICATION.value

    def get_recognition_display(self, day: date) -> Any:
        """The state of recognition on a day, in words."""
        return RecognitionState(self.recognition_on(day)).label


class Recognition(models.Model):
    """A dated decision. Recorded by the ministry's administrator only."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="recognitions", verbose_name=_("project"))
    state = models.CharField(_("recognition"), max_length=20, choices=RecognitionState)
    decided_on = models.DateField(_("date of the decision"))

    class Meta:
        verbose_name = _("recognition")
        ordering = ("decided_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("project", "decided_on"),
                name="recognition_one_decision_a_day",
                violation_error_message=_("There is already a decision on this day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} {self.decided_on}"


class ProjectTargetGroup(models.Model):
    """Target groups stand on the project, not on a child (domain §4)."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="target_groups", verbose_name=_("project"))
    group = models.CharField(_("target group"), max_length=20, choices=TargetGroup)
    other = models.CharField(_("which other"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("target group")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("project", "group"), name="project_target_group_once"),
            models.CheckConstraint(
                condition=Q(other="") | Q(group=TargetGroup.OTHER), name="project_target_group_other_only"
            ),
        )

    def __str__(self) -> str:
        return self.other or self.get_group_display()
