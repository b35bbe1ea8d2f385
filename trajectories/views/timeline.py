"""What happened in a trajectory, newest first: rows of several tables as lines of one list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.models import Entry, Membership
from trajectories.enums import Outcome, Status
from trajectories.models import Trajectory
from trajectories.moments import TrajectoryFacts


@dataclass(frozen=True)
class Line:
    """`kind` orders the lines of one day; `address` is where it can be put right, if anywhere."""

    day: date
    title: str
    detail: str = ""
    who: str = ""
    row: Any = None
    kind: str = ""


Authors = Mapping[tuple[UUID, str], str]


def authors(trajectory: Trajectory) -> Authors:
    """Who sent in what, by row and kind of form, from the receipts; what no form made has nobody."""
    made = (*trajectory.statuses.all(), *trajectory.trials.all(), *trajectory.enrolments.all(), trajectory)
    people = Membership.objects.filter(appointments__project=trajectory.project_id)  # receipts are found by person
    entries = Entry.objects.filter(membership__in=people, subject__in=[row.uuid for row in made]).order_by("id")
    found = entries.select_related("membership__user")
    return {(entry.subject, entry.kind): entry.membership.user.display_name for entry in found if entry.subject}


def timeline(trajectory: Trajectory, contacts: list[Any], by: Authors) -> list[Line]:
    """In full, for whoever walks along. `trajectory` with its rows prefetched; who, as far as a receipt tells."""
    lines = [
        *_statuses(trajectory, by),
        *_participation(trajectory, by),
        *_moments(trajectory, by),
        *_contacts(contacts),
        *_late(trajectory),
    ]
    return sorted(lines, key=lambda line: (line.day, line.kind != "start"), reverse=True)


def _statuses(trajectory: Trajectory, by: Authors) -> Iterator[Line]:
    brought = _("Brought by: %(who)s") % {"who": trajectory.get_referred_by_display()}
    who = by.get((trajectory.uuid, "trajectory"), "")
    yield Line(trajectory.started_on, _("Trajectory began"), brought, who, kind="start")
    said = {Status.TRYING: {trial.date for trial in trajectory.trials.all()}}
    said[Status.ENROLLED] = {enrolment.date for enrolment in trajectory.enrolments.all()}
    for row in trajectory.statuses.all():
        if row.status == Status.REGISTERED and row.date == trajectory.started_on:
            continue  # the beginning says it already
        if row.date in said.get(Status(row.status), ()):
            continue  # the trial or the enrolment of that day says it already
        title = _("Status: %(status)s") % {"status": row.get_status_display()}
        title = f"{title} · {row.provider}" if row.provider else title
        yield Line(row.date, title, row.reason, by.get((row.uuid, "status"), ""))


def _participation(trajectory: Trajectory, by: Authors) -> Iterator[Line]:
    for trial in trajectory.trials.all():
        title = _("Trial session at %(provider)s") % {"provider": trial.provider}
        yield Line(trial.date, title, who=by.get((trial.uuid, "trial"), ""))
    for enrolment in trajectory.enrolments.all():
        title = _("Enrolled at %(provider)s") % {"provider": enrolment.provider}
        if enrolment.date == trajectory.m3_on and enrolment.for_working_year == trajectory.m3_for_working_year:
            title = _("Enrolled again at %(provider)s") % {"provider": enrolment.provider}
        yield Line(enrolment.date, title, who=by.get((enrolment.uuid, "enrolment"), ""))
        if enrolment.ended_on:
            yield Line(enrolment.ended_on, _("Enrolment ended at %(provider)s") % {"provider": enrolment.provider})


def _moments(trajectory: Trajectory, by: Authors) -> Iterator[Line]:
    sentences = {
        1: {Outcome.MISSED: _("Not enrolled"), Outcome.UNKNOWN: _("Enrolled? Cannot be found out")},
        2: {
            Outcome.REACHED: _("Still takes part"),
            Outcome.MISSED: _("Takes part no longer"),
            Outcome.UNKNOWN: _("Still takes part? Cannot be found out"),
        },
        3: {Outcome.MISSED: _("Not enrolled again"), Outcome.UNKNOWN: _("Enrolled again? Cannot be found out")},
    }
    for moment, texts in sentences.items():
        outcome = getattr(trajectory, f"m{moment}_outcome")
        if outcome in texts:  # an enrolment already says that moments 1 and 3 were reached
            day = getattr(trajectory, f"m{moment}_on") or getattr(trajectory, f"m{moment}_asked_on")
            who = by.get((trajectory.uuid, f"moment {moment}"), "")
            yield Line(day, texts[outcome], getattr(trajectory, f"m{moment}_remark"), who)


def _contacts(contacts: list[Any]) -> Iterator[Line]:
    for contact in contacts:
        title = f"{contact.get_channel_display().capitalize()} · {contact.minutes} min"
        who = contact.membership.user.display_name
        yield Line(contact.date, title, contact.note, who, contact, "contact")


def _late(trajectory: Trajectory) -> Iterator[Line]:
    for row in trajectory.late_entries.all():
        written = timezone.localdate(row.logged_at)
        title = _("Something of %(day)s arrived later") % {"day": f"{written:%d/%m/%Y}"}
        yield Line(
            timezone.localdate(row.received_at),
            title,
            row.get_reason_display().capitalize(),
            row.membership.user.display_name,
        )


def dates_only(facts: TrajectoryFacts) -> list[Line]:
    """The same trajectory for a coordinator: what happened when, without a note or a reason."""
    lines = [Line(row.day, _("Status: %(status)s") % {"status": Status(row.status).label}) for row in facts.statuses]
    lines += [Line(day, _("Trial session")) for day in facts.trials]
    for enrolment in facts.enrolments:
        lines.append(Line(enrolment.day, _("Enrolment")))
        if enrolment.ended_on:
            lines.append(Line(enrolment.ended_on, _("Enrolment ended")))
    return sorted(lines, key=lambda line: line.day, reverse=True)
