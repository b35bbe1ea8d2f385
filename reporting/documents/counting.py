"""How the figures were counted: definitions, and the rulings of the installation as they were on the day."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reporting.documents.parts import Items, Json, Section, long_day


def how_we_count(figures: Json) -> Section:
    """The same rules for every report; the numbers in them are rulings that each installation can set."""
    return Section(_("How we count"), (Items((*_definitions(figures), *_rulings(figures), *_protection(figures))),))


def _definitions(figures: Json) -> tuple[str, ...]:
    day = long_day(figures["reference_date"])
    return (
        _("Reference date: %(day)s. A fact counts from its own date, and as far as it was recorded when this was made.")
        % {"day": day},
        _("We count trajectories, not children: one child can have several."),
        _("A trajectory belongs for good to the working year in which it began. It counts once, for its project."),
        _("Percentage: reached out of reached and not reached together. What we do not know does not count in it."),
        _("Moments 2 and 3 are about those who enrolled. Where no enrolment exists, no moment applies."),
    )


def _rulings(figures: Json) -> tuple[str, ...]:
    ruled = figures["rulings"]
    return (
        _("A working year begins on %(day)s.") % {"day": _day(1, ruled["working_year_start_month"])},
        _(
            "Moment 1 counts in the percentage %(moment_one_days_after_start)s days after the start. "
            "It is overdue %(moment_one_days_after_trial)s days after the last trial session."
        )
        % ruled,
        _(
            "Moment 2 lies %(moment_two_first_month)s to %(moment_two_last_month)s months after the enrolment, "
            "and counts in the percentage when those have passed."
        )
        % ruled,
        _("Moment 3 counts in the percentage from %(day)s of the next working year.")
        % {"day": _day(ruled["moment_three_day"], ruled["moment_three_month"])},
    )


def _day(day: int, month: int) -> str:
    """15 november: the same day of every year."""
    return date_format(date(2000, month, day), "j F")


def _protection(figures: Json) -> tuple[str, ...]:
    if not figures["protected"]:
        return ()
    return (
        _("A table with a number from 1 to %(most)s is left out, and what it could be worked out from as well.")
        % {"most": figures["rulings"]["small_number_threshold"] - 1},
        _("A percentage needs at least three projects."),
    )
