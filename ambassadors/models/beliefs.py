"""Step 1: what leisure is worth, the three expectations and one's own, and what was read."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import Shared
from ambassadors.models.hiring_file import HiringFile
from ambassadors.models.row import DossierRow
from ambassadors.models.source import Source
from organisations.fields import EncryptedTextField


class BeliefsAnswers(models.Model):
    """What is answered once. Blank means: not answered yet."""

    hiring_file = models.OneToOneField(HiringFile, models.CASCADE, related_name="beliefs_answers")
    worth = EncryptedTextField(_("the worth of leisure"), blank=True)
    room_shared = models.CharField(_("makes room: how far shared"), max_length=10, choices=Shared, blank=True)
    room_why = EncryptedTextField(_("makes room: why"), blank=True)
    reach_shared = models.CharField(_("reaches groups: how far shared"), max_length=10, choices=Shared, blank=True)
    reach_why = EncryptedTextField(_("reaches groups: why"), blank=True)
    link_shared = models.CharField(_("missing link: how far shared"), max_length=10, choices=Shared, blank=True)
    link_why = EncryptedTextField(_("missing link: why"), blank=True)

    class Meta:
        verbose_name = _("answers about beliefs")

    def __str__(self) -> str:
        return f"beliefs of hiring file {self.hiring_file_id}"


class OwnExpectation(DossierRow):
    """What people here expect besides the three of the instrument."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="own_expectations")
    expectation = EncryptedTextField(_("expectation"), blank=True)
    shared = models.CharField(_("how far shared"), max_length=10, choices=Shared, blank=True)
    why = EncryptedTextField(_("why"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("own expectation")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"expectation {self.pk}"

    @property
    def called(self) -> str:
        return self.expectation or str(_("An expectation without words"))


class ConsultedSource(DossierRow):
    """What was read: a source of the list, or one of their own."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="consulted_sources")
    source = models.ForeignKey(
        Source, models.PROTECT, to_field="code", null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    other = models.CharField(_("which other source"), max_length=200, blank=True)
    lesson = EncryptedTextField(_("what one takes from it"), blank=True)

    class Meta(DossierRow.Meta):
        verbose_name = _("consulted source")
        ordering = ("id",)
        constraints = (
            *DossierRow.Meta.constraints,
            models.CheckConstraint(condition=Q(other="") | Q(source=None), name="consulted_source_listed_or_own"),
        )

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        return self.other or (self.source.title if self.source else "")
