"""Step 6: the starting point, the goals, the agreements and the follow-up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Criterion, ResultKind, Side
from ambassadors.instrument import FollowUpWith, IndicatorKind
from ambassadors.models.hiring_file import HiringFile
from ambassadors.models.row import DossierRow
from organisations.fields import EncryptedTextField
from organisations.models import Membership


class GoalsAnswers(models.Model):
    """What is answered once. Blank means: not answered yet. A factor that is ticked was looked at."""

    hiring_file = models.OneToOneField(HiringFile, models.CASCADE, related_name="goals_answers")
    factor_tie = models.BooleanField(_("tie with youth workers"), default=False)
    factor_roots = models.BooleanField(_("roots in youth work"), default=False)
    factor_worries = models.BooleanField(_("worries of the clubs"), default=False)
    factor_willing = models.BooleanField(_("willingness of the clubs"), default=False)
    factor_places = models.BooleanField(_("available places"), default=False)
    factor_changes = models.BooleanField(_("changes of volunteers"), default=False)
    supply_start = EncryptedTextField(_("starting point on the supply side"), blank=True)
    factor_share = models.BooleanField(_("employment percentage"), default=False)
    factor_network = models.BooleanField(_("network of the ambassador"), default=False)
    factor_offer = models.BooleanField(_("openness of the offer"), default=False)
    factor_access = models.BooleanField(_("access to families"), default=False)
    factor_distance = models.BooleanField(_("distance to the offer"), default=False)
    factor_needs = models.BooleanField(_("needs of the family"), default=False)
    factor_latitude = models.BooleanField(_("room to act"), default=False)
    demand_start = EncryptedTextField(_("starting point on the demand side"), blank=True)
    is_experienced = models.BooleanField(_("experienced"), default=False)
    has_wide_network = models.BooleanField(_("wide network"), default=False)
    has_direct_access = models.BooleanField(_("direct access"), default=False)
    has_broad_scope = models.BooleanField(_("broad scope"), default=False)
    has_enough_time = models.BooleanField(_("enough time"), default=False)
    yearly_started = models.PositiveSmallIntegerField(_("trajectories to start in a year"), null=True, blank=True)
    yearly_guided = models.PositiveSmallIntegerField(_("children to guide in a year"), null=True, blank=True)
    registration = EncryptedTextField(_("what is registered"), blank=True)
    tool = models.CharField(_("tool of registration"), max_length=120, blank=True)
    reporting = EncryptedTextField(_("reporting"), blank=True)
    gdpr = EncryptedTextField(_("GDPR agreements"), blank=True)
    deontology = EncryptedTextField(_("deontology"), blank=True)
    evaluator = EncryptedTextField(_("evaluator"), blank=True)
    evaluator_mandate = EncryptedTextField(_("mandate of the evaluator"), blank=True)
    wider_policy = EncryptedTextField(_("place in the wider policy"), blank=True)

    class Meta:
        verbose_name = _("answers about goals")

    def __str__(self) -> str:
        return f"goals of hiring file {self.hiring_file_id}"


class Goal(DossierRow):
    """A goal with its indicator, in draft until the ambassador has agreed. Changing it makes it a draft again."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="goals")
    goal = EncryptedTextField(_("goal"), blank=True)
    side = models.CharField(_("side"), max_length=10, choices=Side, blank=True)
    kind = models.CharField(_("kind of indicator"), max_length=10, choices=IndicatorKind, blank=True)
    criterion = models.CharField(_("process criterion"), max_length=20, choices=Criterion, blank=True)
    result = models.CharField(_("kind of result"), max_length=20, choices=ResultKind, blank=True)
    starting_point = EncryptedTextField(_("starting point"), blank=True)
    target = EncryptedTextField(_("target"), blank=True)
    why = EncryptedTextField(_("why"), blank=True)
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    agreed_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("agreed by")
    )

    class Meta(DossierRow.Meta):
        verbose_name = _("goal")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(criterion="") | Q(kind=IndicatorKind.PROCESS), name="goal_criterion_of_a_process"
            ),
            models.CheckConstraint(
                condition=Q(result="") | Q(kind=IndicatorKind.RESULT), name="goal_result_of_a_result"
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None, agreed_by=None) | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="goal_agreed_says_when_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"goal {self.pk}"

    @property
    def called(self) -> str:
        return self.goal or str(_("A goal without words"))

    @property
    def is_agreed(self) -> bool:
        return self.agreed_on is not None


class FollowUpMoment(DossierRow):
    """A planned talk about the work, with the manager or with colleagues."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="follow_ups")
    with_whom = models.CharField(_("with whom"), max_length=12, choices=FollowUpWith, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    subject = EncryptedTextField(_("about"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("follow-up moment")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"follow-up moment {self.pk}"


class Adjustment(DossierRow):
    """What was changed in the plan on the way, and why."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="adjustments")
    date = models.DateField(_("date"), null=True, blank=True)
    what = EncryptedTextField(_("what changes"), blank=True)
    reason = EncryptedTextField(_("reason"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("adjustment")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"adjustment {self.pk}"
