"""The sums: what is known is added up, what is not known is counted."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ambassadors.budget import add_up, euro, percent

amounts = st.lists(st.none() | st.decimals(0, 999999, places=2), max_size=5)
shares = st.lists(st.none() | st.integers(1, 100), max_size=5)


@given(shares, amounts, amounts, amounts)
def test_sums_leave_nothing_over(percentages, wages, costs, money):
    sums = add_up(percentages, wages, costs, money)
    assert sums.costs + sums.balance == sums.funding
    assert sums.shortage == max(Decimal(0), -sums.balance)
    assert sums.unknown == sum(value is None for value in [*percentages, *wages, *costs, *money])


@given(shares, amounts)
def test_blank_row_changes_no_sum(percentages, wages):
    without, blank = add_up(percentages, wages, [], []), add_up([*percentages, None], [*wages, None], [], [])
    assert (without.percentage, without.staffing) == (blank.percentage, blank.staffing)


def test_amounts_and_shares_read_as_in_flanders():
    assert euro(Decimal("1250.5")) == "€\xa01.250,50"
    assert euro(Decimal(-3)) == "-€\xa03,00"
    assert percent(80) == "80\xa0%"
