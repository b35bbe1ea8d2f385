"""The dossier as plain sections that fit in JSON: every question with its answer, the tables, the advice.

The check of the answers shows them; the report job makes the PDF of them (templates/ambassadors/dossier_pdf.html).
A section holds `blocks`, in the order of the page. A block is either
    {"kind": "answers", "title", "rows": [{"field", "question", "answer", "optional"}]}   "" is: not answered yet
    {"kind": "table", "field", "title", "columns": [cell], "rows": [[cell]], "total": [cell]}
with a cell as {"label", "numeric", "text"}.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.advice import Advice
from ambassadors.budget import Sums, euro, percent
from ambassadors.instrument import ROUTE_ARGUMENTS, Route, StepNumber, TermKind
from ambassadors.models import HiringFile, Step
from ambassadors.questions import QUESTIONS, REASONS, ROWS
from ambassadors.summaries import listed, months, progress

Json = dict[str, Any]
COST_FIELDS = ("operating_costs", "funding")
NUMERIC = ("percentage", "cost", "amount")
BLANK = "–"


def hiring_file_document(hiring_file: HiringFile, *, with_costs: bool) -> Json:
    """The whole dossier, of a `hiring_file` fetched with_answers(). Without costs: no amount in euro."""
    workers = hiring_file.workers()
    return {
        "title": _("Hiring a connection ambassador"),
        "project": hiring_file.project.title,
        "organisation": hiring_file.project.organisation.name,
        "progress": progress(hiring_file),
        "with_costs": with_costs,
        "steps": [
            step_section(step, with_costs=with_costs)
            | {"workers": listed([worker.name for worker in workers[step.number]])}
            for step in hiring_file.steps.all()
        ],
    }


def step_section(step: Step, *, with_costs: bool) -> Json:
    """One step, with what the instrument says about it."""
    return {
        "number": step.number,
        "title": step.title,
        "state": step.state,
        "state_label": step.get_state_display(),
        "saved": saved(step),
        "blocks": [block for block in BLOCKS.get(step.number, _note_blocks)(step, with_costs) if block],
        "advice": [_plain(advice) for advice in advice_on(step, with_costs=with_costs)],
    }


def advice_on(step: Step, *, with_costs: bool) -> list[Advice]:
    """The advice about a step; what speaks of amounts only to those who see them."""
    return [
        advice
        for advice in step.hiring_file.all_advice
        if advice.step == step.number and (with_costs or advice.field not in COST_FIELDS)
    ]


def saved(step: Step) -> str:
    """Who saved it last and when, or nothing."""
    if step.updated_at is None or step.updated_by is None:
        return ""
    values = _moment(step.updated_at) | {"name": step.updated_by.user.display_name}
    return _("Saved on %(day)s at %(time)s by %(name)s") % values


def _moment(at: datetime) -> dict[str, str]:
    local = timezone.localtime(at)
    return {"day": date_format(local, "d/m/Y"), "time": date_format(local, "H.i")}


def _plain(advice: Advice) -> Json:
    return {
        "level": advice.level.value,
        "label": str(advice.level.label),
        "reason": advice.reason,
        "source": advice.source.value,
        "source_label": advice.source_label,
    }


# --- Steps with a note only -------------------------------------------------------------------------------------------


def _note_blocks(step: Step, with_costs: bool) -> Iterator[Json]:
    yield _answers("", _row("note", step.note, optional=step.answers is not None))


# --- Step 3 -----------------------------------------------------------------------------------------------------------


def _strategy_blocks(step: Step, with_costs: bool) -> Iterator[Json]:
    yield from _focus(step.hiring_file)
    yield _table("wanted_profiles", [_profile_cells(row) for row in step.hiring_file.wanted_profiles.all()])
    yield _table("needed_partners", [_partner_cells(row) for row in step.hiring_file.needed_partners.all()])
    yield from _note_blocks(step, with_costs)


def _focus(hiring_file: HiringFile) -> Iterator[Json]:
    """One of the three ways to draw the line is enough: then the others are not missing."""
    said = hiring_file.strategy_answers
    yield _answers(
        _("Focus"),
        _row("focus_target_group", said.focus_target_group, optional=said.has_focus),
        _row("focus_neighbourhood", said.focus_neighbourhood, optional=said.has_focus),
        _row("focus_youth_work", said.focus_youth_work, optional=said.has_focus),
        _row("organised", said.get_organised_display()),
        _row("orientation", said.get_orientation_display()),
        _row("reasons", _ticked(said, REASONS)),
        _row("why", said.why, optional=True),
    )
    chosen = [row.get_strategy_display() for row in hiring_file.chosen_strategies.all()]
    yield _answers(_("Strategies"), _row("strategies", capfirst(listed(chosen))))


def _profile_cells(row: Any) -> list[str]:
    return [capfirst(row.called) or BLANK, row.get_leaning_display() or BLANK]


def _partner_cells(row: Any) -> list[str]:
    day = date_format(row.engagement_on, "d/m/Y") if row.engagement_on else BLANK
    return [row.called, row.get_kind_display() or BLANK, row.get_engagement_display(), day]


# --- Step 4 -----------------------------------------------------------------------------------------------------------


def _budget_blocks(step: Step, with_costs: bool) -> Iterator[Json]:
    hiring_file, sums = step.hiring_file, step.hiring_file.as_dossier().sums
    yield _staffing(hiring_file, sums, with_costs)
    if with_costs:
        yield _operating_costs(hiring_file, sums)
        yield _funding(hiring_file, sums)
        yield _together(sums)
    yield _term(hiring_file)
    yield _hire(hiring_file)
    yield _post(hiring_file)
    yield from _note_blocks(step, with_costs)


def _staffing(hiring_file: HiringFile, sums: Sums, with_costs: bool) -> Json:
    cells = [
        [row.label or BLANK, percent(row.percentage) if row.percentage else BLANK, _euro(row.cost)]
        for row in hiring_file.staffing.all()
    ]
    block = _table("staffing", cells, total=[_("Together"), percent(sums.percentage), euro(sums.staffing)])
    return block if with_costs else _without_last_column(block)


def _without_last_column(block: Json) -> Json:
    lists = {name: block[name][:-1] for name in ("columns", "total")}
    return block | lists | {"rows": [cells[:-1] for cells in block["rows"]]}


def _operating_costs(hiring_file: HiringFile, sums: Sums) -> Json:
    cells = [
        [row.get_category_display() or BLANK, row.description or BLANK, _euro(row.amount)]
        for row in hiring_file.operating_costs.all()
    ]
    return _table("operating_costs", cells, total=[_("Together"), "", euro(sums.operating)])


def _funding(hiring_file: HiringFile, sums: Sums) -> Json:
    cells = [[row.source or BLANK, _euro(row.amount)] for row in hiring_file.funding.all()]
    return _table("funding", cells, total=[_("Together"), euro(sums.funding)])


def _together(sums: Sums) -> Json:
    """The sums of a year, for as far as the amounts are known."""
    return _answers(
        _("Costs and funding in a year"),
        _sum(_("Staffing and operating costs"), euro(sums.costs)),
        _sum(_("Funding"), euro(sums.funding)),
        _sum(_("Still to be found") if sums.balance < 0 else _("Left over"), euro(abs(sums.balance))),
    )


def _term(hiring_file: HiringFile) -> Json:
    said = hiring_file.budget_answers
    fixed = months(said.months) if said.months else ""
    return _answers(
        _("Term"), _row("term", fixed if said.term == TermKind.MONTHS else said.get_term_display(), optional=False)
    )


def _hire(hiring_file: HiringFile) -> Json:
    said = hiring_file.budget_answers
    return _answers(
        _("Hire or tender"),
        _row("initiator", said.initiator_other or said.get_initiator_display()),
        _row("route", said.get_route_display()),
        _row("arguments_hire", _ticked(said, ROUTE_ARGUMENTS[Route.HIRE]), optional=said.route != Route.HIRE),
        _row("arguments_tender", _ticked(said, ROUTE_ARGUMENTS[Route.TENDER]), optional=said.route != Route.TENDER),
        _row("argument_other", said.argument_other, optional=True),
    )


def _post(hiring_file: HiringFile) -> Json:
    said = hiring_file.budget_answers
    return _answers(
        _("The post"),
        _row("service", said.service),
        _row("mandate", said.mandate),
        _row("post_profile", said.post_profile),
    )


BLOCKS: dict[int, Callable[[Step, bool], Iterator[Json]]] = {
    StepNumber.STRATEGY: _strategy_blocks,
    StepNumber.BUDGET: _budget_blocks,
}


# --- Bricks -----------------------------------------------------------------------------------------------------------


def _answers(title: str, *rows: Json) -> Json:
    return {"kind": "answers", "title": title, "rows": list(rows)}


def _row(field: str, answer: Any, *, optional: bool = False) -> Json:
    return {"field": field, "question": str(QUESTIONS[field]), "answer": str(answer), "optional": optional}


def _sum(question: str, amount: str) -> Json:
    """A figure that follows from other answers: there is nothing to change in it."""
    return {"field": "", "question": question, "answer": amount, "optional": False}


def _table(relation: str, rows: list[list[str]], *, total: list[str] | None = None) -> Json:
    """The rows of a relation, and below them their total; without rows there is no total."""
    return {
        "kind": "table",
        "field": relation,
        "title": str(ROWS[relation].heading),
        "columns": _cells(relation, [label for _name, label in _columns(relation)]),
        "rows": [_cells(relation, row) for row in rows],
        "total": _cells(relation, total) if total and rows else [],
    }


def _cells(relation: str, texts: list[Any]) -> list[Json]:
    """Each cell knows its column, for the phone, where a row is a card."""
    return [
        {"label": str(label), "numeric": name in NUMERIC, "text": str(text)}
        for (name, label), text in zip(_columns(relation), texts, strict=True)
    ]


def _columns(relation: str) -> list[tuple[str, Any]]:
    """Name and heading of what is shown: a kind in one's own words stands in the place of the kind."""
    return [(name, label) for name, label in ROWS[relation].columns.items() if name != "other"]


def _ticked(answers: Any, labels: dict[str, Any]) -> str:
    """The labels that were ticked, one a line."""
    return "\n".join(str(label) for column, label in labels.items() if getattr(answers, column))


def _euro(amount: Any) -> str:
    return BLANK if amount is None else euro(amount)
