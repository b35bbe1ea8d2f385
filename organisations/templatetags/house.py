"""The house style in templates: rings, Flemish dates and amounts, what forms need. A builtin: no load tag."""

import datetime
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from organisations import devices
from organisations import rings as drawing

register = template.Library()
NBSP = "\N{NO-BREAK SPACE}"


@register.simple_tag
def rings(states: Iterable[str], size: str = "", words: bool = True) -> SafeString:
    """Draw the three moments. `states`: three of reached, missed, unknown, open, not_due, not_applicable.

    The words go along for a screen reader, unless the page already says them (`words=False`). `size`: "" or "large".
    """
    return drawing.draw(list(states), size=size, words=words)


@register.simple_tag
def mark(title: str = "") -> SafeString:
    """The three rings as the product's mark, without a meaning of their own. On paper a drawing needs a `title`."""
    return drawing.draw(["reached", "not_due", "open"], size="large" if title else "", words=False, title=title)


@register.filter
def ring_word(state: str) -> str:
    """The word that belongs to one ring, for legends and tables."""
    return str(drawing.WORDS[state])


@register.filter
def amount(value: Decimal | int | None) -> str:
    """1250.5 → € 1.250,50; nothing → a dash."""
    return "–" if value is None or value == "" else f"€{NBSP}{number_format(value, 2, force_grouping=True)}"


@register.filter
def percent(value: Decimal | float | None) -> str:
    """80 → 80 %; nothing → a dash. At most one decimal."""
    if value is None or value == "":
        return "–"
    rounded = round(Decimal(str(value)), 1).normalize()
    return f"{number_format(rounded, max(0, -int(rounded.as_tuple().exponent)))}{NBSP}%"


@register.filter
def day(value: datetime.date | None) -> str:
    """22/11/2026."""
    return date_format(_local(value), "d/m/Y") if value else ""


@register.filter
def long_day(value: datetime.date | None) -> str:
    """22 november 2026."""
    return date_format(_local(value), "j F Y") if value else ""


@register.filter
def weekday(value: datetime.date | None) -> str:
    """zo 22 nov."""
    return date_format(_local(value), "D j M").replace(".", "").lower() if value else ""


@register.filter
def clock(value: datetime.datetime | None) -> str:
    """14.32, in Brussels."""
    return date_format(_local(value), "H.i") if value else ""


def _local(value: datetime.date) -> datetime.date:
    return timezone.localtime(value) if isinstance(value, datetime.datetime) and timezone.is_aware(value) else value


@register.simple_tag(takes_context=True)
def error_links(context: Context) -> list[dict[str, str]]:
    """Every error of the page's forms as {target, message}; target is the id of the field to go to, or empty.

    A formset whose rows can hold the same question twice has a `heading`.

    Reads the context variables `form`, `forms`, `formset` and `formsets`; a form met twice is told once.
    """
    single = [context.get("form"), context.get("formset")]
    found = [*single, *(context.get("forms") or ()), *(context.get("formsets") or ())]
    seen = {id(one): one for one in found if isinstance(one, BaseForm | BaseFormSet)}
    return _named_when_alike([link for one in seen.values() if one.is_bound for link in _links(one)])


def _links(form: BaseForm | BaseFormSet, row: str = "") -> list[dict[str, str]]:
    if isinstance(form, BaseFormSet):
        whole = [_link(form.prefix or "", message) for message in form.non_form_errors()]
        return whole + [link for number, one in enumerate(form, 1) for link in _links(one, _row_name(form, number))]
    whole = [_link("", message, row=row) for message in form.non_field_errors()]
    return whole + [
        _link(target_id(field), message, str(field.label), row) for field in form for message in field.errors
    ]


def _link(target: str, message: object, label: str = "", row: str = "") -> dict[str, str]:
    return {"target": target, "message": str(message), "label": label, "row": row}


def _row_name(formset: BaseFormSet, number: int) -> str:
    heading = getattr(formset, "heading", "")
    return _("Row %(number)s of “%(heading)s”.") % {"number": number, "heading": heading} if heading else ""


def _named_when_alike(links: list[dict[str, str]]) -> list[dict[str, str]]:
    """Two fields with one sentence cannot be told apart in a list: name them, and their rows if need be."""
    for name in ("label", "row"):
        times = Counter(link["message"] for link in links)
        for link in links:
            if link[name] and times[link["message"]] > 1:
                link["message"] = f"{link[name]}{'' if link[name].endswith(('?', '.')) else ':'} {link['message']}"
    return links


@register.filter
def target_id(field: BoundField) -> str:
    """The id of the control that a label or an error points at: of a group, its first box."""
    return field.id_for_label or field.auto_id + getattr(field.field.widget, "first_control", "_0")


@register.filter
def at(values: dict[str, Any], key: object) -> Any:
    """What stands in a dict at a key that is itself a variable, as text; nothing when it is not there."""
    return values.get(str(key), ())


@register.filter
def is_choice(field: BoundField) -> bool:
    """Whether the field is one checkbox, whose label stands behind it."""
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset


@register.filter
def is_optional(field: BoundField) -> bool:
    """Whether to print "(not required)": forms in which nothing is required, and fields that go with one answer, say
    `mark_optional = False`."""
    of_form = getattr(field.form, "mark_optional", True)
    return not field.field.required and getattr(field.field, "mark_optional", of_form)


@register.simple_tag(takes_context=True)
def advice_for(context: Context, field: BoundField) -> list[Any]:
    """What the instrument advises on this field: context variable `advice_by_field`, a dict of lists by field name."""
    return list((context.get("advice_by_field") or {}).get(field.name, ()))


@register.simple_tag(takes_context=True)
def address_with(context: Context, **changes: Any) -> str:
    """The present address's query with other values, for pagers and filters; an empty value drops its key."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        query[key] = value
        if value in ("", None):
            del query[key]
    return mark_safe(f"?{query.urlencode()}".replace("&", "&amp;"))  # noqa: S308 urlencode leaves nothing to escape


@register.filter
def device(user_agent: str) -> str:
    """Chrome op Android, in the place of a browser's long name for itself."""
    return devices.describe(user_agent)
