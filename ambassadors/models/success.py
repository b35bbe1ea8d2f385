"""Step 6: which cut-off moment counts as success here, with or without support (domain §3 and §4)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import CutoffMoment, Support
from ambassadors.models.project import Project
from ambassadors.querysets import SuccessAgreementQuerySet
from ambassadors.success import Agreed, Definition
from organisations.calendar import working_year_label
from organisations.models import Addressed, Membership, Versioned


class SuccessAgreement(Addressed, Versioned):
    """What a project agreed, from a cohort on. The cohort's first day is stored, so that the database can guard it.

    `supersedes`: something else held for this cohort before. `changed_on`: when it was changed last, if ever.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="success_agreements", verbose_name=_("project"))
    cohort = models.PositiveSmallIntegerField(_("from working year"))
    cohort_starts_on = models.DateField(_("first day of the cohort"))
    moment = models.PositiveSmallIntegerField(_("moment that counts as success"), choices=CutoffMoment)
    support = models.CharField(_("support"), max_length=10, choices=Support)
    agreed_on = models.DateField(_("agreed on"))
    recorded_on = models.DateField(_("recorded on"))
    recorded_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    supersedes = models.BooleanField(_("takes the place of another"), default=False)
    changed_on = models.DateField(_("changed on"), null=True, blank=True)

    objects = SuccessAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement on success")
        ordering = ("project", "-cohort")
        constraints = (
            models.UniqueConstraint(
                fields=("project", "cohort"),
                name="success_agreed_once_for_a_cohort",
                violation_error_message=_("There is an agreement for this working year already. Change that one."),
            ),
            models.CheckConstraint(
                condition=Q(moment__in=CutoffMoment.values),
                name="success_is_one_of_three_moments",
                violation_error_message=_("Choose one of the three moments."),
            ),
            models.CheckConstraint(
                condition=Q(support__in=Support.values),
                name="success_support_known",
                violation_error_message=_("Choose whether support counts."),
            ),
            models.CheckConstraint(
                condition=Q(cohort__gte=2000, cohort__lte=2200),
                name="success_cohort_plausible",
                violation_error_message=_("Choose a working year."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_on__lt=F("cohort_starts_on")),
                name="success_agreed_before_the_cohort",
                violation_error_message=_("Only what was agreed before the cohort began counts for it."),
            ),
            models.CheckConstraint(
                condition=Q(supersedes=False) | Q(recorded_on__lt=F("cohort_starts_on")),
                name="success_never_replaced_backwards",
                violation_error_message=_("What was agreed for a cohort that has begun is not replaced any more."),
            ),
            models.CheckConstraint(
                condition=Q(changed_on=None) | Q(changed_on__lt=F("cohort_starts_on")),
                name="success_never_changed_backwards",
                violation_error_message=_("What was agreed for a cohort that has begun does not change any more."),
            ),
        )

    def __str__(self) -> str:
        return f"success of project {self.project_id} from {self.cohort}"

    @property
    def definition(self) -> Definition:
        return Definition(CutoffMoment(self.moment), Support(self.support))

    @property
    def agreed(self) -> Agreed:
        return Agreed(self.cohort, self.definition)

    @property
    def cohort_label(self) -> str:
        """2026–2027."""
        return working_year_label(self.cohort)

    @property
    def was_recorded_late(self) -> bool:
        """Noted when the cohort had begun: what was agreed on paper before, say."""
        return self.recorded_on >= self.cohort_starts_on
