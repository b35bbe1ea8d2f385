"""The form of an organisation, and the filter of their list."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from organisations import kbo
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.enums import OrganisationKind
from organisations.inputs import TextField
from organisations.inputs.named import NamedRowField, SuggestInput
from organisations.models import Municipality, Organisation


class OrganisationFields(forms.ModelForm):
    name = TextField(
        label=_("Name"), max_length=120, error_messages={"required": _("Fill in the name of the organisation.")}
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(value, capfirst(label)) for value, label in OrganisationKind.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of organisation it is.")},
    )
    kbo_number = TextField(
        label=_("KBO number"),
        help_text=_("Ten digits, such as 0123.456.749. Needed to sign in with the Flemish government's log-in."),
        max_length=20,
        required=False,
        widget=forms.TextInput({"data-width": "20", "inputmode": "numeric", "autocomplete": "off"}),
    )
    ovo_code = TextField(
        label=_("OVO code"),
        help_text=_("OVO and six digits, such as OVO012345. Only local and Flemish governments have one."),
        max_length=20,
        required=False,
        widget=forms.TextInput({"data-width": "10", "autocomplete": "off"}),
    )
    municipality = NamedRowField(
        label=_("Municipality"),
        help_text=_("Begin to type and choose, or write the whole name or the NIS code."),
        queryset=Municipality.objects.current(),
        names=Municipality.names,
        required=False,
        widget=SuggestInput({"data-width": "20"}),
    )
    in_brussels = forms.BooleanField(label=_("Lies in Brussels"), required=False)

    class Meta:
        model = Organisation
        fields = ("name", "kind", "kbo_number", "ovo_code", "municipality", "in_brussels")

    def clean_kbo_number(self) -> str | None:
        number = kbo.normalise(self.cleaned_data["kbo_number"])
        if not number:
            return None
        if len(number) != 10 or not number.isdigit():
            raise forms.ValidationError(_("A KBO number has ten digits. Check it."))
        if not kbo.is_sound(number):
            raise forms.ValidationError(_("The last two digits do not fit this KBO number. Check it."))
        return number

    def clean_ovo_code(self) -> str:
        return str(self.cleaned_data["ovo_code"]).replace(" ", "").upper()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("in_brussels") and cleaned.get("municipality"):
            self.add_error("in_brussels", _("Choose a municipality in Flanders, or Brussels, not both."))
        return cleaned


class NewOrganisationForm(EntryForm, OrganisationFields):
    """A new organisation, exactly once."""


class OrganisationForm(VersionForm, OrganisationFields):
    """An organisation that others may edit too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        # An organisation may still stand under a municipality that merged since.
        choice: Any = self.fields["municipality"]
        choice.queryset = Municipality.objects.filter(Q(valid_until=None) | Q(pk=self.instance.municipality_id))


class OrganisationFilter(forms.Form):
    """What the list shows; every answer may be left out, and nonsense is no answer."""

    mark_optional = False
    q = forms.CharField(
        label=_("Name or KBO number"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *((value, capfirst(label)) for value, label in OrganisationKind.choices)],
    )
