"""Windows: days in, days out. Working years are the whole house's: they come from organisations.calendar."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date

from organisations.calendar import working_year, working_year_end, working_year_label, working_year_start
from organisations.rulings import Rulings

__all__ = [
    "Window",
    "add_months",
    "moment_three_due_on",
    "moment_three_opens_on",
    "moment_two_window",
    "working_year",
    "working_year_end",
    "working_year_label",
    "working_year_start",
    "years_to_enrol_for",
]


@dataclass(frozen=True)
class Window:
    """A stretch of days, both ends in."""

    opens_on: date
    closes_on: date

    def __contains__(self, day: date) -> bool:
        return self.opens_on <= day <= self.closes_on


def years_to_enrol_for(day: date, rulings: Rulings) -> tuple[int, int]:
    """The working years that an enrolment on `day` can be for: the running one, or the next (June for September)."""
    running = working_year(day, rulings)
    return running, running + 1


def add_months(day: date, months: int) -> date:
    """The same day so many calendar months later, held back to the month's end: 31/08 + 6 is 28/02 or 29/02."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, gregorian.monthrange(year, month)[1]))


def moment_two_window(enrolled_on: date, rulings: Rulings) -> Window:
    """When someone who enrolled on that day "still takes part": six to eight months later, both ends in."""
    return Window(
        add_months(enrolled_on, rulings.moment_two_first_month), add_months(enrolled_on, rulings.moment_two_last_month)
    )


def moment_three_opens_on(enrolled_for: int, rulings: Rulings) -> date:
    """From when one can ask whether someone enrolled again: the start of the next working year."""
    return working_year_start(enrolled_for + 1, rulings)


def moment_three_due_on(enrolled_for: int, rulings: Rulings, *, holidays_only: bool = False) -> date:
    """From which day moment 3 is overdue: 15 November of the next working year.

    Our ruling (°) for holiday-only offer: next year's edition may be as late as the next summer, so that whole working
    year passes first; overdue is 15 November after it.
    """
    next_year = enrolled_for + (2 if holidays_only else 1)
    month, day = rulings.moment_three_month, rulings.moment_three_day
    calendar_year = next_year if month >= rulings.working_year_start_month else next_year + 1
    return date(calendar_year, month, min(day, gregorian.monthrange(calendar_year, month)[1]))
