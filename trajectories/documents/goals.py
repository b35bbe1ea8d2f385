"""Process criteria and kinds of result among the goals, beside contacts and results, in words."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.budget import percent
from ambassadors.enums import Criterion, ResultKind
from ambassadors.instrument import IndicatorKind, StepNumber
from trajectories.documents.bricks import Choice, Column, Grid, hours, in_a_row, label, long_day, number, sentences
from trajectories.enums import ResultState
from trajectories.practice import Practice
from trajectories.practice.work import CriterionPractice, CriterionRow, PlannedGoal, ResultPractice, ResultRow


def criteria(practice: Practice) -> Choice:
    goals = practice.plan.goals
    noted = practice.noted.criteria if practice.noted else None
    return Choice(
        key="criteria",
        step=StepNumber.GOALS,
        title=_("Process criteria"),
        plan=_planned(IndicatorKind.PROCESS, goals, {goal.criterion for goal in goals}, Criterion),
        practice=_criterion_sentences(noted) if noted else (),
        is_known=noted is not None,
        grid=_criterion_grid(noted) if noted and noted.all.contacts else None,
    )


def _planned(kind: IndicatorKind, goals: Sequence[PlannedGoal], aims: set[str], choices: Any) -> tuple[str, ...]:
    """What the goals of this kind aim at, and how many say nothing that could be compared."""
    mine = [goal for goal in goals if goal.kind == kind]
    unnamed = sum(not (goal.criterion or goal.result) for goal in mine)
    codes = in_a_row(choices, (code for code in choices.values if code in aims))
    return sentences(_aims(kind, len(mine), codes), _unnamed(kind, unnamed) if unnamed else "")


def _aims(kind: IndicatorKind, count: int, codes: str) -> str:
    if kind == IndicatorKind.PROCESS:
        none = _("No goal with a process criterion.")
        some = ngettext("%(count)s process goal: %(codes)s.", "%(count)s process goals: %(codes)s.", count)
    else:
        none = _("No goal with a kind of result.")
        some = ngettext("%(count)s result goal: %(codes)s.", "%(count)s result goals: %(codes)s.", count)
    return some % {"count": count, "codes": codes} if codes else none


def _unnamed(kind: IndicatorKind, count: int) -> str:
    if kind == IndicatorKind.PROCESS:
        said = ngettext("%(count)s goal names no criterion.", "%(count)s goals name no criterion.", count)
    else:
        said = ngettext("%(count)s goal names no kind of result.", "%(count)s goals name no kind of result.", count)
    return said % {"count": count}


def _criterion_sentences(found: CriterionPractice) -> tuple[str, ...]:
    if not found.all.contacts:
        return (_("No contact was logged yet."),)
    all_of_them = ngettext("%(count)s contact, %(hours)s.", "%(count)s contacts, %(hours)s.", found.all.contacts)
    values = {"count": number(found.all.contacts), "hours": hours(found.all.minutes)}
    return (all_of_them % values, *(_served(row, found) for row in found.planned))


def _served(row: CriterionRow, found: CriterionPractice) -> str:
    values = {
        "criterion": label(Criterion, row.criterion),
        "count": number(row.tally.contacts),
        "total": number(found.all.contacts),
        "percent": _share(row),
    }
    return _("%(criterion)s: %(count)s of the %(total)s contacts (%(percent)s).") % values


def _share(row: CriterionRow) -> str:
    return percent(row.share.percent) if row.share else "–"


def _criterion_grid(found: CriterionPractice) -> Grid:
    return Grid(
        caption=_("Contacts, by what they were mainly for"),
        columns=(
            Column(_("Process criterion"), numeric=False),
            Column(_("Goals")),
            Column(_("Contacts")),
            Column(_("Minutes")),
            Column(_("Share")),
        ),
        rows=tuple(
            (
                label(Criterion, row.criterion),
                number(row.goals),
                number(row.tally.contacts),
                number(row.tally.minutes),
                _share(row),
            )
            for row in found.rows
            if row.goals or row.tally.contacts
        ),
        total=(
            _("In all"),
            number(sum(row.goals for row in found.rows)),
            number(found.all.contacts),
            number(found.all.minutes),
            "",
        ),
        hint=_("A contact counts for one criterion, the main one; it may have served others too."),
    )


def results(practice: Practice) -> Choice:
    goals = practice.plan.goals
    noted = practice.noted.results if practice.noted else None
    return Choice(
        key="results",
        step=StepNumber.GOALS,
        title=_("Results"),
        plan=_planned(IndicatorKind.RESULT, goals, {goal.result for goal in goals}, ResultKind),
        practice=_result_sentences(noted, practice) if noted else (),
        is_known=noted is not None,
        grid=_result_grid(noted) if noted and noted.total else None,
    )


def _result_sentences(found: ResultPractice, practice: Practice) -> tuple[str, ...]:
    if not found.total:
        return (_("No result was noted since %(day)s.") % {"day": long_day(practice.since)},)
    reached = ngettext(
        "%(reached)s of %(count)s result noted was reached.",
        "%(reached)s of the %(count)s results were reached.",
        found.total,
    )
    values = {"reached": number(found.by_state[ResultState.REACHED]), "count": number(found.total)}
    return (reached % values, *(_of_kind(row) for row in found.planned))


def _of_kind(row: ResultRow) -> str:
    if not row.total:
        return _("%(kind)s: nothing noted yet.") % {"kind": label(ResultKind, row.kind)}
    values = {
        "kind": label(ResultKind, row.kind),
        "reached": number(row.by_state[ResultState.REACHED]),
        "total": number(row.total),
    }
    return _("%(kind)s: %(reached)s of the %(total)s noted reached.") % values


def _result_grid(found: ResultPractice) -> Grid:
    return Grid(
        caption=_("Results, by kind"),
        columns=(
            Column(_("Kind of result"), numeric=False),
            Column(_("Goals")),
            *(Column(capfirst(str(state.label))) for state in ResultState),
        ),
        rows=tuple(
            (label(ResultKind, row.kind), number(row.goals), *(number(row.by_state[state]) for state in ResultState))
            for row in found.rows
            if row.goals or row.total
        ),
        total=(
            _("In all"),
            number(sum(row.goals for row in found.rows)),
            *(number(found.by_state[state]) for state in ResultState),
        ),
    )
