"""Editing a row that others may edit too: nothing is overwritten unseen, nothing typed is lost.

The form carries the `version` that its reader had before them. `conflicts` is asked before validation, so that text
that does not parse is kept too. The action still claims the version in its transaction, for two who save at one moment.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.choices import flatten_choices
from django.utils.translation import gettext_lazy as _

from organisations.models import StaleVersionError, Versioned

WAS_CHANGED = _("Someone else changed this too. Compare, choose what you keep, and save again.")


class VersionForm(forms.Form):
    """The hidden part of every form that edits. Mix it in before forms.Form or forms.ModelForm."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={
            "required": _("This form is incomplete. Reload the page and try again."),
            "invalid": _("This form is incomplete. Reload the page and try again."),
        },
    )


def version_in(data: QueryDict) -> int:
    """The version that a form carries, where nothing else of it is judged; 0 for a forged one."""
    typed = data.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


@dataclass(frozen=True)
class Conflict:
    """One field that differs: what stands there now, and what this person typed (as text, parsed or not)."""

    name: str
    label: str
    theirs: str
    yours: str


def answer_change(
    request: HttpRequest,
    form: Any,
    row: Any,
    *,
    fresh: Callable[[Any], Any],
    save: Callable[[int], None],
    location: str,
    page: Callable[..., HttpResponse],
) -> HttpResponse:
    """Answer a POST that edits `row`.

    `fresh(row)` is the same form, unbound, on the row as it stands; `save(version)` calls one action, which may raise
    StaleVersionError or ValidationError; `page(status=…, conflicts=…)` renders the form again with what was typed.
    """
    if is_stale(form, row):
        return page(status=409, conflicts=conflicts(form, fresh(row), row))
    if not form.is_valid():
        return page(status=422, conflicts=[])
    try:
        save(form.cleaned_data["version"])
    except StaleVersionError:
        as_it_stands(row)
        return page(status=409, conflicts=conflicts(form, fresh(row), row))
    except ValidationError as error:
        as_it_stands(row)
        add_refusal(form, error)
        return page(status=422, conflicts=[])
    return redirect(location)


def as_it_stands(row: Any) -> None:
    """Forget what an action that failed had set."""
    if row.pk:
        row.refresh_from_db()


def add_refusal(form: Any, error: ValidationError) -> None:
    """What an action refused, beside the field that it names."""
    code = getattr(error, "code", None)
    form.add_error(code if code in form.fields else None, error.messages[0])


def is_stale(form: Any, row: Versioned) -> bool:
    """True when the form was opened on another version than the row has now. A forged version counts as stale."""
    return form.is_bound and str(form.data.get(form.add_prefix("version"), "")) != str(row.version)


def conflicts(form: Any, fresh: Any, row: Versioned) -> list[Conflict]:
    """The fields in which a stale form differs from `fresh` (the same form, unbound, on the row as it is now).

    Afterwards the form carries the present version: whoever sends it again has seen what it replaces.
    """
    differing = [
        Conflict(
            name, str(form[name].label), shown(fresh[name], fresh[name].value()), shown(form[name], form[name].data)
        )
        for name in form.fields
        if not form[name].is_hidden and not is_same(fresh[name], form[name])
    ]
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = str(fresh.initial.get("version", row.version))
    return differing


def is_same(fresh: Any, bound: Any) -> bool:
    """Whether a bound field says the same as the fresh one, however it was written."""
    return not fresh.field.has_changed(fresh.value(), bound.data)


def shown(bound: Any, value: Any) -> str:
    """A value in words: the labels of choices, texts as they were typed."""
    if isinstance(value, list | tuple | set):
        return ", ".join(filter(None, (shown(bound, part) for part in value)))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    choices: list[tuple[Any, Any]] = list(flatten_choices(getattr(bound.field, "choices", ())))
    for key, label in choices:
        if str(key) == str(value):
            return str(label) if value not in (None, "") else ""
    return "" if value is None else str(getattr(bound.field.widget, "format_value", lambda v: v)(value) or "")
