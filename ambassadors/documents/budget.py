"""Step 4 on paper; without costs, no amount in euro."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ambassadors.budget import Sums, euro, percent
from ambassadors.documents.bricks import BLANK, Json, answers, euro_or_blank, question, sum_row, table, ticked
from ambassadors.instrument import ROUTE_ARGUMENTS, Route, TermKind
from ambassadors.models import HiringFile
from ambassadors.summaries import months


def blocks(hiring_file: HiringFile, with_costs: bool) -> Iterator[Json]:
    sums = hiring_file.as_dossier().sums
    yield _staffing(hiring_file, sums, with_costs)
    if with_costs:
        for block in (_operating_costs(hiring_file, sums), _funding(hiring_file, sums), _together(sums)):
            yield block | {"costs": True}
    yield _term(hiring_file)
    yield _hire(hiring_file)
    yield _post(hiring_file)


def _staffing(hiring_file: HiringFile, sums: Sums, with_costs: bool) -> Json:
    cells = [
        [row.label or BLANK, percent(row.percentage) if row.percentage else BLANK, euro_or_blank(row.cost)]
        for row in hiring_file.staffing.all()
    ]
    block = table("staffing", cells, total=[_("Together"), percent(sums.percentage), euro(sums.staffing)])
    return block if with_costs else without_wages(block)


def without_wages(block: Json) -> Json:
    """The table of who works for what percentage, without its last column."""
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
