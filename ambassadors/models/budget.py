"""Step 4: the posts, what they cost, who pays, for how long, and how someone is found. Amounts in euro a year."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import Initiator, OperatingCategory, Route, TermKind
from ambassadors.models.hiring_file import HiringFile
from ambassadors.models.row import DossierRow
from organisations.fields import EncryptedTextField


class BudgetAnswers(models.Model):
    """What is answered once. Blank means: not answered yet."""

    hiring_file = models.OneToOneField(HiringFile, models.CASCADE, related_name="budget_answers")
    term = models.CharField(_("term"), max_length=20, choices=TermKind, blank=True)
    months = models.PositiveSmallIntegerField(_("number of months"), null=True, blank=True)
    initiator = models.CharField(_("initiator"), max_length=20, choices=Initiator, blank=True)
    initiator_other = models.CharField(_("which other organisation"), max_length=120, blank=True)
    route = models.CharField(_("hire or tender"), max_length=10, choices=Route, blank=True)
    argument_team = models.BooleanField(_("fully part of the team"), default=False)
    argument_service = models.BooleanField(_("a service with a clear mandate"), default=False)
    argument_expertise = models.BooleanField(_("expertise and peer supervision"), default=False)
    argument_latitude = models.BooleanField(_("more room to act"), default=False)
    argument_independence = models.BooleanField(_("more independent"), default=False)
    argument_other = EncryptedTextField(_("other arguments"), blank=True)
    service = models.CharField(_("service"), max_length=120, blank=True)
    mandate = EncryptedTextField(_("mandate"), blank=True)
    post_profile = EncryptedTextField(_("profile of the post"), blank=True)

    class Meta:
        verbose_name = _("answers about budget and hire")
        constraints = (
            models.CheckConstraint(
                condition=Q(months=None) | Q(term=TermKind.MONTHS, months__gte=1),
                name="budget_months_only_for_a_fixed_term",
            ),
            models.CheckConstraint(
                condition=Q(initiator_other="") | Q(initiator=Initiator.OTHER), name="budget_initiator_other_only"
            ),
        )

    def __str__(self) -> str:
        return f"budget of hiring file {self.hiring_file_id}"


class Staffing(DossierRow):
    """One person to be hired, by the name of the post: never by a person's own name."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="staffing")
    label = models.CharField(_("name of the post"), max_length=120, blank=True)
    percentage = models.PositiveSmallIntegerField(_("percentage of full time"), null=True, blank=True)
    cost = models.DecimalField(_("wage cost a year"), max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("staffing")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(percentage=None) | Q(percentage__gte=1, percentage__lte=100),
                name="staffing_percentage_between_1_and_100",
            ),
            models.CheckConstraint(condition=Q(cost=None) | Q(cost__gte=0), name="staffing_cost_not_negative"),
        )

    def __str__(self) -> str:
        return self.label


class OperatingCost(DossierRow):
    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="operating_costs")
    category = models.CharField(_("kind of cost"), max_length=30, choices=OperatingCategory, blank=True)
    description = models.CharField(_("what for"), max_length=200, blank=True)
    amount = models.DecimalField(_("amount a year"), max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("operating cost")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gte=0), name="operating_cost_not_negative"),
        )

    def __str__(self) -> str:
        return self.description or self.category


class Funding(DossierRow):
    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="funding")
    source = models.CharField(_("source of money"), max_length=120, blank=True)
    amount = models.DecimalField(_("amount a year"), max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("funding")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gte=0), name="funding_not_negative"),
        )

    def __str__(self) -> str:
        return self.source
