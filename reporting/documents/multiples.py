"""The three moments as charts beside each other, on one scale."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reporting import charts
from reporting.documents.moments import as_four, is_put_together, shown, when_it_counts
from reporting.documents.parts import Figure, Json, Multiples, percent, year_label
from trajectories.documents.bricks import number

# Under a chart's finding: how many out of how many it is about, and how the bars are cut.
OF_RATE = gettext_lazy("%(reached)s of the %(denominator)s with an answer after the term")
OF_RATE_OF_FEW = gettext_lazy("With an answer after the term")
SO_FAR = (
    gettext_lazy("So far %(reached)s of the %(whole)s trajectories of %(year)s"),
    gettext_lazy("So far %(reached)s of the %(whole)s who enrolled, %(year)s"),
    gettext_lazy("So far %(reached)s of the %(whole)s who enrolled, %(year)s"),
)
MEASURES = (
    gettext_lazy("Of all trajectories that began"),
    gettext_lazy("Of those who enrolled"),
    gettext_lazy("Of those who enrolled"),
)
FINDINGS = (
    gettext_lazy("%(percent)s enrolled"),
    gettext_lazy("%(percent)s still takes part"),
    gettext_lazy("%(percent)s enrolled again"),
)
# Of so few, a percentage as a title would say more than is known.
FEW = 20
FINDINGS_OF_FEW = (
    gettext_lazy("%(reached)s of the %(denominator)s enrolled"),
    gettext_lazy("%(reached)s of the %(denominator)s still take part"),
    gettext_lazy("%(reached)s of the %(denominator)s enrolled again"),
)
NO_FINDING = (
    gettext_lazy("Enrolled: no percentage yet"),
    gettext_lazy("Still takes part: no percentage yet"),
    gettext_lazy("Enrolled again: no percentage yet"),
)
LEFT_OUT_FINDING = (
    gettext_lazy("Enrolled: in numbers"),
    gettext_lazy("Still takes part: in numbers"),
    gettext_lazy("Enrolled again: in numbers"),
)


def multiples(figures: Json) -> Multiples:
    """How many of each cohort reached each moment."""
    four = is_put_together(figures["cohorts"])
    bars = [[_bar(cohort, place, four) for cohort in figures["cohorts"]] for place in range(3)]
    scale = charts.scale_of(bars)
    return Multiples(tuple(_figure(figures, place, bars[place], scale) for place in range(3)), legend=_legend(four))


def _figure(figures: Json, place: int, bars: list[charts.Bar], scale: int) -> Figure:
    cohort = _newest_with_rate(figures, place)
    title = _finding(cohort, place) if cohort else _no_finding(figures, place)
    measure = _of_rate(cohort["moments"][place]["rate"]) if cohort else _so_far(figures, place)
    # Of which year, where that is not the report's own.
    other = cohort is not None and cohort["working_year"] != figures["cohort"]
    year = year_label(cohort["working_year"]) if cohort and other else ""
    return Figure(title, year, measure, _words(bars), charts.stacked(bars, scale))


def _legend(four: bool) -> str:
    if four:
        key = _("By working year of the start. Solid: reached. Grey: not reached. Hatched: not known or not yet due.")
    else:
        key = _(
            "By working year of the start. Solid: reached. Grey: not reached. "
            "Hatched: cannot be found out, or not asked. Outlined: not yet due."
        )
    return f"{key} {when_it_counts()}"


def _bar(cohort: Json, place: int, four: bool) -> charts.Bar:
    label, moment = year_label(cohort["working_year"]), cohort["moments"][place]
    counts = as_four(moment) if four else moment["six"]
    if counts is None:
        return charts.Bar(label, note=_("left out"))
    if four:
        drawn = (counts["reached"], counts["missed"], counts["not_known"], 0)
    else:
        unknown = counts["unknown"] + counts["not_asked"]
        drawn = (counts["reached"], counts["missed"], unknown, counts["not_due"])
    return charts.Bar(label, drawn, note="" if any(drawn) else _("none yet"))


def _words(bars: list[charts.Bar]) -> str:
    """What each bar shows, for who does not see it; the table beneath has all of it."""
    return " ".join(f"{bar.label}: {bar.note or _counts(bar)}." for bar in bars)


def _counts(bar: charts.Bar) -> str:
    words = (_("reached"), _("not reached"), _("not known"), _("not yet due"))
    return ", ".join(f"{count} {word}" for count, word in zip(bar.counts, words, strict=True) if count)


def _newest_with_rate(figures: Json, place: int) -> Json | None:
    return next((cohort for cohort in reversed(figures["cohorts"]) if cohort["moments"][place]["rate"]), None)


def _finding(cohort: Json, place: int) -> str:
    """The newest rate there is, as a title."""
    rate = cohort["moments"][place]["rate"]
    texts = FINDINGS_OF_FEW if rate["denominator"] < FEW else FINDINGS
    return str(texts[place]) % {**rate, "percent": percent(rate["percent"])}


def _no_finding(figures: Json, place: int) -> str:
    left_out = any(cohort["moments"][place]["rate_left_out"] for cohort in figures["cohorts"])
    return str(LEFT_OUT_FINDING[place] if left_out else NO_FINDING[place])


def _of_rate(rate: Json) -> str:
    """The denominator of the title, unless that tells it itself."""
    if rate["denominator"] < FEW:
        return str(OF_RATE_OF_FEW)
    return str(OF_RATE) % {name: number(rate[name]) for name in ("reached", "denominator")}


def _so_far(figures: Json, place: int) -> str:
    """Without a rate: the counts of the report's own cohort, where those may be shown."""
    cohort = next((one for one in figures["cohorts"] if one["working_year"] == figures["cohort"]), None)
    counts = shown(cohort["moments"][place]) if cohort else None
    if cohort is None or counts is None:
        return str(MEASURES[place])
    whole = cohort["started"] if place == 0 else sum(counts.values())
    year = year_label(cohort["working_year"])
    return str(SO_FAR[place]) % {"reached": number(counts["reached"]), "whole": number(whole), "year": year}
