"""Step 3: focus, strategies, the partners they need and the profile wanted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import Engagement, Leaning, Organised, Orientation, PartnerKind
from ambassadors.models.hiring_file import HiringFile
from ambassadors.models.row import DossierRow
from organisations.fields import EncryptedTextField

# A statement that was asked for, signed, refused or withdrawn carries the day on which that happened.
DATED_ENGAGEMENTS = tuple(value for value in Engagement if value != Engagement.NOT_ASKED)


class StrategyAnswers(models.Model):
    """What is answered once. Blank means: not answered yet."""

    hiring_file = models.OneToOneField(HiringFile, models.CASCADE, related_name="strategy_answers")
    focus_target_group = EncryptedTextField(_("target group"), blank=True)
    focus_neighbourhood = EncryptedTextField(_("neighbourhood or place"), blank=True)
    focus_youth_work = EncryptedTextField(_("form of youth work"), blank=True)
    organised = models.CharField(_("organised or unorganised"), max_length=20, choices=Organised, blank=True)
    orientation = models.CharField(_("inclusive or for one group"), max_length=20, choices=Orientation, blank=True)
    greatest_needs = models.BooleanField(_("greatest needs"), default=False)
    good_start = models.BooleanField(_("a good starting point"), default=False)
    why = EncryptedTextField(_("why this focus"), blank=True)

    class Meta:
        verbose_name = _("answers about the strategy")

    def __str__(self) -> str:
        return f"strategy of hiring file {self.hiring_file_id}"

    @property
    def has_focus(self) -> bool:
        return any(text.strip() for text in (self.focus_target_group, self.focus_neighbourhood, self.focus_youth_work))


class ChosenStrategy(models.Model):
    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="chosen_strategies")
    strategy = models.CharField(_("strategy"), max_length=30, choices=Strategy)

    class Meta:
        verbose_name = _("chosen strategy")
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("hiring_file", "strategy"), name="chosen_strategy_once"),)

    def __str__(self) -> str:
        return self.strategy


class WantedProfile(DossierRow):
    """A profile to look for; the same one may be wanted twice, leaning differently."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="wanted_profiles")
    profile = models.CharField(_("profile"), max_length=30, choices=Profile, blank=True)
    other = models.CharField(_("which other profile"), max_length=120, blank=True)
    leaning = models.CharField(_("leaning"), max_length=10, choices=Leaning, blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("wanted profile")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(condition=Q(other="") | Q(profile=Profile.OTHER), name="wanted_profile_other_only"),
        )

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The profile in words: one's own, or that of the list."""
        return self.other or str(self.get_profile_display())


class NeededPartner(DossierRow):
    """A partner without whom the strategies do not work, and what became of its engagement statement."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="needed_partners")
    name = EncryptedTextField(_("name of the partner"), blank=True)
    kind = models.CharField(_("kind of partner"), max_length=30, choices=PartnerKind, blank=True)
    engagement = models.CharField(
        _("engagement statement"), max_length=20, choices=Engagement, default=Engagement.NOT_ASKED
    )
    engagement_on = models.DateField(_("date of the engagement"), null=True, blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("needed partner")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(engagement=Engagement.NOT_ASKED, engagement_on=None)
                | Q(engagement__in=DATED_ENGAGEMENTS, engagement_on__isnull=False),
                name="needed_partner_engagement_is_dated",
            ),
        )

    def __str__(self) -> str:
        return f"partner {self.pk}"

    @property
    def called(self) -> str:
        """Its name, or words that say that it has none yet."""
        return self.name or str(_("A partner without a name"))
