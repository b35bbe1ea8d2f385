"""The questions of each step. What does not parse is said; what is missing is not."""

from typing import Any

from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import STRATEGY_PROFILE, STRATEGY_SIDE, Side, Strategy
from ambassadors.forms.fields import QUIET, LongTextField, OneField, SeveralField, TextField, TicksField
from ambassadors.instrument import ROUTE_ARGUMENTS, Initiator, Organised, Orientation, Route, StepNumber, TermKind
from ambassadors.questions import QUESTIONS, REASONS
from organisations.editing import VersionForm
from organisations.inputs import WholeNumberField

TERM_CLASH = _("You chose an open-ended term. Empty this box, or choose a number of months.")
WHOLE_MONTHS = _("Write the number of months in digits, from 1 to 600, such as 36.")
INITIATOR_CLASH = _("You chose another answer above. Empty this box, or choose “Another organisation”.")
NOT_COLUMNS = ("version", "note", "ready", "strategies")


def strategy_choices() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The six, grouped by the side on which they work, each with the profile that goes with it."""
    headings = {
        Side.DEMAND: _("On the demand side"),
        Side.SUPPLY: _("On the supply side"),
        Side.BOTH: _("On both sides"),
    }
    return [
        (heading, [_with_profile(strategy) for strategy in Strategy if STRATEGY_SIDE[strategy] == side])
        for side, heading in headings.items()
    ]


def _with_profile(strategy: Strategy) -> tuple[str, Any]:
    return strategy.value, format_lazy("{} ({})", capfirst(strategy.label), STRATEGY_PROFILE[strategy].label)


class StepForm(VersionForm):
    """What every step has: a note, and whether it is ready."""

    mark_optional = False

    note = LongTextField()
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
        """The structured answers by column; ticks as one column each."""
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            if isinstance(field, TicksField):
                values |= {column: column in self.cleaned_data[name] for column in field.columns}
            elif name not in NOT_COLUMNS:
                values[name] = self.cleaned_data[name]
        return values

    def expect_choice(self, choice: str, wanted: str, detail: str, sentence: Any) -> None:
        """A detail that belongs to one choice is read as that choice, and refused beside another."""
        if self.cleaned_data.get(detail) in ("", None):
            return
        if not self.cleaned_data.get(choice):
            self.cleaned_data[choice] = wanted
        elif self.cleaned_data[choice] != wanted:
            self.add_error(detail, sentence)


class NoteForm(StepForm):
    """Steps whose structured questions are still to come: the note is the step."""

    note = LongTextField(label=_("Your note"), widget=forms.Textarea(attrs={"rows": 12}))


class StrategyForm(StepForm):
    """Step 3, without its rows."""

    focus_target_group = TextField(help_text=_("For example teenagers who just arrived in Belgium."))
    focus_neighbourhood = TextField()
    focus_youth_work = TextField(
        help_text=_("For example youth movements, playground work or a youth club."),
    )
    organised = OneField(
        choices=Organised,
        help_text=_("Both have their worth. A park or a drop-in counts too."),
    )
    orientation = OneField(choices=Orientation)
    reasons = TicksField(
        columns=REASONS,
    )
    why = LongTextField()
    strategies = SeveralField(
        choices=strategy_choices,
        help_text=_("Choose one or more. Between brackets stands the profile that goes with it."),
    )


class BudgetForm(StepForm):
    """Step 4, without its rows."""

    term = OneField(
        choices=TermKind,
        help_text=_("Building a network and trust takes time."),
    )
    months = WholeNumberField(
        help_text=_("Only when the end is fixed."),
        required=False,
        min_value=1,
        max_value=600,
        suffix=_("months"),
        widget=forms.TextInput(QUIET | {"inputmode": "numeric", "data-width": "3", "autocomplete": "off"}),
        error_messages={"invalid": WHOLE_MONTHS, "min_value": WHOLE_MONTHS, "max_value": WHOLE_MONTHS},
    )
    initiator = OneField(
        choices=Initiator,
        help_text=_("Look at your environment analysis: who is best placed here?"),
    )
    initiator_other = TextField(max_length=120, widget=forms.TextInput(QUIET))
    route = OneField(choices=Route)
    arguments_hire = TicksField(columns=ROUTE_ARGUMENTS[Route.HIRE])
    arguments_tender = TicksField(columns=ROUTE_ARGUMENTS[Route.TENDER])
    argument_other = LongTextField()
    service = TextField(max_length=120)
    mandate = LongTextField(help_text=_("What may the ambassador decide, promise and adjust?"))
    post_profile = LongTextField(help_text=_("Experience, knowledge, languages, character."))

    def clean(self) -> None:
        super().clean()
        self.expect_choice("term", TermKind.MONTHS, "months", TERM_CLASH)
        self.expect_choice("initiator", Initiator.OTHER, "initiator_other", INITIATOR_CLASH)


FORMS: dict[int, type[StepForm]] = {StepNumber.STRATEGY: StrategyForm, StepNumber.BUDGET: BudgetForm}
