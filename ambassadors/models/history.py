"""What a step was: every version of it is kept, and the versions on which a body decided stay readable."""

from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models.hiring_file import HiringFile, Step
from organisations.fields import EncryptedJSONField
from organisations.models import Addressed, Membership


class StepRevision(models.Model):
    """A step as it stood at one version, with what had changed, when and by whom."""

    step = models.ForeignKey(Step, models.CASCADE, related_name="revisions", verbose_name=_("step"))
    version = models.PositiveIntegerField(_("version"))
    content: Any = EncryptedJSONField(_("content"))
    changed = models.JSONField(_("what changed"), default=list)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("version of a step")
        ordering = ("step", "-version")
        constraints = (models.UniqueConstraint(fields=("step", "version"), name="step_revision_once_per_version"),)

    def __str__(self) -> str:
        return f"version {self.version} of step {self.step_id}"


class DossierDecision(Addressed):
    """A body decided on the dossier: the document as it stood then, frozen beside the living one.

    `versions`: that of each step in the document, in the order of the steps.
    """

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="decisions")
    decided_on = models.DateField(_("decided on"))
    body = models.CharField(_("body"), max_length=120)
    number = models.CharField(_("number of the decision"), max_length=60, blank=True)
    document: Any = EncryptedJSONField(_("document"))
    versions = models.JSONField(_("versions of the steps"), default=list)
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("recorded by"))

    class Meta:
        verbose_name = _("decision on a dossier")
        ordering = ("-decided_on", "-id")

    def __str__(self) -> str:
        return f"decision {self.pk}"

    @property
    def taken_by(self) -> str:
        """Gemeenteraad, beslissing 2026/117."""
        number = gettext("decision %(number)s") % {"number": self.number} if self.number else ""
        return ", ".join(filter(None, (self.body, number)))

    def changed_since(self, hiring_file: HiringFile) -> list[Step]:
        """The steps of the living dossier that have a newer version than the one that was decided on."""
        return [step for step, seen in zip(hiring_file.steps.all(), self.versions, strict=True) if step.version > seen]
