"""What the forms on trajectories share: what guards them, and fields for the rows that one may choose."""

from difflib import get_close_matches
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.models import Municipality

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


class MunicipalityField(forms.CharField):
    """A municipality by its name, typed: no list of 285, nothing typed is lost. Cleans to a Municipality or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=80, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Municipality.objects.filter(pk=value).first()
        return value.name if isinstance(value, Municipality) else value

    def to_python(self, value: Any) -> Municipality | None:  # type: ignore[override]
        name = super().to_python(value)
        super().run_validators(name)
        return self._find(name) if name else None

    def run_validators(self, value: Any) -> None:
        """A municipality is what it is: the validators of a text were applied to what was typed."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "").casefold() != str(data or "").strip().casefold()

    def _find(self, name: str) -> Municipality:
        known = list(Municipality.objects.filter(name__iexact=name).select_related("merged_into"))
        if current := [place for place in known if place.valid_until is None]:
            return current[0]
        if known:
            sentence = _("%(old)s is now part of %(new)s. Fill in %(new)s.")
            raise forms.ValidationError(sentence % {"old": known[0], "new": known[0].merged_into})
        names = {place.name.casefold(): place.name for place in Municipality.objects.current()}
        close = [names[found] for found in get_close_matches(name.casefold(), names, n=3)]
        if close:
            sentence = _("We know no municipality with that name. Do you mean %(names)s?")
            raise forms.ValidationError(sentence % {"names": _(" or ").join(close)})
        raise forms.ValidationError(_("We know no municipality with that name. Write it in full, or leave it empty."))


class YearOfBirthField(forms.IntegerField):
    """Four digits, or nothing."""

    widget = forms.TextInput({"inputmode": "numeric", "data-width": "4", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        sentence = gettext_lazy("Write the year of birth with four digits, such as 2014.")
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), sentence)
        super().__init__(min_value=1980, max_value=2100, required=False, error_messages=messages, **kwargs)
