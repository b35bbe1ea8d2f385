"""A step as one value: from the rows of the database, into them, and into the JSON that its history keeps."""

from datetime import date, time
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.db import models

from ambassadors.enums import Strategy
from ambassadors.instrument import StepNumber
from ambassadors.merging import Row, StepContent
from ambassadors.models import DossierRow, HiringFile, Step

Json = dict[str, Any]
KEYS = ("id", "hiring_file_id")


def content_of(step: Step) -> StepContent:
    """What a step holds now, of a `step` fetched with_answers()."""
    answers = {name: getattr(step.answers, name) for name in answer_columns(step)}
    if step.number == StepNumber.STRATEGY:
        answers["strategies"] = in_order(row.strategy for row in step.hiring_file.chosen_strategies.all())
    rows = {name: [row.content() for row in getattr(step.hiring_file, name).all()] for name in step.relations}
    return StepContent(note=step.note, is_ready=step.is_ready, answers=answers, rows=rows)


def answer_columns(step: Step) -> list[str]:
    """The columns in which a step's answers stand."""
    return [field.attname for field in step.answers._meta.concrete_fields if field.attname not in KEYS]


def in_order(strategies: Any) -> list[str]:
    """Strategies as the instrument lists them, whatever the order in which they were ticked."""
    chosen = {str(one) for one in strategies}
    return [one.value for one in Strategy if one.value in chosen]


def row_model(relation: str) -> type[DossierRow]:
    """The model behind a relation of the dossier."""
    return cast("type[DossierRow]", HiringFile._meta.get_field(relation).related_model)


def as_json(content: StepContent) -> Json:
    """A content as JSON holds it; dates, times, amounts and addresses as text."""
    return {
        "note": content.note,
        "is_ready": content.is_ready,
        "answers": content.answers,
        "rows": {relation: [dict(row) for row in rows] for relation, rows in content.rows.items()},
    }


def from_json(step: Step, kept: Json) -> StepContent:
    """The content that was kept, as values again. What the product no longer asks is left out."""
    model = type(step.answers)
    answers = {name: _value(model, name, value) for name, value in kept["answers"].items() if _asks(model, name)}
    if step.number == StepNumber.STRATEGY:
        answers["strategies"] = in_order(kept["answers"].get("strategies", ()))
    rows = {relation: [_row(relation, row) for row in kept["rows"].get(relation, ())] for relation in step.relations}
    return StepContent(note=kept["note"], is_ready=kept["is_ready"], answers=answers, rows=rows)


def empty(step: Step) -> StepContent:
    """A step in which nobody has filled in anything."""
    fields = type(step.answers)._meta.concrete_fields
    answers = {field.attname: field.get_default() for field in fields if field.attname not in KEYS}
    if step.number == StepNumber.STRATEGY:
        answers["strategies"] = []
    return StepContent(note="", is_ready=False, answers=answers, rows={name: [] for name in step.relations})


def _row(relation: str, kept: Json) -> Row:
    model = row_model(relation)
    values = {name: _value(model, name, kept[name]) for name in model.columns() if name in kept}
    return {"uuid": UUID(kept["uuid"])} | model.blank() | values


def _asks(model: type[models.Model], name: str) -> bool:
    return any(field.attname == name for field in model._meta.concrete_fields)


def _value(model: type[models.Model], name: str, kept: Any) -> Any:
    """The value of one column, out of its JSON."""
    if kept is None:
        return None
    field = next(field for field in model._meta.concrete_fields if field.attname == name)
    read = {models.DateField: date.fromisoformat, models.TimeField: time.fromisoformat, models.DecimalField: Decimal}
    return read.get(type(field), lambda value: value)(kept)
