"""The demo trajectories: enough of them, in every state, the same for the same day, invented and marked."""

import time
from collections import Counter
from datetime import date
from random import Random

from ambassadors import demo_projects
from ambassadors.demo_texts import PARTNERS
from organisations import demo as demo_organisations
from organisations.rulings import rulings
from trajectories import demo, demo_supply
from trajectories.calendar import working_year
from trajectories.codes import is_code
from trajectories.commitments import Dated, objection
from trajectories.demo_texts import PROVIDERS
from trajectories.enums import Basis, CommitmentState, MomentState, Status
from trajectories.figures import cohorts
from trajectories.models import (
    Commitment,
    Contact,
    Participant,
    PlacesLink,
    Provider,
    ProviderChange,
    ProviderTrajectory,
    Trajectory,
    TrajectoryStatus,
)
from trajectories.moments import states

TODAY = date(2026, 11, 22)


def fill(today: date = TODAY) -> float:
    rng = Random(1)
    demo_organisations.fill(today, rng)
    demo_projects.fill(today, rng)
    start = time.monotonic()
    demo.fill(today, rng)
    demo_supply.fill(today, rng)
    return time.monotonic() - start


def test_demo_is_whole_invented_and_true(db):
    """One filling, looked at from all sides: it is the slow part."""
    assert fill() < 30, "on a busy machine; alone it takes three seconds"
    assert Trajectory.objects.count() == demo.HOW_MANY
    assert Contact.objects.count() > demo.HOW_MANY
    check_every_state_occurs()
    check_people_are_marked()
    check_nothing_lies_after(TODAY)
    check_enrolments_and_moments_agree()
    check_supply_side()


def test_partners_of_the_demo_dossiers_are_among_its_providers():
    """So plan and practice finds some of them, and not all."""
    promised = {name.format(place="Mechelen") for name, _kind in PARTNERS}
    noted = {f"{name} Mechelen" for name, *_more in PROVIDERS}
    assert len(promised & noted) == 3 < len(promised)


def check_supply_side() -> None:
    assert set(Commitment.objects.values_list("state", flat=True)) == set(CommitmentState)
    assert {row.closed_on is None for row in ProviderTrajectory.objects.all()} == {True, False}
    assert {(row.board_updated_by is None, row.price is None) for row in Provider.objects.all()} == {
        (by_itself, unknown) for by_itself in (True, False) for unknown in (True, False)
    }
    assert PlacesLink.objects.get().provider.organisation.name.startswith("Stad Mechelen")
    known = [[(row.date, row.state) for row in one.commitments.all()] for one in ProviderTrajectory.objects.all()]
    for rows in known:
        story = [Dated(day, CommitmentState(state)) for day, state in rows]
        assert [objection(story[:place], one) for place, one in enumerate(story)] == [None] * len(story)


def check_every_state_occurs() -> None:
    facts = Trajectory.objects.all().facts()
    found = [states(one, TODAY, rulings()) for one in facts]
    for moment in range(3):
        assert set(MomentState) == {three[moment] for three in found}
    assert {one.basis for one in facts} == set(Basis)
    assert set(TrajectoryStatus.objects.values_list("status", flat=True)) == set(Status)
    begun = Counter(working_year(one.started_on, rulings()) for one in facts)
    assert min(begun.values()) > 20
    assert sorted(begun) == [2024, 2025, 2026]
    assert all(any(figures.rates) or year == 2026 for year, figures in cohorts(facts, TODAY, rulings()).items())


def check_people_are_marked() -> None:
    people = list(Participant.objects.all())
    assert all(person.first_name.startswith("Demo-") for person in people)
    assert all(is_code(person.code) for person in people)


def check_nothing_lies_after(today: date) -> None:
    assert not Trajectory.objects.filter(started_on__gt=today).exists()
    assert not Contact.objects.filter(date__gt=today).exists()
    assert not TrajectoryStatus.objects.filter(date__gt=today).exists()
    assert not ProviderTrajectory.objects.filter(started_on__gt=today).exists()
    assert not ProviderChange.objects.filter(date__gt=today).exists()
    for moment in (1, 2, 3):
        assert not Trajectory.objects.filter(**{f"m{moment}_asked_on__gt": today}).exists()


def check_enrolments_and_moments_agree() -> None:
    for row in Trajectory.objects.exclude(m1_on=None).prefetch_related("enrolments"):
        first = [e for e in row.enrolments.all() if e.date == row.m1_on and e.for_working_year == row.m1_working_year]
        assert [e.provider_id for e in first] == [row.m1_provider_id]
        again = [e for e in row.enrolments.all() if e.for_working_year == row.m3_for_working_year]
        assert bool(again) == (row.m3_outcome == "reached")


def test_demo_can_lead_up_to_a_leap_day(db):
    fill(date(2028, 2, 29))
    assert Trajectory.objects.count() == demo.HOW_MANY
    check_nothing_lies_after(date(2028, 2, 29))
    check_enrolments_and_moments_agree()
