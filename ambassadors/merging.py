"""Pure: two people at one step. What each of them changed is kept; where both changed the same, a person chooses.

A step is a `StepContent`: a note, a state, answers by question, rows by the name of their relation. Everything in it
that can be changed on its own is a cell, with a key: the name of the question, `relation/address/column` for a cell of
a row, `relation/address` for a row as a whole (someone removed it while someone else changed it).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

Row = dict[str, Any]
YOURS, THEIRS = "yours", "theirs"


@dataclass(frozen=True)
class StepContent:
    """What a step holds: `answers` by question; `rows` in order by relation, each with its address as `uuid`.

    What is left out (a note of None, a question, a relation) is not touched by whoever saves it.
    """

    note: str | None = None
    is_ready: bool | None = None
    answers: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in. What has a default (not asked, planned) says nothing by itself."""
        return not ((self.note or "").strip() or any(self.rows.values()) or any(self.answers.values()))

    def row(self, relation: str, address: UUID) -> Row | None:
        return next((row for row in self.rows.get(relation, ()) if row["uuid"] == address), None)

    def cells(self) -> dict[str, Any]:
        """Note, state and answers, by their keys."""
        return {"note": self.note, "is_ready": self.is_ready} | self.answers


@dataclass(frozen=True)
class Clash:
    """Both changed this cell. A row that one of them removed is None."""

    key: str
    theirs: Any
    yours: Any


@dataclass(frozen=True)
class Merged:
    """`content` to save: in a clash, theirs stays until a person chose. `taken`: what others changed, by key."""

    content: StepContent
    clashes: tuple[Clash, ...] = ()
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Choices:
    """What a person said about clashes shown before: `made` by key is "yours" or "theirs"; `open` still waits."""

    made: Mapping[str, str] = field(default_factory=dict)
    open: frozenset[str] = frozenset()


def merge(base: StepContent, theirs: StepContent, yours: StepContent, choices: Choices | None = None) -> Merged:
    """Bring together what stands now (`theirs`) and what was typed (`yours`), both from `base`."""
    merger = _Merger(choices or Choices())
    cells = {
        key: merger.cell(key, base.cells().get(key), value, yours.cells().get(key, base.cells().get(key)))
        for key, value in _without_gaps(theirs, yours).items()
    }
    rows = {
        relation: merger.rows(relation, base.rows.get(relation, []), present, yours.rows.get(relation))
        for relation, present in theirs.rows.items()
    }
    note, is_ready = cells.pop("note"), cells.pop("is_ready")
    content = StepContent(note=note, is_ready=is_ready, answers=cells, rows=rows)
    return Merged(content, tuple(merger.clashes), frozenset(merger.taken))


def _without_gaps(theirs: StepContent, yours: StepContent) -> dict[str, Any]:
    """All cells there are. A question that only one of them knows came with a newer version of the product."""
    return dict.fromkeys(yours.cells()) | theirs.cells()


class _Merger:
    """Goes through the cells, and remembers the clashes and what others changed."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.clashes: list[Clash] = []
        self.taken: set[str] = set()

    def cell(self, key: str, base: Any, theirs: Any, yours: Any) -> Any:
        """The value to save for one cell."""
        if yours is None and key in ("note", "is_ready"):
            yours = base
        if theirs != base:
            self.taken.add(key)
        if yours == theirs:
            return theirs
        if key in self.choices.made:
            return yours if self.choices.made[key] == YOURS else theirs
        if key in self.choices.open:
            return self._clash(key, theirs, yours)
        if yours == base:
            return theirs
        return yours if theirs == base else self._clash(key, theirs, yours)

    def rows(self, relation: str, base: list[Row], theirs: list[Row], yours: list[Row] | None) -> list[Row]:
        """The rows to save, in their order, what is new of yours at the end."""
        if yours is None:
            yours = base
        before, now, typed = (_by_address(rows) for rows in (base, theirs, yours))
        merged = (
            self._row(relation, address, before.get(address), now.get(address), typed.get(address))
            for address in dict.fromkeys([*now, *typed, *before])
        )
        return [row for row in merged if row is not None]

    def _row(self, relation: str, address: UUID, base: Row | None, theirs: Row | None, yours: Row | None) -> Row | None:
        key = f"{relation}/{address}"
        if theirs is None or yours is None:
            kept: Row | None = self.cell(key, base, theirs, yours)
            return kept
        if yours == base and not self._is_open(key):
            if theirs != base:
                self.taken.add(key)
            return theirs
        values = {
            column: self.cell(f"{key}/{column}", (base or {}).get(column), theirs.get(column), value)
            for column, value in yours.items()
        }
        return theirs | values

    def _is_open(self, key: str) -> bool:
        return any(one.startswith(key) for one in (*self.choices.open, *self.choices.made))

    def _clash(self, key: str, theirs: Any, yours: Any) -> Any:
        self.clashes.append(Clash(key, theirs, yours))
        return theirs


def _by_address(rows: Iterable[Row]) -> dict[UUID, Row]:
    return {row["uuid"]: row for row in rows}


def changed_keys(before: StepContent, after: StepContent) -> set[str]:
    """The questions and relations in which two contents differ, by name: what the audit trail may hold."""
    names = {name for name, value in after.cells().items() if before.cells().get(name) != value}
    return names | {name for name, rows in after.rows.items() if before.rows.get(name, []) != rows}
