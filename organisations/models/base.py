"""What rows have in common: an address, a version, dates of their own."""

from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class Addressed(models.Model):
    """Numbers inside, a UUID in addresses; the phone may supply it."""

    uuid = models.UUIDField(_("address"), default=uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class StaleVersionError(Exception):
    """Someone else saved this row since the form was opened. Show both versions; overwrite nothing."""


class Versioned(models.Model):
    """A row that people edit. Whoever saves says which version they had before them."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def claim_version(self, version: int) -> Self:
        """Move from `version` to the next, or raise StaleVersionError. Call it inside the transaction that saves."""
        claimed = type(self)._default_manager.filter(pk=self.pk, version=version).update(version=F("version") + 1)
        if not claimed:
            raise StaleVersionError
        self.version = version + 1
        return self


class Fact(models.Model):
    """Something that happened on a day: its own date, when it was written down, when it reached us."""

    date = models.DateField(_("date"))
    logged_at = models.DateTimeField(_("logged at"))
    received_at = models.DateTimeField(_("received at"))

    class Meta:
        abstract = True


def set_fields(instance: models.Model, values: dict[str, Any]) -> list[str]:
    """Set what differs and return the names of the fields that changed (for the audit trail: names, never values)."""
    changed = [name for name, value in values.items() if getattr(instance, name) != value]
    for name in changed:
        setattr(instance, name, values[name])
    return changed
