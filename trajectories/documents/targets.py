"""The numbers of step 6 beside the figures, in words: an indication and no norm, and never extrapolated."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.instrument import StepNumber
from organisations.calendar import working_year_label
from trajectories.documents.bricks import Choice, Column, Grid, long_day, number, sentences
from trajectories.enums import MomentState
from trajectories.practice import Practice
from trajectories.practice.targets import TargetPractice, Targets, YearRow


def targets(practice: Practice) -> Choice:
    noted = practice.noted.targets if practice.noted else None
    return Choice(
        key="targets",
        step=StepNumber.GOALS,
        title=_("Numbers for a year"),
        plan=_plan(practice.plan.targets),
        practice=_practice(noted) if noted else (),
        is_known=noted is not None,
        grid=_grid(noted) if noted and noted.applies else None,
    )


def _plan(wanted: Targets) -> tuple[str, ...]:
    if not wanted.is_set:
        return (_("No numbers were chosen. That is a choice too."),)
    started, guided = wanted.started, wanted.guided
    return sentences(
        _("To start in a whole working year: %(count)s.") % {"count": number(started)} if started is not None else "",
        _("To guide in a whole working year: %(count)s.") % {"count": number(guided)} if guided is not None else "",
    )


def _practice(found: TargetPractice) -> tuple[str, ...]:
    if not found.applies:
        return (_("Does not apply: the chosen strategies are not counted in trajectories."),)
    year = found.running
    return sentences(
        _began(found),
        _started(found),
        _enrolled(year, found.targets.guided),
        _succeeded(year),
        _("This is an indication, no norm. We do not calculate on to a whole year.") if found.targets.is_set else "",
        _("Provisional: the year still runs, or not every moment is due.") if year.is_provisional else "",
    )


def _began(found: TargetPractice) -> str:
    if not found.began_within:
        return ""
    return _("The first ambassador began on %(day)s, so this year is no whole one.") % {
        "day": long_day(found.began_within)
    }


def _started(found: TargetPractice) -> str:
    figures = found.running.figures
    values = {
        "year": working_year_label(figures.working_year),
        "months": _months(found.months),
        "started": number(figures.started),
    }
    said = _("Working year %(year)s so far (%(months)s): started %(started)s.") % values
    return _beside(said, found.targets.started)


def _beside(said: str, target: int | None) -> str:
    """What happened, and what was planned for a whole year."""
    if target is None:
        return said
    return f"{said} " + _("For a whole year the dossier says %(target)s.") % {"target": number(target)}


def _months(count: int) -> str:
    if not count:
        return _("not one whole month yet")
    return ngettext("%(count)s whole month", "%(count)s whole months", count) % {"count": count}


def _enrolled(year: YearRow, target: int | None) -> str:
    figures = year.figures
    if not figures.started and target is None:
        return ""
    values = {"enrolled": number(figures.enrolled), "started": number(figures.started)}
    said = _("%(enrolled)s of the %(started)s that started enrolled (moment 1).") % values
    return _beside(said, target)


def _succeeded(year: YearRow) -> str:
    """By what was agreed; where moment 1 is what counts, with or without support, it was said already."""
    found = year.success
    if found is None:
        return _("What counts as success was not agreed for this working year.")
    if not found.started:
        return ""
    values = {
        "words": found.definition.words,
        "reached": number(found.counts.reached),
        "started": number(found.started),
        "open": number(found.counts.not_due),
    }
    return (
        _("Success as agreed, %(words)s: %(reached)s of the %(started)s that started. Not yet due: %(open)s.") % values
    )


def _grid(found: TargetPractice) -> Grid:
    return Grid(
        caption=_("Trajectories, by working year of the start"),
        columns=(
            Column(_("Working year"), numeric=False),
            Column(_("Started")),
            Column(_("Enrolled (moment 1)")),
            Column(_("Success as agreed")),
            Column(_("Not yet due")),
            Column(_("Provisional?"), numeric=False),
        ),
        rows=tuple(_row(year) for year in found.years),
        hint=_("A trajectory counts for good in the working year in which it began."),
    )


def _row(year: YearRow) -> tuple[str, ...]:
    figures, success = year.figures, year.success
    return (
        working_year_label(figures.working_year),
        number(figures.started),
        number(figures.enrolled),
        number(success.counts[MomentState.REACHED]) if success else _("nothing agreed"),
        number(success.counts[MomentState.NOT_DUE]) if success else number(figures.counts[0].not_due),
        _("Provisional") if year.is_provisional else _("Final"),
    )
