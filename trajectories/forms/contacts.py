"""The logbook's form: as little typing as can be."""

import datetime
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from ambassadors.models import Appointment
from organisations.inputs import RecentDateField, WholeNumberField
from trajectories.enums import Channel, Criterion, WithWhom
from trajectories.forms.base import CHOOSE, ProjectField, RowField, WorkForm
from trajectories.forms.participants import offer
from trajectories.models import Provider, Trajectory

SHOWN_AT_ONCE = 6


class TrajectoriesField(forms.ModelMultipleChoiceField):
    """Trajectories by code and first name. Cleans to their addresses: the action looks up who may be written about."""

    def __init__(self, **kwargs: Any) -> None:
        sentence = gettext_lazy("Choose trajectories from the list.")
        super().__init__(
            Trajectory.objects.none(),
            to_field_name="uuid",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages=dict.fromkeys(("invalid_choice", "invalid_pk_value", "invalid_list"), sentence),
            **kwargs,
        )

    def clean(self, value: Any) -> list[UUID]:  # type: ignore[override]
        try:
            return [UUID(str(one)) for one in value or ()]
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from error

    def label_from_instance(self, trajectory: Any) -> str:
        return f"{trajectory.participant.code} · {trajectory.participant.first_name}"


class ContactForm(WorkForm):
    date = RecentDateField(label=gettext_lazy("When?"))
    trajectories = TrajectoriesField(label=gettext_lazy("About whom?"))
    appointment = ProjectField(
        Appointment.objects.none(), label=gettext_lazy("Project"), empty_label=None, widget=forms.RadioSelect
    )
    minutes = WholeNumberField(
        label=gettext_lazy("How long?"),
        min_value=1,
        max_value=1440,
        suffix=gettext_lazy("minutes"),
        error_messages={
            "required": gettext_lazy("Fill in how many minutes it took."),
            "min_value": gettext_lazy("The minutes must lie between 1 and 1440."),
            "max_value": gettext_lazy("The minutes must lie between 1 and 1440."),
        },
    )
    channel = forms.ChoiceField(label=gettext_lazy("Where or how?"), choices=Channel, error_messages=CHOOSE)
    with_whom = forms.ChoiceField(label=gettext_lazy("With whom?"), choices=WithWhom, error_messages=CHOOSE)
    criterion = forms.ChoiceField(label=gettext_lazy("Mainly for?"), choices=Criterion, error_messages=CHOOSE)
    provider = RowField(
        Provider.objects.none(), label=gettext_lazy("Provider"), required=False, empty_label=gettext_lazy("None")
    )
    note = forms.CharField(
        label=pgettext_lazy("contact", "Note"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Only what the next step needs. Nothing about health, origin or belief."),
    )

    def __init__(
        self, *args: Any, today: datetime.date, trajectories: Any, providers: Any, appointments: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        day = self.fields["date"]
        assert isinstance(day, RecentDateField)  # noqa: S101
        day.today = today
        self.fields["trajectories"].queryset = trajectories  # type: ignore[attr-defined]
        self.fields["provider"].queryset = providers  # type: ignore[attr-defined]
        offer(self, appointments)

    def choices_at_once(self) -> list[Any]:
        """The boxes that stand open: those ticked, and those seen last."""
        boxes = list(self["trajectories"].subwidgets)
        ticked = [box for box in boxes if box.data["selected"]]
        others = [box for box in boxes if not box.data["selected"]]
        return [*ticked, *others[: max(0, SHOWN_AT_ONCE - len(ticked))]]

    def names_of(self, addresses: Collection[UUID]) -> list[str]:
        """Code and first name of those with these addresses, as they stand beside their boxes."""
        wanted = set(map(str, addresses))
        boxes = self["trajectories"].subwidgets
        return sorted(str(box.data["label"]) for box in boxes if str(box.data["value"]) in wanted)

    def choices_behind(self) -> list[Any]:
        """The other boxes, behind one tap, in the order of their codes."""
        open_ones = {box.data["value"] for box in self.choices_at_once()}
        rest = [box for box in self["trajectories"].subwidgets if box.data["value"] not in open_ones]
        return sorted(rest, key=lambda box: box.data["label"])
