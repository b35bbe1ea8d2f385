"""What a section is built of: questions with answers, and tables of repeated rows. The package tells their shapes."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.budget import euro
from ambassadors.questions import QUESTIONS
from ambassadors.repeated import ROWS

Json = dict[str, Any]
NUMERIC = ("percentage", "cost", "amount")
COST_FIELDS = ("operating_costs", "funding")  # advice on these speaks of amounts
BLANK = "–"


def answers(title: str, *rows: Json) -> Json:
    return {"kind": "answers", "title": title, "rows": list(rows)}


def question(field: str, answer: Any, *, optional: bool = False, label: str = "") -> Json:
    """A question with its answer; `label` where the question is one of several about the same."""
    return {"field": field, "question": label or str(QUESTIONS[field]), "answer": str(answer), "optional": optional}


def sum_row(question: str, amount: str) -> Json:
    """A figure that follows from other answers: there is nothing to change in it."""
    return {"field": "", "question": question, "answer": amount, "optional": False}


def table(
    relation: str,
    rows: list[list[str]],
    *,
    total: list[str] | None = None,
    optional: bool = False,
    without: tuple[str, ...] = (),
) -> Json:
    """The rows of a relation, and below them their total; without rows there is no total. `without`: columns."""
    hidden = ("other", *without)  # a kind in one's own words stands in the place of the kind
    columns = [(name, label) for name, label in ROWS[relation].columns.items() if name not in hidden]
    return {
        "kind": "table",
        "field": relation,
        "title": str(ROWS[relation].heading),
        "columns": _cells(columns, [label for _name, label in columns]),
        "rows": [_cells(columns, row) for row in rows],
        "total": _cells(columns, total) if total and rows else [],
        "optional": optional,
    }


def empty_rows(relation: str) -> Json:
    """Rows with a page each, of which there is none yet."""
    return {"kind": "table", "field": relation, "title": str(ROWS[relation].heading), "rows": [], "relation": relation}


def _cells(columns: list[tuple[str, Any]], texts: list[Any]) -> list[Json]:
    """Each cell knows its column, for the phone, where a row is a card."""
    return [
        {"label": str(label), "numeric": name in NUMERIC, "text": str(text)}
        for (name, label), text in zip(columns, texts, strict=True)
    ]


def ticked(said: Any, labels: dict[str, Any]) -> str:
    """The labels that were ticked, one a line."""
    return "\n".join(str(label) for column, label in labels.items() if getattr(said, column))


def yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def moment(at: datetime) -> dict[str, str]:
    """Day and time in Brussels, for a sentence."""
    local = timezone.localtime(at)
    return {"day": date_format(local, "d/m/Y"), "time": date_format(local, "H.i")}


def euro_or_blank(amount: Any) -> str:
    return BLANK if amount is None else euro(amount)
