"""What counts as success: agreed for a cohort, or put right while that has not begun."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.actions.success import SuccessContent
from ambassadors.enums import CutoffMoment, Support
from ambassadors.models import Project, SuccessAgreement
from ambassadors.success import Agreed, agreed_for, cohort_starts_on, refusal, refused_day
from organisations.calendar import working_year, working_year_label
from organisations.editing import VersionForm
from organisations.entries import EntryForm
from organisations.inputs import DateField
from organisations.rulings import rulings

AHEAD = 2  # working years after the one that runs


def spelled(choices: Any) -> list[tuple[Any, str]]:
    return [(one.value, capfirst(one.label)) for one in choices]


class SuccessFields(forms.Form):
    moment = forms.TypedChoiceField(
        label=gettext_lazy("Which moment counts as success?"),
        choices=spelled(CutoffMoment),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the three moments."),
            "invalid_choice": gettext_lazy("Choose one of the three moments."),
        },
    )
    support = forms.ChoiceField(
        label=gettext_lazy("Does it count with support, too?"),
        choices=spelled(Support),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose whether support counts."),
            "invalid_choice": gettext_lazy("Choose whether support counts."),
        },
    )
    agreed_on = DateField(
        label=gettext_lazy("When did you agree this?"),
        help_text=gettext_lazy("With the ambassador, before the working year began."),
        error_messages={"required": gettext_lazy("Fill in the day on which you agreed this.")},
    )

    def content(self) -> SuccessContent:
        """Only after is_valid()."""
        chosen = self.cleaned_data
        return SuccessContent(moment=chosen["moment"], support=chosen["support"], agreed_on=chosen["agreed_on"])


class NewSuccessForm(EntryForm, SuccessFields):
    cohort = forms.TypedChoiceField(
        label=gettext_lazy("From which working year on?"),
        coerce=int,
        help_text=gettext_lazy("It holds for trajectories that begin from then on, until you agree something else."),
        error_messages={
            "required": gettext_lazy("Choose a working year."),
            "invalid_choice": gettext_lazy(
                "Choose a working year from the list. What holds for one that has begun does not change."
            ),
        },
    )
    field_order = ("cohort", "moment", "support", "agreed_on")

    def __init__(self, *args: Any, project: Project, agreements: list[Agreed], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project, self.agreements, self.today = project, agreements, today
        years = self._open_years()
        self.fields["cohort"].choices = [(year, self._said(year)) for year in years]  # type: ignore[attr-defined]
        if agreements:  # the first time one has to choose: perhaps it was agreed before the year that runs
            self.fields["cohort"].initial = next((year for year in years if self._starts_on(year) > today), None)

    def _starts_on(self, year: int) -> date:
        return cohort_starts_on(year, self.project.starts_on, rulings())

    def _open_years(self) -> list[int]:
        """Those that have not begun, and those that have while nothing was noted for them."""
        first, running = (working_year(day, rulings()) for day in (self.project.starts_on, self.today))
        taken = {agreed.cohort for agreed in self.agreements}
        return [
            year
            for year in range(first, max(first, running) + AHEAD + 1)
            if year not in taken and (self._starts_on(year) > self.today or not agreed_for(self.agreements, year))
        ]

    def _said(self, year: int) -> str:
        label = working_year_label(year)
        if self._starts_on(year) > self.today:
            return label
        return _("%(year)s (began already: only what you agreed before)") % {"year": label}

    def clean(self) -> dict[str, Any]:
        """The same rules as the action's, said beside the question."""
        cleaned = super().clean() or {}
        if {"cohort", "agreed_on"} <= cleaned.keys():
            refused = refusal(
                cohort=cleaned["cohort"],
                agreed_on=cleaned["agreed_on"],
                agreements=self.agreements,
                project_starts_on=self.project.starts_on,
                today=self.today,
                rulings=rulings(),
            )
            if refused:
                self.add_error(refused.field, refused.sentence)
        return cleaned


class SuccessForm(VersionForm, SuccessFields):
    field_order = ("moment", "support", "agreed_on")

    def __init__(self, *args: Any, agreement: SuccessAgreement, today: date, **kwargs: Any) -> None:
        names = ("version", "moment", "support", "agreed_on")
        initial = {name: getattr(agreement, name) for name in names}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.agreement, self.today = agreement, today

    def clean_agreed_on(self) -> date:
        day: date = self.cleaned_data["agreed_on"]
        refused = refused_day(self.agreement.cohort, day, self.agreement.cohort_starts_on, self.today)
        if refused:
            raise forms.ValidationError(refused.sentence)
        return day
