"""What a coordinator takes along as a spreadsheet: trajectories by code, contacts without their notes."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from import_export import resources
from import_export.fields import Field
from import_export.widgets import CharWidget, DateWidget, Widget
from tablib import Dataset

from organisations.rings import MOMENTS
from trajectories.calendar import working_year_label
from trajectories.cards import TrajectoryCard
from trajectories.enums import Basis, MomentState, ProviderKind, Status

FORMULA = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def harmless(text: str) -> str:
    """The same text, which no spreadsheet takes for a formula."""
    text = CONTROL.sub("", text)
    return f"'{text}" if FORMULA.match(text) else text


class HarmlessText(CharWidget):
    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return harmless("" if value is None else str(value))


class Number(Widget):
    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return value


class Column(Field):
    """A column: its heading, and what stands in it for one row."""

    def __init__(self, heading: Any, get: Callable[[Any], Any], widget: Widget | None = None) -> None:
        super().__init__(column_name=heading, readonly=True, widget=widget or HarmlessText())
        self.get = get

    def get_value(self, instance: Any) -> Any:
        return self.get(instance)


def day(heading: Any, get: Callable[[Any], Any]) -> Column:
    return Column(heading, get, DateWidget(format="%d/%m/%Y"))


def moment_columns(number: int) -> dict[str, Column]:
    """State, day and support of moment 1, 2 or 3."""

    def outcome(card: TrajectoryCard) -> Any:
        return card.facts.outcomes[number - 1]

    def supported(card: TrajectoryCard) -> Any:
        fact = outcome(card)
        known = fact.supported if fact else None
        return "" if known is None else (_("yes") if known else _("no"))

    name = MOMENTS[number - 1]
    return {
        f"m{number}_state": Column(name, lambda card: MomentState(card.states[number - 1]).label),
        f"m{number}_on": day(f"{name}: {_('date')}", lambda card: fact.reached_on if (fact := outcome(card)) else None),
        f"m{number}_supported": Column(f"{name}: {_('with support')}", supported),
    }


class TrajectoryResource(resources.Resource):
    """From TrajectoryCards: there is no name in them to export."""

    code = Column(_("Code"), lambda card: card.code)
    project = Column(_("Project"), lambda card: card.project)
    started_on = day(_("Started on"), lambda card: card.started_on)
    cohort = Column(_("Cohort (working year)"), lambda card: working_year_label(card.cohort))
    strategy = Column(_("Strategy"), lambda card: card.strategy_words)
    basis = Column(_("Kind of offer"), lambda card: Basis(card.facts.basis).label)
    status = Column(_("Status"), lambda card: Status(card.status).label)
    status_since = day(_("Status since"), lambda card: card.status_since)
    trials = Column(_("Trial sessions"), lambda card: len(card.facts.trials), Number())
    provider_kind = Column(
        _("Kind of provider of the first moment"),
        lambda card: ProviderKind(card.facts.provider_kind).label if card.facts.provider_kind else "",
    )
    locals().update({name: column for number in (1, 2, 3) for name, column in moment_columns(number).items()})


class ContactResource(resources.Resource):
    """From contacts whose notes were never fetched."""

    date = day(_("Date"), lambda contact: contact.date)
    minutes = Column(_("Minutes"), lambda contact: contact.minutes, Number())
    channel = Column(_("Where or how"), lambda contact: contact.get_channel_display())
    with_whom = Column(_("With whom"), lambda contact: contact.get_with_whom_display())
    criterion = Column(_("Mainly for"), lambda contact: contact.get_criterion_display())
    project = Column(_("Project"), lambda contact: contact.project)
    provider = Column(_("Provider"), lambda contact: contact.provider or "")
    codes = Column(
        _("Codes"), lambda contact: ", ".join(sorted(row.participant.code for row in contact.trajectories.all()))
    )


def as_csv(resource: resources.Resource, rows: Iterable[Any]) -> bytes:
    """Semicolons and UTF-8 with a byte order mark, as Excel in Belgium opens it."""
    dataset: Dataset = resource.export(list(rows))
    return b"\xef\xbb\xbf" + dataset.export("csv", delimiter=";").encode()


def as_xlsx(resource: resources.Resource, rows: Iterable[Any]) -> bytes:
    """Dates stay dates, numbers stay numbers."""
    dataset: Dataset = resource.export(list(rows), force_native_type=True)
    return bytes(dataset.export("xlsx"))


FORMATS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
