"""Fields and widgets that every app's forms may use: dates in three boxes, amounts, percentages, repeated rows.

They keep what was typed, also when it does not parse.
"""

from organisations.inputs.dates import DateBoxes, DateField, RecentDate, RecentDateField
from organisations.inputs.numbers import MoneyField, PercentageField, WholeNumberField
from organisations.inputs.rows import asks_for_row, unjudged, with_row
from organisations.inputs.texts import TextField
from organisations.inputs.times import TimeField

__all__ = [
    "DateBoxes",
    "DateField",
    "MoneyField",
    "PercentageField",
    "RecentDate",
    "RecentDateField",
    "TextField",
    "TimeField",
    "WholeNumberField",
    "asks_for_row",
    "unjudged",
    "with_row",
]
