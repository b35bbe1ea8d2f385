"""Working years and windows, day by day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisations.rulings import Rulings
from trajectories.calendar import (
    add_months,
    moment_three_due_on,
    moment_three_opens_on,
    moment_two_window,
    working_year,
    working_year_end,
    working_year_label,
    working_year_start,
    years_to_enrol_for,
)

RULINGS = Rulings()
start_months = st.integers(1, 12).map(lambda month: replace(RULINGS, working_year_start_month=month))
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2025, 5, 15), 8, date(2026, 1, 15)),
        (date(2025, 1, 31), 0, date(2025, 1, 31)),
    ],
)
def test_add_months_holds_back_to_the_end_of_the_month(day, months, expected):
    assert add_months(day, months) == expected


@given(days, st.integers(0, 60))
def test_add_months_lands_in_the_right_month_and_never_later_than_the_day(day, months):
    there = add_months(day, months)
    assert (there.year - day.year) * 12 + there.month - day.month == months
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)


@given(days, days, st.integers(0, 24))
def test_add_months_keeps_the_order_of_days(one, other, months):
    assert (one <= other) is False or add_months(one, months) <= add_months(other, months)


@given(days, start_months)
def test_working_year_holds_its_own_days(day, rulings):
    year = working_year(day, rulings)
    assert working_year_start(year, rulings) <= day <= working_year_end(year, rulings)
    assert working_year_end(year, rulings) + timedelta(days=1) == working_year_start(year + 1, rulings)


def test_working_year_turns_on_the_first_of_september():
    assert working_year(date(2025, 8, 31), RULINGS) == 2024
    assert working_year(date(2025, 9, 1), RULINGS) == 2025
    assert working_year_label(2024) == "2024–2025"


def test_june_enrolment_can_be_for_this_year_or_the_next():
    assert years_to_enrol_for(date(2025, 6, 20), RULINGS) == (2024, 2025)


def test_window_of_the_last_of_august_closes_in_a_leap_year():
    window = moment_two_window(date(2023, 8, 31), RULINGS)
    assert (window.opens_on, window.closes_on) == (date(2024, 2, 29), date(2024, 4, 30))
    assert date(2024, 2, 29) in window
    assert date(2024, 4, 30) in window
    assert date(2024, 2, 28) not in window
    assert date(2024, 5, 1) not in window


def test_may_enrolment_is_asked_about_the_next_year_before_its_window_opens():
    enrolled = date(2025, 5, 10)
    assert moment_three_opens_on(2024, RULINGS) == date(2025, 9, 1)
    assert moment_three_opens_on(2024, RULINGS) < moment_two_window(enrolled, RULINGS).opens_on
    assert moment_three_due_on(2024, RULINGS) == date(2025, 11, 15)


def test_holiday_offer_waits_for_next_years_edition():
    assert moment_three_due_on(2024, RULINGS, holidays_only=True) == date(2026, 11, 15)


def test_deadline_before_the_turn_of_the_working_year_falls_in_the_next_calendar_year():
    rulings = replace(RULINGS, moment_three_month=2, moment_three_day=29)
    assert moment_three_due_on(2024, rulings) == date(2026, 2, 28)


@given(days, start_months)
def test_window_opens_before_it_closes_and_both_after_the_enrolment(day, rulings):
    window = moment_two_window(day, rulings)
    assert day < window.opens_on < window.closes_on
    assert day < moment_three_opens_on(working_year(day, rulings), rulings)
