"""What the forms of the learning networks share."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Choices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.models import Session, Theme
from organisations.editing import VersionForm
from organisations.entries import EntryForm

HIDDEN = (*EntryForm.base_fields, *VersionForm.base_fields)


def capitalised(choices: type[Choices]) -> list[tuple[str, Any]]:
    """The answers of a list as they stand beside a radio button."""
    return [(value, capfirst(label)) for value, label in choices.choices]


class RowForm(forms.Form):
    """A form that creates a row, guarded by an entry, or changes one, guarded by its version."""

    row: Any
    version: int | None

    def __init__(self, *args: Any, row: Any = None, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, **kwargs)
        guard = VersionForm if row else EntryForm
        self.fields |= guard().fields
        if row:
            self.initial = {**self.values_of(row), "version": row.version, **self.initial}
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def values_of(self, row: Any) -> dict[str, Any]:
        """What stands in the fields when the form opens on a row."""
        return {name: getattr(row, name) for name in self.fields if hasattr(row, name)}

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, without what only guards the form."""
        return {name: value for name, value in self.cleaned_data.items() if name not in HIDDEN}


class ThemeMixin(forms.Form):
    """A theme from the list, or a new one by name."""

    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=gettext_lazy("Theme"),
        required=False,
        empty_label=gettext_lazy("No theme"),
        error_messages={"invalid_choice": gettext_lazy("Choose a theme from the list, or write a new one.")},
    )
    new_theme = forms.CharField(
        label=gettext_lazy("New theme"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Only when the theme is not on the list yet."),
    )

    def check_theme(self) -> None:
        if self.cleaned_data.get("theme") and self.cleaned_data.get("new_theme"):
            self.add_error("new_theme", _("Choose a theme from the list, or write a new one: not both."))


class SessionsField(forms.ModelMultipleChoiceField):
    """Learning networks, told apart by topic and day."""

    def __init__(self, **kwargs: Any) -> None:
        sentence = gettext_lazy("Choose learning networks from the list.")
        super().__init__(
            Session.objects.all(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages=dict.fromkeys(("invalid_choice", "invalid_pk_value", "invalid_list"), sentence),
            **kwargs,
        )

    def label_from_instance(self, session: Session) -> str:
        when = f"{session.date:%d/%m/%Y}" if session.date else session.get_state_display()
        return f"{session.topic} ({when})"
