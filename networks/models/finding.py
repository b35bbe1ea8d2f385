"""What the learning networks teach, and what was promised next (domain §5)."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from networks.enums import FindingKind, FindingState, Origin, StepState
from networks.models.session import Session, Theme
from networks.querysets import FindingQuerySet, NextStepQuerySet
from organisations.models import Addressed, Versioned


class Finding(Addressed, Versioned):
    """A bottleneck, a success, a lesson. Others than the guide read it once it is published, provisional or final."""

    kind = models.CharField(_("kind"), max_length=20, choices=FindingKind)
    text = models.TextField(_("finding"), max_length=2000)
    state = models.CharField(_("state"), max_length=20, choices=FindingState, default=FindingState.PROVISIONAL)
    theme = models.ForeignKey(
        Theme, models.PROTECT, null=True, blank=True, related_name="findings", verbose_name=_("theme")
    )
    origin = models.CharField(_("origin"), max_length=20, choices=Origin, default=Origin.NONE_RECORDED)
    sessions = models.ManyToManyField(
        Session, related_name="findings", blank=True, verbose_name=_("which learning networks")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"finding {self.pk}"

    @property
    def is_published(self) -> bool:
        return self.published_on is not None


class NextStep(Addressed, Versioned):
    """A promise in the guidance assignment; if it is about sessions, how many (`promised`) and which."""

    text = models.TextField(_("next step"), max_length=1000)
    state = models.CharField(_("state"), max_length=20, choices=StepState, default=StepState.PLANNED)
    period_from = models.DateField(_("from"), null=True, blank=True)
    period_until = models.DateField(_("until"), null=True, blank=True)
    held_on = models.DateField(_("done on"), null=True, blank=True)
    promised = models.PositiveSmallIntegerField(
        _("how many learning networks were promised"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    sessions = models.ManyToManyField(
        Session, related_name="next_steps", blank=True, verbose_name=_("learning networks that count for it")
    )

    objects = NextStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("next step")
        ordering = (F("period_from").asc(nulls_last=True), "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(period_from=None) | Q(period_until=None) | Q(period_until__gte=F("period_from")),
                name="next_step_period_in_order",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(state=StepState.HELD, held_on__isnull=False) | (~Q(state=StepState.HELD) & Q(held_on=None)),
                name="next_step_done_has_a_date",
                violation_error_message=_("A step that was done has the date on which it was; another step has none."),
            ),
            models.CheckConstraint(
                condition=Q(promised=None) | Q(promised__gte=1),
                name="next_step_promises_at_least_one",
                violation_error_message=_("Leave the number empty, or fill in at least 1."),
            ),
        )

    def __str__(self) -> str:
        return f"next step {self.pk}"
