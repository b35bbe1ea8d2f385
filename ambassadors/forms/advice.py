"""Why you choose otherwise than the instrument advises."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.models import AdviceAnswer
from organisations.editing import VersionForm
from organisations.inputs import TextField

LONGEST = 2000


class AnswerForm(VersionForm):
    reason = TextField(
        label=_("We choose otherwise because…"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Your reason stands beside the advice, also in the PDF of the dossier."),
        error_messages={"required": _("Write why you choose otherwise.")},
    )

    def __init__(self, *args: Any, answer: AdviceAnswer, **kwargs: Any) -> None:
        initial = {"version": answer.version, "reason": answer.reason}
        super().__init__(*args, **kwargs | {"initial": initial})
