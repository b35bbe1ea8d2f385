"""Filters in the address; a first name never stands there."""

import re
import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from organisations.inputs import MoneyField
from trajectories.board import Wish
from trajectories.codes import tidy
from trajectories.enums import ProviderKind, Status

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


class TrajectorySearch(forms.Form):
    """A code or the beginning of a first name, sent in the body: names stand in no address and no log."""

    mark_optional = False
    sought = forms.CharField(
        label=gettext_lazy("Search by code or first name"),
        max_length=60,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Fill in a code or a first name.")},
    )

    def clean_sought(self) -> str:
        typed: str = self.cleaned_data["sought"]
        if not bare(typed):
            raise forms.ValidationError(self.fields["sought"].error_messages["required"], code="required")
        return typed

    def finds(self, code: str, first_name: str) -> bool:
        """Names are encrypted, so they are compared here. As the phone does it: "zoe" finds Zoë."""
        typed = self.cleaned_data["sought"]
        return code == tidy(typed) or bare(first_name).startswith(bare(typed))


def bare(text: str) -> str:
    """Letters and figures only: without accents, spaces, hyphens and capitals."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFD", text)).casefold()


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


class ProviderTrajectoryFilter(forms.Form):
    """What runs, unless one asks for more."""

    mark_optional = False
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATES[:3], required=False)

    def __init__(self, data: Any) -> None:
        super().__init__({"status": data.get("status") or OPEN})
        self.full_clean()

    @property
    def status_chosen(self) -> str:
        return self.cleaned_data.get("status") or OPEN


class BoardFilter(forms.Form):
    """What one looks for in the street. A price that cannot be read is said, and does not filter."""

    mark_optional = False
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[("", gettext_lazy("All kinds")), *ProviderKind.choices], required=False
    )
    municipality = forms.ChoiceField(label=gettext_lazy("Municipality"), required=False)
    price = MoneyField(
        label=gettext_lazy("At most this price"),
        required=False,
        max_digits=7,
        help_text=gettext_lazy("What one pays at once: a season, a month or a time."),
    )
    free = forms.BooleanField(label=gettext_lazy("Has free places"), required=False)
    trial = forms.BooleanField(label=gettext_lazy("One can come and try"), required=False)
    holidays = forms.BooleanField(label=gettext_lazy("In the school holidays"), required=False)

    def __init__(self, data: Any, *, municipalities: dict[str, str]) -> None:
        """`municipalities`: NIS codes and names of the places where there are providers."""
        super().__init__(data)
        everywhere = ("", gettext_lazy("Everywhere"))
        self.fields["municipality"].choices = [everywhere, *municipalities.items()]  # type: ignore[attr-defined]
        self.full_clean()

    @property
    def wish(self) -> Wish:
        data = self.cleaned_data
        return Wish(
            kind=data.get("kind", ""),
            municipality=data.get("municipality", ""),
            free=bool(data.get("free")),
            price_up_to=data.get("price"),
            trial=bool(data.get("trial")),
            holidays=bool(data.get("holidays")),
        )
