"""A source that the programme offers with a step."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import SourceGroup, StepNumber
from ambassadors.models import Source
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.inputs import TextField

ADDRESS = _("Write a whole address, such as https://www.voorbeeld.be/rapport.")


class SourceFields(forms.Form):
    title = TextField(
        label=_("Title"), max_length=200, error_messages={"required": _("Fill in the title of the source.")}
    )
    publisher = TextField(label=_("Publisher"), max_length=120, required=False)
    step = forms.TypedChoiceField(
        label=_("With which step does it help?"),
        choices=[("", _("Choose a step")), *((n.value, f"{n.value}. {n.label}") for n in StepNumber)],
        coerce=int,
        error_messages={"required": _("Choose a step."), "invalid_choice": _("Choose a step.")},
    )
    group = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(value, capfirst(label)) for value, label in SourceGroup.choices],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
    address = TextField(
        label=_("Address on the internet"),
        help_text=_("Leave it empty if you do not know it for certain."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off"}),
        validators=[URLValidator(schemes=("http", "https"), message=ADDRESS)],
    )

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "publisher", "step", "group", "address")}


class NewSourceForm(EntryForm, SourceFields):
    field_order = ("title", "publisher", "step", "group", "address")


class SourceForm(VersionForm, SourceFields):
    field_order = ("title", "publisher", "step", "group", "address")

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        names = ("version", "title", "publisher", "step", "group", "address")
        super().__init__(*args, **kwargs | {"initial": {name: getattr(source, name) for name in names}})
