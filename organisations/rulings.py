"""Our own rulings where the sources are silent (marked ° in the user guide): numbers, set from the environment."""

from dataclasses import dataclass, fields

from django.conf import settings


@dataclass(frozen=True)
class Rulings:
    """Days, months and counts; each is printed in the reports that use it."""

    working_year_start_month: int = 9
    moment_one_days_after_trial: int = 90
    moment_one_days_after_start: int = 180
    moment_two_first_month: int = 6
    moment_two_last_month: int = 8
    moment_three_month: int = 11
    moment_three_day: int = 15
    silent_days: int = 30
    waiting_days: int = 60
    closing_days: int = 14
    hand_over_days: int = 30
    small_number_threshold: int = 5
    invitation_days: int = 14
    many_strategies: int = 3
    places_link_days: int = 365
    support_link_days: int = 30


def rulings() -> Rulings:
    """The rulings of this installation."""
    return Rulings(**{field.name: settings.RULINGS[field.name.upper()] for field in fields(Rulings)})
