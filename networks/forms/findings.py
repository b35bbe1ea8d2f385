"""A finding, and a promised next step."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.enums import FindingKind, FindingState, Origin, StepState
from networks.forms.base import RowForm, SessionsField, ThemeMixin, capitalised
from organisations.inputs import DateField, WholeNumberField

CHOOSE = {
    "required": gettext_lazy("Choose one of the answers."),
    "invalid_choice": gettext_lazy("Choose one of the answers."),
}


def sessions_of(row: Any) -> dict[str, Any]:
    return {"sessions": list(row.sessions.all())}


class FindingForm(ThemeMixin, RowForm):
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of finding is it?"),
        choices=capitalised(FindingKind),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    text = forms.CharField(
        label=gettext_lazy("Finding"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("In one or two sentences, without names of people."),
        error_messages={"required": gettext_lazy("Write down the finding.")},
    )
    state = forms.ChoiceField(
        label=gettext_lazy("How certain is it?"),
        choices=capitalised(FindingState),
        widget=forms.RadioSelect,
        initial=FindingState.PROVISIONAL,
        error_messages=CHOOSE,
    )
    origin = forms.ChoiceField(
        label=gettext_lazy("Where does it come from?"),
        choices=capitalised(Origin),
        widget=forms.RadioSelect,
        initial=Origin.NONE_RECORDED,
        error_messages=CHOOSE,
    )
    sessions = SessionsField(label=gettext_lazy("From which learning networks?"))
    field_order = ("kind", "text", "state", "origin", "sessions", "theme", "new_theme")

    def values_of(self, row: Any) -> dict[str, Any]:
        return super().values_of(row) | sessions_of(row)

    def clean(self) -> dict[str, Any]:
        self.check_theme()
        from_sessions = self.cleaned_data.get("origin") in (Origin.SESSIONS, Origin.BOTH)
        if self.cleaned_data.get("sessions") and not from_sessions:
            self.add_error("origin", _("You ticked learning networks. Choose an origin that fits, or untick them."))
        return self.cleaned_data


class NextStepForm(RowForm):
    text = forms.CharField(
        label=gettext_lazy("What was promised?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Write down the step.")},
    )
    period_from = DateField(label=gettext_lazy("From"), required=False)
    period_until = DateField(label=gettext_lazy("Until"), required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("How does it stand?"),
        choices=capitalised(StepState),
        widget=forms.RadioSelect,
        initial=StepState.PLANNED,
        error_messages=CHOOSE,
    )
    held_on = DateField(label=gettext_lazy("Done on"), required=False)
    promised = WholeNumberField(
        label=gettext_lazy("How many learning networks were promised?"),
        required=False,
        min_value=1,
        help_text=gettext_lazy("Only when the step is about learning networks."),
    )
    sessions = SessionsField(label=gettext_lazy("Which learning networks count for it?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def values_of(self, row: Any) -> dict[str, Any]:
        return super().values_of(row) | sessions_of(row)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        first, last = data.get("period_from"), data.get("period_until")
        if first and last and last < first:
            self.add_error("period_until", _("The last day cannot lie before the first day."))
        if "held_on" in data and "state" in data:
            self._check_done(data["state"] == StepState.HELD, data["held_on"])
        return data

    def _check_done(self, done: bool, held_on: date | None) -> None:
        if done and not held_on:
            self.add_error("held_on", _("Fill in when it was done."))
        elif held_on and not done:
            self.add_error("held_on", _("Only a step that was done has this date. Empty it, or choose “done”."))
        elif held_on and held_on > self.today:
            self.add_error("held_on", _("A step that was done cannot lie in the future."))
