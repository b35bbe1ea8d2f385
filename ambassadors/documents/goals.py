"""Step 6 on paper."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.documents.bricks import BLANK, Json, answers, empty_rows, question, table, ticked
from ambassadors.instrument import CAPACITY_CONDITIONS, DEMAND_FACTORS, SUPPLY_FACTORS
from ambassadors.models import Goal, HiringFile, SuccessAgreement
from ambassadors.repeated import ROWS


def blocks(hiring_file: HiringFile) -> Iterator[Json]:
    said = hiring_file.goals_answers
    yield answers(
        _("Where you start from"),
        question("supply_factors", ticked(said, SUPPLY_FACTORS)),
        question("supply_start", said.supply_start, optional=True),
        question("demand_factors", ticked(said, DEMAND_FACTORS)),
        question("demand_start", said.demand_start, optional=True),
    )
    yield from _goals(hiring_file)
    yield answers(
        _("Numbers, if you want any"),
        question("conditions", ticked(said, CAPACITY_CONDITIONS), optional=True),
        question("yearly_started", "" if said.yearly_started is None else said.yearly_started, optional=True),
        question("yearly_guided", "" if said.yearly_guided is None else said.yearly_guided, optional=True),
    )
    yield _success(hiring_file)
    yield answers(
        _("Agreements on registration and reporting"),
        question("registration", said.registration),
        question("tool", said.tool),
        question("reporting", said.reporting),
        question("gdpr", said.gdpr),
        question("deontology", said.deontology),
    )
    follow_ups = hiring_file.follow_ups.all()
    yield table(
        "follow_ups",
        [[row.get_with_whom_display() or BLANK, _day(row.date), row.subject or BLANK] for row in follow_ups],
    )
    yield answers(
        _("Evaluation and adjustment"),
        question("evaluator", said.evaluator),
        question("evaluator_mandate", said.evaluator_mandate),
        question("wider_policy", said.wider_policy, optional=True),
    )
    adjusted = hiring_file.adjustments.all()
    yield table(
        "adjustments", [[_day(row.date), row.what or BLANK, row.reason or BLANK] for row in adjusted], optional=True
    )


def _goals(hiring_file: HiringFile) -> Iterator[Json]:
    """Each goal as a block of its own."""
    rows = list(hiring_file.goals.all())
    if not rows:
        yield empty_rows("goals")
    for number, goal in enumerate(rows):
        heading = "" if number else str(ROWS["goals"].heading)
        yield _goal(goal) | {"relation": "goals", "row": str(goal.uuid), "above": heading}


def _goal(goal: Goal) -> Json:
    asked = ROWS["goals"].columns

    def row(column: str, answer: object) -> Json:
        return question("", answer, label=str(asked[column]), optional=True)

    kinds = (goal.get_kind_display(), goal.get_criterion_display(), goal.get_result_display())
    return answers(
        goal.called,
        row("side", capfirst(goal.get_side_display())),
        row("kind", ", ".join(filter(None, kinds))),
        row("starting_point", goal.starting_point),
        row("target", goal.target),
        row("why", goal.why),
        question("", _agreement(goal), label=_("Agreed with the ambassador?")),
    )


def _agreement(goal: Goal) -> str:
    if not (goal.agreed_on and goal.agreed_by):
        return _("Not yet: this is a draft")
    values = {"day": _day(goal.agreed_on), "name": goal.agreed_by.user.display_name}
    return _("Yes, on %(day)s by %(name)s") % values


def _success(hiring_file: HiringFile) -> Json:
    """What counts as success, which has a page of its own."""
    rows = [
        question("success", agreement.definition.words, label=_from_year(agreement))
        for agreement in hiring_file.project.success_agreements.all()
    ]
    return answers(_("What counts as success"), *(rows or [question("success", "")])) | {"page": "success"}


def _from_year(agreement: SuccessAgreement) -> str:
    values = {"year": agreement.cohort_label, "day": date_format(agreement.agreed_on, "d/m/Y")}
    return _("From working year %(year)s on, agreed on %(day)s") % values


def _day(day: object) -> str:
    return date_format(day, "d/m/Y") if day else BLANK  # type: ignore[arg-type]
