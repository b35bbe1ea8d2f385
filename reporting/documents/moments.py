"""The three moments in words: the first page's sentences, the charts on one scale, the tables beneath."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reporting import charts
from reporting.documents.parts import (
    BLANK,
    Column,
    Figure,
    Json,
    Multiples,
    Row,
    Table,
    left_out_sentence,
    long_day,
    number,
    percent,
    table,
    year_label,
)
from reporting.figures.deadlines import reenrolment_known_on

NAMES = (gettext_lazy("Enrolled"), gettext_lazy("Still takes part"), gettext_lazy("Enrolled again"))
OUTCOMES = ("reached", "missed", "unknown", "not_asked", "not_due", "not_applicable")
HEADS = {
    "reached": gettext_lazy("Reached"),
    "missed": gettext_lazy("Not reached"),
    "unknown": gettext_lazy("Cannot be found out"),
    "not_asked": gettext_lazy("Not asked"),
    "not_due": gettext_lazy("Not yet due"),
    "not_applicable": gettext_lazy("Does not apply"),
}


# --- Sentences --------------------------------------------------------------------------------------------------------


def sentences(figures: Json) -> tuple[str, ...]:
    """Three, about the cohort of the report: enrolled, still takes part, enrolled again. With their denominators."""
    cohort = headline(figures)
    if cohort is None or cohort["started"] == 0:
        return (_("No trajectories began in %(year)s.") % {"year": _year(figures["cohort"])},)
    if cohort["started"] is None or cohort["moments"][0]["left_out"]:
        return (_started(cohort), left_out_sentence(figures))
    if cohort["moments"][0]["counts"]["reached"] == 0:
        return (_enrolled(cohort),)
    return (_enrolled(cohort), _still_takes_part(figures, cohort), _enrolled_again(figures, cohort))


def headline(figures: Json) -> Json | None:
    return next((cohort for cohort in figures["cohorts"] if cohort["working_year"] == figures["cohort"]), None)


def _year(year: int) -> str:
    return _("working year %(year)s") % {"year": year_label(year)}


def _started(cohort: Json) -> str:
    if cohort["started"] is None:
        return _("So few trajectories began in %(year)s that no figure stands here.") % {
            "year": _year(cohort["working_year"])
        }
    return format_html(
        _("<b>{started} trajectories</b> began in {year}."),
        started=number(cohort["started"]),
        year=_year(cohort["working_year"]),
    )


def _enrolled(cohort: Json) -> str:
    return format_html(
        _("Of the <b>{started} trajectories</b> that began in {year}, <b>{enrolled}</b> led to an enrolment."),
        started=number(cohort["started"]),
        year=_year(cohort["working_year"]),
        enrolled=number(cohort["moments"][0]["counts"]["reached"]),
    )


def _still_takes_part(figures: Json, cohort: Json) -> str:
    moment = cohort["moments"][1]
    if moment["left_out"]:
        return _("About who still takes part, the numbers are too small to show.")
    if rate := moment["rate"]:
        sentence = _(
            "Of <b>{known}</b> we know how it was after six to eight months: <b>{reached} still took part ({rate})</b>."
        )
        return _with_rate(sentence, rate) + _unknown(moment)
    return _so_far(
        _("Of the {enrolled} who enrolled, <b>{reached}</b> took part after six to eight months so far."), moment
    )


def _enrolled_again(figures: Json, cohort: Json) -> str:
    moment, known_on = cohort["moments"][2], reenrolment_known_on(figures)
    if moment["left_out"]:
        return _("About who enrolled again, the numbers are too small to show.")
    if figures["reference_date"] < known_on.isoformat():
        sentence = _("Whether they enrol again, we know on {day}: <b>{reached}</b> did already.")
        return _so_far(sentence, moment, day=long_day(known_on.isoformat()))
    if rate := moment["rate"]:
        sentence = _(
            "Of <b>{known}</b> we know whether they enrolled again in the next year: <b>{reached} did ({rate})</b>."
        )
        return _with_rate(sentence, rate) + _unknown(moment)
    return _so_far(_("Of the {enrolled} who enrolled, <b>{reached}</b> enrolled again so far."), moment)


def _with_rate(sentence: str, rate: Json) -> str:
    numbers = {"known": number(rate["denominator"]), "reached": number(rate["reached"])}
    return format_html(sentence, rate=percent(rate["percent"]), **numbers)


def _so_far(sentence: str, moment: Json, **more: str) -> str:
    enrolled = sum(moment["of_enrolled"].values())
    return format_html(sentence, enrolled=number(enrolled), reached=number(moment["counts"]["reached"]), **more)


def _unknown(moment: Json) -> str:
    count = moment["counts"]["unknown"] + moment["counts"]["not_asked"]
    return " " + _("Of %(count)s we do not know.") % {"count": number(count)} if count else ""


# --- Charts -----------------------------------------------------------------------------------------------------------


def multiples(figures: Json) -> Multiples:
    """Three charts on one scale: how many of each cohort reached each moment."""
    bars = [[_bar(cohort, moment) for cohort in figures["cohorts"]] for moment in range(3)]
    scale = charts.scale_of(bars)
    return Multiples(
        tuple(
            Figure(
                title=_finding(figures, moment),
                measure=str(MEASURES[moment]),
                words=_words(bars[moment]),
                chart=charts.stacked(bars[moment], scale),
            )
            for moment in range(3)
        ),
        legend=_(
            "Solid: reached. Grey: not reached. Hatched: cannot be found out, or not asked. Outlined: not yet due."
        ),
    )


MEASURES = (
    gettext_lazy("Trajectories, by working year of the start"),
    gettext_lazy("Of those who enrolled, by working year of the start"),
    gettext_lazy("Of those who enrolled, by working year of the start"),
)


def _bar(cohort: Json, moment: int) -> charts.Bar:
    label, row = year_label(cohort["working_year"]), cohort["moments"][moment]
    counts = row["of_enrolled"] or row["counts"]
    if counts is None:
        return charts.Bar(label, note=_("left out"))
    unknown = counts["unknown"] + counts["not_asked"]
    drawn = (counts["reached"], counts["missed"], unknown, counts["not_due"])
    return charts.Bar(label, drawn, note="" if any(drawn) else _("none yet"))


def _words(bars: list[charts.Bar]) -> str:
    return " ".join(
        _("%(year)s: %(reached)s reached, %(missed)s not reached, %(unknown)s not known, %(not_due)s not yet due.")
        % {"year": bar.label, **dict(zip(charts.STATES, bar.counts, strict=True))}
        if not bar.note
        else f"{bar.label}: {bar.note}."
        for bar in bars
    )


def _finding(figures: Json, moment: int) -> str:
    """The newest rate there is, as a title; of which year, when that is not the report's own."""
    for cohort in reversed(figures["cohorts"]):
        if rate := cohort["moments"][moment]["rate"]:
            text = str(FINDINGS[moment]) % {"percent": percent(rate["percent"])}
            return (
                text
                if cohort["working_year"] == figures["cohort"]
                else f"{text} ({year_label(cohort['working_year'])})"
            )
    return str(NO_FINDING[moment])


FINDINGS = (
    gettext_lazy("%(percent)s enrolled"),
    gettext_lazy("%(percent)s still takes part"),
    gettext_lazy("%(percent)s enrolled again"),
)
NO_FINDING = (
    gettext_lazy("Enrolled: no percentage yet"),
    gettext_lazy("Still takes part: no percentage yet"),
    gettext_lazy("Enrolled again: no percentage yet"),
)


# --- Tables -----------------------------------------------------------------------------------------------------------


def tables(figures: Json, cohorts: list[Json] | None = None) -> tuple[Table, ...]:
    """One for each moment: cohorts in rows, the six outcomes in columns, and the rate with its denominator."""
    rows = figures["cohorts"] if cohorts is None else cohorts
    return tuple(_table(figures, rows, moment) for moment in range(3))


def _table(figures: Json, cohorts: list[Json], moment: int) -> Table:
    whole = _("Began") if moment == 0 else _("Enrolled")
    columns = (Column(_("Working year"), numeric=False), Column(whole), *_outcome_columns(), Column(_("Reached, %")))
    return table(
        f"{moment + 1} · {NAMES[moment]}",
        columns,
        _rows(figures, cohorts, moment),
        left_out=left_out_sentence(figures),
    )


def _outcome_columns() -> list[Column]:
    return [Column(str(HEADS[outcome])) for outcome in OUTCOMES]


def _rows(figures: Json, cohorts: list[Json], moment: int) -> list[Row] | None:
    if all(cohort["moments"][moment]["left_out"] for cohort in cohorts):
        return None
    return [_row(figures, cohort, cohort["moments"][moment]) for cohort in cohorts]


def _row(figures: Json, cohort: Json, moment: Json) -> Row:
    label = year_label(cohort["working_year"])
    counts = moment["of_enrolled"] or moment["counts"]
    if counts is None:
        return Row((label,), note=left_out_sentence(figures))
    whole = cohort["started"] if moment["of_enrolled"] is None else sum(counts.values())
    cells = (number(whole), *(number(counts[outcome]) for outcome in OUTCOMES), _rate(moment))
    return Row((label, *cells))


def _rate(moment: Json) -> str:
    """82 % (27/33): never without its denominator."""
    if moment["rate_left_out"]:
        return _("left out")
    rate = moment["rate"]
    return f"{percent(rate['percent'])} ({number(rate['reached'])}/{number(rate['denominator'])})" if rate else BLANK


def tables_of_all(figures: Json) -> tuple[Table, ...]:
    """Moments 2 and 3 once more, as counts over all trajectories that began."""
    columns = (Column(_("Working year"), numeric=False), Column(_("Began")), *_outcome_columns())
    return tuple(
        table(
            f"{moment + 1} · {NAMES[moment]}",
            columns,
            _rows_of_all(figures, moment),
            left_out=left_out_sentence(figures),
        )
        for moment in (1, 2)
    )


def _rows_of_all(figures: Json, moment: int) -> list[Row] | None:
    cohorts = figures["cohorts"]
    if all(cohort["moments"][moment]["left_out"] for cohort in cohorts):
        return None
    return [_row_of_all(figures, cohort, cohort["moments"][moment]["counts"]) for cohort in cohorts]


def _row_of_all(figures: Json, cohort: Json, counts: Json | None) -> Row:
    label = year_label(cohort["working_year"])
    if counts is None:
        return Row((label,), note=left_out_sentence(figures))
    return Row((label, number(cohort["started"]), *(number(counts[outcome]) for outcome in OUTCOMES)))
