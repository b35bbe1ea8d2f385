"""Reading a table that somebody uploaded: .xlsx, or .csv as any program writes it. Nothing of it is believed."""

import csv
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_ROWS = 2000
MOST_COLUMNS = 100
MOST_UNPACKED_BYTES = 50 * 1024 * 1024
MOST_TAGS = 500_000  # each one costs the reader a hundred times its own bytes
MOST_IN_A_CELL = 32_767  # what Excel itself allows
CHUNK = 1024 * 1024
# What a workbook made or broken by hand makes its readers raise.
BROKEN: tuple[type[Exception], ...] = (
    *(BadZipFile, InvalidFileException, zlib.error, EOFError, OSError, SyntaxError),
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
)
DELIMITERS = (";", ",", "\t")


class UnreadableTableError(Exception):
    """The file is no table that we can read. Its text is a sentence for the person."""


@dataclass(frozen=True)
class Table:
    """Headers, and rows as (number of the line in the file, cells as text); every row is as long as the headers."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes) -> Table:
    """Read a table by what it is, not by what its name says. Raises UnreadableTableError."""
    lines = _read_xlsx(content) if content.startswith(b"PK\x03\x04") else _read_csv(content)
    filled = ((number, cells) for number, cells in lines if any(cells))
    numbered = list(islice(filled, MOST_ROWS + 2))
    if not numbered:
        raise UnreadableTableError(_("There is nothing in this file. Choose a file with a table."))
    if len(numbered) > MOST_ROWS + 1:
        raise UnreadableTableError(_("There are more than 2000 rows in this file. Split it."))
    if any(len(cell) > MOST_IN_A_CELL for _number, cells in numbered for cell in cells):
        raise UnreadableTableError(_("A cell holds more text than Excel allows. Shorten it."))
    headers = _trimmed(numbered[0][1])
    width = len(headers)
    return Table(headers, [(number, (cells + [""] * width)[:width]) for number, cells in numbered[1:]])


def _read_csv(content: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(content)
    first_line = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(rows, 1):
            yield number, [cell.strip() for cell in cells[:MOST_COLUMNS]]
    except csv.Error as error:
        raise UnreadableTableError(_("This file cannot be read as a table. Save it as .xlsx or .csv.")) from error


def _decoded(content: bytes) -> str:
    """UTF-8 with or without a mark in front, else what Excel in Belgium writes. What holds a zero byte is no text."""
    if b"\0" in content:
        raise UnreadableTableError(_("This is no table. Choose a file that ends in .xlsx or .csv."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_xlsx(content: bytes) -> list[tuple[int, list[str]]]:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if _is_too_large(archive):
                raise UnreadableTableError(_("This file is too large. Split it."))
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = workbook.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS * 2, max_col=MOST_COLUMNS, values_only=True)
        return _texts(rows)
    except BROKEN as error:
        raise UnreadableTableError(_("This workbook cannot be read. Save it again as .xlsx.")) from error


def _is_too_large(archive: ZipFile) -> bool:
    """By what it unpacks to; then by its tags, for a small file can hold millions of empty cells."""
    if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED_BYTES:
        return True
    tags = 0
    for part in archive.infolist():
        with archive.open(part) as opened:
            tags += sum(chunk.count(b"<") for chunk in iter(partial(opened.read, CHUNK), b""))
    return tags > MOST_TAGS


def _texts(rows: Iterable[Any]) -> list[tuple[int, list[str]]]:
    return [(number, [_text(value) for value in row]) for number, row in enumerate(rows, 1)]


def _text(value: Any) -> str:
    """A cell as a person reads it: whole numbers without a point, days as 2026-11-22."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _trimmed(headers: list[str]) -> list[str]:
    while headers and not headers[-1]:
        headers = headers[:-1]
    return headers
