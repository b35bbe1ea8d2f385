"""When an ambassador wants to be reminded by mail."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from trajectories.enums import Weekday
from trajectories.forms.base import CHOOSE, WorkForm

DAYS = [(day.value, capfirst(day.label)) for day in Weekday]


class WeeklyMailForm(WorkForm):
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("On which day do you want a mail?"),
        choices=[("", gettext_lazy("No mail")), *DAYS],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy("It says how many follow-ups there are. When there are none, no mail comes."),
        error_messages=CHOOSE,
    )
    weekday.mark_optional = False  # type: ignore[attr-defined]

    def values_of(self, row: Any) -> dict[str, Any]:
        return {"weekday": row.weekday}
