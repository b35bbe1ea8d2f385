"""Handing over to another organisation, and accepting."""

import hmac
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.access import WITHOUT_PROJECTS
from ambassadors.models import Appointment
from organisations.inputs import DateField
from organisations.inputs.named import NamedRowField, SuggestInput
from organisations.models import Organisation
from trajectories.codes import tidy
from trajectories.enums import ExplainedTo, LawfulBasis
from trajectories.forms.base import CHOOSE, ProjectField, WorkForm
from trajectories.forms.participants import offer
from trajectories.models import HandOver


class HandOverForm(WorkForm):
    to_organisation = NamedRowField(
        label=gettext_lazy("To which organisation?"),
        help_text=gettext_lazy("Begin to type and choose, or write the whole name or the KBO number."),
        queryset=Organisation.objects.exclude(kind__in=WITHOUT_PROJECTS),
        names=Organisation.names,
        widget=SuggestInput(),
        error_messages={"required": gettext_lazy("Fill in which organisation takes over.")},
    )
    agreed_by = forms.ChoiceField(
        label=gettext_lazy("Who knows, and agreed?"),
        choices=ExplainedTo,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Without the family knowing, nothing is handed over."),
        error_messages=CHOOSE,
    )
    agreed_on = DateField(label=gettext_lazy("When did they agree?"))
    takes_contact_details = forms.BooleanField(
        label=gettext_lazy("They also agreed that the contact details go along"),
        required=False,
        help_text=gettext_lazy("The first name and the wish always go along. Nothing else does."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_agreed_on(self) -> date:
        day: date = self.cleaned_data["agreed_on"]
        if day > self.today:
            raise forms.ValidationError(_("The date cannot lie in the future."))
        return day


class AcceptForm(WorkForm):
    code = forms.CharField(
        label=gettext_lazy("Hand-over code"),
        max_length=20,
        widget=forms.TextInput({"data-width": "8", "autocomplete": "off", "autocapitalize": "characters"}),
        help_text=gettext_lazy("You hear it from the colleague who hands over."),
        error_messages={"required": gettext_lazy("Fill in the code that you heard.")},
    )
    lawful_basis = forms.ChoiceField(
        label=gettext_lazy("On what basis do you record this?"),
        choices=LawfulBasis,
        initial=LawfulBasis.PUBLIC_TASK,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Your data protection officer (DPO) decides which one holds for you."),
        error_messages=CHOOSE,
    )
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, offered: Sequence[HandOver], appointments: Any, may_try: bool = True, **kwargs: Any
    ) -> None:
        """`may_try`: whether a code is looked at; not after too many that were wrong."""
        super().__init__(*args, **kwargs)
        self.offered, self.may_try = offered, may_try
        self.is_wrong_code = False
        self.hand_over: HandOver | None = None
        offer(self, appointments)

    def clean_code(self) -> str:
        """Codes are encrypted, so they are compared in memory, among the few that were offered."""
        if not self.may_try:
            raise forms.ValidationError(
                _("Too many codes were wrong. Wait an hour, and ask the colleague to say the code again.")
            )
        typed = tidy(self.cleaned_data["code"])
        same = [one for one in self.offered if hmac.compare_digest(one.code.encode(), typed.encode())]
        if not same:
            self.is_wrong_code = True
            raise forms.ValidationError(
                _("No hand-over to your organisation has this code. Check it with the colleague who hands over.")
            )
        self.hand_over = same[0]
        return typed
