"""What comes out of a dossier: its words are those of ambassadors.documents and ambassadors.papers, frozen."""

from ambassadors.papers import pieces
from reporting.documents.parts import Document, Json


def dossier(figures: Json) -> Document:
    """The dossier as a whole: as it was then, with what came of the plan; or the version that a body decided on."""
    frozen = figures["document"]
    return Document(
        title=f"{frozen['title']}: {frozen['project']}",
        crumb=f"{frozen['organisation']} · {frozen['project']}",
        template="reporting/dossier_pdf.html",
        screen="reporting/_dossier_made.html",
        extra={"document": frozen, "version": figures.get("version"), "practice": figures.get("practice")},
    )


def paper(figures: Json) -> Document:
    """A text that stands by itself; each place that is still to fill in stands apart from what is around it."""
    frozen = figures["document"]
    return Document(
        title=f"{frozen['title']}: {frozen['about']}",
        crumb=f"{frozen['sort']} · {frozen['about']}",
        template="ambassadors/paper_pdf.html",
        screen="reporting/_paper_made.html",
        extra={"title": frozen["title"], "lead": frozen["lead"], "parts": [_cut(part) for part in frozen["parts"]]},
    )


def _cut(part: Json) -> Json:
    """A part with its texts in pieces, as pieces() gives them; `text` only for what is short."""
    cut = dict(part)
    if "text" in part:
        cut["pieces"] = pieces(part["text"])
    if "items" in part:
        cut["items"] = [pieces(item) for item in part["items"]]
    if "rows" in part:
        cut["rows"] = [(label, pieces(text)) for label, text in part["rows"]]
    if "columns" in part:
        cut["rows"] = _places(part)
    return cut


def _places(part: Json) -> list[tuple[str, list[str]]]:
    """The rows of a table to sign: each label with an empty cell for each column."""
    blanks = part["columns"][0]["blanks"]
    return [(label, [""] * len(part["columns"])) for label in blanks]
