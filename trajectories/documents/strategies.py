"""The strategies, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.enums import Strategy
from ambassadors.instrument import StepNumber
from trajectories.documents.bricks import Choice, Column, Grid, in_a_row, label, number, sentences
from trajectories.practice import Practice
from trajectories.practice.work import StrategyPractice, StrategyRow, Work


def strategies(practice: Practice) -> Choice:
    chosen = [code for code in Strategy.values if code in practice.plan.strategies]
    plan = _("Chosen: %(strategies)s.") % {"strategies": in_a_row(Strategy, chosen)} if chosen else ""
    noted = practice.noted.strategies if practice.noted else None
    return Choice(
        key="strategies",
        step=StepNumber.STRATEGY,
        title=_("Strategies"),
        plan=sentences(plan or _("No strategy was chosen yet.")),
        practice=_strategy_sentences(noted) if noted else (),
        is_known=noted is not None,
        grid=_strategy_grid(noted) if noted and noted.total else None,
    )


def _strategy_sentences(found: StrategyPractice) -> tuple[str, ...]:
    count, seen = len(found.chosen), len(found.seen)
    shown = ngettext(
        "%(seen)s of %(count)s chosen strategy shows in trajectories, activities, results or providers supported.",
        "%(seen)s of the %(count)s chosen strategies show in trajectories, activities, results or providers supported.",
        count,
    )
    return sentences(
        shown % {"seen": seen, "count": count} if count else "",
        _unseen(found.unseen),
        *(_unplanned(row, found.total) for row in found.unplanned),
    )


def _unseen(rows: list[StrategyRow]) -> str:
    if not rows:
        return ""
    values = {"strategies": in_a_row(Strategy, (row.strategy for row in rows))}
    return _("Not seen yet: %(strategies)s. It may have been noted under another strategy.") % values


def _unplanned(row: StrategyRow, total: int) -> str:
    """Not wrong: a plan may be adjusted, and step 6 has a place for that."""
    values = {"strategy": label(Strategy, row.strategy), "count": number(row.total), "total": number(total)}
    return _("%(strategy)s was not chosen, but was done: %(count)s of the %(total)s noted.") % values


def _strategy_grid(found: StrategyPractice) -> Grid:
    rows = [row for row in found.rows if row.is_chosen or row.total]
    columns = (
        Column(_("Strategy"), numeric=False),
        Column(_("Chosen"), numeric=False),
        Column(_("Trajectories")),
        Column(_("Activities")),
        Column(_("Results")),
        Column(_("Providers supported")),
    )
    return Grid(
        caption=_("What was noted, by strategy"),
        columns=columns,
        rows=tuple(
            (
                label(Strategy, row.strategy),
                _("Yes") if row.is_chosen else _("No"),
                *(number(row.counts[work]) for work in Work),
            )
            for row in rows
        ),
        total=(_("In all"), "", *(number(found.totals[work]) for work in Work)),
        hint=_("Results that were reached or are under way. A contact is noted without a strategy."),
    )
