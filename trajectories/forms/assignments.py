"""Who walks along."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from ambassadors.models import Appointment
from trajectories.forms.base import CHOOSE, RowField, WorkForm

BESIDE, INSTEAD = "beside", "instead"


class ColleagueField(RowField):
    """An appointment, said as the name of who has it."""

    def label_from_instance(self, appointment: Any) -> str:
        return str(appointment.membership.user.display_name)


def colleague_field(label: Any) -> ColleagueField:
    return ColleagueField(
        Appointment.objects.none(),
        label=label,
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a colleague.")},
    )


class AssignmentForm(WorkForm):
    appointment = colleague_field(gettext_lazy("Which colleague?"))
    place = forms.ChoiceField(
        label=gettext_lazy("How?"),
        choices=[
            (BESIDE, gettext_lazy("Beside me: we walk along together")),
            (INSTEAD, gettext_lazy("In my place: today is my last day")),
        ],
        initial=BESIDE,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, colleagues: Any, walks_along: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appointment"].queryset = colleagues  # type: ignore[attr-defined]
        if not walks_along:
            del self.fields["place"]

    @property
    def in_my_place(self) -> bool:
        return bool(self.cleaned_data.get("place") == INSTEAD)


class ReassignmentForm(WorkForm):
    """By code: the coordinator's form knows no names of children."""

    trajectories = forms.MultipleChoiceField(
        label=gettext_lazy("Which trajectories?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Tick at least one trajectory."),
            "invalid_choice": gettext_lazy("Choose trajectories from the list."),
        },
    )
    appointment = colleague_field(gettext_lazy("Who takes them over?"))

    def __init__(self, *args: Any, cards: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [(str(card.uuid), f"{card.code} · {card.status_words}") for card in cards]
        field = self.fields["trajectories"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101
        field.choices = codes
        self.initial.setdefault("trajectories", [uuid for uuid, _code in codes])
        self.fields["appointment"].queryset = colleagues  # type: ignore[attr-defined]
