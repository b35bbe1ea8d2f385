"""Pure: what counts as successful guidance (geslaagde toeleiding), as a project agreed it, cohort by cohort.

A cohort is the trajectories of a project that begin in one working year. An agreement holds from its own cohort on,
until a later one takes over; it was made before that cohort began, and never changes afterwards.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.enums import CutoffMoment, Support
from organisations.calendar import working_year_end, working_year_label, working_year_start
from organisations.rulings import Rulings


@dataclass(frozen=True)
class Definition:
    """Which moment counts as success, and whether with support counts too."""

    moment: CutoffMoment
    support: Support = Support.EITHER

    @property
    def words(self) -> str:
        """moment 2, met of zonder ondersteuning."""
        return _("moment %(moment)s, %(support)s") % {"moment": int(self.moment), "support": self.support.label}


@dataclass(frozen=True)
class Agreed:
    """A definition, and the first cohort for which it holds."""

    cohort: int
    definition: Definition


def agreed_for(agreements: Iterable[Agreed], cohort: int) -> Definition | None:
    """What holds for a cohort: the newest agreement that began to hold by then, or nothing."""
    known = [agreed for agreed in agreements if agreed.cohort <= cohort]
    return max(known, key=lambda agreed: agreed.cohort).definition if known else None


def cohort_starts_on(cohort: int, project_starts_on: date, rulings: Rulings) -> date:
    """The first day on which a trajectory of this cohort can begin: of the working year, or of the project."""
    return max(working_year_start(cohort, rulings), project_starts_on)


@dataclass(frozen=True)
class Refusal:
    """Why an agreement cannot be, in a sentence, and the question that it is about."""

    field: str
    sentence: str


def refusal(
    *,
    cohort: int,
    agreed_on: date,
    agreements: Iterable[Agreed],
    project_starts_on: date,
    today: date,
    rulings: Rulings,
) -> Refusal | None:
    """Why nothing new can be agreed for a cohort, or None when it can."""
    agreements = list(agreements)
    starts_on, year = cohort_starts_on(cohort, project_starts_on, rulings), working_year_label(cohort)
    if working_year_end(cohort, rulings) < project_starts_on:
        sentence = _("The project had not begun in working year %(year)s. Choose a later one.")
        return Refusal("cohort", sentence % {"year": year})
    if any(agreed.cohort == cohort for agreed in agreements):
        sentence = _("There is an agreement from working year %(year)s on. Change that one, or choose a later year.")
        return Refusal("cohort", sentence % {"year": year})
    if starts_on <= today and (present := agreed_for(agreements, cohort)):
        sentence = _("Working year %(year)s has begun, and %(words)s was agreed for it. Choose a later working year.")
        return Refusal("cohort", sentence % {"year": year, "words": present.words})
    return refused_day(cohort, agreed_on, starts_on, today)


def refused_day(cohort: int, agreed_on: date, starts_on: date, today: date) -> Refusal | None:
    """Why it cannot have been agreed on that day: it lies ahead, or too late for the cohort."""
    if agreed_on > today:
        return Refusal("agreed_on", _("The date cannot lie in the future."))
    if agreed_on >= starts_on:
        sentence = _(
            "Working year %(year)s began on %(day)s for this project. Only what was agreed before that day counts."
        )
        values = {"year": working_year_label(cohort), "day": date_format(starts_on, "d/m/Y")}
        return Refusal("agreed_on", sentence % values)
    return None
