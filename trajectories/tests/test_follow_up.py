"""What there is to follow up, and in which order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajectories.enums import Basis, MomentState, Outcome, Status
from trajectories.follow_up import NOTHING_KNOWN, Around, ReminderKind, follow_up, reminders, waiting_since
from trajectories.moments import OutcomeFact, is_active, states
from trajectories.tests import strategies
from trajectories.tests.brute_force import count_reminders
from trajectories.tests.stories import enrolled, started, turned
from trajectories.tests.strategies import RULINGS, replaced

KIND = ReminderKind


def kinds(facts, day, last_contact=None, around=NOTHING_KNOWN) -> list[ReminderKind]:
    return [reminder.kind for reminder in reminders(facts, last_contact or day, day, RULINGS, around)]


def test_open_window_is_listed_until_its_last_day():
    facts = enrolled(date(2024, 10, 1), 2024)
    assert kinds(facts, date(2025, 3, 31)) == []
    assert kinds(facts, date(2025, 4, 1)) == [KIND.MOMENT_TWO_OPEN]
    assert reminders(facts, date(2025, 4, 1), date(2025, 4, 1), RULINGS)[0].until == date(2025, 6, 1)
    assert kinds(facts, date(2025, 6, 2)) == [KIND.MOMENT_TWO_OVERDUE]


def test_turning_18_stands_on_the_newest_trajectory_of_a_person_only():
    older, newer = started(date(2024, 9, 10)), started(date(2025, 1, 10), key=2)
    day, others = date(2026, 1, 1), started(date(2024, 9, 10), key=3)
    around = {older.key: Around(born_in=2008, person=7), 2: Around(born_in=2008, person=7)}
    around |= {3: Around(born_in=2008, person=8)}
    items = follow_up([newer, older, others], {}, day, RULINGS, around)
    assert {item.key for item in items if KIND.OF_AGE in [one.kind for one in item.reminders]} == {2, 3}


def test_what_is_on_record_is_not_asked_again():
    two = OutcomeFact(Outcome.UNKNOWN, date(2025, 4, 1))
    assert kinds(enrolled(date(2024, 10, 1), 2024, two=two), date(2025, 6, 2)) == []


def test_drop_out_is_not_asked_about():
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2024, 12, 20))
    assert kinds(facts, date(2025, 12, 1)) == []


def test_new_working_year_asks_about_enrolling_again():
    facts = enrolled(date(2025, 6, 20), 2025, two=OutcomeFact(Outcome.MISSED, date(2026, 1, 1)))
    assert kinds(facts, date(2026, 9, 1)) == [KIND.MOMENT_THREE_OPEN]
    assert reminders(facts, None, date(2026, 9, 1), RULINGS)[0].until == date(2026, 11, 14)
    assert kinds(facts, date(2026, 11, 15)) == [KIND.MOMENT_THREE_OVERDUE]


def test_holiday_offer_is_asked_about_a_year_later():
    facts = enrolled(date(2025, 7, 1), 2024, basis=Basis.HOLIDAYS_ONLY)
    assert kinds(facts, date(2025, 9, 1)) == []
    assert kinds(facts, date(2026, 7, 1)) == [KIND.MOMENT_THREE_OPEN]


def test_silence_counts_from_the_last_contact_or_the_start():
    facts = started(date(2024, 9, 10))
    assert reminders(facts, None, date(2024, 10, 9), RULINGS) == []
    assert reminders(facts, None, date(2024, 10, 10), RULINGS)[0].days == 30
    assert reminders(facts, date(2024, 10, 1), date(2024, 10, 30), RULINGS) == []
    closed = turned(facts, (date(2024, 9, 20), Status.COMPLETED))
    assert reminders(closed, None, date(2024, 12, 1), RULINGS) == []


@pytest.mark.parametrize(
    ("born_in", "day", "expected"),
    [
        (2008, date(2025, 12, 31), []),
        (2008, date(2026, 1, 1), [KIND.OF_AGE]),
        (2008, date(2027, 5, 1), [KIND.OF_AGE]),
        (2006, date(2026, 1, 1), []),  # was 18 already when it started
    ],
)
def test_turning_18_is_a_task_from_1_january(born_in, day, expected):
    closed = turned(started(date(2024, 9, 10)), (date(2024, 10, 1), Status.STOPPED))
    assert kinds(closed, day, around=Around(born_in=born_in)) == expected
    assert kinds(closed, day, around=Around(born_in=born_in, told_of_age_on=date(2026, 1, 1))) == []


def test_waiting_counts_from_the_first_day_on_the_list():
    facts = turned(started(), (date(2024, 10, 1), Status.WAITING), (date(2024, 10, 20), Status.WAITING))
    assert kinds(facts, date(2024, 11, 29)) == []
    assert kinds(facts, date(2024, 11, 30)) == [KIND.WAITING]
    assert reminders(facts, None, date(2024, 11, 30), RULINGS)[0].days == 60
    assert waiting_since(facts, date(2024, 11, 30)) == date(2024, 10, 1)
    assert waiting_since(turned(facts, (date(2024, 11, 1), Status.TRYING)), date(2024, 11, 30)) is None


def test_ownerless_is_said_while_something_remains_to_be_done():
    alone = Around(is_ownerless=True)
    assert kinds(started(), date(2024, 9, 20), around=alone) == [KIND.OWNERLESS]
    finished = turned(enrolled(date(2024, 10, 1), 2024), (date(2024, 12, 1), Status.COMPLETED))
    assert kinds(finished, date(2024, 12, 5), around=alone) == [KIND.OWNERLESS], "moments 2 and 3 are still to be asked"
    stopped = turned(enrolled(date(2024, 10, 1), 2024), (date(2024, 12, 1), Status.STOPPED))
    assert kinds(stopped, date(2024, 12, 5), around=alone) == []


def test_who_withdrew_is_not_asked_about():
    facts = enrolled(date(2024, 9, 20), 2024)
    gone = Around(withdrawn_on=date(2025, 4, 1), is_ownerless=True)
    assert kinds(facts, date(2025, 3, 31), around=gone) == [KIND.MOMENT_TWO_OPEN, KIND.OWNERLESS]
    assert kinds(facts, date(2025, 4, 1), around=gone) == [KIND.WITHDRAWN]
    assert reminders(facts, None, date(2025, 4, 15), RULINGS, gone)[0].until == date(2025, 4, 15)
    assert reminders(facts, None, date(2025, 4, 16), RULINGS, gone)[0].until is None
    closed = turned(facts, (date(2025, 4, 2), Status.STOPPED))
    assert kinds(closed, date(2025, 4, 2), around=gone) == []


@given(strategies.trajectories(), strategies.days, strategies.arounds, st.none() | strategies.days)
def test_an_independent_count_finds_the_same_reminders(facts, day, around, last_contact):
    """Those about a moment follow from states, which `count_states` counts again."""
    if last_contact and not facts.started_on <= last_contact <= day:
        last_contact = None
    found = {one.name for one in reminders(facts, last_contact, day, RULINGS, around) if not one.moment}
    assert found == count_reminders(facts, last_contact, day, around)


def test_the_most_pressing_comes_first():
    silent = replaced(started(date(2025, 3, 1)), key=1)
    closing = replaced(enrolled(date(2024, 9, 1), 2024), key=2)
    opening = replaced(enrolled(date(2024, 10, 1), 2024), key=3)
    day = date(2025, 4, 5)
    listed = follow_up([silent, opening, closing], {1: None, 2: day, 3: day}, day, RULINGS)
    assert [item.key for item in listed] == [2, 3, 1]


@given(st.lists(strategies.trajectories(), max_size=6), strategies.days)
def test_list_holds_exactly_what_has_a_reminder(rows, day):
    rows = [replaced(facts, key=number) for number, facts in enumerate(rows)]
    listed = follow_up(rows, {}, day, RULINGS)
    assert {item.key for item in listed} == {f.key for f in rows if reminders(f, None, day, RULINGS)}
    assert [item.urgency for item in listed] == sorted(item.urgency for item in listed)


@given(strategies.trajectories(), strategies.days)
def test_reminder_about_a_moment_is_about_something_open(facts, day):
    stand = states(facts, day, RULINGS)
    for reminder in reminders(facts, None, day, RULINGS):
        if reminder.moment:
            assert stand[reminder.moment - 1] in (MomentState.NOT_DUE, MomentState.NOT_ASKED)
        else:
            assert is_active(facts, day)
            least = {KIND.SILENT: RULINGS.silent_days, KIND.WAITING: RULINGS.waiting_days}
            assert reminder.days >= least[reminder.kind]
        assert reminder.until is None or reminder.until >= day
