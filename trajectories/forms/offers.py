"""What a provider offers: the same questions for a colleague and for the provider itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.inputs import MoneyField, TextField, WholeNumberField
from trajectories.enums import PricePer
from trajectories.forms.base import CHOOSE, WorkForm


class TrialsField(forms.TypedChoiceField):
    """Can one come and try? Cleans to True, False, or None as long as nobody asked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[
                ("yes", gettext_lazy("Yes")),
                ("no", gettext_lazy("No")),
                ("", gettext_lazy("We do not know yet")),
            ],
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


class OfferForm(WorkForm):
    """Everything may stay empty: empty is what nobody asked."""

    mark_optional = False
    places = WholeNumberField(
        label=gettext_lazy("How many places are free?"),
        required=False,
        max_value=9999,
        help_text=gettext_lazy("0 means full. Leave it empty as long as you do not know."),
    )
    price = MoneyField(
        label=gettext_lazy("Price"), required=False, max_digits=7, help_text=gettext_lazy("Write 0 when it is free.")
    )
    price_per = forms.ChoiceField(
        label=gettext_lazy("The price is per"),
        choices=[("", gettext_lazy("Choose")), *PricePer.choices],
        required=False,
        error_messages=CHOOSE,
    )
    takes_trials = TrialsField(label=gettext_lazy("Can a child or young person come and try?"))
    trial_days = TextField(
        label=gettext_lazy("On which day, at what time?"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=gettext_lazy("For example: Wednesday at 14.00, all through September."),
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        price, per = data.get("price"), data.get("price_per")
        if price == 0:
            data["price_per"] = ""
        elif price and not per and "price_per" not in self.errors:
            self.add_error("price_per", _("Choose what one pays this price for."))
        elif per and price is None and "price" not in self.errors:
            self.add_error("price", _("Fill in the price too, or choose nothing under “The price is per”."))
        if data.get("trial_days") and not data.get("takes_trials"):
            self.add_error("takes_trials", _("Choose “Yes”, or empty the day and time below."))
        return data
