"""A child or young person, and apart from it how to reach them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import Appointment
from organisations.inputs import DateField, RecentDateField
from organisations.municipalities import MunicipalityField
from trajectories.enums import ExplainedTo, LawfulBasis
from trajectories.forms.base import CHOOSE, ProjectField, RowField, WorkForm, YearOfBirthField
from trajectories.models import Participant


class ParticipantForm(WorkForm):
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    first_name = forms.CharField(
        label=gettext_lazy("First name or nickname"),
        max_length=60,
        help_text=gettext_lazy("Only you and your colleagues on this project see it. No surname."),
        widget=forms.TextInput({"data-width": "20", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Fill in a first name or nickname.")},
    )
    birth_year = YearOfBirthField(
        label=gettext_lazy("Year of birth"), help_text=gettext_lazy("Four digits. We never ask for the full date.")
    )
    municipality = MunicipalityField(
        label=gettext_lazy("Municipality"), widget=forms.TextInput({"data-width": "20", "autocomplete": "off"})
    )
    neighbourhood = forms.CharField(
        label=gettext_lazy("Neighbourhood"),
        max_length=80,
        required=False,
        widget=forms.TextInput({"data-width": "20", "autocomplete": "off"}),
    )
    lawful_basis = forms.ChoiceField(
        label=gettext_lazy("On what basis do you record this?"),
        choices=LawfulBasis,
        initial=LawfulBasis.PUBLIC_TASK,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Your data protection officer (DPO) decides which one holds for you."),
        error_messages=CHOOSE,
    )
    explained_to = forms.ChoiceField(
        label=gettext_lazy("To whom did you explain what you record?"),
        choices=[("", gettext_lazy("To nobody yet")), *ExplainedTo.choices],
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    explained_on = DateField(label=gettext_lazy("When did you explain it?"), required=False)
    explanation = forms.CharField(
        label=gettext_lazy("What did you explain?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    withdrawn_on = DateField(
        label=gettext_lazy("Withdrawn on"),
        required=False,
        help_text=gettext_lazy("The day on which they said that they no longer want to be recorded."),
    )

    def __init__(self, *args: Any, today: date, appointments: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if self.row:
            del self.fields["appointment"]
        else:
            del self.fields["withdrawn_on"]
            offer(self, appointments)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if {"explained_to", "explained_on"} <= set(data):
            self._check_explained(data["explained_to"], data["explained_on"])
        if data.get("withdrawn_on") and data["withdrawn_on"] > self.today:
            self.add_error("withdrawn_on", _("The date cannot lie in the future."))
        return data

    def _check_explained(self, to: str, day: date | None) -> None:
        if to and not day:
            self.add_error("explained_on", _("Fill in when you explained it."))
        elif day and not to:
            self.add_error("explained_to", _("Choose to whom you explained it."))
        elif day and day > self.today:
            self.add_error("explained_on", _("The date cannot lie in the future."))


def offer(form: forms.Form, appointments: Any) -> None:
    """Let `form` ask for a project; with one there is nothing to ask."""
    known = list(appointments)
    field = form.fields["appointment"]
    assert isinstance(field, ProjectField)  # noqa: S101
    field.queryset, field.known = appointments, known
    if len(known) == 1:
        field.widget, form.initial["appointment"] = forms.HiddenInput(), known[0]


class ContactDetailsForm(WorkForm):
    mark_optional = False
    reached_through = forms.CharField(
        label=gettext_lazy("Whom do you call or write?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("For example: mother, evenings only."),
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput({"type": "tel", "data-width": "20", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        required=False,
        widget=forms.EmailInput({"data-width": "20", "autocomplete": "off"}),
        error_messages={"invalid": gettext_lazy("Write the e-mail address in full, such as naam@voorbeeld.be.")},
    )
    address = forms.CharField(
        label=gettext_lazy("Address"), max_length=300, required=False, widget=forms.Textarea({"rows": 2})
    )


class SiblingField(RowField):
    """Somebody on record, by code and first name."""

    def label_from_instance(self, participant: Any) -> str:
        return f"{participant.code} · {participant.first_name}"


class FamilyForm(WorkForm):
    sibling = SiblingField(
        Participant.objects.none(),
        label=gettext_lazy("Who is a brother or sister?"),
        empty_label=gettext_lazy("Choose"),
        help_text=gettext_lazy("You choose from who you see yourself."),
        error_messages={"required": gettext_lazy("Choose the brother or sister.")},
    )

    def __init__(self, *args: Any, siblings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sibling"].queryset = siblings  # type: ignore[attr-defined]


class ComingOfAgeForm(WorkForm):
    informed_on = RecentDateField(label=gettext_lazy("When did you inform them?"))
    keep = forms.MultipleChoiceField(
        label=gettext_lazy("What belongs to the young person themself, and stays?"),
        choices=[
            ("phone", gettext_lazy("Phone")),
            ("email", gettext_lazy("E-mail address")),
            ("address", gettext_lazy("Address")),
        ],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What you do not tick is erased."),
        error_messages={"invalid_choice": gettext_lazy("Choose from the list.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        informed_on = self.fields["informed_on"]
        assert isinstance(informed_on, RecentDateField)  # noqa: S101
        informed_on.today = today

    def values_of(self, row: Any) -> dict[str, Any]:
        """Nothing is filled in: what stays is a choice, each time."""
        return {}
