"""What happens around some of the invented trajectories: duos, families, hand-overs, and nobody left.

The newest ones of the first organisation, so that whoever tries the product meets them.
"""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from ambassadors.models import Appointment
from organisations.demo import address, drawn_uuid
from organisations.models import Organisation
from organisations.rulings import rulings
from trajectories.codes import make_code
from trajectories.enums import ExplainedTo
from trajectories.models import Assignment, ContactDetails, Family, HandOver, Participant, Trajectory

WEEK = timedelta(days=7)


def fill(today: date, rng: Random) -> None:
    """Needs `trajectories.demo.fill`."""
    one, other = (appointment_of(name) for name in ("ambassador", "ambassador.02"))
    seen = Trajectory.objects.visible_to(one.membership, today=today).standing_at("open", today)
    newest = list(seen.filter(project=one.project).select_related("participant")[:6])
    walks_along_twice, second, leaving, withdrawn, alone, taken_over = newest
    hold(walks_along_twice, {one: walks_along_twice.started_on, other: today - WEEK})
    make_family(walks_along_twice, second, rng)
    hold(alone, {other: alone.started_on}, until=today - timedelta(days=1))
    hold(taken_over, {other: taken_over.started_on}, until=today - timedelta(days=1))
    hold(taken_over, {one: today}, again=True)
    grow_up(second, one, today)
    offer(leaving, Organisation.objects.get(name="Stad Leuven (demo)"), one, today, rng)
    Participant.objects.filter(pk=withdrawn.participant_id).update(withdrawn_on=today - timedelta(days=2))
    elsewhere = appointment_of("ambassador.16")
    theirs = Trajectory.objects.filter(assignments__appointment=elsewhere, shielded=False).standing_at("open", today)
    offer(theirs.select_related("participant")[0], one.project.organisation, elsewhere, today, rng)


def appointment_of(log_in: str) -> Appointment:
    rows = Appointment.objects.select_related("membership__organisation", "project__organisation")
    return rows.filter(membership__user__email=address(log_in)).order_by("pk")[0]


def hold(
    trajectory: Trajectory, starts: dict[Appointment, date], *, until: date | None = None, again: bool = False
) -> None:
    """Let these walk along, and unless `again` nobody else."""
    if not again:
        trajectory.assignments.all().delete()
    for appointment, starts_on in starts.items():
        ends_on = max(until, starts_on) if until else None
        Assignment.objects.create(trajectory=trajectory, appointment=appointment, starts_on=starts_on, ends_on=ends_on)


def make_family(one: Trajectory, other: Trajectory, rng: Random) -> None:
    family = Family.objects.create(uuid=drawn_uuid(rng), controller=one.participant.controller)
    Participant.objects.filter(pk__in=(one.participant_id, other.participant_id)).update(family=family)


def grow_up(trajectory: Trajectory, appointment: Appointment, today: date) -> None:
    """Somebody who is on record since before, and turns 18 this year."""
    long_ago = timezone.make_aware(datetime.combine(date(today.year - 1, 11, 3), time(10)))
    Participant.objects.filter(pk=trajectory.participant_id).update(birth_year=today.year - 18, logged_at=long_ago)
    ContactDetails.objects.create(
        participant=trajectory.participant,
        reached_through="Demo-moeder, na 17 uur",
        phone="0470 00 00 00 (demo)",
        email="ouder@demo.example",
    )


def offer(trajectory: Trajectory, to: Organisation, by: Appointment, today: date, rng: Random) -> None:
    """A hand-over that waits for somebody to accept it."""
    day = max(today - timedelta(days=2), trajectory.started_on)
    stamps: Any = timezone.make_aware(datetime.combine(day, time(11)))
    HandOver.objects.create(
        uuid=drawn_uuid(rng),
        trajectory=trajectory,
        offered_by=by.membership,
        to_organisation=to,
        agreed_by=ExplainedTo.BOTH,
        agreed_on=day,
        code=make_code(rng.choice, length=6),
        date=day,
        expires_on=day + timedelta(days=rulings().hand_over_days),
        logged_at=stamps,
        received_at=stamps,
    )
