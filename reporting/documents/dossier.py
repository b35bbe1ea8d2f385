"""The dossier: its words are those of ambassadors.documents, frozen; its page is ambassadors/dossier_pdf.html."""

from reporting.documents.parts import Document, Json


def dossier(figures: Json) -> Document:
    frozen = figures["document"]
    return Document(
        title=f"{frozen['title']}: {frozen['project']}",
        crumb=f"{frozen['organisation']} · {frozen['project']}",
        template="ambassadors/dossier_pdf.html",
        screen="reporting/_dossier_made.html",
        extra={"document": frozen},
    )
