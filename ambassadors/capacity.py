"""Pure: how many trajectories the instrument thinks possible in a year, converted to the hours and the term.

It speaks of individual guidance only, by an experienced full-time ambassador with a wide network, direct access to the
group, a broad scope and enough time; as an indication in optimal circumstances, far from a norm. The conversion to
other percentages and shorter terms is our own, and whoever shows a number says both.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ambassadors.enums import Strategy
from ambassadors.instrument import CAPACITY_CONDITIONS

STARTED = 80
GUIDED_LEAST, GUIDED_MOST = 60, 70
FULL_TIME, YEAR = 100, 12
LABEL = _("own conversion")
CAVEAT = _("indication in optimal circumstances, not a norm")


@dataclass(frozen=True)
class Indication:
    """Trajectories to start and children to guide, for this staffing (percent) in these months (12 at most)."""

    started: int
    guided_least: int
    guided_most: int
    staffing: int
    months: int

    @property
    def words(self) -> str:
        """The whole of it in a sentence, with its label and its caveat."""
        sentence = ngettext(
            "In %(months)s month with %(staffing)s percent: start %(started)s trajectories and guide %(least)s to "
            "%(most)s children (%(label)s; %(caveat)s).",
            "In %(months)s months with %(staffing)s percent: start %(started)s trajectories and guide %(least)s to "
            "%(most)s children (%(label)s; %(caveat)s).",
            self.months,
        )
        return sentence % {
            "months": self.months,
            "staffing": self.staffing,
            "started": self.started,
            "least": self.guided_least,
            "most": self.guided_most,
            "label": LABEL,
            "caveat": CAVEAT,
        }


def indication(
    *, strategies: Collection[Strategy], conditions: Collection[str], staffing: int, months: int | None
) -> Indication | None:
    """Nothing without individual guidance, without all five conditions, or without staffing (percent, added up).

    `months` is the term, None when it is open-ended or not known; a longer one than a year counts as a year.
    """
    holds = Strategy.INDIVIDUAL_GUIDANCE in strategies and CAPACITY_CONDITIONS.keys() <= set(conditions)
    if not holds or staffing < 1:
        return None
    within = min(months or YEAR, YEAR)

    def converted(full: int) -> int:
        return full * staffing * within // (FULL_TIME * YEAR)

    return Indication(converted(STARTED), converted(GUIDED_LEAST), converted(GUIDED_MOST), staffing, within)
