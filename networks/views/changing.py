"""How every page of the learning networks that changes a row answers: once, in the same order."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect

from organisations.editing import Conflict, conflicts, is_stale
from organisations.models import StaleVersionError

Change = Callable[[], Any]
Page = Callable[..., HttpResponse]
FormFor = Callable[[Any], Any]


def answer_change(form: Any, row: Any, *, form_for: FormFor, change: Change, page: Page, location: str) -> HttpResponse:
    """Answer a POST that changes `row`. `change()` calls the action with what the form cleaned.

    `form_for(row)` is the same form, unbound, on the row as it is now: a stale form is compared with it, and both
    versions are shown. `page(status=…, conflicts=…)` renders the form again.
    """
    if is_stale(form, row):
        return page(status=409, conflicts=differences(form, row, form_for))
    if not form.is_valid():
        return page(status=422)
    try:
        change()
    except StaleVersionError:
        row.refresh_from_db()
        return page(status=409, conflicts=differences(form, row, form_for))
    except ValidationError as error:
        add_refusal(form, error)
        return page(status=422)
    return redirect(location)


def differences(form: Any, row: Any, form_for: FormFor) -> list[Conflict]:
    return conflicts(form, form_for(row), row)


def add_refusal(form: Any, error: ValidationError) -> None:
    """What the action refused, beside the field that it names."""
    code = getattr(error, "code", None)
    form.add_error(code if code in form.fields else None, error.messages[0])
