"""The partners of the plan, in words. A name that is not found says nothing about what a partner did."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.instrument import Engagement, StepNumber
from trajectories.documents.bricks import Choice, Column, Grid, number, sentences, short_day
from trajectories.practice import Practice
from trajectories.practice.partners import Other, PartnerPractice, PartnerRow, Place, Promise


def partners(practice: Practice) -> Choice:
    noted = practice.noted.partners if practice.noted else None
    return Choice(
        key="partners",
        step=StepNumber.STRATEGY,
        title=_("Partners"),
        plan=_plan(practice.plan.promises),
        practice=_practice(noted) if noted else (),
        is_known=noted is not None,
        grid=_grid(noted) if noted and noted.rows else None,
        names_head=_names_head(noted) if noted else "",
        names=tuple(_other(one) for one in noted.others) if noted else (),
    )


def _plan(promises: Sequence[Promise]) -> tuple[str, ...]:
    if not promises:
        return (_("No partner was named yet."),)
    needed = ngettext("%(count)s partner is needed.", "%(count)s partners are needed.", len(promises))
    counted = [(state, sum(one.engagement == state for one in promises)) for state in Engagement]
    states = ", ".join(f"{count} {str(state.label).lower()}" for state, count in counted if count)
    return (needed % {"count": len(promises)}, _("Engagement statement: %(states)s.") % {"states": states})


def _practice(found: PartnerPractice) -> tuple[str, ...]:
    if not found.rows:
        return ()
    shown = ngettext(
        "%(found)s of %(count)s partner is found under this name.",
        "%(found)s of the %(count)s partners are found under this name.",
        len(found.rows),
    )
    return sentences(
        shown % {"found": len(found.found), "count": len(found.rows)},
        _signed(found.with_engagement(Engagement.SIGNED)),
        _("A name that is not found says nothing about what a partner did: it may be noted under another one.")
        if found.unfound
        else "",
    )


def _signed(rows: list[PartnerRow]) -> str:
    if not rows:
        return ""
    said = ngettext(
        "Of %(count)s that signed, %(found)s is found.", "Of the %(count)s that signed, %(found)s are found.", len(rows)
    )
    return said % {"count": len(rows), "found": sum(row.is_found for row in rows)}


def _grid(found: PartnerPractice) -> Grid:
    return Grid(
        caption=_("Partners of the plan"),
        columns=(
            Column(_("Partner"), numeric=False),
            Column(_("Engagement statement"), numeric=False),
            Column(_("In what was noted"), numeric=False),
        ),
        rows=tuple(
            (row.promise.name or _("A partner without a name"), _engagement(row.promise), _where(row))
            for row in found.rows
        ),
    )


def _engagement(promise: Promise) -> str:
    words = str(Engagement(promise.engagement).label)
    return f"{words} ({short_day(promise.day)})" if promise.day else words


def _where(row: PartnerRow) -> str:
    return _places(row.places) if row.is_found else _("not found under this name")


def _other(other: Other) -> str:
    return f"{other.name}: {_places(other.places)}"


def _names_head(found: PartnerPractice) -> str:
    """Side by side with the table: whether one of them is meant, a person judges."""
    if not found.others:
        return ""
    said = ngettext(
        "%(count)s other name in what was noted", "%(count)s other names in what was noted", len(found.others)
    )
    return said % {"count": number(len(found.others))}


def _places(places: dict[Place, int]) -> str:
    """3 proefsessies, 1 inschrijving."""
    return ", ".join(_counted(place, count) for place, count in places.items())


def _counted(place: Place, count: int) -> str:
    words = {
        Place.TRIAL: ngettext("%(count)s trial session", "%(count)s trial sessions", count),
        Place.ENROLMENT: ngettext("%(count)s enrolment", "%(count)s enrolments", count),
        Place.CONTACT: ngettext("%(count)s contact", "%(count)s contacts", count),
        Place.SUPPORT: ngettext("%(count)s provider's trajectory", "%(count)s provider's trajectories", count),
        Place.ACTIVITY: ngettext("%(count)s activity", "%(count)s activities", count),
        Place.RESULT: ngettext("%(count)s result", "%(count)s results", count),
    }
    return words[place] % {"count": number(count)}
