"""The three moments as charts beside each other, on one scale."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reporting import charts
from reporting.documents.moments import as_four, is_put_together
from reporting.documents.parts import Figure, Json, Multiples, percent, year_label

MEASURES = (
    gettext_lazy("Trajectories, by working year of the start"),
    gettext_lazy("Of those who enrolled, by working year of the start"),
    gettext_lazy("Of those who enrolled, by working year of the start"),
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
    title, year = _finding(figures, place)
    return Figure(title, year, str(MEASURES[place]), _words(bars), charts.stacked(bars, scale))


def _legend(four: bool) -> str:
    if four:
        return _("Solid: reached. Grey: not reached. Hatched: not known or not yet due.")
    return _("Solid: reached. Grey: not reached. Hatched: cannot be found out, or not asked. Outlined: not yet due.")


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


def _finding(figures: Json, place: int) -> tuple[str, str]:
    """The newest rate there is, as a title, and of which year, when that is not the report's own."""
    for cohort in reversed(figures["cohorts"]):
        if rate := cohort["moments"][place]["rate"]:
            other = cohort["working_year"] != figures["cohort"]
            year = year_label(cohort["working_year"]) if other else ""
            texts = FINDINGS_OF_FEW if rate["denominator"] < FEW else FINDINGS
            return str(texts[place]) % {**rate, "percent": percent(rate["percent"])}, year
    left_out = any(cohort["moments"][place]["rate_left_out"] for cohort in figures["cohorts"])
    return str(LEFT_OUT_FINDING[place] if left_out else NO_FINDING[place]), ""
