"""Activities, signals and results of a period, in words. Reports made before they were counted have none."""

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.enums import Strategy
from reporting.documents.parts import Json, Paragraph, Part, Row, Section, Table, table
from trajectories.documents.bricks import Column, number
from trajectories.enums import ActivityKind, ResultKind, ResultState, SignalState


def open_work_sections(figures: Json) -> list[Section]:
    work = figures.get("open_work")
    return [_activities(work["activities"]), _signals(work["signals"]), _results(work["results"])] if work else []


def open_work_sentences(figures: Json) -> tuple[str, ...]:
    """For page one: what was done, what was passed on, what came of it."""
    work = figures.get("open_work")
    if not work:
        return ()
    return (_done(work["activities"]), _passed_on(work["signals"]), _reached(work["results"]))


def _done(activities: Json) -> str:
    if not activities["activities"]:
        return _("No activities were noted in this period.")
    done = ngettext("%(number)s activity", "%(number)s activities", activities["activities"])
    sentence = f"<b>{done % {'number': number(activities['activities'])}}</b>"
    if not activities["counted"]:
        return _("%(activities)s in this period; nobody counted heads.") % {"activities": sentence}
    return _(
        "%(activities)s in this period. At %(counted)s of them heads were counted: %(attendances)s attendances."
    ) % {
        "activities": sentence,
        "attendances": number(activities["attendances"]),
        "counted": number(activities["counted"]),
    }


def _passed_on(signals: Json) -> str:
    if not signals["ran"]:
        return _("No signals ran in this period.")
    signal = ngettext("%(number)s signal", "%(number)s signals", signals["ran"]) % {"number": number(signals["ran"])}
    return _("%(signals)s ran in this period. At its end %(open)s were open, and %(done)s were followed up.") % {
        "signals": f"<b>{signal}</b>",
        "open": number(signals["open"]),
        "done": number(signals["by_state"][SignalState.FOLLOWED_UP]),
    }


def _reached(results: Json) -> str:
    states = results["by_state"]
    if not any(states.values()):
        return _("No results were planned or reached in this period.")
    to_come = states[ResultState.PLANNED] + states[ResultState.UNDER_WAY]
    result = ngettext("%(number)s result", "%(number)s results", states[ResultState.REACHED])
    return _("%(results)s reached, of which %(lasting)s will last after the project. Still to come: %(to_come)s.") % {
        "results": f"<b>{result % {'number': number(states[ResultState.REACHED])}}</b>",
        "lasting": number(results["lasting"]),
        "to_come": number(to_come),
    }


def _activities(activities: Json) -> Section:
    parts: tuple[Part, ...] = (Paragraph(_("No activities were noted in this period.")),)
    if activities["activities"]:
        parts = (
            _activity_table(_("Activities, by strategy"), _("Strategy"), Strategy, activities, "by_strategy"),
            _activity_table(_("Activities, by kind"), _("Kind"), ActivityKind, activities, "by_kind"),
        )
    return Section(_("Activities"), parts)


def _activity_table(caption: str, head: str, kinds: type[TextChoices], activities: Json, name: str) -> Table:
    labels = dict(kinds.choices)
    rows = [_row(labels[code], *counted) for code, *counted in activities[name] if counted[0]]
    columns = (Column(head, numeric=False), Column(_("Activities")), Column(_("Counted")), Column(_("Attendances")))
    total = (_("Together"), *(number(activities[one]) for one in ("activities", "counted", "attendances")))
    hint = _("Attendances, not people: who came twice counts twice. “Counted”: activities with a head count.")
    return table(caption, columns, rows, left_out="", total=total, hint=hint)


def _signals(signals: Json) -> Section:
    if not signals["ran"]:
        return Section(_("Signals"), (Paragraph(_("No signals ran in this period.")),))
    rows = [_row(label, signals["by_state"][state]) for state, label in SignalState.choices]
    columns = (Column(_("State"), numeric=False), Column(_("Signals")))
    caption = _("Signals that ran in this period, by where they stood on its last day")
    total = (_("Together"), number(signals["ran"]))
    hint = _("A signal ran when it was noticed by then, and was not closed before the period began.")
    return Section(_("Signals"), (table(caption, columns, rows, left_out="", total=total, hint=hint),))


def _results(results: Json) -> Section:
    if not any(results["by_state"].values()):
        return Section(_("Results"), (Paragraph(_("No results were planned or reached in this period.")),))
    labels = dict(ResultKind.choices)
    rows = [_row(labels[kind], *counts) for kind, *counts in results["by_kind"] if any(counts)]
    columns = (Column(_("Kind"), numeric=False), *(Column(capfirst(str(label))) for label in ResultState.labels))
    total = (_("Together"), *(number(results["by_state"][state]) for state in ResultState.values))
    caption = _("Results, by the day on which they are expected or were reached")
    return Section(_("Results"), (table(caption, columns, rows, left_out="", total=total),))


def _row(label: object, *counts: int) -> Row:
    return Row((capfirst(str(label)), *(number(count) for count in counts)))
