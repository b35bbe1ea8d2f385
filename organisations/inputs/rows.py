"""Repeated rows without JavaScript: the button `add-<prefix>` sends the form, and it comes back with one row more."""

from typing import Any

from django.forms.utils import ErrorDict
from django.http import QueryDict

MOST_ROWS = 200


def asks_for_row(data: QueryDict, prefix: str) -> bool:
    """Whether the button for another row in this formset was pressed."""
    return f"add-{prefix}" in data


def with_row(data: QueryDict, prefix: str) -> QueryDict:
    """A copy of what was sent, with one empty row more. A forged count stays as it is: the formset refuses it."""
    name = f"{prefix}-TOTAL_FORMS"
    count = data.get(name, "")
    if not (count.isascii() and count.isdigit() and int(count) < MOST_ROWS):
        return data
    grown = data.copy()
    grown[name] = str(int(count) + 1)
    return grown


def unjudged(*forms: Any) -> None:
    """Show bound forms and formsets with what was typed, without errors: the person is not done yet."""
    for form in forms:
        if hasattr(form, "management_form"):
            form._errors, form._non_form_errors = [{} for _row in form.forms], form.error_class()
            unjudged(*form.forms)
        else:
            form._errors = ErrorDict()
