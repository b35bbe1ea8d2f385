"""Numbers as people write them: 1.250,50 or 1250.5 or € 1.250; 80 or 80 %."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

NOISE = re.compile(r"[\s€%]|euro|eur", re.IGNORECASE)
WITH_COMMA = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d{0,2})?")  # 1250,5 · 1.250,50 · 1.250
WITH_POINT = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)\.\d{1,2}")  # 1250.50 · 1,250.50


class _TextNumber:
    """A number in a text box with its unit beside it: no spinner that changes with the wheel, no lost text."""

    prefix = ""
    suffix = ""

    def __init__(self, *args: Any, prefix: str = "", suffix: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prefix, self.suffix = prefix or self.prefix, suffix or self.suffix

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)  # type: ignore[attr-defined]
        except forms.ValidationError:
            return True


class MoneyField(_TextNumber, forms.DecimalField):
    """An amount in euro with at most two decimals. Cleans to a Decimal or None."""

    widget = forms.TextInput({"inputmode": "decimal", "data-width": "10", "autocomplete": "off"})
    prefix = "€"
    default_error_messages = {
        "required": _("Fill in the amount."),
        "invalid": _("Write an amount such as 1.250,50."),
        "min_value": _("The amount cannot be less than 0."),
        "max_digits": _("That amount is too large. Check it."),
        "max_whole_digits": _("That amount is too large. Check it."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"min_value": 0, "max_digits": 10, "decimal_places": 2} | kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(self._plain(value) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """A number as 1.250,50; what was typed as it was typed."""
        return number_format(value, 2, force_grouping=True) if isinstance(value, Decimal | int | float) else value

    def _plain(self, text: str) -> str:
        text = NOISE.sub("", text)
        if not text:
            return ""
        if WITH_COMMA.fullmatch(text):
            return text.replace(".", "").replace(",", ".")
        if WITH_POINT.fullmatch(text):
            return text.replace(",", "")
        raise forms.ValidationError(self.error_messages["invalid"], code="invalid")


class WholeNumberField(_TextNumber, forms.IntegerField):
    """A whole number, with its unit behind it (`suffix`). Cleans to an int or None."""

    widget = forms.TextInput({"inputmode": "numeric", "data-width": "4", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Fill in a number."),
        "invalid": _("Write a whole number, such as 12."),
        "min_value": _("The number must be at least %(limit_value)s."),
        "max_value": _("The number can be at most %(limit_value)s."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"min_value": 0, "max_value": 32767} | kwargs)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(NOISE.sub("", value) if isinstance(value, str) else value)


class PercentageField(WholeNumberField):
    """A percentage from 1 to 100. Cleans to an int or None."""

    widget = forms.TextInput({"inputmode": "numeric", "data-width": "3", "autocomplete": "off"})
    suffix = "%"
    default_error_messages = {
        "required": _("Fill in a percentage."),
        "invalid": _("Write the percentage as a whole number, such as 80."),
        "min_value": _("The percentage must lie between 1 and 100."),
        "max_value": _("The percentage must lie between 1 and 100."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"min_value": 1, "max_value": 100} | kwargs)
