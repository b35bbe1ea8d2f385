"""The days in an ambassador's calendar, by the same rules as the follow-up list."""

from datetime import date, timedelta

from hypothesis import given, settings

from trajectories.agenda import AgendaDay, DayKind, agenda
from trajectories.enums import Basis, MomentState, Outcome, Status
from trajectories.follow_up import Around, ReminderKind, reminders
from trajectories.moments import OutcomeFact, states
from trajectories.tests import strategies
from trajectories.tests.stories import enrolled, started, turned
from trajectories.tests.strategies import RULINGS

KIND = DayKind


def days(facts, day):
    return [(one.kind, one.day) for one in agenda(facts, day, RULINGS)]


def test_enrolled_shows_the_window_and_the_next_year():
    facts = enrolled(date(2024, 10, 1), 2024)
    assert agenda(facts, date(2024, 10, 2), RULINGS) == [
        AgendaDay(KIND.MOMENT_TWO_OPENS, date(2025, 4, 1), date(2025, 6, 1)),
        AgendaDay(KIND.MOMENT_TWO_CLOSES, date(2025, 6, 1)),
        AgendaDay(KIND.MOMENT_THREE_OPENS, date(2025, 9, 1), date(2025, 11, 14)),
        AgendaDay(KIND.MOMENT_THREE_OVERDUE, date(2025, 11, 15)),
    ]


def test_what_is_answered_disappears():
    facts = enrolled(date(2024, 10, 1), 2024, two=OutcomeFact(Outcome.MISSED, date(2025, 4, 3)))
    assert days(facts, date(2025, 4, 3)) == [
        (KIND.MOMENT_THREE_OPENS, date(2025, 9, 1)),
        (KIND.MOMENT_THREE_OVERDUE, date(2025, 11, 15)),
    ]


def test_started_shows_when_moment_one_is_overdue_and_a_trial_moves_it():
    assert days(started(date(2024, 9, 10)), date(2024, 9, 11)) == [(KIND.MOMENT_ONE_OVERDUE, date(2025, 3, 10))]
    tried = started(date(2024, 9, 10), trials=(date(2024, 10, 1),))
    assert days(tried, date(2024, 10, 2)) == [(KIND.MOMENT_ONE_OVERDUE, date(2024, 12, 31))]


def test_what_stopped_or_needs_no_enrolment_shows_nothing():
    assert days(turned(started(), (date(2024, 10, 1), Status.STOPPED)), date(2024, 10, 1)) == []
    assert days(started(basis=Basis.NO_ENROLMENT), date(2024, 10, 1)) == []


def test_holiday_offer_is_asked_about_a_year_later():
    facts = enrolled(date(2025, 7, 1), 2024, basis=Basis.HOLIDAYS_ONLY)
    assert days(facts, date(2025, 7, 2))[0] == (KIND.MOMENT_THREE_OPENS, date(2026, 7, 1))


def test_who_turns_18_is_shown_on_the_first_of_that_year_until_told():
    facts = started(date(2024, 9, 10))
    [day, _overdue] = agenda(facts, date(2024, 9, 11), RULINGS, Around(born_in=2007))
    assert day == AgendaDay(KIND.OF_AGE, date(2025, 1, 1))
    assert KIND.OF_AGE not in {one.kind for one in agenda(facts, date(2023, 12, 31), RULINGS, Around(born_in=2007))}
    told = Around(born_in=2007, told_of_age_on=date(2025, 1, 9))
    assert KIND.OF_AGE not in {one.kind for one in agenda(facts, date(2025, 1, 9), RULINGS, told)}
    assert KIND.OF_AGE not in {one.kind for one in agenda(facts, date(2025, 1, 9), RULINGS, Around(born_in=2006))}


def test_who_withdrew_is_not_asked_about_any_more():
    facts = enrolled(date(2024, 10, 1), 2024)
    assert agenda(facts, date(2024, 12, 1), RULINGS, Around(withdrawn_on=date(2024, 12, 1))) == []


@settings(max_examples=150, deadline=None)
@given(strategies.trajectories(), strategies.days)
def test_calendar_and_list_say_the_same(facts, day):
    """What is asked about today is shown on the day from which it is; what is overdue has its day behind it."""
    shown = {one.kind: one.day for one in agenda(facts, day, RULINGS)}
    listed = {reminder.kind for reminder in reminders(facts, day, day, RULINGS)}
    for kind, first, beyond in (
        (ReminderKind.MOMENT_TWO_OPEN, KIND.MOMENT_TWO_OPENS, KIND.MOMENT_TWO_CLOSES),
        (ReminderKind.MOMENT_THREE_OPEN, KIND.MOMENT_THREE_OPENS, KIND.MOMENT_THREE_OVERDUE),
    ):
        if kind in listed:
            assert shown[first] <= day <= shown[beyond]
    if ReminderKind.MOMENT_ONE_OVERDUE in listed:
        assert KIND.MOMENT_ONE_OVERDUE not in shown or shown[KIND.MOMENT_ONE_OVERDUE] <= day
    stand = states(facts, day, RULINGS)
    for kind, when in shown.items():
        assert stand[int(kind[1]) - 1] in (MomentState.NOT_DUE, MomentState.NOT_ASKED)
        assert when - facts.started_on >= timedelta(0)
