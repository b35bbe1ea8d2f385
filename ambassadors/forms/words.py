"""A step's content in words: the label of each cell, its value as one reads it, what differs between two contents."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from ambassadors.forms.rows import RowForm
from ambassadors.forms.steps import FORMS, ROW_FORMS
from ambassadors.merging import Clash, Row, StepContent
from ambassadors.models import Step
from ambassadors.questions import QUESTIONS
from ambassadors.repeated import ROWS
from organisations.editing import shown


class Difference(NamedTuple):
    """One cell in two contents, in words. Nothing is ""."""

    key: str
    label: str
    before: str
    after: str


class StepWords:
    """Reads the cells of one step aloud. `sources` are those of the list, with whatever is no longer offered."""

    def __init__(self, step: Step, *, today: date, sources: Any = ()) -> None:
        self.form = FORMS[step.number]()
        self.row_forms: dict[str, RowForm] = {
            name: ROW_FORMS[name](today=today, sources=sources) for name in step.relations
        }

    def clash(self, clash: Clash) -> Difference:
        """A clash: theirs as it stands, yours as it was typed."""
        theirs, yours = (self.words(clash.key, value) for value in (clash.theirs, clash.yours))
        return Difference(clash.key, self.label(clash.key), theirs, yours)

    def differences(self, before: StepContent, after: StepContent) -> list[Difference]:
        """What changed between two versions; a row that came or went as a whole."""
        old, new = before.cells(), after.cells()
        names = [name for name, value in new.items() if old.get(name) != value]
        changed = [self._difference(name, old.get(name), new[name]) for name in names]
        for relation in after.rows:
            changed += self._row_differences(relation, before, after)
        return changed

    def label(self, key: str) -> str:
        """The question, with the heading and the column for a cell of a row."""
        relation, *rest = key.split("/")
        if rest:
            column = ROWS[relation].columns.get(rest[1], "") if len(rest) > 1 else ""
            return f"{ROWS[relation].heading} {column}".strip()
        if key == "is_ready":
            return str(self.form.fields["ready"].label)
        return str(QUESTIONS[self.form.name_of(key)])

    def words(self, key: str, value: Any) -> str:
        relation, *rest = key.split("/")
        if len(rest) > 1:
            return self.row_forms[relation].words(rest[1], value)
        if rest:
            return self.row_in_words(relation, value) if value else _("removed")
        return self._answer(key, value)

    def row_in_words(self, relation: str, row: Row) -> str:
        """A row in one line."""
        form = self.row_forms[relation]
        return " · ".join(filter(None, (form.words(name, row[name]) for name in form.columns if name in row)))

    def _answer(self, key: str, value: Any) -> str:
        name = self.form.name_of(key)
        if key == "is_ready":
            return _("yes") if value else _("no")
        if name != key:  # one of several ticks
            label = dict(self.form.fields[name].choices)[key]  # type: ignore[attr-defined]
            return f"{label}: {_('yes') if value else _('no')}"
        return shown(self.form[name], self.form.fields[name].prepare_value(value))

    def _row_differences(self, relation: str, before: StepContent, after: StepContent) -> list[Difference]:
        old, new = ({row["uuid"]: row for row in content.rows.get(relation, ())} for content in (before, after))
        found: list[Difference] = []
        for address in dict.fromkeys([*old, *new]):
            found += self._row_difference(relation, address, old.get(address), new.get(address))
        return found

    def _row_difference(self, relation: str, address: UUID, old: Row | None, new: Row | None) -> list[Difference]:
        key = f"{relation}/{address}"
        if old is None or new is None:
            texts = (self.row_in_words(relation, row) if row else "" for row in (old, new))
            return [Difference(key, self.label(key), *texts)]
        columns = [name for name in self.row_forms[relation].columns if old.get(name) != new.get(name)]
        return [self._difference(f"{key}/{name}", old.get(name), new.get(name)) for name in columns]

    def _difference(self, key: str, before: Any, after: Any) -> Difference:
        old, new = ("" if value in (None, "") else self.words(key, value) for value in (before, after))
        return Difference(key, self.label(key), old, new)
