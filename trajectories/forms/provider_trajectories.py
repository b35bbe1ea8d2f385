"""A provider's trajectory, and what is noted in it."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import Appointment
from organisations.inputs import DateField, RecentDateField, TextField
from organisations.models import Membership
from trajectories.enums import ChangeKind, CommitmentState, Intensity, Theme
from trajectories.forms.base import CHOOSE, ProjectField, RowField, WorkForm
from trajectories.forms.participants import offer

LONGEST = 2000


def recent(form: forms.Form, name: str, today: datetime.date) -> None:
    """Let a field ask for a day up to today."""
    field = form.fields[name]
    assert isinstance(field, RecentDateField)  # noqa: S101
    field.today = today


class AmbassadorField(RowField):
    """A membership, said as the name of the person."""

    def label_from_instance(self, membership: Any) -> str:
        return str(membership.user.display_name)


class ProviderTrajectoryForm(WorkForm):
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    started_on = RecentDateField(label=gettext_lazy("When did it start?"))
    walked_by = AmbassadorField(
        Membership.objects.none(), label=gettext_lazy("Who walks along?"), empty_label=gettext_lazy("Choose")
    )
    intensity = forms.ChoiceField(
        label=gettext_lazy("How closely do you work together?"),
        choices=Intensity,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    themes = forms.MultipleChoiceField(
        label=gettext_lazy("What else do you help with?"),
        choices=Theme,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Choose from the list.")},
    )
    theme_other = TextField(
        label=gettext_lazy("Which other theme?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only when you chose “other”."),
    )
    plan = TextField(
        label=gettext_lazy("What do you work on together?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("No names of children: they have a trajectory of their own."),
    )
    closed_on = DateField(
        label=gettext_lazy("Closed on"),
        required=False,
        help_text=gettext_lazy("Leave empty as long as it runs. Empty it to open it again."),
    )
    closing_reason = TextField(
        label=gettext_lazy("Why does it close?"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(
        self, *args: Any, today: datetime.date, appointments: Any = None, ambassadors: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        recent(self, "started_on", today)
        if self.row:
            del self.fields["appointment"]
            self.fields["walked_by"].queryset = ambassadors  # type: ignore[attr-defined]
        else:
            for name in ("walked_by", "closed_on", "closing_reason"):
                del self.fields[name]
            offer(self, appointments)

    def values_of(self, row: Any) -> dict[str, Any]:
        return super().values_of(row) | {"themes": [one.theme for one in row.themes.all()]}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        themes = data.get("themes")
        if data.get("theme_other") and themes is not None and Theme.OTHER not in themes:
            self.add_error("theme_other", _("Choose “other” above, or empty this."))
        if data.get("closing_reason") and not data.get("closed_on") and "closed_on" not in self.errors:
            self.add_error("closed_on", _("Fill in the day on which it closed, or empty the reason below."))
        return data


class CommitmentForm(WorkForm):
    state = forms.ChoiceField(
        label=gettext_lazy("What became of the engagement statement?"),
        choices=CommitmentState,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("A refusal is a fine answer: then you know."),
        error_messages=CHOOSE,
    )
    date = RecentDateField(label=gettext_lazy("When?"))
    remark = TextField(
        label=gettext_lazy("Remark"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recent(self, "date", today)


class ChangeForm(WorkForm):
    kind = forms.ChoiceField(
        label=gettext_lazy("What changes?"), choices=ChangeKind, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    date = RecentDateField(label=gettext_lazy("Since when?"))
    remark = TextField(
        label=gettext_lazy("Remark"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recent(self, "date", today)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("kind") == ChangeKind.OTHER and not data.get("remark") and "remark" not in self.errors:
            self.add_error("remark", _("Write in a few words what changes."))
        return data
