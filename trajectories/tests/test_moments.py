"""The three moments: one test for each rule, then hypothesis against a count that lives day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from trajectories.enums import Basis, MomentState, Outcome, Status
from trajectories.moments import (
    SETTLED,
    EnrolmentFact,
    OutcomeFact,
    TrajectoryFacts,
    can_be_asked,
    is_active,
    states,
)
from trajectories.tests import strategies
from trajectories.tests.brute_force import count_states
from trajectories.tests.stories import enrolled, started, turned
from trajectories.tests.strategies import RULINGS, replaced

REACHED, MISSED, UNKNOWN = MomentState.REACHED, MomentState.MISSED, MomentState.UNKNOWN
NOT_ASKED, NOT_DUE, NOT_APPLICABLE = MomentState.NOT_ASKED, MomentState.NOT_DUE, MomentState.NOT_APPLICABLE


def at(facts: TrajectoryFacts, *day: int):
    return states(facts, date(*day), RULINGS)


# --- Moment 1 ---------------------------------------------------------------------------------------------------------


def test_moment_one_waits_180_days_from_the_start():
    facts = started(date(2024, 9, 10))
    assert states(facts, date(2024, 9, 10) + timedelta(days=180), RULINGS) == (NOT_DUE,) * 3
    overdue = states(facts, date(2024, 9, 10) + timedelta(days=181), RULINGS)
    assert overdue == (NOT_ASKED, NOT_APPLICABLE, NOT_APPLICABLE)


def test_moment_one_waits_90_days_from_the_last_trial():
    facts = started(date(2024, 9, 10), trials=(date(2024, 10, 1), date(2025, 2, 1)))
    assert states(facts, date(2025, 2, 1) + timedelta(days=90), RULINGS)[0] == NOT_DUE
    assert states(facts, date(2025, 2, 1) + timedelta(days=91), RULINGS)[0] == NOT_ASKED
    assert at(facts, 2025, 1, 15)[0] == NOT_ASKED, "the second trial was not known yet"


def test_moment_one_is_missed_on_the_day_it_stopped_without_enrolling():
    facts = turned(started(), (date(2024, 12, 1), Status.STOPPED))
    assert at(facts, 2024, 11, 30)[0] == NOT_DUE
    assert at(facts, 2024, 12, 1) == (MISSED, NOT_APPLICABLE, NOT_APPLICABLE)


def test_reopened_trajectory_is_no_longer_missed():
    facts = turned(started(), (date(2024, 12, 1), Status.STOPPED), (date(2025, 1, 5), Status.EXPLORING))
    assert at(facts, 2025, 1, 4)[0] == MISSED
    assert at(facts, 2025, 1, 5)[0] == NOT_DUE


def test_stopping_after_enrolling_leaves_moment_one_reached():
    facts = turned(enrolled(date(2024, 10, 1), 2024), (date(2024, 12, 1), Status.STOPPED))
    assert at(facts, 2025, 1, 1) == (REACHED, NOT_DUE, NOT_DUE)


def test_unknown_is_only_what_somebody_recorded():
    facts = started(outcomes=(OutcomeFact(Outcome.UNKNOWN, date(2025, 6, 1)), None, None))
    assert at(facts, 2025, 5, 31)[0] == NOT_ASKED
    assert at(facts, 2025, 6, 1) == (UNKNOWN, NOT_APPLICABLE, NOT_APPLICABLE)
    assert at(started(), 2035, 1, 1)[0] == NOT_ASKED


# --- Moments 2 and 3 --------------------------------------------------------------------------------------------------


def test_enrolled_on_the_last_of_august_can_be_asked_from_the_leap_day():
    facts = enrolled(date(2023, 8, 31), 2023)
    assert not can_be_asked(facts, 2, date(2024, 2, 28), RULINGS)
    assert can_be_asked(facts, 2, date(2024, 2, 29), RULINGS)
    assert at(facts, 2024, 4, 30)[1] == NOT_DUE, "the last day is in"
    assert at(facts, 2024, 5, 1)[1] == NOT_ASKED


def test_may_enrolment_can_reach_moment_three_before_the_window_of_two():
    again = OutcomeFact(Outcome.REACHED, date(2025, 9, 5), date(2025, 9, 5))
    facts = enrolled(date(2025, 5, 10), 2024, three=again)
    assert at(facts, 2025, 9, 4) == (REACHED, NOT_DUE, NOT_DUE)
    assert at(facts, 2025, 9, 5) == (REACHED, NOT_DUE, REACHED)
    assert at(facts, 2026, 1, 10)[1] == NOT_DUE
    assert at(facts, 2026, 1, 11)[1] == NOT_ASKED


def test_june_enrolment_for_september_belongs_to_the_new_year():
    facts = enrolled(date(2025, 6, 20), 2025)
    assert not can_be_asked(facts, 3, date(2025, 9, 1), RULINGS)
    assert can_be_asked(facts, 3, date(2026, 9, 1), RULINGS)
    assert at(facts, 2026, 11, 14)[2] == NOT_DUE
    assert at(facts, 2026, 11, 15)[2] == NOT_ASKED


def test_two_working_years_are_followed_in_one_trajectory():
    two = OutcomeFact(Outcome.REACHED, date(2025, 4, 2), date(2025, 4, 1), supported=True)
    three = OutcomeFact(Outcome.REACHED, date(2025, 9, 20), date(2025, 9, 20))
    facts = enrolled(date(2024, 10, 1), 2024, begun=date(2024, 5, 1), two=two, three=three)
    assert at(facts, 2024, 9, 30) == (NOT_DUE,) * 3
    assert at(facts, 2024, 10, 1) == (REACHED, NOT_DUE, NOT_DUE)
    assert at(facts, 2025, 4, 1) == (REACHED, REACHED, NOT_DUE)
    assert at(facts, 2025, 9, 20) == (REACHED,) * 3


def test_missing_two_does_not_bar_three():
    two = OutcomeFact(Outcome.MISSED, date(2025, 4, 20))
    three = OutcomeFact(Outcome.REACHED, date(2025, 9, 20), date(2025, 9, 20))
    assert at(enrolled(date(2024, 10, 1), 2024, two=two, three=three), 2026, 1, 1) == (REACHED, MISSED, REACHED)


def test_drop_out_before_the_window_is_missed_at_its_close_and_on_15_november():
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2024, 12, 20))
    assert at(facts, 2025, 6, 1) == (REACHED, NOT_DUE, NOT_DUE)
    assert at(facts, 2025, 6, 2) == (REACHED, MISSED, NOT_DUE)
    assert at(facts, 2025, 11, 14)[2] == NOT_DUE
    assert at(facts, 2025, 11, 15) == (REACHED, MISSED, MISSED)


def test_drop_out_with_another_open_enrolment_is_not_missed():
    other = EnrolmentFact(date(2024, 11, 1), 2024)
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2024, 12, 20), others=(other,))
    assert at(facts, 2025, 12, 1) == (REACHED, NOT_ASKED, NOT_ASKED)


def test_reenrolment_after_the_window_leaves_two_missed():
    again = EnrolmentFact(date(2025, 9, 5), 2025)
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2024, 12, 20), others=(again,))
    assert at(facts, 2025, 12, 1) == (REACHED, MISSED, NOT_ASKED)


def test_reenrolment_before_the_close_keeps_two_open():
    again = EnrolmentFact(date(2025, 9, 5), 2025)
    facts = enrolled(date(2025, 5, 10), 2024, ended_on=date(2025, 8, 31), others=(again,))
    assert at(facts, 2026, 2, 1)[1] == NOT_ASKED


def test_end_after_the_window_says_nothing_about_two():
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2025, 8, 31))
    assert at(facts, 2025, 11, 15) == (REACHED, NOT_ASKED, MISSED)


def test_end_known_after_15_november_counts_from_that_day():
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2025, 12, 1))
    assert at(facts, 2025, 11, 30)[2] == NOT_ASKED
    assert at(facts, 2025, 12, 1)[2] == MISSED


def test_a_recorded_outcome_corrects_a_derived_one():
    two = OutcomeFact(Outcome.REACHED, date(2025, 9, 1), date(2025, 5, 1))
    facts = enrolled(date(2024, 10, 1), 2024, ended_on=date(2025, 5, 20), two=two)
    assert at(facts, 2025, 12, 1)[1] == REACHED


# --- Offers without a working year, statuses, take-over ---------------------------------------------------------------


def test_holiday_offer_has_no_moment_two_and_waits_for_the_next_edition():
    facts = enrolled(date(2025, 4, 1), 2024, basis=Basis.HOLIDAYS_ONLY, ended_on=date(2025, 7, 11))
    assert at(facts, 2025, 12, 1) == (REACHED, NOT_APPLICABLE, NOT_DUE)
    assert can_be_asked(facts, 3, date(2025, 9, 1), RULINGS)
    assert at(facts, 2026, 11, 15) == (REACHED, NOT_APPLICABLE, MISSED)


def test_no_moment_applies_without_enrolment():
    facts = started(basis=Basis.NO_ENROLMENT)
    assert at(facts, 2026, 1, 1) == (NOT_APPLICABLE,) * 3
    assert not any(can_be_asked(facts, moment, date(2026, 1, 1), RULINGS) for moment in (1, 2, 3))


def test_completed_trajectory_is_still_asked_about_two_and_three():
    facts = turned(enrolled(date(2024, 10, 1), 2024), (date(2024, 12, 1), Status.COMPLETED))
    assert can_be_asked(facts, 2, date(2025, 4, 1), RULINGS)
    assert at(facts, 2025, 12, 1) == (REACHED, NOT_ASKED, NOT_ASKED)


def test_take_over_keeps_what_was_settled_and_drops_the_rest():
    facts = turned(enrolled(date(2024, 10, 1), 2024), (date(2025, 1, 10), Status.HANDED_OVER))
    assert at(facts, 2025, 1, 9) == (REACHED, NOT_DUE, NOT_DUE)
    assert at(facts, 2025, 1, 10) == (REACHED, NOT_APPLICABLE, NOT_APPLICABLE)
    assert at(facts, 2026, 1, 1) == (REACHED, NOT_APPLICABLE, NOT_APPLICABLE)


def test_take_over_before_enrolling_leaves_no_moment_with_the_first():
    facts = turned(enrolled(date(2024, 10, 1), 2024, begun=date(2024, 9, 1)), (date(2024, 9, 20), Status.HANDED_OVER))
    assert at(facts, 2026, 1, 1) == (NOT_APPLICABLE,) * 3


def test_stop_before_a_take_over_stays_a_miss():
    facts = turned(started(), (date(2024, 10, 1), Status.STOPPED), (date(2024, 10, 2), Status.HANDED_OVER))
    assert at(facts, 2025, 1, 1)[0] == MISSED


def test_active_follows_the_status_of_the_day():
    facts = turned(started(), (date(2024, 12, 1), Status.STOPPED), (date(2025, 2, 1), Status.EXPLORING))
    assert not is_active(facts, date(2024, 9, 9))
    assert is_active(facts, date(2024, 11, 30))
    assert not is_active(facts, date(2024, 12, 1))
    assert is_active(facts, date(2025, 2, 1))


def test_moment_one_can_be_asked_from_the_first_trial_or_when_it_stops():
    facts = started(trials=(date(2024, 10, 1),))
    assert not can_be_asked(facts, 1, date(2024, 9, 30), RULINGS)
    assert can_be_asked(facts, 1, date(2024, 10, 1), RULINGS)
    stopped = turned(started(), (date(2024, 9, 20), Status.STOPPED))
    assert not can_be_asked(stopped, 1, date(2024, 9, 19), RULINGS)
    assert can_be_asked(stopped, 1, date(2024, 9, 20), RULINGS)


# --- Against the independent count ------------------------------------------------------------------------------------


@settings(max_examples=200, deadline=None)
@given(strategies.trajectories(), strategies.days)
def test_states_equal_an_independent_count(facts, day):
    if day >= facts.started_on:
        assert [str(state) for state in states(facts, day, RULINGS)] == count_states(facts, day)


@settings(max_examples=150, deadline=None)
@given(strategies.trajectories(), strategies.days)
def test_past_states_change_only_with_past_facts(facts, day):
    assert states(facts, day, RULINGS) == states(strategies.known_on(facts, day), day, RULINGS)


@settings(max_examples=150, deadline=None)
@given(strategies.trajectories(), strategies.days, strategies.days)
def test_later_moments_settle_once_and_for_good_while_nobody_hands_over(facts, one, other):
    facts = replaced(facts, statuses=facts.statuses[:1])
    earlier, later = sorted((one, other))
    before, after = states(facts, earlier, RULINGS), states(facts, later, RULINGS)
    for was, became in zip(before, after, strict=True):
        if was in SETTLED and not (was == MISSED and became in (REACHED, UNKNOWN)):
            assert became == was


@given(strategies.trajectories(), strategies.days)
def test_two_and_three_need_one(facts, day):
    one, two, three = states(facts, day, RULINGS)
    if one != REACHED:
        assert {two, three} <= {NOT_DUE, NOT_APPLICABLE}


@given(strategies.trajectories(), strategies.days)
def test_what_can_be_asked_is_never_already_on_record(facts, day):
    for moment in (1, 2, 3):
        if can_be_asked(facts, moment, day, RULINGS):
            assert facts.outcome_on(moment, day) is None
            assert states(facts, day, RULINGS)[moment - 1] in (NOT_DUE, NOT_ASKED, MISSED)


@pytest.mark.parametrize("day", [date(2025, 3, 31), date(2025, 4, 1), date(2025, 6, 1), date(2025, 6, 2)])
def test_window_of_moment_two_holds_both_ends(day):
    facts = enrolled(date(2024, 10, 1), 2024)
    assert (day in facts.window_two) == (date(2025, 4, 1) <= day <= date(2025, 6, 1))
