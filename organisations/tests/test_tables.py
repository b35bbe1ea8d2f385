"""Reading what somebody uploads as a table."""

import io
from datetime import date, datetime
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from organisations.tables import MOST_ROWS, MOST_TAGS, UnreadableTableError, read

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


def remade(change) -> bytes:
    """A workbook of which one byte string in its parts was put in the place of another."""
    old, new = change
    parts = ZipFile(io.BytesIO(workbook(["a"], ["b"])))
    return zip_of(**{name: parts.read(name).replace(old, new) for name in parts.namelist()})


def test_small_workbook_of_millions_of_empty_cells_is_refused():
    with pytest.raises(UnreadableTableError, match="te groot"):
        read(remade((b"</sheetData>", b"<row>" + b"<c/>" * MOST_TAGS + b"</row></sheetData>")))


def test_cell_longer_than_a_cell_can_be_is_refused():
    with pytest.raises(UnreadableTableError, match="meer tekst"):
        read(b"a\n" + b"x" * 40_000)


def test_blank_lines_cost_no_memory():
    assert read(b"a\n" + b"\n" * 200_000 + b"1\n").rows == [(200_002, ["1"])]


@pytest.mark.parametrize(
    ("sign", "offset", "value"),
    [(b"PK\x01\x02", 8, 1), (b"PK\x01\x02", 10, 99), (b"PK\x01\x02", 6, 99), (b"PK\x03\x04", 30, 0)],
    ids=["password", "method", "version", "name"],
)
def test_workbook_that_cannot_be_opened_is_refused_with_a_sentence(sign, offset, value):
    content = bytearray(workbook(["a"]))
    place = content.find(sign)
    while place >= 0:
        content[place + offset] = value
        place = content.find(sign, place + 4)
    with pytest.raises(UnreadableTableError, match="niet te lezen"):
        read(bytes(content))


def test_workbook_that_names_no_workbook_is_refused_with_a_sentence():
    with pytest.raises(UnreadableTableError, match="niet te lezen"):
        read(remade((b"sheet.main+xml", b"nothing")))


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content):
    try:
        table = read(content)
    except UnreadableTableError:
        return
    assert all(len(cells) == len(table.headers) for _line, cells in table.rows)
