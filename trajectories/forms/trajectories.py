"""A trajectory, and where it stands."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from ambassadors.enums import Strategy
from ambassadors.models import Appointment
from organisations.inputs import RecentDateField
from trajectories.enums import Basis, ReferredBy, Status, Threshold
from trajectories.forms.base import CHOOSE, ProjectField, WorkForm
from trajectories.forms.moments import provider_field
from trajectories.forms.participants import offer


class TrajectoryForm(WorkForm):
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    started_on = RecentDateField(label=gettext_lazy("When did it start?"))
    referred_by = forms.ChoiceField(
        label=gettext_lazy("Who brought them to you?"),
        choices=[("", gettext_lazy("Choose")), *ReferredBy.choices],
        error_messages=CHOOSE,
    )
    wish = forms.CharField(
        label=gettext_lazy("What would they like to do?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    thresholds = forms.MultipleChoiceField(
        label=gettext_lazy("What stands in the way?"),
        choices=Threshold,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The offer is not enough …"),
        error_messages={"invalid_choice": gettext_lazy("Choose from the list.")},
    )
    strategy = forms.ChoiceField(
        label=gettext_lazy("Strategy"),
        choices=Strategy,
        initial=Strategy.INDIVIDUAL_GUIDANCE,
        error_messages=CHOOSE,
    )
    basis = forms.ChoiceField(
        label=gettext_lazy("Can one enrol there?"),
        choices=[
            (Basis.REGULAR, gettext_lazy("Yes, or we do not know yet")),
            (Basis.NO_ENROLMENT, gettext_lazy("No, it is a drop-in or a park: taking part is enough")),
        ],
        initial=Basis.REGULAR,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    shielded = forms.BooleanField(
        label=gettext_lazy("Shielded: only who walks along sees this trajectory"),
        required=False,
        help_text=gettext_lazy(
            "Other colleagues of the project no longer find it. The coordinator still counts it, by its code."
        ),
    )

    def __init__(self, *args: Any, today: datetime.date, appointments: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        started_on = self.fields["started_on"]
        assert isinstance(started_on, RecentDateField)  # noqa: S101
        started_on.today = today
        if self.row:
            del self.fields["appointment"]
            if self.row.basis == Basis.HOLIDAYS_ONLY:
                del self.fields["basis"]  # copied from the enrolment
        else:
            offer(self, appointments)

    def values_of(self, row: Any) -> dict[str, Any]:
        return super().values_of(row) | {"thresholds": [one.threshold for one in row.thresholds.all()]}


class StatusForm(WorkForm):
    status = forms.ChoiceField(
        label=gettext_lazy("Where does it stand now?"),
        choices=Status,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    date = RecentDateField(label=gettext_lazy("Since when?"))
    provider = provider_field(required=False, help_text=gettext_lazy("Only for a waiting list: whose is it?"))
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Needed when it stopped."),
    )

    def __init__(self, *args: Any, today: datetime.date, now_at: str, providers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = providers  # type: ignore[attr-defined]
        day, status = self.fields["date"], self.fields["status"]
        assert isinstance(day, RecentDateField)  # noqa: S101
        assert isinstance(status, forms.ChoiceField)  # noqa: S101
        day.today = today
        status.choices = [choice for choice in Status.choices if choice[0] != now_at]
