"""What people did together: a meeting, an exchange, an outing, a drop-in. No names."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Strategy
from ambassadors.models import Project
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Fact, Membership, Organisation, Versioned
from trajectories.enums import ActivityKind
from trajectories.models.provider import Provider
from trajectories.open_work_querysets import ActivityQuerySet


class Activity(Addressed, Versioned, Fact):
    """Edited, not corrected as a contact is: a head count and a link come later, also from a colleague."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="activities", verbose_name=_("project"))
    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("logged for"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("logged by"))
    kind = models.CharField(_("kind"), max_length=20, choices=ActivityKind)
    kind_other = models.CharField(_("which other kind"), max_length=80, blank=True)
    what = EncryptedTextField(_("what you did"))
    strategy = models.CharField(_("strategy"), max_length=30, choices=Strategy)
    providers = models.ManyToManyField(Provider, related_name="+", blank=True, verbose_name=_("providers"))
    partners = EncryptedTextField(_("other partners"), blank=True)
    head_count = models.PositiveSmallIntegerField(_("head count"), null=True, blank=True)
    post_url = models.URLField(_("link to a public post"), max_length=500, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        ordering = ("-date", "-id")
        indexes = (models.Index(fields=("project", "date"), name="activity_of_a_period"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=ActivityKind.values),
                name="activity_kind_known",
                violation_error_message=_("Choose what kind of activity it was."),
            ),
            models.CheckConstraint(
                condition=Q(kind_other="") | Q(kind=ActivityKind.OTHER),
                name="activity_other_kind_only",
                violation_error_message=_("Describe another kind only when you chose “other”."),
            ),
            models.CheckConstraint(
                condition=Q(strategy__in=Strategy.values),
                name="activity_strategy_known",
                violation_error_message=_("Choose one of the six strategies."),
            ),
            models.CheckConstraint(
                condition=Q(head_count=None) | Q(head_count__gte=1, head_count__lte=20_000),
                name="activity_head_count_plausible",
                violation_error_message=_("The head count must lie between 1 and 20000."),
            ),
            models.CheckConstraint(
                condition=Q(post_url="") | Q(post_url__startswith="https://"),
                name="activity_link_is_https",
                violation_error_message=_("The link must begin with https://."),
            ),
        )

    def __str__(self) -> str:
        return f"activity {self.pk}"
