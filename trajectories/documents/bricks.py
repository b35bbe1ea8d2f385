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

Json = dict[str, Any]


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

    def as_json(self) -> Json:
        """A table as ambassadors.documents describes it, with its hint. `is_text`: nothing to compare down a column."""
        return {
            "title": self.caption,
            "columns": self._cells([column.label for column in self.columns]),
            "rows": [self._cells(row) for row in self.rows],
            "total": self._cells(self.total) if self.total else [],
            "hint": self.hint,
            "is_text": not any(column.numeric for column in self.columns),
        }

    def _cells(self, texts: Sequence[str]) -> list[Json]:
        """Each cell knows its column."""
        return [
            {"label": column.label, "numeric": column.numeric, "text": text}
            for column, text in zip(self.columns, texts, strict=True)
        ]


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

    def as_json(self) -> Json:
        return {
            "key": self.key,
            "step": self.step.value,
            "step_title": str(self.step.label),
            "title": self.title,
            "plan": list(self.plan),
            "practice": list(self.practice),
            "is_known": self.is_known,
            "table": self.grid.as_json() if self.grid else None,
            "names_head": self.names_head,
            "names": list(self.names),
        }


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
