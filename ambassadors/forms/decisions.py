"""What a body decided on the dossier."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.entries import EntryForm
from organisations.inputs import DateField, TextField
from organisations.inputs.named import SuggestInput

BODIES = (
    gettext_lazy("College of mayor and aldermen"),
    gettext_lazy("Municipal council"),
    gettext_lazy("Permanent bureau"),
    gettext_lazy("Council for social welfare"),
    gettext_lazy("Board"),
    gettext_lazy("General assembly"),
)


class BodyInput(SuggestInput):
    suggestions = staticmethod(lambda: [str(body) for body in BODIES])


class DossierDecisionForm(EntryForm):
    decided_on = DateField(
        label=gettext_lazy("Date of the decision"),
        error_messages={"required": gettext_lazy("Fill in the date of the decision.")},
    )
    body = TextField(
        label=gettext_lazy("Who decided?"),
        help_text=gettext_lazy("Choose from the list, or write another body."),
        max_length=120,
        widget=BodyInput({"data-width": "20"}),
        error_messages={"required": gettext_lazy("Fill in which body decided.")},
    )
    number = TextField(
        label=gettext_lazy("Number of the decision"),
        max_length=60,
        required=False,
        widget=forms.TextInput({"data-width": "20", "autocomplete": "off"}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    field_order = ("decided_on", "body", "number")

    def __init__(self, *args: Any, today: date, versions: list[int], **kwargs: Any) -> None:
        """`versions`: those of the steps as they stand. Whoever saw others looks again before they freeze it."""
        self.today, self.present = today, "-".join(str(version) for version in versions)
        super().__init__(*args, **kwargs | {"initial": {"seen": self.present}})

    @property
    def is_outdated(self) -> bool:
        return self.is_bound and self.data.get("seen") != self.present

    def show_again(self) -> None:
        """Somebody saved a step meanwhile: say so, and take the next answer for the dossier as it stands now."""
        self.add_error(None, _("Somebody saved a step meanwhile. Check the dossier, then save the decision again."))
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        typed["seen"] = self.present
        self.data = typed

    def clean_decided_on(self) -> date:
        day: date = self.cleaned_data["decided_on"]
        if day > self.today:
            raise forms.ValidationError(_("The date of the decision cannot lie in the future."))
        return day

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("decided_on", "body", "number")}
