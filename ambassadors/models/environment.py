"""Step 2: the environment analysis, the exploratory talks, and the lifeworld of those one wants to reach."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Threshold
from ambassadors.instrument import AnalysisKind, AnalysisState, Commitment, MadeBy, PartnerKind, TalkSide, Tie
from ambassadors.models.hiring_file import HiringFile
from ambassadors.models.row import DossierRow
from organisations.fields import EncryptedTextField
from organisations.models import Membership


class EnvironmentAnswers(models.Model):
    """What is answered once. Blank means: not answered yet."""

    hiring_file = models.OneToOneField(HiringFile, models.CASCADE, related_name="environment_answers")
    made_by = models.CharField(_("made by"), max_length=10, choices=MadeBy, blank=True)
    made_by_whom = models.CharField(_("made by which partner"), max_length=120, blank=True)
    needs = EncryptedTextField(_("needs"), blank=True)
    offer = EncryptedTextField(_("present offer"), blank=True)
    threshold_known = EncryptedTextField(_("known"), blank=True)
    threshold_reachable = EncryptedTextField(_("reachable"), blank=True)
    threshold_available = EncryptedTextField(_("available"), blank=True)
    threshold_usable = EncryptedTextField(_("usable"), blank=True)
    threshold_affordable = EncryptedTextField(_("affordable"), blank=True)
    threshold_understandable = EncryptedTextField(_("understandable"), blank=True)
    threshold_trustworthy = EncryptedTextField(_("trustworthy"), blank=True)
    threshold_understanding = EncryptedTextField(_("understanding"), blank=True)
    threshold_enterable = EncryptedTextField(_("easy to enter"), blank=True)

    class Meta:
        verbose_name = _("answers about the environment")

    def __str__(self) -> str:
        return f"environment of hiring file {self.hiring_file_id}"

    @property
    def thresholds(self) -> dict[Threshold, str]:
        """What holds people back, by each of the nine B's."""
        return {threshold: getattr(self, f"threshold_{threshold.value}") for threshold in Threshold}


class ExistingAnalysis(DossierRow):
    """An analysis that was made before. A file may hang on it (see Attachment)."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="existing_analyses")
    kind = models.CharField(_("kind of analysis"), max_length=20, choices=AnalysisKind, blank=True)
    other = models.CharField(_("which other analysis"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=AnalysisState, blank=True)
    is_reused = models.BooleanField(_("is used again"), default=False)
    missing = EncryptedTextField(_("what is still missing"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("existing analysis")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(other="") | Q(kind=AnalysisKind.OTHER), name="existing_analysis_other_only"
            ),
        )

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        return self.other or str(self.get_kind_display())


class OnTheRoad(DossierRow):
    """What a coordinator or an ambassador brings back from outside; `added_by` may correct it."""

    date = models.DateField(_("date"), null=True, blank=True)
    added_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )

    class Meta(DossierRow.Meta):
        abstract = True

    def is_after(self, appointed_on: datetime.date | None) -> bool:
        """Whether it took place once there was an ambassador; the instrument tells the two apart."""
        return bool(self.date and appointed_on and self.date >= appointed_on)


class ExploratoryTalk(OnTheRoad):
    """A talk with a partner who knows the families, or who offers leisure."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="talks")
    partner = EncryptedTextField(_("partner"), blank=True)
    kind = models.CharField(_("kind of partner"), max_length=30, choices=PartnerKind, blank=True)
    side = models.CharField(_("side"), max_length=10, choices=TalkSide, blank=True)
    holidays_only = models.BooleanField(_("active in school holidays only"), default=False)
    needs = EncryptedTextField(_("needs"), blank=True)
    worries = EncryptedTextField(_("worries and priorities"), blank=True)
    diary = EncryptedTextField(_("room in the diary"), blank=True)
    places = models.PositiveSmallIntegerField(_("available places"), null=True, blank=True)
    tie = models.CharField(_("strength of the tie"), max_length=10, choices=Tie, blank=True)
    strengthen = EncryptedTextField(_("how to strengthen the tie"), blank=True)
    commitment = models.CharField(
        _("would they commit"), max_length=10, choices=Commitment, default=Commitment.NOT_ASKED
    )

    class Meta(OnTheRoad.Meta):
        verbose_name = _("exploratory talk")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"talk {self.pk}"

    @property
    def called(self) -> str:
        return self.partner or str(_("A partner without a name"))


class LifeworldContact(OnTheRoad):
    """A meeting with children and young people where they are. No names: where, with whom, what was learnt."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="lifeworld_contacts")
    place = EncryptedTextField(_("where"), blank=True)
    with_whom = EncryptedTextField(_("with whom"), blank=True)
    learnt = EncryptedTextField(_("what was learnt"), blank=True)

    class Meta(OnTheRoad.Meta):
        verbose_name = _("lifeworld contact")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"lifeworld contact {self.pk}"

    @property
    def called(self) -> str:
        return self.place or str(_("A place without a name"))
