"""The logbook in numbers, and what happened in a period, as values that fit in JSON."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from ambassadors.enums import Strategy
from reporting.figures.guard import Guard
from trajectories.figures import ContactFact, Tally, contact_figures, events
from trajectories.moments import TrajectoryFacts

Json = dict[str, Any]


def logbook_json(contacts: Iterable[ContactFact], first: date, last: date, guard: Guard) -> Json:
    """Contacts and minutes in all and in four breakdowns: rows of [code, contacts, minutes], None where left out."""
    figures = contact_figures(contacts, first, last)
    if guard.forbids(figures.all.contacts):
        return dict.fromkeys(("contacts", "minutes", "by_channel", "by_criterion", "by_with_whom", "by_side"))
    return {
        "contacts": figures.all.contacts,
        "minutes": figures.all.minutes,
        "by_channel": _breakdown(figures.by_channel, guard),
        "by_criterion": _breakdown(figures.by_criterion, guard),
        "by_with_whom": _breakdown(figures.by_with_whom, guard),
        "by_side": _breakdown(figures.by_side, guard),
    }


def _breakdown(tallies: dict[str, Tally], guard: Guard) -> list[list[Any]] | None:
    if guard.forbids(*(tally.contacts for tally in tallies.values())):
        return None
    return [[code, tally.contacts, tally.minutes] for code, tally in tallies.items()]


def strategies_json(trajectories: Iterable[TrajectoryFacts], guard: Guard) -> list[list[Any]] | None:
    """How many of these trajectories follow each strategy: rows of [code, number]; "" is no strategy recorded."""
    found = Counter(fact.strategy for fact in trajectories)
    if guard.forbids(*found.values()):
        return None
    return [[code, found[code]] for code in (*Strategy.values, "") if code or found[code]]


def events_json(trajectories: Iterable[TrajectoryFacts], first: date, last: date) -> Json:
    """What happened in a period, counted by the events' own dates. Inside the own organisation only."""
    return asdict(events(trajectories, first, last))
