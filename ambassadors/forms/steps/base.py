"""What every step asks, and how its answers are read. What does not parse is said; what is missing is not."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.forms.fields import LongTextField, TicksField
from ambassadors.questions import QUESTIONS
from organisations.editing import VersionForm

NOT_ANSWERS = ("version", "note", "ready")


class StepForm(VersionForm):
    """What every step has: a note, and whether it is ready."""

    mark_optional = False

    note = LongTextField(help_text=_("Not required. What you still want to say about this step."))
    ready = forms.ChoiceField(
        label=_("Is this step ready?"),
        choices=[("no", _("Not yet")), ("yes", _("Yes, it is ready"))],
        widget=forms.RadioSelect,
        help_text=_("You can always reopen a step that is ready."),
        error_messages={
            "required": _("Say whether this step is ready."),
            "invalid_choice": _("Say whether this step is ready."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = field.label or QUESTIONS.get(name)

    def answers(self) -> dict[str, Any]:
        """The answers that were understood, by column; ticks as one column each."""
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name in NOT_ANSWERS or name not in self.cleaned_data:
                continue
            if isinstance(field, TicksField):
                values |= {column: column in self.cleaned_data[name] for column in field.columns}
            else:
                values[name] = self.cleaned_data[name]
        return values

    def name_of(self, column: str) -> str:
        """The question under which a column stands: its own, or the ticks that it is one of."""
        for name, field in self.fields.items():
            if isinstance(field, TicksField) and column in field.columns:
                return name
        return column

    def expect_choice(self, choice: str, wanted: tuple[str, ...], detail: str, sentence: Any) -> None:
        """A detail that belongs to some choices is read as the first of them, and refused beside another."""
        if self.cleaned_data.get(detail) in ("", None):
            return
        if not self.cleaned_data.get(choice):
            self.cleaned_data[choice] = wanted[0]
        elif self.cleaned_data[choice] not in wanted:
            self.add_error(detail, sentence)
