"""Successful guidance in a progress report: what was agreed, and what came of it, cohort by cohort."""

from django.utils.translation import gettext as _

from ambassadors.enums import CutoffMoment, Support
from ambassadors.success import Definition
from reporting.documents.moments import FOUR, heads
from reporting.documents.parts import Json, Paragraph, Row, Section, left_out_sentence, percent, table, year_label
from trajectories.documents.bricks import Column, number


def successful_guidance(figures: Json) -> list[Section]:
    """Nothing in reports that were frozen before there were agreements."""
    cohorts = [cohort for cohort in figures["cohorts"] if "success" in cohort]
    if not cohorts:
        return []
    said = _("Success is what was agreed for the working year in which a trajectory began (dossier, step 6).")
    columns = (
        Column(_("Working year"), numeric=False),
        Column(_("Agreed"), numeric=False),
        Column(_("Began")),
        *heads(FOUR),
        Column(_("Reached, %")),
    )
    rows = [_row(figures, cohort) for cohort in cohorts]
    title = _("Successful guidance")
    return [Section(title, (Paragraph(said), table(title, columns, rows, left_out="", wide=True)))]


def _row(figures: Json, cohort: Json) -> Row:
    label, success = year_label(cohort["working_year"]), cohort["success"]
    if success is None:
        return Row((label,), note=_("Nothing was agreed for this working year: there is no success figure."))
    if success["counts"] is None:
        return Row((label,), note=left_out_sentence(figures))
    words = Definition(CutoffMoment(success["moment"]), Support(success["support"])).words
    counts = [number(success["counts"][outcome]) for outcome in FOUR]
    return Row((label, words, number(cohort["started"]), *counts, _rate(success["rate"])))


def _rate(rate: Json | None) -> str:
    """82 % (27/33): never without its denominator."""
    return f"{percent(rate['percent'])} ({number(rate['reached'])}/{number(rate['denominator'])})" if rate else "–"
