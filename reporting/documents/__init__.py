"""A report in words, out of its frozen figures: what screen and paper both show."""

from collections.abc import Callable
from typing import Any

from reporting.documents.dossier import dossier, paper
from reporting.documents.flemish import flemish_report
from reporting.documents.parts import Document
from reporting.documents.progress import progress_report

__all__ = ["Document", "lay_out"]

LAYOUTS: dict[str, Callable[[dict[str, Any]], Document]] = {
    "progress_report": progress_report,
    "flemish_report": flemish_report,
    "hiring_file": dossier,
    "beliefs_note": paper,
    "environment_analysis": paper,
    "engagement_statement": paper,
    "vacancy_text": paper,
    "tender_brief": paper,
}


def lay_out(figures: dict[str, Any]) -> Document:
    """Raises KeyError for figures of a kind that this version does not know."""
    return LAYOUTS[figures["kind"]](figures)
