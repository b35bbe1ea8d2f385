"""Pure: planned days beside today: the support group, follow-up moments, and talks before and after the appointment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ambassadors.instrument import MeetingState


@dataclass(frozen=True)
class MeetingPractice:
    """Meetings of the support group. `silent`: planned for a day that has passed, and nobody said what came of it."""

    held: int
    not_held: int
    silent: tuple[date, ...]
    to_come: tuple[date, ...]
    undated: int

    @property
    def past(self) -> int:
        """Those of which one can ask whether they took place."""
        return self.held + self.not_held + len(self.silent)

    @property
    def total(self) -> int:
        return self.past + len(self.to_come) + self.undated


def meetings_in_practice(meetings: Iterable[tuple[date | None, str]], today: date) -> MeetingPractice:
    """`meetings`: day and state. One that is planned for today is still to come."""
    known = list(meetings)
    planned = [day for day, state in known if state == MeetingState.PLANNED]
    dated = sorted(day for day in planned if day)
    return MeetingPractice(
        held=sum(state == MeetingState.HELD for _day, state in known),
        not_held=sum(state == MeetingState.NOT_HELD for _day, state in known),
        silent=tuple(day for day in dated if day < today),
        to_come=tuple(day for day in dated if day >= today),
        undated=planned.count(None),
    )


@dataclass(frozen=True)
class PlannedDays:
    """Whether something took place on these days is not known."""

    past: tuple[date, ...]
    to_come: tuple[date, ...]
    undated: int

    @property
    def total(self) -> int:
        return len(self.past) + len(self.to_come) + self.undated


def planned_days(days: Iterable[date | None], today: date) -> PlannedDays:
    known = list(days)
    dated = sorted(day for day in known if day)
    return PlannedDays(
        past=tuple(day for day in dated if day < today),
        to_come=tuple(day for day in dated if day >= today),
        undated=known.count(None),
    )


@dataclass(frozen=True)
class BeforeAfter:
    """How many took place before there was an ambassador, and how many since."""

    before: int
    after: int
    undated: int

    @property
    def total(self) -> int:
        return self.before + self.after + self.undated


def before_and_after(days: Iterable[date | None], since: date) -> BeforeAfter:
    known = list(days)
    dated = [day for day in known if day]
    after = sum(day >= since for day in dated)
    return BeforeAfter(before=len(dated) - after, after=after, undated=known.count(None))
