"""Trials, enrolments, and what came of each moment."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.inputs import RecentDateField
from organisations.rulings import rulings
from trajectories.actions.moments import moment_version
from trajectories.calendar import working_year, working_year_label, years_to_enrol_for
from trajectories.enums import Outcome
from trajectories.forms.base import CHOOSE, RowField, SupportField, WorkForm
from trajectories.models import Provider

LAST_MONTHS = 3  # of a working year: then most enrol for the next one, so we ask


def provider_field(**kwargs: Any) -> RowField:
    return RowField(
        Provider.objects.none(),
        label=gettext_lazy("Provider"),
        empty_label=gettext_lazy("Choose"),
        error_messages={"required": gettext_lazy("Choose the provider.")},
        **kwargs,
    )


class DatedForm(WorkForm):
    """A form with a provider to choose and days that are past or present."""

    def __init__(self, *args: Any, today: date, providers: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for field in self.fields.values():
            if isinstance(field, RecentDateField):
                field.today = today
        if "provider" in self.fields:
            self.fields["provider"].queryset = providers  # type: ignore[attr-defined]
        if "for_working_year" in self.fields:
            self._offer_years()

    def _offer_years(self) -> None:
        offered, usual = offered_years(self.today)
        years = {*offered, self.initial.get("for_working_year", offered[0])}
        field = self.fields["for_working_year"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101
        field.choices = [(year, working_year_label(year)) for year in sorted(years, reverse=True)]
        if usual:
            self.initial.setdefault("for_working_year", usual)


def offered_years(today: date) -> tuple[list[int], int | None]:
    """The working years to choose from, newest first, and the usual one; None in the months when we ask."""
    numbers = rulings()
    running = working_year(today, numbers)
    months_gone = (today.month - numbers.working_year_start_month) % 12
    years = sorted({*years_to_enrol_for(today, numbers), running - 1}, reverse=True)
    return years, running if months_gone < 12 - LAST_MONTHS else None


class TrialForm(DatedForm):
    provider = provider_field()
    date = RecentDateField(label=gettext_lazy("When was the trial session?"))


def working_year_field(**kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=gettext_lazy("For which working year?"),
        coerce=int,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("A working year runs from September to August."),
        error_messages=CHOOSE | {"required": gettext_lazy("Choose the working year.")},
        **kwargs,
    )


class EnrolmentForm(DatedForm):
    provider = provider_field()
    date = RecentDateField(label=gettext_lazy("When did they enrol?"))
    for_working_year = working_year_field()
    supported = SupportField(label=gettext_lazy("With your support?"))


class EndForm(DatedForm):
    ended_on = RecentDateField(label=gettext_lazy("What was the last day?"))

    def values_of(self, row: Any) -> dict[str, Any]:
        return {"ended_on": row.ended_on} if row.ended_on else {}


# What is asked, and what "reached" and its day are called, by moment.
QUESTIONS = {
    1: gettext_lazy("Are they enrolled, after a number of trial sessions?"),
    2: gettext_lazy("Do they still take part, six to eight months later?"),
    3: gettext_lazy("Did they enrol again for the next working year?"),
}
YES = {
    1: gettext_lazy("Yes, they are enrolled"),
    2: gettext_lazy("Yes, they still take part"),
    3: gettext_lazy("Yes, they enrolled again"),
}
DAYS = {
    1: gettext_lazy("When did they enrol?"),
    2: gettext_lazy("On which day did they still take part?"),
    3: gettext_lazy("When did they enrol again?"),
}


class MomentForm(DatedForm):
    """What came of one moment. It makes an entry, and knows which record its reader had before them."""

    mark_optional = False
    outcome = forms.ChoiceField(widget=forms.RadioSelect, error_messages=CHOOSE)
    date = RecentDateField(required=False)
    provider = provider_field(required=False)
    for_working_year = working_year_field(required=False)
    supported = SupportField(label=gettext_lazy("With your support?"))
    asked_on = RecentDateField(label=gettext_lazy("When did you ask it?"))
    remark = forms.CharField(
        label=gettext_lazy("Remark"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, trajectory: Any, moment: int, **kwargs: Any) -> None:
        self.trajectory, self.moment = trajectory, moment
        super().__init__(*args, **kwargs)
        self._offer_day()
        outcome, day = self.fields["outcome"], self.fields["date"]
        assert isinstance(outcome, forms.ChoiceField)  # noqa: S101
        outcome.label, day.label = QUESTIONS[moment], DAYS[moment]
        outcome.choices = self._outcomes()
        outcome.required = not self._on_record
        for name in ("date", "provider", "for_working_year", "supported"):
            if name in self.fields:
                self.fields[name].label_suffix = ""

    def guard(self) -> None:
        self.fields |= EntryForm().fields | VersionForm().fields
        if self.moment != 1:
            del self.fields["for_working_year"]
        self.initial = {**self._recorded(), **self.initial}

    def _offer_day(self) -> None:
        """Today is no answer to what was asked about months ago: then one has to say which day it was."""
        closes = self.trajectory.m2_closes_on
        if self.moment == 2 and closes and self.today > closes:
            self.initial.setdefault("date", None)

    @property
    def _on_record(self) -> bool:
        return bool(getattr(self.trajectory, f"m{self.moment}_outcome"))

    def _recorded(self) -> dict[str, Any]:
        recorded = {"version": moment_version(self.trajectory, self.moment)}
        if self.moment != 1:
            recorded["provider"] = self.trajectory.m1_provider  # mostly the same one
        if not self._on_record:
            return recorded
        columns = {"outcome": "outcome", "on": "date", "provider": "provider", "supported": "supported"}
        columns |= {"asked_on": "asked_on", "remark": "remark"}
        if self.moment == 1:
            columns["working_year"] = "for_working_year"
        found = {name: getattr(self.trajectory, f"m{self.moment}_{column}") for column, name in columns.items()}
        return recorded | {name: value for name, value in found.items() if value is not None}

    def _outcomes(self) -> list[tuple[str, Any]]:
        answers: list[tuple[str, Any]] = [
            (Outcome.REACHED, YES[self.moment]),
            (Outcome.MISSED, pgettext_lazy("moment", "No")),
            (Outcome.UNKNOWN, gettext_lazy("It cannot be found out")),
        ]
        return [*answers, ("", gettext_lazy("Take back what is on record"))] if self._on_record else answers

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("outcome") == Outcome.REACHED:
            self._check_reached()
        return self.cleaned_data

    def _check_reached(self) -> None:
        needed = {"date": _("Fill in the date."), "provider": _("Choose the provider.")}
        if self.moment == 1:
            needed["for_working_year"] = _("Choose the working year.")
        for name, sentence in needed.items():
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        day, asked_on = self.cleaned_data.get("date"), self.cleaned_data.get("asked_on")
        if day and asked_on and asked_on < day:
            self.add_error("asked_on", _("It cannot have been asked before it happened."))
        first, last = self.trajectory.m2_opens_on, self.trajectory.m2_closes_on
        if self.moment == 2 and day and first and not first <= day <= last:
            sentence = _("Choose a day from %(first)s to %(last)s: six to eight months after the enrolment.")
            self.add_error("date", sentence % {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"})
