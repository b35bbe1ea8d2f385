"""The files that belong to a dossier, as a table at its end: what they are, not what is in them."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.documents.bricks import Json
from ambassadors.instrument import FOR_AMBASSADORS
from ambassadors.models import Attachment, HiringFile


def attachments_block(hiring_file: HiringFile, *, with_statements: bool) -> Json | None:
    """A table as in the package's description, or None without files. Without statements: what ambassadors read."""
    files = hiring_file.attachments.all()
    shown = files if with_statements else files.for_ambassadors()
    rows = [_cells(attachment) for attachment in shown.order_by("uploaded_at", "id")]
    if not rows:
        return None
    return {
        "kind": "table",
        "field": "attachments",
        "title": _("Attachments"),
        "columns": [{"label": label, "numeric": False, "text": label} for label in _labels()],
        "rows": rows,
        "total": [],
    }


def _cells(attachment: Attachment) -> list[Json]:
    day = date_format(timezone.localtime(attachment.uploaded_at), "d/m/Y")
    texts = (attachment.name, capfirst(str(attachment.get_kind_display())), day)
    cells = [{"label": label, "numeric": False, "text": text} for label, text in zip(_labels(), texts, strict=True)]
    cells[1]["code"] = attachment.kind
    return cells


def without_statements(block: Json | None) -> Json | None:
    """The table for ambassadors, out of one that was kept whole: it knows the kind of each file by its code."""
    rows = [cells for cells in block["rows"] if cells[1].get("code") in FOR_AMBASSADORS] if block else []
    return block | {"rows": rows} if block and rows else None


def _labels() -> tuple[str, str, str]:
    return _("Name"), _("Kind"), _("Added on")
