"""A provider."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.municipalities import MunicipalityField
from trajectories.enums import ProviderKind
from trajectories.forms.base import CHOOSE, WorkForm
from trajectories.forms.offers import OfferForm


class ProviderForm(WorkForm):
    """Who it is. What it offers has a form of its own."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        widget=forms.TextInput({"data-width": "20", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Fill in the name of the provider.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of provider is it?"),
        choices=[("", gettext_lazy("Choose")), *ProviderKind.choices],
        error_messages=CHOOSE,
    )
    kind_other = forms.CharField(
        label=gettext_lazy("Which other kind?"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Only when you chose “other”."),
    )
    is_organised = forms.BooleanField(
        label=gettext_lazy("Organised leisure, with members or enrolments"), required=False, initial=True
    )
    is_group_specific = forms.BooleanField(label=gettext_lazy("For one group only, such as newcomers"), required=False)
    holidays_only = forms.BooleanField(
        label=gettext_lazy("Only during school holidays"),
        required=False,
        help_text=gettext_lazy("Enrolments that are on record keep what they said."),
    )
    municipality = MunicipalityField(
        label=gettext_lazy("Municipality"), widget=forms.TextInput({"data-width": "20", "autocomplete": "off"})
    )
    contact_person = forms.CharField(
        label=gettext_lazy("Contact person"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"data-width": "20", "autocomplete": "off"}),
    )
    contact_reach = forms.CharField(
        label=gettext_lazy("Phone or e-mail of the contact person"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"data-width": "20", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("kind_other") and data.get("kind") not in (ProviderKind.OTHER, None):
            self.add_error("kind_other", _("Choose “other” above, or empty this."))
        return data


class NewProviderForm(ProviderForm, OfferForm):
    """Both at once, for who stands before them."""

    mark_optional = True
    field_order = (*ProviderForm.base_fields, *OfferForm.base_fields)

    def clean(self) -> dict[str, Any]:
        ProviderForm.clean(self)
        return OfferForm.clean(self)
