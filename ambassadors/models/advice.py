"""Where people choose otherwise than the instrument advises, and why."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ambassadors.advice import WHOLE, Answer
from ambassadors.models.hiring_file import HiringFile
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, Membership, Versioned


class AdviceAnswer(Addressed, Versioned):
    """One answer to one rule about one subject. It holds for as long as the rule says so, and is kept when it stops.

    `subject` is that of the advice: the uuid of the row it is about or a word of the instrument, never a name.
    """

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="advice_answers")
    rule = models.SlugField(_("rule"), max_length=40)
    subject = models.SlugField(_("subject"), max_length=40, default=WHOLE)
    reason = EncryptedTextField(_("reason to choose otherwise"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("answer to advice")
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("hiring_file", "rule", "subject"),
                name="advice_answered_once",
                violation_error_message=_("This advice was answered already. Change that answer."),
            ),
        )

    def __str__(self) -> str:
        return f"answer to {self.rule}"

    @property
    def key(self) -> tuple[str, str]:
        return self.rule, self.subject

    @property
    def answer(self) -> Answer:
        """What stands beside the advice."""
        return Answer(self.reason, self.by.user.display_name, timezone.localtime(self.at).date())
