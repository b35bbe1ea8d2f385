"""What a document is made of, and how numbers and days are written in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reporting.charts import Chart
from trajectories.documents.bricks import Column

Json = dict[str, Any]
NBSP = "\N{NO-BREAK SPACE}"
BLANK = "–"
SHORT = 16


@dataclass(frozen=True)
class Row:
    """Cells as texts, the first one names the row. With `note`, that stands in for all the others."""

    cells: tuple[str, ...]
    note: str = ""


Cell = tuple[str, Column]


@dataclass(frozen=True)
class Table:
    """`left_out` says why there are no rows to show; `hint` how to read them; `wide` has many narrow columns."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[str, ...] = ()
    hint: str = ""
    left_out: str = ""
    wide: bool = False

    template = "reporting/_table.html"

    @property
    def body(self) -> list[tuple[list[Cell], str]]:
        """The rows for a template: each cell with its column, and the note."""
        return [(self._cells(row.cells), row.note) for row in self.rows]

    @property
    def is_short(self) -> bool:
        """Short enough to stand on one page of paper."""
        return len(self.rows) <= SHORT

    @property
    def foot(self) -> list[Cell]:
        return self._cells(self.total)

    @property
    def spanned(self) -> int:
        """How many cells a note stands in for."""
        return len(self.columns) - 1

    def _cells(self, texts: tuple[str, ...]) -> list[Cell]:
        return list(zip(texts, self.columns, strict=False))


@dataclass(frozen=True)
class Figure:
    """One chart: its finding as a title (of which year, if another), how it is measured, what it draws in words."""

    title: str
    year: str
    measure: str
    words: str
    chart: Chart


@dataclass(frozen=True)
class Multiples:
    """Charts beside each other, on one scale."""

    figures: tuple[Figure, ...]
    legend: str

    template = "reporting/_multiples.html"


@dataclass(frozen=True)
class Items:
    items: tuple[str, ...]

    template = "reporting/_items.html"


@dataclass(frozen=True)
class Paragraph:
    text: str
    heading: bool = False

    template = "reporting/_paragraph.html"


Part = Table | Multiples | Items | Paragraph


@dataclass(frozen=True)
class Section:
    title: str
    parts: tuple[Part, ...]
    new_page: bool = False


@dataclass(frozen=True)
class Document:
    """`sentences` may hold <b>; they are put together from our own words and numbers only."""

    title: str
    crumb: str
    template: str = "reporting/report_pdf.html"
    screen: str = "reporting/_on_screen.html"
    sentences: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    opening: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()
    extra: Json = field(default_factory=dict)


def percent(value: int) -> str:
    return f"{value}{NBSP}%"


def iso_day(text: str) -> date:
    return date.fromisoformat(text)


def long_day(text: str) -> str:
    """2026-11-22 → 22 november 2026."""
    return date_format(iso_day(text), "j F Y").replace(" ", NBSP)


def short_day(text: str) -> str:
    return date_format(iso_day(text), "d/m/Y")


def period(figures: Json, *, short: bool = False) -> str:
    """The period of a report: a working year by its name (`short`: by its years only), else its first and last day."""
    first, last = (iso_day(day) for day in figures["period"])
    starts = figures["rulings"]["working_year_start_month"]
    whole = (first.day, first.month) == (1, starts) and (last - first).days in (364, 365) and last.month != first.month
    if whole and short:
        return year_label(first.year)
    if whole:
        return _("working year %(year)s") % {"year": year_label(first.year)}
    return f"{short_day(figures['period'][0])} – {short_day(figures['period'][1])}"


def year_label(year: int) -> str:
    return f"{year}–{year + 1}"


def left_out_sentence(figures: Json) -> str:
    """Why a table is not there."""
    return _("Left out: at least one number lies between 1 and %(most)s. So nobody can be recognised.") % {
        "most": figures["rulings"]["small_number_threshold"] - 1
    }


def table(caption: str, columns: Sequence[Column], rows: Sequence[Row] | None, *, left_out: str, **more: Any) -> Table:
    """A table, or where its rows are None the reason why it is not there."""
    if rows is None:
        return Table(caption, tuple(columns), (), left_out=left_out)
    return Table(caption, tuple(columns), tuple(rows), **more)
