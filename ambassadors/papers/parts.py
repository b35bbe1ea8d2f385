"""What a paper is made of. Each part is JSON, so that it can be frozen with its report and laid out again.

    {"kind": "heading", "text", "level", "new_page"?}   level 2 under the title, 3 under that
    {"kind": "paragraph", "text"}
    {"kind": "bullets", "items": [text]}
    {"kind": "fields", "rows": [[label, text]]}
    {"kind": "signatures", "columns": [{"who", "blanks": [label]}]}   places to write by hand

A text may hold blanks, as `still()` writes them: what the dossier does not tell. A paper ends with a list of them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

Json = dict[str, Any]


def heading(text: str, level: int = 2) -> Json:
    return {"kind": "heading", "text": text, "level": level}


def paragraph(text: str) -> Json:
    return {"kind": "paragraph", "text": text}


def paragraphs(text: str) -> list[Json]:
    """What somebody typed, with a paragraph for each line."""
    return [paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def bullets(items: Iterable[Any]) -> Json:
    return {"kind": "bullets", "items": [capfirst(str(item)) for item in items]}


def fields(*rows: tuple[Any, Any]) -> Json:
    return {"kind": "fields", "rows": [[str(label), str(text)] for label, text in rows]}


def signatures(*columns: tuple[str, list[str]]) -> Json:
    return {"kind": "signatures", "columns": [{"who": who, "blanks": blanks} for who, blanks in columns]}


def still(what: Any) -> str:
    """[nog invullen: de uiterste datum]"""
    return _("[still to fill in: %(what)s]") % {"what": what}


def told(text: str, what: Any) -> str:
    """What the dossier tells, or the place to fill it in."""
    return text.strip() or still(what)


def paper(*, sort: str, title: str, about: str, lead: str, parts: list[Json]) -> Json:
    """A whole paper, with at its end what is still to fill in. `sort` is its kind in words, `about` whose it is."""
    body = [part for part in parts if part.get("rows", True)]
    blanks = blanks_in([title, lead, *texts(body)])
    if blanks:
        body += [
            heading(_("Still to fill in")) | {"new_page": True},
            paragraph(_("Fill this in, then take this list away. In the text it stands between square brackets.")),
            bullets(blanks),
        ]
    return {"sort": sort, "title": title, "about": about, "lead": lead, "parts": body}


def texts(parts: list[Json]) -> Iterator[str]:
    """Every text of a paper, in reading order."""
    for part in parts:
        yield part.get("text", "")
        yield from part.get("items", ())
        for row in part.get("rows", ()):
            yield from row


def blanks_in(found: Iterable[str]) -> list[str]:
    """What is still to fill in, each once, in reading order."""
    return list(dict.fromkeys(match[1] for text in found for match in _blank().finditer(text)))


def pieces(text: str) -> list[tuple[str, bool]]:
    """A text cut around its blanks: each piece, and whether it is one."""
    cut, at = [], 0
    for match in _blank().finditer(text):
        cut += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return [piece for piece in (*cut, (text[at:], False)) if piece[0]]


def _blank() -> re.Pattern[str]:
    before, after = (re.escape(part) for part in still("\N{NULL}").split("\N{NULL}"))
    return re.compile(f"{before}([^\\]]+){after}")
