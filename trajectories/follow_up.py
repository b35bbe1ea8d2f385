"""What an ambassador should follow up, at a day: facts in, reminders out, the most pressing first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from types import MappingProxyType

from organisations.rulings import Rulings
from trajectories.calendar import add_months
from trajectories.enums import Basis, MomentState, Status
from trajectories.moments import TrajectoryFacts, can_be_asked, is_active, states

OF_AGE = 18


class ReminderKind(IntEnum):
    """In the order in which they press."""

    WITHDRAWN = 1  # they no longer want to be recorded: close it
    MOMENT_TWO_OPEN = 2  # the window is open: ask before it closes
    MOMENT_THREE_OPEN = 3  # the next working year has begun: did they enrol again?
    OWNERLESS = 4  # nobody walks along any more
    OF_AGE = 5  # they turn 18 this year: inform them, erase the parents' details
    MOMENT_TWO_OVERDUE = 6
    MOMENT_THREE_OVERDUE = 7
    MOMENT_ONE_OVERDUE = 8
    WAITING = 9  # too long on a waiting list
    SILENT = 10  # too long without a contact


@dataclass(frozen=True)
class Around:
    """What is known beside the facts that figures are made of. Kept apart: no coordinator's card carries it."""

    is_ownerless: bool = False
    born_in: int | None = None
    told_of_age_on: date | None = None
    withdrawn_on: date | None = None
    person: int | None = None  # whose trajectory it is, by a key that others of theirs share


NOTHING_KNOWN = Around()


@dataclass(frozen=True)
class Reminder:
    """`until` is the last day on which it is in time; `days` how long it has been silent, or on a waiting list."""

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
    trajectories: Iterable[TrajectoryFacts],
    last_contacts: Mapping[int, date | None],
    day: date,
    rulings: Rulings,
    around: Mapping[int, Around] = MappingProxyType({}),
) -> list[FollowUp]:
    """The trajectories with something to follow up, most pressing first.

    `last_contacts` and `around` by the key of the facts. What is about the person stands on the newest trajectory only.
    """
    known = list(trajectories)
    others = older(known, around)
    found = []
    for facts in known:
        theirs = reminders(facts, last_contacts.get(facts.key), day, rulings, around.get(facts.key, NOTHING_KNOWN))
        if facts.key in others:
            theirs = [one for one in theirs if one.kind != ReminderKind.OF_AGE]
        if theirs:
            found.append(FollowUp(facts.key, tuple(theirs)))
    return sorted(found, key=lambda item: item.urgency)


def older(trajectories: Iterable[TrajectoryFacts], around: Mapping[int, Around]) -> set[int]:
    """The keys of those whose person has a newer one among them: what is about the person is not said twice."""
    newest: dict[int, int] = {}
    others = set()
    for facts in sorted(trajectories, key=lambda facts: (facts.started_on, facts.key)):
        person = around.get(facts.key, NOTHING_KNOWN).person
        if person is not None:
            others |= {newest[person]} if person in newest else set()
            newest[person] = facts.key
    return others


def reminders(
    facts: TrajectoryFacts, last_contact: date | None, day: date, rulings: Rulings, around: Around = NOTHING_KNOWN
) -> list[Reminder]:
    """What to follow up on one trajectory, the most pressing first. Who withdrew is not asked about any more."""
    found = [_of_age(facts, around, day)]
    if has_withdrawn(around.withdrawn_on, day):
        found.append(_withdrawal(facts, around, day, rulings))
    else:
        found += [
            _moment_one(facts, day, rulings),
            _moment_two(facts, day, rulings),
            _moment_three(facts, day, rulings),
            _ownerless(facts, around, day, rulings),
            _waiting(facts, day, rulings),
            _silence(facts, last_contact, day, rulings),
        ]
    return sorted((reminder for reminder in found if reminder), key=lambda reminder: reminder.kind)


def has_withdrawn(withdrawn_on: date | None, day: date) -> bool:
    return withdrawn_on is not None and withdrawn_on <= day


def closing_until(withdrawn_on: date, rulings: Rulings) -> date:
    """The last day on which a contact may still be noted to close the trajectory of who withdrew."""
    return withdrawn_on + timedelta(days=rulings.closing_days)


def comes_of_age_on(born_in: int) -> date:
    """From when someone counts as 18: we know the year of birth only, so 1 January of that year."""
    return date(born_in + OF_AGE, 1, 1)


def waiting_since(facts: TrajectoryFacts, day: date) -> date | None:
    """Since when it has been on a waiting list without a break; None when it is not."""
    since = None
    for row in reversed(facts.statuses_until(day)):
        if row.status != Status.WAITING:
            break
        since = row.day
    return since


def needs_someone(facts: TrajectoryFacts, day: date, rulings: Rulings) -> bool:
    """Whether something remains to be done: it runs, or it is completed and moments 2 or 3 are still to be asked."""
    if is_active(facts, day):
        return True
    to_ask = {MomentState.NOT_DUE, MomentState.NOT_ASKED}
    return facts.status_on(day) == Status.COMPLETED and bool(to_ask & set(states(facts, day, rulings)))


def grew_up(born_in: int | None, known_since: date, day: date) -> bool:
    """Whether somebody became 18 since they are on record: who was 18 already was told everything themself."""
    return born_in is not None and known_since < comes_of_age_on(born_in) <= day


def _of_age(facts: TrajectoryFacts, around: Around, day: date) -> Reminder | None:
    due = around.told_of_age_on is None and grew_up(around.born_in, facts.started_on, day)
    return Reminder(ReminderKind.OF_AGE) if due else None


def _withdrawal(facts: TrajectoryFacts, around: Around, day: date, rulings: Rulings) -> Reminder | None:
    if not is_active(facts, day) or around.withdrawn_on is None:
        return None
    last_day = closing_until(around.withdrawn_on, rulings)
    return Reminder(ReminderKind.WITHDRAWN, last_day if day <= last_day else None)


def _ownerless(facts: TrajectoryFacts, around: Around, day: date, rulings: Rulings) -> Reminder | None:
    lost = around.is_ownerless and needs_someone(facts, day, rulings)
    return Reminder(ReminderKind.OWNERLESS) if lost else None


def _waiting(facts: TrajectoryFacts, day: date, rulings: Rulings) -> Reminder | None:
    since = waiting_since(facts, day)
    waited = (day - since).days if since else 0
    return Reminder(ReminderKind.WAITING, days=waited) if since and waited >= rulings.waiting_days else None


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
    if day < asked_again_from(facts):
        return None
    return Reminder(ReminderKind.MOMENT_THREE_OPEN, facts.window_three.closes_on - timedelta(days=1))


def asked_again_from(facts: TrajectoryFacts) -> date:
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
