"""A time of day as people write it: 14.30, 14:30, 14u30, 14u."""

import datetime
import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WRITTEN = re.compile(r"(\d{1,2})\s*(?:[.:uUhH]\s*(\d{2})?)?\s*(?:uur)?")


class TimeBox(forms.TextInput):
    def __init__(self) -> None:
        super().__init__({"inputmode": "numeric", "data-width": "5", "autocomplete": "off"})

    def format_value(self, value: Any) -> Any:
        return f"{value:%H.%M}" if isinstance(value, datetime.time) else super().format_value(value)


class TimeField(forms.Field):
    """Cleans to a time or None."""

    widget = TimeBox
    default_error_messages = {
        "required": _("Fill in the time."),
        "invalid": _("Write the time as hours and minutes, such as 14.30."),
    }

    def to_python(self, value: Any) -> datetime.time | None:
        if value in self.empty_values or isinstance(value, datetime.time):
            return value or None
        written = WRITTEN.fullmatch(str(value).strip())
        if written and int(written[1]) < 24 and int(written[2] or 0) < 60:
            return datetime.time(int(written[1]), int(written[2] or 0))
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True
