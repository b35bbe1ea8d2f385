"""The answers of each step, block by block, in the order of its page."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.budget import Sums, euro, percent
from ambassadors.documents.bricks import BLANK, Json, answers, euro_or_blank, question, sum_row, table, ticked
from ambassadors.instrument import ROUTE_ARGUMENTS, Route, StepNumber, TermKind
from ambassadors.models import HiringFile, Step, SuccessAgreement
from ambassadors.questions import REASONS
from ambassadors.summaries import listed, months


def blocks_of(step: Step, *, with_costs: bool) -> list[Json]:
    """All that was asked in a step; the tables and sums of money only with costs."""
    return list(BLOCKS.get(step.number, _note_blocks)(step, with_costs))


# --- Steps with a note only -------------------------------------------------------------------------------------------


def _note_blocks(step: Step, with_costs: bool) -> Iterator[Json]:
    yield answers("", question("note", step.note, optional=step.answers is not None))


# --- Step 3 -----------------------------------------------------------------------------------------------------------


def _strategy_blocks(step: Step, with_costs: bool) -> Iterator[Json]:
    yield from _focus(step.hiring_file)
    yield table("wanted_profiles", [_profile_cells(row) for row in step.hiring_file.wanted_profiles.all()])
    yield table("needed_partners", [_partner_cells(row) for row in step.hiring_file.needed_partners.all()])
    yield from _note_blocks(step, with_costs)


def _focus(hiring_file: HiringFile) -> Iterator[Json]:
    """One of the three ways to draw the line is enough: then the others are not missing."""
    said = hiring_file.strategy_answers
    yield answers(
        _("Focus"),
        question("focus_target_group", said.focus_target_group, optional=said.has_focus),
        question("focus_neighbourhood", said.focus_neighbourhood, optional=said.has_focus),
        question("focus_youth_work", said.focus_youth_work, optional=said.has_focus),
        question("organised", said.get_organised_display()),
        question("orientation", said.get_orientation_display()),
        question("reasons", ticked(said, REASONS)),
        question("why", said.why, optional=True),
    )
    chosen = [row.get_strategy_display() for row in hiring_file.chosen_strategies.all()]
    yield answers(_("Strategies"), question("strategies", capfirst(listed(chosen))))


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
        [row.label or BLANK, percent(row.percentage) if row.percentage else BLANK, euro_or_blank(row.cost)]
        for row in hiring_file.staffing.all()
    ]
    block = table("staffing", cells, total=[_("Together"), percent(sums.percentage), euro(sums.staffing)])
    return block if with_costs else _without_last_column(block)


def _without_last_column(block: Json) -> Json:
    lists = {name: block[name][:-1] for name in ("columns", "total")}
    return block | lists | {"rows": [cells[:-1] for cells in block["rows"]]}


def _operating_costs(hiring_file: HiringFile, sums: Sums) -> Json:
    cells = [
        [row.get_category_display() or BLANK, row.description or BLANK, euro_or_blank(row.amount)]
        for row in hiring_file.operating_costs.all()
    ]
    return table("operating_costs", cells, total=[_("Together"), "", euro(sums.operating)])


def _funding(hiring_file: HiringFile, sums: Sums) -> Json:
    cells = [[row.source or BLANK, euro_or_blank(row.amount)] for row in hiring_file.funding.all()]
    return table("funding", cells, total=[_("Together"), euro(sums.funding)])


def _together(sums: Sums) -> Json:
    """The sums of a year, for as far as the amounts are known."""
    return answers(
        _("Costs and funding in a year"),
        sum_row(_("Staffing and operating costs"), euro(sums.costs)),
        sum_row(_("Funding"), euro(sums.funding)),
        sum_row(_("Still to be found") if sums.balance < 0 else _("Left over"), euro(abs(sums.balance))),
    )


def _term(hiring_file: HiringFile) -> Json:
    said = hiring_file.budget_answers
    fixed = months(said.months) if said.months else ""
    return answers(
        _("Term"), question("term", fixed if said.term == TermKind.MONTHS else said.get_term_display(), optional=False)
    )


def _hire(hiring_file: HiringFile) -> Json:
    said = hiring_file.budget_answers
    return answers(
        _("Hire or tender"),
        question("initiator", said.initiator_other or said.get_initiator_display()),
        question("route", said.get_route_display()),
        question("arguments_hire", ticked(said, ROUTE_ARGUMENTS[Route.HIRE]), optional=said.route != Route.HIRE),
        question("arguments_tender", ticked(said, ROUTE_ARGUMENTS[Route.TENDER]), optional=said.route != Route.TENDER),
        question("argument_other", said.argument_other, optional=True),
    )


def _post(hiring_file: HiringFile) -> Json:
    said = hiring_file.budget_answers
    return answers(
        _("The post"),
        question("service", said.service),
        question("mandate", said.mandate),
        question("post_profile", said.post_profile),
    )


# --- Step 6 -----------------------------------------------------------------------------------------------------------


def _goals_blocks(step: Step, with_costs: bool) -> Iterator[Json]:
    """What counts as success, which has a page of its own, before the note."""
    rows = [
        question("success", agreement.definition.words, label=_from_year(agreement))
        for agreement in step.hiring_file.project.success_agreements.all()
    ]
    yield answers(_("What counts as success"), *(rows or [question("success", "")])) | {"page": "success"}
    yield from _note_blocks(step, with_costs)


def _from_year(agreement: SuccessAgreement) -> str:
    values = {"year": agreement.cohort_label, "day": date_format(agreement.agreed_on, "d/m/Y")}
    return _("From working year %(year)s on, agreed on %(day)s") % values


BLOCKS: dict[int, Callable[[Step, bool], Iterator[Json]]] = {
    StepNumber.STRATEGY: _strategy_blocks,
    StepNumber.BUDGET: _budget_blocks,
    StepNumber.GOALS: _goals_blocks,
}
