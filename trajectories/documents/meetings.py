"""Planned days beside today, in words. This is what the dossier itself knows, so whoever reads it reads all of it."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ambassadors.instrument import StepNumber
from trajectories.documents.bricks import Choice, days_in_a_row, long_day, sentences
from trajectories.practice import Practice
from trajectories.practice.meetings import BeforeAfter, MeetingPractice, PlannedDays


def support_group(practice: Practice) -> Choice:
    found = practice.meetings
    count = ngettext("%(count)s meeting in the dossier.", "%(count)s meetings in the dossier.", found.total)
    rhythm = practice.plan.rhythm.strip()
    return Choice(
        key="support-group",
        step=StepNumber.SUPPORT_GROUP,
        title=_("Support group"),
        plan=sentences(
            count % {"count": found.total} if found.total else _("No meeting was planned yet."),
            _("Rhythm: %(rhythm)s.") % {"rhythm": rhythm.rstrip(".")} if rhythm else "",
        ),
        practice=_kept(found),
    )


def _kept(found: MeetingPractice) -> tuple[str, ...]:
    return sentences(_held(found), _silent(found), _to_come(found.to_come), _undated(found.undated))


def _held(found: MeetingPractice) -> str:
    if not found.past:
        return _("No meeting has passed yet.") if found.total else ""
    said = ngettext(
        "%(held)s of %(count)s meeting that has passed was held, %(not_held)s was not.",
        "%(held)s of the %(count)s meetings that have passed were held, %(not_held)s were not.",
        found.past,
    )
    return said % {"held": found.held, "count": found.past, "not_held": found.not_held}


def _silent(found: MeetingPractice) -> str:
    if not found.silent:
        return ""
    said = ngettext(
        "Of %(count)s nobody noted whether it took place: %(days)s.",
        "Of %(count)s nobody noted whether they took place: %(days)s.",
        len(found.silent),
    )
    return said % {"count": len(found.silent), "days": days_in_a_row(found.silent)}


def _to_come(days: Sequence[date]) -> str:
    if not days:
        return ""
    return _("Still to come: %(count)s, the first on %(day)s.") % {"count": len(days), "day": long_day(days[0])}


def _undated(count: int) -> str:
    return _("Without a date: %(count)s.") % {"count": count} if count else ""


def follow_up(practice: Practice) -> Choice:
    found = practice.follow_ups
    count = ngettext("%(count)s follow-up moment planned.", "%(count)s follow-up moments planned.", found.total)
    return Choice(
        key="follow-up",
        step=StepNumber.GOALS,
        title=_("Follow-up"),
        plan=(count % {"count": found.total} if found.total else _("No follow-up moment was planned yet."),),
        practice=_days(found),
    )


def _days(found: PlannedDays) -> tuple[str, ...]:
    if not found.total:
        return ()
    passed = _("%(past)s of the %(total)s lie behind us. Whether they took place, the dossier does not say.")
    values = {"past": len(found.past), "total": found.total}
    return sentences(
        passed % values if found.past else _("None of them has passed yet."),
        _to_come(found.to_come),
        _undated(found.undated),
    )


def talks(practice: Practice) -> Choice:
    spoken, lifeworld = practice.talks, practice.lifeworld
    return Choice(
        key="talks",
        step=StepNumber.ENVIRONMENT,
        title=_("Talks and lifeworld contacts"),
        plan=(
            _("Before the appointment: talks %(talks)s, lifeworld contacts %(lifeworld)s.")
            % {"talks": spoken.before, "lifeworld": lifeworld.before},
        ),
        practice=sentences(
            _since(_("Talks since the appointment: %(after)s of the %(total)s."), spoken),
            _since(_("Lifeworld contacts since the appointment: %(after)s of the %(total)s."), lifeworld),
            _undated(spoken.undated + lifeworld.undated),
        ),
    )


def _since(said: str, found: BeforeAfter) -> str:
    return said % {"after": found.after, "total": found.total} if found.total else ""
