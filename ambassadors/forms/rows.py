"""Repeated rows of steps 3 and 4. A row has no identity: what is sent replaces what stood there."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import Profile
from ambassadors.forms.fields import QUIET, PickField, TextField
from ambassadors.instrument import Engagement, Leaning, OperatingCategory, PartnerKind
from ambassadors.questions import ROWS
from organisations.editing import is_same, shown
from organisations.inputs import DateBoxes, DateField, MoneyField, PercentageField

MOST = 30


class RowForm(forms.Form):
    """One row; its fields are the columns. A row in which nothing was filled in is no row."""

    mark_optional = False
    relation: ClassVar[str]

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name, label in ROWS[self.relation].columns.items():
            self.fields[name].label = label

    @property
    def columns(self) -> list[str]:
        return [name for name in self.fields if name != "DELETE"]

    @property
    def is_blank(self) -> bool:
        """True while the row says no more than a new one, whether as typed or as saved."""
        new = type(self)(today=self.today)
        return all(
            self.value_of(name) in (None, "")
            or not self.fields[name].has_changed(new[name].value(), self.value_of(name))
            for name in self.columns
        )

    def value_of(self, name: str) -> Any:
        return self[name].data if self.is_bound else self[name].value()

    @property
    def is_removed(self) -> bool:
        return bool(self.is_bound and "DELETE" in self.fields and self["DELETE"].data)

    @property
    def text(self) -> str:
        """The row in one line, as typed or as saved."""
        return " · ".join(filter(None, (shown(self[name], self.value_of(name)) for name in self.columns)))

    @property
    def row_name(self) -> str:
        """What the row is called in “Remove …”: its first column, if that says something."""
        first = self.columns[0]
        return shown(self[first], self.value_of(first)).strip()[:60]


class RowFormSet(forms.BaseFormSet):
    """The rows of one relation; the prefix is its name."""

    def filled(self) -> list[Any]:
        return [form for form in self.forms if not form.is_blank and not form.is_removed]

    def values(self) -> list[dict[str, Any]]:
        """The rows to keep, in order. Only after is_valid()."""
        return [{name: form.cleaned_data[name] for name in form.columns} for form in self.filled()]

    def differs_from(self, fresh: "RowFormSet") -> bool:
        """Whether a person typed other rows than those that are saved."""
        ours, theirs = self.filled(), fresh.filled()
        if len(ours) != len(theirs):
            return True
        pairs = zip(ours, theirs, strict=True)
        return any(not is_same(saved[name], typed[name]) for typed, saved in pairs for name in typed.columns)


class ProfileRow(RowForm):
    relation = "wanted_profiles"

    profile = PickField(choices=Profile)
    other = TextField(max_length=120, widget=forms.TextInput(QUIET))
    leaning = PickField(choices=Leaning)

    def clean(self) -> None:
        """A profile in one's own words is another profile."""
        super().clean()
        if not self.cleaned_data.get("other"):
            return
        if not self.cleaned_data.get("profile"):
            self.cleaned_data["profile"] = Profile.OTHER.value
        elif self.cleaned_data["profile"] != Profile.OTHER:
            self.add_error("other", _("Choose “Other” as the profile, or empty this box."))


class PartnerRow(RowForm):
    relation = "needed_partners"

    name = TextField(max_length=120)
    kind = PickField(choices=PartnerKind)
    engagement = forms.ChoiceField(
        choices=Engagement,
        initial=Engagement.NOT_ASKED,
        required=False,
        error_messages={"invalid_choice": _("Choose one of the answers in the list.")},
    )
    engagement_on = DateField(required=False, widget=DateBoxes(QUIET))

    def clean(self) -> None:
        """An engagement has a date, or it was not asked yet."""
        super().clean()
        engagement = self.cleaned_data.get("engagement") or Engagement.NOT_ASKED.value
        self.cleaned_data["engagement"] = engagement
        if "engagement_on" in self.errors or "engagement" in self.errors:
            return
        day = self.cleaned_data.get("engagement_on")
        if sentence := self._clash(engagement, day):
            self.add_error("engagement_on", sentence)

    def _clash(self, engagement: str, day: date | None) -> Any:
        if engagement == Engagement.NOT_ASKED:
            return day and _("Say what happened on this day, or empty the date.")
        if day is None:
            return _("Fill in the day on which the partner was asked or answered.")
        return day > self.today and _("The date cannot lie in the future.")


class StaffingRow(RowForm):
    relation = "staffing"

    label = TextField(max_length=120)
    percentage = PercentageField(required=False)
    cost = MoneyField(required=False)


class OperatingCostRow(RowForm):
    relation = "operating_costs"

    category = PickField(choices=OperatingCategory)
    description = TextField()
    amount = MoneyField(required=False)


class FundingRow(RowForm):
    relation = "funding"

    source = TextField(max_length=120)
    amount = MoneyField(required=False)


FORMS: dict[str, type[RowForm]] = {
    form.relation: form for form in (ProfileRow, PartnerRow, StaffingRow, OperatingCostRow, FundingRow)
}


def rows(name: str, data: Any, initial: list[dict[str, Any]], *, today: date) -> RowFormSet:
    """The rows of a relation: what was sent, or what is saved with one blank row if there is nothing yet."""
    factory: Any = forms.formset_factory(
        FORMS[name],
        formset=RowFormSet,
        extra=0 if initial else 1,
        can_delete=True,
        can_delete_extra=False,
        max_num=MOST,
        absolute_max=2 * MOST,
        validate_max=True,
    )
    return factory(
        data,
        prefix=name,
        initial=initial,
        form_kwargs={"today": today},
        error_messages={
            "missing_management_form": _("This form is incomplete. Reload the page and try again."),
            "too_many_forms": _("Keep at most %(most)s rows.") % {"most": MOST},
        },
    )
