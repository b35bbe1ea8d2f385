"""Dates as people write them: a known date in three boxes, a day just past with one tap."""

import calendar
import datetime
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

OTHER = "other"
# Outside them a year is a slip of the pen, and working years or windows reckoned from it fall off the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2200
# Besides the full Dutch names, what people write: sep, sept, mrt, mei, okt.
SHORT_MONTHS = ("jan", "feb", "maa|mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")


class DateBoxes(forms.MultiWidget):
    """Day, month and year apart. The value is a date, or the three texts as they were typed."""

    template_name = "house/widgets/date_boxes.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.TextInput({"data-width": "2", "inputmode": "numeric", "autocomplete": "off"}),
            "month": forms.TextInput({"data-width": "3", "autocomplete": "off"}),
            "year": forms.TextInput({"data-width": "4", "inputmode": "numeric", "autocomplete": "off"}),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """A date (or its ISO text) as three texts."""
        if isinstance(value, str):
            value = _from_iso(value)
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for box, label in zip(context["widget"]["subwidgets"], (_("Day"), _("Month"), _("Year")), strict=True):
            box["label"] = label
        return context

    def format_value(self, value: Any) -> str | None:
        return date_format(value, "d/m/Y") if isinstance(value, datetime.date) else super().format_value(value)


class DateField(forms.Field):
    """A date from three boxes; the month as a number or a name ("sep"). Cleans to a date or None."""

    widget: Any = DateBoxes
    default_error_messages = {
        "required": _("Fill in the date."),
        "day": _("Fill in the day too."),
        "month": _("Fill in the month too."),
        "year": _("Fill in the year too."),
        "number": _("Write the day and the year in digits, such as 7 and 2026."),
        "name": _("Write the month as a number or a name, such as 9 or sep."),
        "four": _("Write the year in four digits, such as 2026."),
        "far": _("Check the year: it must lie between 1900 and 2200."),
        "exists": _("That day does not exist in that month. Check the date."),
    }

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, datetime.date):
            return value
        if isinstance(value, str):
            return _from_iso(value)
        typed = [str(part or "").strip() for part in value or ()]
        return self._parse(*typed) if any(typed) else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True

    def _parse(self, day: str, month: str, year: str) -> datetime.date:
        for text, code in ((day, "day"), (month, "month"), (year, "year")):
            if not text:
                raise self._error(code)
        if not (_is_number(day) and _is_number(year)):
            raise self._error("number")
        if len(year) != 4:
            raise self._error("four")
        number = month_number(month)
        if number is None:
            raise self._error("name")
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            raise self._error("far")
        if not 1 <= int(day) <= calendar.monthrange(int(year), number)[1]:
            raise self._error("exists")
        return datetime.date(int(year), number, int(day))

    def _error(self, code: str) -> forms.ValidationError:
        return forms.ValidationError(self.error_messages[code], code=code)


def month_number(text: str) -> int | None:
    """9, 09, sep, sept. and september are all 9; None for what is no month."""
    if _is_number(text):
        return int(text) if 1 <= int(text) <= 12 else None
    word = text.lower().rstrip(".")
    for number, starts in enumerate(SHORT_MONTHS, start=1):
        if word.startswith(tuple(starts.split("|"))) and (len(word) <= 4 or str(MONTHS[number]).startswith(word)):
            return number
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


class RecentDate(forms.MultiWidget):
    """Today, yesterday, or another day. A choice's value is the day itself: what is sent tomorrow still means today."""

    template_name = "house/widgets/recent_date.html"
    use_fieldset = True
    first_control = "_0_0"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"on": forms.RadioSelect(), "other": DateBoxes()}, attrs)

    @property
    def days(self) -> Any:
        """The radios."""
        return self.widgets[0]

    def decompress(self, value: Any) -> list[Any]:
        """A date as [choice, three texts]; a day that is no longer offered stands in the boxes."""
        if isinstance(value, str):
            value = _from_iso(value)
        if value is None:
            return [None, ["", "", ""]]
        if any(value.isoformat() == choice for choice, _label in self.days.choices):
            return [value.isoformat(), ["", "", ""]]
        return [OTHER, DateBoxes().decompress(value)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        if isinstance(value, list) and value[0] not in (None, "", OTHER):
            value = self.decompress(value[0])
        return super().get_context(name, value, attrs)

    def format_value(self, value: Any) -> str | None:
        return date_format(value, "d/m/Y") if isinstance(value, datetime.date) else super().format_value(value)


class RecentDateField(DateField):
    """A day that is past or present. The form hands in `today`: `self.fields["date"].today = today`."""

    widget: Any = RecentDate
    default_error_messages = {
        "required": _("Choose the day."),
        "future": _("The date cannot lie in the future."),
    }
    _today: datetime.date | None = None

    @property
    def today(self) -> datetime.date | None:
        return self._today

    @today.setter
    def today(self, today: datetime.date) -> None:
        """Offer today and yesterday, and begin on today unless the form says otherwise."""
        self._today = today
        yesterday = today - datetime.timedelta(days=1)
        self.widget.days.choices = [
            (today.isoformat(), _("Today")),
            (yesterday.isoformat(), _("Yesterday")),
            (OTHER, _("Another day")),
        ]
        if self.initial is None:
            self.initial = today

    def to_python(self, value: Any) -> datetime.date | None:
        if isinstance(value, list):
            value = value[1] if value[0] in (None, "", OTHER) else value[0]
        day = super().to_python(value)
        if day and self._today and day > self._today:
            raise self._error("future")
        return day


def _from_iso(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
