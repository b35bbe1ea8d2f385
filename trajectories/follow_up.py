"""What an ambassador should follow up, at a day: facts in, reminders out, the most pressing first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from organisations.rulings import Rulings
from trajectories.calendar import add_months
from trajectories.enums import Basis, MomentState
from trajectories.moments import TrajectoryFacts, can_be_asked, is_active, states


class ReminderKind(IntEnum):
    """In the order in which they press."""

    MOMENT_TWO_OPEN = 1  # the window is open: ask before it closes
    MOMENT_THREE_OPEN = 2  # the next working year has begun: did they enrol again?
    MOMENT_TWO_OVERDUE = 3
    MOMENT_THREE_OVERDUE = 4
    MOMENT_ONE_OVERDUE = 5
    SILENT = 6  # too long without a contact


@dataclass(frozen=True)
class Reminder:
    """`until` is the last day on which asking is in time; `days` how long it has been silent."""

    kind: ReminderKind
    until: date | None = None
    days: int = 0

    @property
    def name(self) -> str:
        return self.kind.name.lower()

    @property
    def moment(self) -> int:
        """The moment that it asks about, 0 for none."""
        number = {"ONE": 1, "TWO": 2, "THREE": 3}
        return next((number[word] for word in self.kind.name.split("_") if word in number), 0)


@dataclass(frozen=True)
class FollowUp:
    """One trajectory on the list, by the key of its facts, with its most pressing reminder first."""

    key: int
    reminders: tuple[Reminder, ...]

    @property
    def urgency(self) -> tuple[int, date, int]:
        first = self.reminders[0]
        return (first.kind, first.until or date.min, -first.days)


def follow_up(
    trajectories: Iterable[TrajectoryFacts], last_contacts: dict[int, date | None], day: date, rulings: Rulings
) -> list[FollowUp]:
    """The trajectories with something to follow up, most pressing first. `last_contacts` by the key of the facts."""
    found = [
        FollowUp(facts.key, tuple(reminders(facts, last_contacts.get(facts.key), day, rulings)))
        for facts in trajectories
    ]
    return sorted((item for item in found if item.reminders), key=lambda item: item.urgency)


def reminders(facts: TrajectoryFacts, last_contact: date | None, day: date, rulings: Rulings) -> list[Reminder]:
    """What to follow up on one trajectory, the most pressing first."""
    found = [
        _moment_one(facts, day, rulings),
        _moment_two(facts, day, rulings),
        _moment_three(facts, day, rulings),
        _silence(facts, last_contact, day, rulings),
    ]
    return sorted((reminder for reminder in found if reminder), key=lambda reminder: reminder.kind)


def _moment_one(facts: TrajectoryFacts, day: date, rulings: Rulings) -> Reminder | None:
    overdue = states(facts, day, rulings)[0] == MomentState.NOT_ASKED
    return Reminder(ReminderKind.MOMENT_ONE_OVERDUE) if overdue else None


def _moment_two(facts: TrajectoryFacts, day: date, rulings: Rulings) -> Reminder | None:
    if not _still_open(facts, 2, day, rulings) or facts.window_two is None:
        return None
    if day <= facts.window_two.closes_on:
        return Reminder(ReminderKind.MOMENT_TWO_OPEN, facts.window_two.closes_on)
    return Reminder(ReminderKind.MOMENT_TWO_OVERDUE)


def _moment_three(facts: TrajectoryFacts, day: date, rulings: Rulings) -> Reminder | None:
    if not _still_open(facts, 3, day, rulings) or facts.window_three is None:
        return None
    if day >= facts.window_three.closes_on:
        return Reminder(ReminderKind.MOMENT_THREE_OVERDUE)
    if day < _next_edition(facts):
        return None
    return Reminder(ReminderKind.MOMENT_THREE_OPEN, facts.window_three.closes_on - timedelta(days=1))


def _next_edition(facts: TrajectoryFacts) -> date:
    """Holiday offer is asked about again a year later, not on 1 September after the summer it was in."""
    enrolled = facts.outcomes[0]
    if facts.basis == Basis.HOLIDAYS_ONLY and enrolled and enrolled.reached_on:
        return add_months(enrolled.reached_on, 12)
    return date.min


def _still_open(facts: TrajectoryFacts, moment: int, day: date, rulings: Rulings) -> bool:
    """Can be asked, and is not already a derived miss: that one needs no question."""
    state = states(facts, day, rulings)[moment - 1]
    return state != MomentState.MISSED and can_be_asked(facts, moment, day, rulings)


def _silence(facts: TrajectoryFacts, last_contact: date | None, day: date, rulings: Rulings) -> Reminder | None:
    silent = (day - max(facts.started_on, last_contact or facts.started_on)).days
    if not is_active(facts, day) or silent < rulings.silent_days:
        return None
    return Reminder(ReminderKind.SILENT, days=silent)
