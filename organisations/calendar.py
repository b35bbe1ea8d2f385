"""Working years (werkjaren): days in, years out.

A working year is named after the calendar year in which it begins: 2024 is 1 September 2024 to 31 August 2025.
"""

from datetime import date, timedelta

from organisations.rulings import Rulings


def working_year(day: date, rulings: Rulings) -> int:
    """The working year in which a day lies."""
    return day.year if day.month >= rulings.working_year_start_month else day.year - 1


def working_year_start(year: int, rulings: Rulings) -> date:
    """The first day of a working year."""
    return date(year, rulings.working_year_start_month, 1)


def working_year_end(year: int, rulings: Rulings) -> date:
    """The last day of a working year."""
    return working_year_start(year + 1, rulings) - timedelta(days=1)


def working_year_label(year: int) -> str:
    """How a working year is written: 2024–2025."""
    return f"{year}–{year + 1}"
