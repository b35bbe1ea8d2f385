"""What the rows of a step have in common: they are saved with their step, and keep their address through it."""

from typing import Any

from organisations.models import Addressed

NOT_CONTENT = ("id", "uuid", "hiring_file_id")


class DossierRow(Addressed):
    """A row of a step: a partner, a post, a talk. Its step's version guards it; each revision of the step holds it."""

    class Meta:
        abstract = True

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
