"""The Flemish report, in words."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from networks.enums import FINDING_HEADINGS, SessionState, StepState
from reporting.documents import moments, multiples
from reporting.documents.counting import how_we_count
from reporting.documents.logbook import logbook, strategies
from reporting.documents.parts import (
    BLANK,
    Document,
    Items,
    Json,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
    left_out_sentence,
    period,
    short_day,
    table,
    year_label,
)
from reporting.documents.progress import flags, over_all, reference, the_moments
from trajectories.documents.bricks import Column, number


def flemish_report(figures: Json) -> Document:
    """Totals for Flanders only. Recognised projects; the others stand apart."""
    return Document(
        title=_("Connection ambassadors in Flanders, %(period)s") % {"period": period(figures, short=True)},
        crumb=" · ".join((_("Flemish annual report"), reference(figures))),
        sentences=moments.sentences(figures),
        flags=flags(figures),
        opening=(multiples.multiples(figures),),
        sections=(
            the_moments(figures),
            Section(_("Projects and strategies"), tuple(_projects(figures))),
            logbook(figures),
            *_networks(figures["networks"]),
            *over_all(figures),
            _others(figures),
            how_we_count(figures),
        ),
    )


def _projects(figures: Json) -> list[Part]:
    counted = figures["projects"]
    rows = [
        Row((_("Recognised during the working year"), number(counted["recognised"]))),
        Row((_("Other projects"), number(counted["others"]))),
    ]
    columns = (Column(_("Projects"), numeric=False), Column(_("Number")))
    caption = _("Trajectories that began in %(year)s, by strategy") % {"year": year_label(figures["cohort"])}
    return [
        Paragraph(_("All other figures in this report are about the recognised projects, unless it says otherwise.")),
        table(_("Projects"), columns, rows, left_out=""),
        strategies(figures, caption),
    ]


def _others(figures: Json) -> Section:
    """Projects that were not recognised, apart."""
    return Section(_("Other projects, apart"), tuple(_of_others(figures, figures["others"])))


def _of_others(figures: Json, cohort: Json) -> list[Part]:
    if cohort["started"] == 0:
        return [Paragraph(_("No trajectories of other projects began in this working year."))]
    if cohort["started"] is None:
        return [Paragraph(left_out_sentence(figures))]
    began = Paragraph(_("%(started)s trajectories began.") % {"started": number(cohort["started"])})
    if moments.shown(cohort["moments"][0]) is None:
        return [began, Paragraph(left_out_sentence(figures))]
    return [began, *moments.tables(figures, [cohort])]


# --- Learning networks ------------------------------------------------------------------------------------------------


def _networks(networks: Json) -> list[Section]:
    sessions = Section(_("Learning networks"), tuple(_sessions(networks)))
    learnt = Section(_("First findings"), tuple(_findings(networks)))
    promised = Section(_("Next steps"), (_next_steps(networks),))
    return [
        section
        for section, rows in ((sessions, True), (learnt, networks["findings"]), (promised, networks["next_steps"]))
        if rows
    ]


def _sessions(networks: Json) -> list[Part]:
    held = [session for session in networks["sessions"] if session["state"] == SessionState.HELD]
    to_come = [session for session in networks["sessions"] if session["state"] != SessionState.HELD]
    parts: list[Part] = [Paragraph(_attendances(networks["totals"]))]
    if held:
        parts.append(_held(held, networks["totals"]))
    if to_come:
        parts.append(_to_come(to_come))
    return parts


def _attendances(totals: Json) -> str:
    numbers = {name: number(totals[name]) for name in ("attendances", "held")}
    return _("Since the start, %(held)s learning networks were held, with %(attendances)s attendances.") % numbers


def _held(sessions: list[Json], totals: Json) -> Table:
    rows = [
        Row((session["topic"], short_day(session["date"]), session["place"] or BLANK, _people(session["head_count"])))
        for session in reversed(sessions)
    ]
    columns = (
        Column(_("Topic"), numeric=False),
        Column(_("Date"), numeric=False),
        Column(_("Place"), numeric=False),
        Column(_("Attendees")),
    )
    return table(
        _("Learning networks that were held"),
        columns,
        rows,
        left_out="",
        total=(_("Attendances"), "", "", number(totals["attendances"])),
        hint=_("Attendances, not people: who came twice counts twice. These head counts are public."),
    )


def _people(count: int | None) -> str:
    return _("not counted") if count is None else number(count)


def _to_come(sessions: list[Json]) -> Table:
    rows = [Row((session["topic"], _when(session), capfirst(_state(session)))) for session in sessions]
    columns = tuple(Column(label, numeric=False) for label in (_("Topic"), _("When"), _("State")))
    return table(_("Other learning networks"), columns, rows, left_out="")


def _state(session: Json) -> str:
    return str(SessionState(session["state"]).label)


def _when(row: Json) -> str:
    if row.get("date"):
        return short_day(row["date"])
    first, last = row.get("period_from"), row.get("period_until")
    return " – ".join(short_day(day) for day in (first, last) if day) or BLANK


def _findings(networks: Json) -> list[Part]:
    parts: list[Part] = []
    for kind, heading in FINDING_HEADINGS.items():
        texts = tuple(text for found, text, _state in networks["findings"] if found == kind)
        if texts:
            parts += [Paragraph(str(heading), heading=True), Items(texts)]
    return parts


def _next_steps(networks: Json) -> Table:
    columns = tuple(Column(label, numeric=False) for label in (_("Promised"), _("When"), _("How it stands")))
    rows = [Row((step["text"], _when(step), _stands(step))) for step in networks["next_steps"]]
    return table(_("What was promised, and what came of it"), columns, rows, left_out="")


def _stands(step: Json) -> str:
    state = capfirst(str(StepState(step["state"]).label))
    if kept := step["promise"]:
        return f"{state}: " + _("%(held)s of %(promised)s held") % kept
    return state
