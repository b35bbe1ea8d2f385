"""Paper: a document laid out by WeasyPrint as an accessible PDF (PDF/UA-1). The one place that knows WeasyPrint.

It is imported when the first page is asked for: it brings libraries of the system along, which no web page needs.
"""

import mimetypes
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from reporting.documents import Document

# Nothing answers at this address (RFC 2606): it stands for the folder of our static files.
BASE = "https://static.invalid/"


class StrangeFileError(Exception):
    """A page asked for a file that is not ours to give."""


def render(document: Document) -> bytes:
    """The PDF: tagged, in Dutch, with a title and bookmarks. Raises StrangeFileError."""
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    text = render_to_string(document.template, {"document": document, **document.extra})
    try:
        page = HTML(string=text, base_url=BASE, url_fetcher=_fetcher())
        return bytes(page.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True))
    except FatalURLFetchingError as error:  # no Exception: it would end the worker
        raise StrangeFileError(str(error)) from error


def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class StaticFilesOnly(URLFetcher):  # type: ignore[misc]
        """Our own style sheets and drawings; no network, no other file of this machine."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            path = _static_file(url)
            if path is None:
                raise FatalURLFetchingError(f"A report uses our own static files only, not {url}")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": mimetypes.guess_type(path)[0] or ""})

    return StaticFilesOnly()


def _static_file(url: str) -> Path | None:
    """The file behind an address under BASE. The finder itself refuses to leave the static folders."""
    if not url.startswith(BASE):
        return None
    found = finders.find(unquote(url.removeprefix(BASE)))
    return Path(found) if found else None
