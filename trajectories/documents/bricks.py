"""What every choice is told with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.instrument import StepNumber
from ambassadors.summaries import listed


@dataclass(frozen=True)
class Column:
    label: str
    numeric: bool = True


@dataclass(frozen=True)
class Grid:
    """A small table. The first cell of a row is its head; `total` is the foot, or nothing."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    hint: str = ""

    @property
    def is_text(self) -> bool:
        """Words only: nothing to compare from row to row."""
        return not any(column.numeric for column in self.columns)

    @property
    def body(self) -> list[list[tuple[Column, str]]]:
        """Each cell with its column."""
        return [list(zip(self.columns, cells, strict=True)) for cells in self.rows]

    @property
    def foot(self) -> list[tuple[Column, str]]:
        return list(zip(self.columns, self.total, strict=True)) if self.total else []


@dataclass(frozen=True)
class Choice:
    """One choice of the dossier: what was planned, and what happened, in sentences.

    `is_known`: false when the figures that it needs are not for this reader. `names`: a list that belongs to it, with
    `names_head` above it.
    """

    key: str
    step: StepNumber
    title: str
    plan: tuple[str, ...]
    practice: tuple[str, ...]
    is_known: bool = True
    grid: Grid | None = None
    names_head: str = ""
    names: tuple[str, ...] = ()


def sentences(*parts: str) -> tuple[str, ...]:
    """Those that there is something to say in."""
    return tuple(part for part in parts if part)


def label(choices: Any, code: str) -> str:
    """How a code reads at the beginning of a line."""
    return capfirst(str(choices(code).label))


def in_a_row(choices: Any, codes: Iterable[str]) -> str:
    """a, b en c, in a sentence."""
    return listed([str(choices(code).label) for code in codes])


def short_day(day: date) -> str:
    return date_format(day, "d/m/Y")


def long_day(day: date) -> str:
    return date_format(day, "j F Y")


def days_in_a_row(days: Sequence[date]) -> str:
    return listed([short_day(day) for day in days])


def number(value: int) -> str:
    """1250 → 1.250."""
    return number_format(value, force_grouping=True)


def hours(minutes: int) -> str:
    """135 → 2 uur en 15 minuten."""
    if minutes % 60 == 0:
        return _("%(hours)s hours") % {"hours": number(minutes // 60)}
    return _("%(hours)s hours and %(minutes)s minutes") % {"hours": number(minutes // 60), "minutes": minutes % 60}
