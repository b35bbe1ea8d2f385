"""The logbook, the strategies and the events of a period, in words."""

from typing import Any

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.enums import Side, Strategy
from reporting.documents.parts import Json, Paragraph, Part, Row, Section, Table, left_out_sentence, table
from trajectories.documents.bricks import Column, hours, number
from trajectories.enums import Channel, Criterion, WithWhom

BREAKDOWNS = (
    ("by_channel", gettext_lazy("Contacts: where or how"), gettext_lazy("Where or how"), Channel),
    ("by_criterion", gettext_lazy("Contacts: mainly for what"), gettext_lazy("Process criterion"), Criterion),
    ("by_with_whom", gettext_lazy("Contacts: with whom"), gettext_lazy("With whom"), WithWhom),
    ("by_side", gettext_lazy("Contacts: for which side"), gettext_lazy("Side"), Side),
)
EVENTS = {
    "started": gettext_lazy("Trajectories began"),
    "trials": gettext_lazy("Trial sessions"),
    "enrolments": gettext_lazy("Enrolments"),
    "enrolments_ended": gettext_lazy("Enrolments ended"),
    "completed": gettext_lazy("Trajectories completed"),
    "stopped": gettext_lazy("Trajectories stopped"),
    "handed_over": gettext_lazy("Trajectories handed over"),
}


def logbook(figures: Json) -> Section:
    """Contacts and minutes: in all, and broken down four ways, as far as the report counted them."""
    book = figures["logbook"]
    if book["contacts"] is None:
        return Section(_("Contacts"), (Paragraph(left_out_sentence(figures)),))
    if not book["contacts"]:
        return Section(_("Contacts"), (Paragraph(_("No contacts were logged in this period.")),))
    parts: list[Part] = [Paragraph(_in_all(book))]
    parts += [_breakdown(figures, *breakdown) for breakdown in BREAKDOWNS if breakdown[0] in book]
    return Section(_("Contacts"), tuple(parts))


def _in_all(book: Json) -> str:
    return _(
        "%(contacts)s contacts, together %(hours)s. One contact can be about several trajectories; it counts once."
    ) % {
        "contacts": number(book["contacts"]),
        "hours": hours(book["minutes"]),
    }


def _breakdown(figures: Json, name: str, caption: Any, head: Any, kinds: type[TextChoices]) -> Table:
    book, labels = figures["logbook"], dict(kinds.choices)
    rows = None if book[name] is None else [_row(labels[code], *counted) for code, *counted in book[name]]
    columns = (Column(str(head), numeric=False), Column(_("Contacts")), Column(_("Minutes")))
    total = ((_("Together"), number(book["contacts"]), number(book["minutes"]))) if rows else ()
    hint = _which_side() if kinds is Side else ""
    return table(str(caption), columns, rows, left_out=left_out_sentence(figures), total=total, hint=hint)


def _which_side() -> str:
    return _(
        "Child or family and group: demand side. Provider: supply side. All others stand between them: both sides."
    )


def _row(label: str, contacts: int, minutes: int) -> Row:
    return Row((capfirst(str(label)), number(contacts), number(minutes)))


def strategies(figures: Json, caption: str) -> Table:
    """How many trajectories follow each strategy."""
    labels = dict(Strategy.choices)
    counted = figures["by_strategy"]
    rows = (
        None
        if counted is None
        else [
            Row((capfirst(str(labels.get(code, _("no strategy recorded")))), number(count))) for code, count in counted
        ]
    )
    columns = (Column(_("Strategy"), numeric=False), Column(_("Trajectories")))
    total = (_("Together"), number(sum(count for _code, count in counted))) if counted else ()
    return table(caption, columns, rows, left_out=left_out_sentence(figures), total=total)


def chosen_strategies(figures: Json) -> str:
    labels = dict(Strategy.choices)
    names = [str(labels[code]) for code in figures["strategies"] if code in labels]
    if not names:
        return _("No strategies were chosen in the dossier.")
    return _("Chosen in the dossier: %(strategies)s.") % {"strategies": ", ".join(names)}


def happened(figures: Json) -> Section:
    """What happened in the period, by the events' own dates."""
    rows = [Row((str(label), number(figures["events"][name]))) for name, label in EVENTS.items()]
    columns = (Column(_("What happened"), numeric=False), Column(_("Number")))
    caption = _("Counted by the day on which it happened")
    return Section(_("In this period"), (table(caption, columns, rows, left_out=""),))
