"""Step 5: the support group and its meetings; training, supervision and coaching."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.forms.fields import LongTextField, OneField, TextField, TicksField
from ambassadors.forms.rows import PageRow, RowForm
from ambassadors.forms.steps.base import StepForm
from ambassadors.instrument import GROUP_FUNCTIONS, Breadth, GroupForm, MeetingState
from organisations.inputs import DateField, TimeField, WholeNumberField

MINUTES = _("Write the number of minutes in digits, from 1 to 720, such as 90.")


class SupportForm(StepForm):
    group_form = OneField(choices=GroupForm)
    form_name = TextField(max_length=120)
    breadth = OneField(choices=Breadth)
    functions = TicksField(columns=GROUP_FUNCTIONS)
    function_other = TextField()
    rhythm = TextField(max_length=120, help_text=_("For example every six weeks, or each quarter."))
    decides = LongTextField()
    training = LongTextField(widget=forms.Textarea(attrs={"rows": 2}))
    supervision = LongTextField(
        help_text=_("For example with other ambassadors in the region."), widget=forms.Textarea(attrs={"rows": 2})
    )
    coaching = LongTextField(
        help_text=_("An experienced colleague, inside or outside your organisation."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class MemberRow(RowForm):
    relation = "support_members"

    name = TextField(max_length=120)
    organisation = TextField(max_length=120)
    role = TextField(max_length=120)
    email = forms.EmailField(
        required=False,
        widget=forms.TextInput({"inputmode": "email", "autocomplete": "off"}),
        error_messages={"invalid": _("Write an e-mail address such as naam@gemeente.be.")},
    )


class MeetingRow(PageRow):
    relation = "support_meetings"
    layout = (
        (_("The meeting"), ("date", "starts_at", "minutes", "place")),
        (_("What came of it"), ("state", "decisions")),
    )

    date = DateField(required=False)
    starts_at = TimeField(required=False)
    minutes = WholeNumberField(
        required=False,
        min_value=1,
        max_value=720,
        suffix=_("minutes"),
        error_messages={"invalid": MINUTES, "min_value": MINUTES, "max_value": MINUTES},
    )
    place = TextField(max_length=120)
    state = forms.ChoiceField(
        choices=MeetingState,
        initial=MeetingState.PLANNED,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the answers in the list.")},
    )
    decisions = LongTextField()

    def clean_state(self) -> Any:
        return self.cleaned_data["state"] or MeetingState.PLANNED.value

    def clean(self) -> None:
        """What is to come was not held yet."""
        super().clean()
        day, state = self.cleaned_data.get("date"), self.cleaned_data.get("state")
        if day and day > self.today and state == MeetingState.HELD:
            self.add_error("state", _("This meeting lies in the future. Choose “Planned”, or correct the date."))
