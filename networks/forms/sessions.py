"""A session, and one person on its list."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from networks.actions.sessions import check_attendances_fit
from networks.enums import SessionState
from networks.forms.base import RowForm, ThemeMixin, capitalised
from networks.models import Session
from organisations.inputs import DateField, WholeNumberField
from organisations.models import Organisation
from organisations.municipalities import MunicipalityField

LINES = forms.Textarea({"rows": 3})


class SessionForm(ThemeMixin, RowForm):
    topic = forms.CharField(
        label=gettext_lazy("Topic"), max_length=200, error_messages={"required": gettext_lazy("Fill in the topic.")}
    )
    state = forms.ChoiceField(
        label=gettext_lazy("How does it stand?"),
        choices=capitalised(SessionState),
        widget=forms.RadioSelect,
        initial=SessionState.PLANNED,
        error_messages={
            "required": gettext_lazy("Choose how it stands."),
            "invalid_choice": gettext_lazy("Choose one of the answers."),
        },
    )
    date = DateField(
        label=gettext_lazy("Date"), required=False, help_text=gettext_lazy("Leave empty while it is not known.")
    )
    period_from = DateField(
        label=gettext_lazy("Not before"),
        required=False,
        help_text=gettext_lazy("Only while there is no date yet: the period in which it will take place."),
    )
    period_until = DateField(label=gettext_lazy("Not after"), required=False)
    place = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("The building or the town, as you announce it."),
    )
    municipality = MunicipalityField(label=gettext_lazy("Municipality"))
    audience = forms.CharField(
        label=gettext_lazy("For whom, and who came"),
        max_length=2000,
        required=False,
        widget=LINES,
        help_text=gettext_lazy("Kinds of organisations, no names of people."),
    )
    working_methods = forms.CharField(
        label=gettext_lazy("Working methods"), max_length=2000, required=False, widget=LINES
    )
    conversation_starters = forms.CharField(
        label=gettext_lazy("Conversation starters"), max_length=2000, required=False, widget=LINES
    )
    head_count = WholeNumberField(
        label=gettext_lazy("Number of attendees"),
        required=False,
        help_text=gettext_lazy("Count everyone who was there, also those whose name you do not note."),
    )
    field_order = (
        "topic",
        "theme",
        "new_theme",
        "state",
        "date",
        "period_from",
        "period_until",
        "place",
        "municipality",
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        self.check_theme()
        self._check_when()
        self._check_attendees()
        return self.cleaned_data

    def _check_when(self) -> None:
        data = self.cleaned_data
        if {"date", "period_from", "period_until", "state"} - set(data):
            return  # a field of its own already says what is wrong
        day, first, last = data["date"], data["period_from"], data["period_until"]
        held = data["state"] == SessionState.HELD
        if held and not day:
            self.add_error("date", _("Fill in the date on which it was held."))
        elif held and day > self.today:
            self.add_error("date", _("A learning network that was held cannot lie in the future."))
        elif day and (first or last):
            self.add_error("period_from", _("Fill in a date or a period, not both."))
        elif not day:
            self._check_period(first, last)

    def _check_period(self, first: datetime.date | None, last: datetime.date | None) -> None:
        if not first and not last:
            self.add_error("date", _("Fill in a date, or a period while the date is not known."))
        elif not first:
            self.add_error("period_from", _("Fill in from when."))
        elif not last:
            self.add_error("period_until", _("Fill in until when."))
        elif last < first:
            self.add_error("period_until", _("The last day cannot lie before the first day."))

    def _check_attendees(self) -> None:
        state, count = self.cleaned_data.get("state"), self.cleaned_data.get("head_count")
        if count is not None and state != SessionState.HELD:
            self.add_error("head_count", _("Only a learning network that was held has a number of attendees."))
        elif self.row and state:
            try:
                check_attendances_fit(Session(state=state, head_count=count), self.row.attendances.count())
            except ValidationError as error:
                self.add_error(error.code, error.messages[0])


class AttendanceForm(RowForm):
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=120, error_messages={"required": gettext_lazy("Fill in the name.")}
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(),
        label=gettext_lazy("Organisation"),
        required=False,
        empty_label=pgettext_lazy("organisation", "None of these"),
        error_messages={"invalid_choice": gettext_lazy("Choose an organisation from the list, or write another one.")},
    )
    other_organisation = forms.CharField(
        label=gettext_lazy("Another organisation"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only when it is not on the list."),
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("organisation") and self.cleaned_data.get("other_organisation"):
            self.add_error(
                "other_organisation", _("Choose an organisation from the list, or write another one: not both.")
            )
        return self.cleaned_data
