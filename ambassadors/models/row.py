"""What the rows of a step have in common: they are saved with their step, and keep their address through it."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models import Addressed

NOT_CONTENT = ("id", "uuid", "hiring_file_id")


class DossierRow(Addressed):
    """A row of a step: a partner, a post, a talk. Its step's version guards it; each revision of the step holds it.

    Its address comes with the form, so it is one within its dossier: an address out of another dossier names nothing.
    """

    uuid = models.UUIDField(_("address"), default=uuid4, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=("hiring_file", "uuid"), name="%(class)s_address_once"),
        )

    @classmethod
    def columns(cls) -> list[str]:
        """What people fill in, by the name of the attribute; a foreign key by its code."""
        return [field.attname for field in cls._meta.concrete_fields if field.attname not in NOT_CONTENT]

    @classmethod
    def blank(cls) -> dict[str, Any]:
        """A row in which nothing was filled in."""
        return {f.attname: f.get_default() for f in cls._meta.concrete_fields if f.attname not in NOT_CONTENT}

    def content(self) -> dict[str, Any]:
        """The row as values, with its address."""
        return {"uuid": self.uuid} | {name: getattr(self, name) for name in self.columns()}
