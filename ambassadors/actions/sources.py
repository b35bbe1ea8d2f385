"""The list of sources, kept by the ministry's administrator."""

from typing import Any

from django.db import transaction
from django.utils.text import slugify

from ambassadors.access import check_may_keep_sources
from ambassadors.models import Source
from organisations import audit
from organisations.models import Membership, set_fields

LONGEST_CODE = 40


@transaction.atomic
def add_source(*, values: dict[str, Any], by: Membership) -> Source:
    """A new source; its code follows from the title, and stays when the title changes."""
    check_may_keep_sources(by)
    source = Source.objects.create(code=_free_code(values["title"]), **values)
    audit.record("created", source, by=by)
    return source


@transaction.atomic
def change_source(source: Source, *, version: int, values: dict[str, Any], by: Membership) -> Source:
    """Raises StaleVersionError when someone else was first."""
    check_may_keep_sources(by)
    source.claim_version(version)
    changed = set_fields(source, values)
    source.save()
    audit.record("changed", source, by=by, fields=changed)
    return source


@transaction.atomic
def switch_source(source: Source, *, on: bool, by: Membership) -> None:
    """Offer it with its step, or no longer; who took it before keeps it. Done again, nothing changes."""
    check_may_keep_sources(by)
    if Source.objects.filter(pk=source.pk, is_active=not on).update(is_active=on):
        audit.record("switched on" if on else "switched off", source, by=by, fields=["is_active"])


def _free_code(title: str) -> str:
    base = slugify(title)[:LONGEST_CODE].strip("-") or "bron"
    taken = set(Source.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for number in range(1, len(taken) + 2) if (code := _numbered(base, number)) not in taken)


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base}-{number}"
