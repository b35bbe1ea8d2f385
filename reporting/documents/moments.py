"""The three moments in sentences and tables: page one, and what stands beneath the charts."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reporting.documents.parts import BLANK, Json, Row, Table, left_out_sentence, long_day, percent, table, year_label
from reporting.figures.deadlines import reenrolment_known_on
from trajectories.documents.bricks import Column, number

NAMES = (gettext_lazy("Enrolled"), gettext_lazy("Still takes part"), gettext_lazy("Enrolled again"))
SIX = ("reached", "missed", "unknown", "not_asked", "not_due", "not_applicable")
FOUR = ("reached", "missed", "not_known", "not_applicable")
HEADS = {
    "reached": gettext_lazy("Reached"),
    "missed": gettext_lazy("Not reached"),
    "unknown": gettext_lazy("Cannot be found out"),
    "not_asked": gettext_lazy("Not asked"),
    "not_due": gettext_lazy("Not yet due"),
    "not_known": gettext_lazy("Not known or not yet due"),
    "not_applicable": gettext_lazy("Does not apply"),
}


def shown(moment: Json) -> Json | None:
    """The outcomes of a moment: six, or four, or None when they are left out."""
    return moment["six"] or moment["four"]


def is_put_together(cohorts: Sequence[Json], places: Sequence[int] = (0, 1, 2)) -> bool:
    """Whether some cohort shows four outcomes only: then its neighbours do too, so that they can be compared."""
    return any(cohort["moments"][place]["four"] for cohort in cohorts for place in places)


def as_four(moment: Json) -> Json | None:
    """The outcomes with all that is not known put together."""
    six = moment["six"]
    if six is None:
        return moment["four"]
    not_known = six["unknown"] + six["not_asked"] + six["not_due"]
    kept = {name: six[name] for name in FOUR if name in six}
    return {**kept, "not_known": not_known}


# --- Sentences --------------------------------------------------------------------------------------------------------


def sentences(figures: Json) -> tuple[str, ...]:
    """Three, about the cohort of the report: enrolled, still takes part, enrolled again. With their denominators."""
    cohort = next((c for c in figures["cohorts"] if c["working_year"] == figures["cohort"]), None)
    year = _("working year %(year)s") % {"year": year_label(figures["cohort"])}
    if cohort is None or cohort["started"] == 0:
        return (_("No trajectories began in %(year)s.") % {"year": year},)
    if cohort["started"] is None:
        return (_("So few trajectories began in %(year)s that no figure stands here.") % {"year": year},)
    began = number(cohort["started"])
    one = shown(cohort["moments"][0])
    if one is None:
        sentence = _("<b>{started} trajectories</b> began in {year}.")
        return (format_html(sentence, started=began, year=year), left_out_sentence(figures))
    sentence = ngettext(
        "Of the <b>{started} trajectories</b> that began in {year}, <b>{enrolled}</b> led to an enrolment.",
        "Of the <b>{started} trajectories</b> that began in {year}, <b>{enrolled}</b> led to an enrolment.",
        one["reached"],
    )
    first = format_html(sentence, started=began, year=year, enrolled=number(one["reached"]))
    if one["reached"] == 0:
        return (first,)
    return (first, _still_takes_part(cohort), _enrolled_again(figures, cohort))


def _still_takes_part(cohort: Json) -> str:
    moment = cohort["moments"][1]
    if shown(moment) is None:
        return _("About who still takes part, the numbers are too small to show.")
    if rate := moment["rate"]:
        sentence = ngettext(
            "For <b>{known}</b> with an answer, six to eight months passed: <b>{reached} still took part ({rate})</b>.",
            "For <b>{known}</b> with an answer, six to eight months passed: <b>{reached} still took part ({rate})</b>.",
            rate["reached"],
        )
        return _with_rate(sentence, rate) + _outside_rate(moment)
    if _is_not_due_for_all(moment):
        sentence = ngettext(
            "For the <b>{enrolled}</b> who enrolled, six to eight months have not passed yet.",
            "For the <b>{enrolled}</b> who enrolled, six to eight months have not passed yet.",
            _enrolled(moment),
        )
    else:
        sentence = ngettext(
            "Of the {enrolled} who enrolled, <b>{reached}</b> took part after six to eight months so far.",
            "Of the {enrolled} who enrolled, <b>{reached}</b> took part after six to eight months so far.",
            _reached(moment),
        )
    return _so_far(sentence, moment)


def _enrolled_again(figures: Json, cohort: Json) -> str:
    moment, known_on = cohort["moments"][2], reenrolment_known_on(figures)
    if shown(moment) is None:
        return _("About who enrolled again, the numbers are too small to show.")
    day = long_day(known_on.isoformat())
    if figures["reference_date"] < known_on.isoformat():
        return _again_so_far(moment) + format_html(" " + _("The percentage follows on {day}."), day=day)
    if rate := moment["rate"]:
        sentence = ngettext(
            "For <b>{known}</b> with an answer {day} has passed: <b>{reached} enrolled again ({rate})</b>.",
            "For <b>{known}</b> with an answer {day} has passed: <b>{reached} enrolled again ({rate})</b>.",
            rate["reached"],
        )
        return _with_rate(sentence, rate, day=day) + _outside_rate(moment)
    return _again_so_far(moment)


def _again_so_far(moment: Json) -> SafeString:
    sentence = ngettext(
        "Of the {enrolled} who enrolled, <b>{reached}</b> enrolled again so far.",
        "Of the {enrolled} who enrolled, <b>{reached}</b> enrolled again so far.",
        _reached(moment),
    )
    return _so_far(sentence, moment)


def _with_rate(sentence: str, rate: Json, **more: str) -> SafeString:
    numbers = {"known": number(rate["denominator"]), "reached": number(rate["reached"])}
    return format_html(sentence, rate=percent(rate["percent"]), **numbers, **more)


def _so_far(sentence: str, moment: Json) -> SafeString:
    return format_html(sentence, enrolled=number(_enrolled(moment)), reached=number(_reached(moment)))


def _enrolled(moment: Json) -> int:
    return sum((shown(moment) or {}).values())


def _reached(moment: Json) -> int:
    return int((shown(moment) or {}).get("reached", 0))


def _is_not_due_for_all(moment: Json) -> bool:
    six = moment["six"]
    return bool(six and six["not_due"]) and six["not_due"] + six["not_applicable"] == sum(six.values())


def _outside_rate(moment: Json) -> SafeString:
    """How many the rate leaves out: nobody knows, where that can be told; or an answer came before its term passed."""
    counts, rate = shown(moment) or {}, moment["rate"]
    unknown = moment["six"]["unknown"] + moment["six"]["not_asked"] if moment["six"] else 0
    early = counts["reached"] + counts["missed"] - rate["denominator"]
    said = SafeString("")
    if unknown:
        said += format_html(" " + _("Of {count} we do not know."), count=number(unknown))
    if early:
        said += format_html(" " + _("For {count} there is an answer, but the term still runs."), count=number(early))
    return said


# --- Tables -----------------------------------------------------------------------------------------------------------


def tables(figures: Json, cohorts: Sequence[Json] | None = None) -> tuple[Table, ...]:
    """One for each moment: cohorts in rows, outcomes in columns, and the rate with its denominator."""
    rows = figures["cohorts"] if cohorts is None else cohorts
    return tuple(_table(figures, rows, place) for place in range(3))


def _table(figures: Json, cohorts: Sequence[Json], place: int) -> Table:
    four = is_put_together(cohorts, (place,))
    outcomes = FOUR if four else SIX
    whole = _("Began") if place == 0 else _("Enrolled")
    columns = (Column(_("Working year"), numeric=False), Column(whole), *heads(outcomes), Column(_("Reached, %")))
    rows = [_row(figures, cohort, place, outcomes) for cohort in cohorts]
    all_left_out = all(row.note for row in rows)
    return table(
        f"{place + 1} · {NAMES[place]}",
        columns,
        None if all_left_out else rows,
        left_out=left_out_sentence(figures),
        hint=put_together_sentence(figures) if four else "",
        wide=True,
    )


def heads(outcomes: Sequence[str]) -> list[Column]:
    return [Column(str(HEADS[outcome])) for outcome in outcomes]


def when_it_counts() -> str:
    """Why a count and the percentage beside it need not agree."""
    return _("A number counts at once. A percentage waits until the fixed term has passed.")


def put_together_sentence(figures: Json) -> str:
    """Why a table has four outcomes instead of six."""
    return _(
        "Not found out, not asked and not yet due stand together here: one of them lies between 1 and %(most)s."
    ) % {"most": figures["rulings"]["small_number_threshold"] - 1}


def _row(figures: Json, cohort: Json, place: int, outcomes: Sequence[str]) -> Row:
    moment, label = cohort["moments"][place], year_label(cohort["working_year"])
    counts = as_four(moment) if outcomes is FOUR else moment["six"]
    if counts is None:
        return Row((label,), note=left_out_sentence(figures))
    whole = number(cohort["started"] if place == 0 else sum(counts.values()))
    return Row((label, whole, *(number(counts[outcome]) for outcome in outcomes), _rate(moment)))


def _rate(moment: Json) -> str:
    """82 % (27/33): never without its denominator."""
    if moment["rate_left_out"]:
        return _("left out")
    rate = moment["rate"]
    return f"{percent(rate['percent'])} ({number(rate['reached'])}/{number(rate['denominator'])})" if rate else BLANK


def tables_over_all(figures: Json) -> tuple[Table, ...]:
    """Moments 2 and 3 once more, as counts over all trajectories that began; none where none may be shown."""
    if not any(cohort["moments"][1]["over_all"] for cohort in figures["cohorts"]):
        return ()
    return tuple(_table_over_all(figures, place) for place in (1, 2))


def _table_over_all(figures: Json, place: int) -> Table:
    columns = (Column(_("Working year"), numeric=False), Column(_("Began")), *heads(SIX))
    rows = [_row_over_all(figures, cohort, cohort["moments"][place]["over_all"]) for cohort in figures["cohorts"]]
    return table(f"{place + 1} · {NAMES[place]}", columns, rows, left_out="", wide=True)


def _row_over_all(figures: Json, cohort: Json, counts: Json | None) -> Row:
    label = year_label(cohort["working_year"])
    if counts is None:
        return Row((label,), note=left_out_sentence(figures))
    return Row((label, number(cohort["started"]), *(number(counts[outcome]) for outcome in SIX)))
