"""Filters in the address; a first name never stands there."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from trajectories.codes import tidy
from trajectories.enums import Status

OPEN, CLOSED, ALL = "open", "closed", "all"
STATES = [
    (OPEN, pgettext_lazy("trajectories", "All that run")),
    (CLOSED, pgettext_lazy("trajectories", "All that are closed")),
    (ALL, pgettext_lazy("trajectories", "All")),
    *Status.choices,
]


class TrajectoryFilter(forms.Form):
    """Codes and states. What is no choice shows what runs."""

    mark_optional = False
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=12,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "autocapitalize": "characters"}),
    )
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATES, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__({"status": OPEN} | {name: data[name] for name in ("code", "status") if data.get(name)})
        self.full_clean()

    @property
    def code_typed(self) -> str:
        return tidy(self.cleaned_data.get("code", ""))

    @property
    def status_chosen(self) -> str:
        return self.cleaned_data.get("status") or OPEN

    def apply(self, rows: Any, today: date) -> Any:
        """The rows asked for, with their status of today. A code finds its trajectory wherever it stands."""
        found = rows.standing_at(ALL if self.code_typed else self.status_chosen, today)
        return found.filter(participant__code=self.code_typed) if self.code_typed else found

    @property
    def is_set(self) -> bool:
        return bool(self.code_typed) or self.status_chosen != OPEN


class NameSearch(forms.Form):
    """A first name, sent in the body: names stand in no address and no log."""

    mark_optional = False
    first_name = forms.CharField(
        label=gettext_lazy("First name"),
        max_length=60,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Fill in a first name.")},
    )


class ContactFilter(forms.Form):
    mark_optional = False
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=12,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "autocapitalize": "characters"}),
    )

    def __init__(self, data: Any) -> None:
        super().__init__({"code": data.get("code", "")})
        self.full_clean()

    @property
    def code_typed(self) -> str:
        return tidy(self.cleaned_data.get("code", ""))
