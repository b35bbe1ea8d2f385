"""Reading what somebody uploads as a table."""

import io
from datetime import date, datetime
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from organisations.tables import MOST_ROWS, UnreadableTableError, read

pytestmark = pytest.mark.once
ROWS = "naam;soort\nVzw Één;andere\n"


def workbook(*rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        ROWS.encode("cp1252"),
        ROWS.replace(";", ",").encode(),
        ROWS.replace(";", "\t").encode(),
        ROWS.replace("\n", "\r\n").encode(),
        ROWS.replace("Vzw Één", '"Vzw Één"').encode(),
        workbook(["naam", "soort"], ["Vzw Één", "andere"]),
    ],
    ids=["utf-8", "bom", "excel", "comma", "tab", "windows", "quoted", "xlsx"],
)
def test_table_is_read_however_it_was_written(content):
    table = read(content)
    assert table.headers == ["naam", "soort"]
    assert table.rows == [(2, ["Vzw Één", "andere"])]


def test_cells_of_a_workbook_become_text_as_people_read_it():
    table = read(
        workbook(["a", "b", "c", "d", "e"], [403170701, 1.5, date(2026, 9, 1), datetime(2026, 9, 1, 12), None])
    )
    assert table.rows == [(2, ["403170701", "1.5", "2026-09-01", "2026-09-01", ""])]


def test_lines_keep_their_number_when_others_are_empty():
    assert read(b"naam\n\n;;\nVzw\n").rows == [(4, ["Vzw"])]


def test_rows_are_as_long_as_the_headers():
    assert read(b"a;b;\n1\n1;2;3;4\n").rows == [(2, ["1", ""]), (3, ["1", "2"])]


def zip_of(**files) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00", "geen tabel"),
        (b"%PDF-1.7\n\x00\x01", "geen tabel"),
        (b"\x89PNG\r\n\x1a\n\x00", "geen tabel"),
        (zip_of(hello="world"), "niet te lezen"),
        (b"PK\x03\x04 not a zip at all", "niet te lezen"),
        (workbook(["a"])[:200], "niet te lezen"),
        (b"", "niets"),
        (b"\n \n;;\n", "niets"),
        (workbook(), "niets"),
        (b"a\n" + b"1\n" * (MOST_ROWS + 1), "2000"),
    ],
    ids=["exe", "pdf", "png", "zip", "no zip", "half", "empty", "blank", "empty book", "long"],
)
def test_what_is_no_table_is_refused_with_a_sentence(content, word):
    with pytest.raises(UnreadableTableError, match=word):
        read(content)


def test_small_file_that_unpacks_to_a_huge_one_is_refused(monkeypatch):
    monkeypatch.setattr("organisations.tables.MOST_UNPACKED_BYTES", 1000)
    with pytest.raises(UnreadableTableError, match="te groot"):
        read(workbook(["a" * 10_000]))


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content):
    try:
        table = read(content)
    except UnreadableTableError:
        return
    assert all(len(cells) == len(table.headers) for _line, cells in table.rows)
