"""Cohorts, rates, success and the logbook, against a count done by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trajectories import figures
from trajectories.enums import Channel, Criterion, MomentState, Outcome, Status, WithWhom
from trajectories.figures import ContactFact, Rate
from trajectories.moments import OutcomeFact
from trajectories.tests import strategies
from trajectories.tests.brute_force import count_cohort
from trajectories.tests.stories import enrolled, started, turned
from trajectories.tests.strategies import RULINGS, replaced

groups = st.lists(strategies.trajectories(), max_size=6)
years = st.integers(2022, 2026)


def test_cohort_is_the_working_year_of_the_start_for_good():
    facts = enrolled(date(2025, 9, 10), 2025, begun=date(2025, 5, 1))
    assert figures.cohort_of(facts, RULINGS) == 2024
    assert list(figures.cohorts([facts], date(2026, 12, 1), RULINGS)) == [2024]


def test_cohort_does_not_count_what_has_not_started_yet():
    assert figures.cohort([started(date(2024, 10, 1))], 2024, date(2024, 9, 30), RULINGS).started == 0


def test_rate_of_moment_one_waits_for_the_same_day_for_success_and_failure():
    quick = enrolled(date(2024, 9, 20), 2024, begun=date(2024, 9, 10))
    stopped = turned(started(date(2024, 9, 10)), (date(2024, 9, 30), Status.STOPPED))
    horizon = date(2024, 9, 10) + timedelta(days=180)
    early = figures.cohort([quick, stopped], 2024, horizon, RULINGS)
    assert (early.counts[0].reached, early.counts[0].missed, early.rates[0]) == (1, 1, None)
    late = figures.cohort([quick, stopped], 2024, horizon + timedelta(days=1), RULINGS)
    assert late.rates[0] == Rate(1, 2)


def test_rate_of_moment_two_waits_for_the_close_of_the_window():
    two = OutcomeFact(Outcome.REACHED, date(2025, 4, 2), date(2025, 4, 2))
    facts = enrolled(date(2024, 10, 1), 2024, two=two)
    assert figures.cohort([facts], 2024, date(2025, 6, 1), RULINGS).rates[1] is None
    assert figures.cohort([facts], 2024, date(2025, 6, 2), RULINGS).rates[1] == Rate(1, 1)


def test_rate_of_moment_three_waits_for_15_november():
    three = OutcomeFact(Outcome.REACHED, date(2025, 9, 2), date(2025, 9, 2))
    facts = enrolled(date(2024, 10, 1), 2024, three=three)
    assert figures.cohort([facts], 2024, date(2025, 11, 14), RULINGS).rates[2] is None
    assert figures.cohort([facts], 2024, date(2025, 11, 15), RULINGS).rates[2] == Rate(1, 1)


def test_unknown_and_not_asked_are_in_no_denominator():
    rows = [
        started(date(2024, 9, 10)),
        started(date(2024, 9, 10), outcomes=(OutcomeFact(Outcome.UNKNOWN, date(2024, 12, 1)), None, None)),
    ]
    found = figures.cohort(rows, 2024, date(2025, 9, 1), RULINGS)
    assert (found.counts[0].unknown, found.counts[0].not_asked, found.rates[0]) == (1, 1, None)


def test_running_cohort_is_provisional_even_when_nothing_is_due():
    stopped = turned(started(date(2024, 9, 10)), (date(2024, 9, 30), Status.STOPPED))
    assert figures.cohort([stopped], 2024, date(2025, 8, 31), RULINGS).is_provisional
    assert not figures.cohort([stopped], 2024, date(2025, 9, 1), RULINGS).is_provisional


@pytest.mark.parametrize(("reached", "of", "percent"), [(27, 33, 82), (1, 8, 13), (1, 3, 33), (0, 4, 0), (5, 5, 100)])
def test_percent_is_rounded_halves_up(reached, of, percent):
    assert Rate(reached, of).percent == percent


@settings(max_examples=40, deadline=None)
@given(groups, years, strategies.days)
def test_cohort_equals_an_independent_count(rows, year, day):
    found, expected = figures.cohort(rows, year, day, RULINGS), count_cohort(rows, year, day)
    assert (found.started, found.enrolled) == (expected["started"], expected["enrolled"])
    for moment in range(3):
        rate = found.rates[moment]
        assert (rate and (rate.reached, rate.denominator)) == expected["rate", moment]
        for state in MomentState.values:
            assert found.counts[moment][state] == expected.get((moment, state), 0)
            assert found.enrolled_counts[moment][state] == expected.get(("enrolled", moment, state), 0)


@settings(max_examples=50, deadline=None)
@given(groups, strategies.days)
def test_totals_add_up(rows, day):
    for found in figures.cohorts(rows, day, RULINGS).values():
        assert {counts.total for counts in found.counts} == {found.started}
        assert {counts.total for counts in found.enrolled_counts} == {found.enrolled}
        assert found.counts[0].reached == found.enrolled
        for all_started, of_enrolled in zip(found.counts, found.enrolled_counts, strict=True):
            assert all_started.reached == of_enrolled.reached
            assert all_started.missed >= of_enrolled.missed
    begun = [facts for facts in rows if facts.started_on <= day]
    assert sum(found.started for found in figures.cohorts(rows, day, RULINGS).values()) == len(begun)


@settings(max_examples=50, deadline=None)
@given(groups, years, strategies.days)
def test_past_figures_change_only_with_past_facts(rows, year, day):
    known = [strategies.known_on(facts, day) for facts in rows]
    assert figures.cohort(rows, year, day, RULINGS) == figures.cohort(known, year, day, RULINGS)


@settings(max_examples=50, deadline=None)
@given(groups, years, strategies.days, strategies.days)
def test_denominators_only_grow_while_nobody_reopens_or_hands_over(rows, year, one, other):
    rows = [replaced(facts, statuses=facts.statuses[:1]) for facts in rows]
    earlier, later = sorted((one, other))
    before, after = (figures.cohort(rows, year, day, RULINGS) for day in (earlier, later))
    assert before.started <= after.started
    for moment in range(3):
        assert before.counts[moment].reached <= after.counts[moment].reached


@given(groups, strategies.days)
def test_active_trajectories_are_those_whose_last_status_is_open(rows, day):
    expected = 0
    for facts in rows:
        last = None
        for row in facts.statuses:
            last = row.status if row.day <= day else last
        expected += facts.started_on <= day and last not in (Status.COMPLETED, Status.STOPPED, Status.HANDED_OVER)
    assert figures.active_at(rows, day) == expected


@given(groups, strategies.days, strategies.days)
def test_events_of_two_halves_add_up_to_the_whole(rows, one, other):
    first, last = sorted((one, other))
    middle = first + (last - first) // 2
    whole = figures.events(rows, first, last)
    halves = figures.events(rows, first, middle), figures.events(rows, middle + timedelta(days=1), last)
    for name, value in whole.__dict__.items():
        assert value == sum(getattr(half, name) for half in halves)


contacts = st.lists(
    st.builds(
        ContactFact,
        day=strategies.days,
        minutes=st.integers(0, 600),
        criterion=st.sampled_from(Criterion.values),
        channel=st.sampled_from(Channel.values),
        with_whom=st.sampled_from(WithWhom.values),
    ),
    max_size=30,
)


@given(contacts, strategies.days, strategies.days)
def test_every_breakdown_of_the_logbook_adds_up(rows, one, other):
    first, last = sorted((one, other))
    found = figures.contact_figures(rows, first, last)
    assert found.all.minutes == sum(row.minutes for row in rows if first <= row.day <= last)
    for breakdown in (found.by_criterion, found.by_channel, found.by_with_whom):
        assert sum(tally.contacts for tally in breakdown.values()) == found.all.contacts
        assert sum(tally.minutes for tally in breakdown.values()) == found.all.minutes
