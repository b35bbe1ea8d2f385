"""What came of the work: a vision text, a toolbox, a new initiative. No names: coordinators read and edit it too."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Strategy
from ambassadors.models import Project
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Membership, Organisation, Versioned
from trajectories.enums import Lasts, ResultKind, ResultState
from trajectories.models.provider import Provider
from trajectories.open_work_querysets import ResultQuerySet


class Result(Addressed, Versioned, Fact):
    """`date` is the day on which it is expected, or on which it was reached or given up."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="results", verbose_name=_("project"))
    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("logged for"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("logged by"))
    kind = models.CharField(_("kind"), max_length=20, choices=ResultKind)
    kind_other = models.CharField(_("which other kind"), max_length=80, blank=True)
    what = EncryptedTextField(_("what the result is"))
    state = models.CharField(_("state"), max_length=20, choices=ResultState)
    strategy = models.CharField(_("strategy"), max_length=30, choices=Strategy)
    providers = models.ManyToManyField(Provider, related_name="+", blank=True, verbose_name=_("providers"))
    partners = EncryptedTextField(_("other partners"), blank=True)
    evidence = EncryptedTextField(_("how one can see it"), blank=True)
    evidence_url = models.URLField(_("link to it"), max_length=500, blank=True)
    lasts = models.CharField(_("lasts after the project"), max_length=10, choices=Lasts, default=Lasts.UNKNOWN)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("result")
        ordering = ("-date", "-id")
        indexes = (models.Index(fields=("project", "date"), name="result_of_a_period"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=ResultKind.values),
                name="result_kind_known",
                violation_error_message=_("Choose what kind of result it is."),
            ),
            models.CheckConstraint(
                condition=Q(kind_other="") | Q(kind=ResultKind.OTHER),
                name="result_other_kind_only",
                violation_error_message=_("Describe another kind only when you chose “other”."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=ResultState.values),
                name="result_state_known",
                violation_error_message=_("Choose where the result stands."),
            ),
            models.CheckConstraint(
                condition=Q(strategy__in=Strategy.values),
                name="result_strategy_known",
                violation_error_message=_("Choose one of the six strategies."),
            ),
            models.CheckConstraint(
                condition=Q(lasts__in=Lasts.values),
                name="result_lasts_known",
                violation_error_message=_("Choose whether it lasts after the project."),
            ),
            models.CheckConstraint(
                condition=~Q(state=ResultState.GIVEN_UP, lasts=Lasts.YES),
                name="result_given_up_does_not_last",
                violation_error_message=_("What was given up cannot last. Choose another answer."),
            ),
            models.CheckConstraint(
                condition=Q(evidence_url="") | Q(evidence_url__startswith="https://"),
                name="result_link_is_https",
                violation_error_message=_("The link must begin with https://."),
            ),
        )

    def __str__(self) -> str:
        return f"result {self.pk}"
