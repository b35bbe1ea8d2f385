"""What the forms on trajectories share: what guards them, and fields for the rows that one may choose."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from organisations.editing import VersionForm
from organisations.entries import EntryForm

HIDDEN = (*EntryForm.base_fields, *VersionForm.base_fields)
CHOOSE = {
    "required": gettext_lazy("Choose one of the answers."),
    "invalid_choice": gettext_lazy("Choose one of the answers."),
}


class WorkForm(forms.Form):
    """A form that makes a row (it carries `entry_id`) or, with `row`, changes one (it carries `version`)."""

    def __init__(self, *args: Any, row: Any = None, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, **kwargs)
        self.guard()
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def guard(self) -> None:
        if self.row:
            self.fields |= VersionForm().fields
            self.initial = {**self.values_of(self.row), "version": self.row.version, **self.initial}
        else:
            self.fields |= EntryForm().fields

    def values_of(self, row: Any) -> dict[str, Any]:
        """What stands in the fields when the form opens on a row."""
        return {name: getattr(row, name) for name in self.fields if hasattr(row, name)}

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, without what only guards the form."""
        return {name: value for name, value in self.cleaned_data.items() if name not in HIDDEN}


class RowField(forms.ModelChoiceField):
    """One row, by its address. The form hands in which ones: `self.fields[…].queryset = …`."""

    def __init__(self, queryset: QuerySet[Any], **kwargs: Any) -> None:
        kwargs["error_messages"] = CHOOSE | kwargs.get("error_messages", {})
        super().__init__(queryset, to_field_name="uuid", **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return str(value.uuid) if hasattr(value, "uuid") else value


class ProjectField(RowField):
    """An appointment, said as the title of its project. There are few, so the choice is looked up among `known`."""

    known: list[Any] = []

    def label_from_instance(self, appointment: Any) -> str:
        return str(appointment.project)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        chosen = next((one for one in self.known if str(one.uuid) == str(value)), None)
        if chosen is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return chosen


class SupportField(forms.TypedChoiceField):
    """With or without support. Cleans to True, False, or None for who does not know."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("yes", gettext_lazy("With support")), ("no", gettext_lazy("Without support"))]
        super().__init__(
            choices=[*choices, ("", gettext_lazy("I don't know"))],
            coerce={"yes": True, "no": False}.get,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            error_messages=CHOOSE,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != (data or "")


class YearOfBirthField(forms.IntegerField):
    """Four digits, or nothing."""

    widget = forms.TextInput({"inputmode": "numeric", "data-width": "4", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        sentence = gettext_lazy("Write the year of birth with four digits, such as 2014.")
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), sentence)
        super().__init__(min_value=1980, max_value=2100, required=False, error_messages=messages, **kwargs)
