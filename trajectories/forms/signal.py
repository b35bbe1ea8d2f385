"""A signal, and the steps that take it further."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ambassadors.models import Appointment
from organisations.inputs import RecentDateField, TextField
from trajectories.enums import PassedTo, SignalAbout, SignalState
from trajectories.forms.base import CHOOSE, ProjectField, WorkForm
from trajectories.forms.open_work import OfAProjectForm


class SignalForm(OfAProjectForm):
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    note = TextField(
        label=gettext_lazy("What did you notice?"),
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("For you and your colleagues on this project. Nothing about health, origin or belief."),
        error_messages={"required": gettext_lazy("Write in a few words what you noticed.")},
    )
    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=[("", gettext_lazy("Choose")), *SignalAbout.choices],
        error_messages=CHOOSE,
        help_text=gettext_lazy("The offer is not enough …"),
    )
    date = RecentDateField(label=pgettext_lazy("signal", "When did you notice it?"))
    shared_text = TextField(
        label=gettext_lazy("What may the coordinator read?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Write it for others, without names. Empty: they see the subject and where it stands."),
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row:
            del self.fields["date"]  # the first step has it
            return
        day = self.fields["date"]
        assert isinstance(day, RecentDateField)  # noqa: S101
        day.today = today


class SignalStepForm(WorkForm):
    state = forms.ChoiceField(
        label=gettext_lazy("Where does the signal stand now?"),
        choices=[choice for choice in SignalState.choices if choice[0] != SignalState.NOTICED],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    date = RecentDateField(label=gettext_lazy("Since when?"))
    note = TextField(
        label=gettext_lazy("What was done about it?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Your coordinator does not see this."),
    )
    passed_to = forms.ChoiceField(
        label=gettext_lazy("Passed on to whom?"),
        choices=[("", gettext_lazy("Nobody")), *PassedTo.choices],
        required=False,
        error_messages=CHOOSE,
        help_text=gettext_lazy("Only when you pass it on. Your coordinator sees this."),
    )
    passed_to_who = TextField(
        label=gettext_lazy("Who exactly?"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text=gettext_lazy("Your coordinator does not see this."),
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = self.fields["date"]
        assert isinstance(day, RecentDateField)  # noqa: S101
        day.today = today

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        passed_on, to = data.get("state") == SignalState.PASSED_ON, data.get("passed_to")
        if passed_on and to == "":
            self.add_error("passed_to", _("Choose to whom you passed it on."))
        elif data.get("state") and not passed_on and (to or data.get("passed_to_who")):
            self.add_error("passed_to", _("Choose “passed on” above, or empty this and who it was."))
        return data
