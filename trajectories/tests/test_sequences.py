"""Any order of edits: what the actions take, the database takes; what they refuse, leaves the row as it was."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organisations.rulings import rulings
from trajectories.actions.moments import end_enrolment, enrol, moment_version, record_moment, record_trial
from trajectories.actions.trajectories import turn_status
from trajectories.enums import MomentState, Outcome, Status
from trajectories.models import Trajectory
from trajectories.moments import states
from trajectories.tests.brute_force import count_states
from trajectories.tests.making import NOW, make_provider, make_trajectory

START, TODAY = date(2024, 9, 10), date(2026, 12, 1)
WHEN = {"logged_at": NOW, "now": NOW, "today": TODAY}

days = st.integers(-20, 820).map(lambda n: START + timedelta(days=n))
outcomes = st.sampled_from(["", *Outcome.values])
providers = st.integers(0, 2)
steps = st.one_of(
    st.tuples(st.just("trial"), days, providers),
    st.tuples(st.just("enrol"), days, providers, st.integers(2024, 2027)),
    st.tuples(st.just("end"), days | st.none(), st.integers(0, 3)),
    st.tuples(st.just("moment"), st.integers(1, 3), outcomes, days, days, providers, st.integers(2024, 2027)),
    st.tuples(st.just("status"), st.sampled_from(Status), days),
)


class Hand:
    """Does one step after another to one trajectory, as its ambassador."""

    def __init__(self, cast, trajectory, providers) -> None:
        self.by, self.trajectory, self.providers = cast.ambassador, trajectory, providers

    def do(self, step) -> None:
        getattr(self, step[0])(*step[1:])

    def trial(self, day, provider) -> None:
        values = {"provider": self.providers[provider], "date": day}
        record_trial(self.trajectory, values=values, by=self.by, **WHEN)

    def enrol(self, day, provider, year) -> None:
        values = {"provider": self.providers[provider], "date": day, "for_working_year": year, "supported": None}
        enrol(self.trajectory, values=values, by=self.by, **WHEN)

    def end(self, day, number) -> None:
        rows = list(self.trajectory.enrolments.select_related("trajectory__participant__controller"))
        if number < len(rows):
            row = rows[number]
            end_enrolment(row, version=row.version, ended_on=day, by=self.by, today=TODAY)

    def moment(self, moment, outcome, day, asked_on, provider, year) -> None:
        row = Trajectory.objects.get(pk=self.trajectory.pk)
        values = {
            "outcome": outcome,
            "date": day,
            "asked_on": asked_on,
            "provider": self.providers[provider],
            "for_working_year": year,
            "supported": None,
            "remark": "",
        }
        version = moment_version(row, moment)
        record_moment(row, moment=moment, version=version, values=values, by=self.by, **WHEN)

    def status(self, status, day) -> None:
        values = {"status": status, "date": day, "reason": "Omdat"}
        turn_status(self.trajectory, values=values, by=self.by, **WHEN)


def columns(trajectory) -> tuple:
    row = Trajectory.objects.filter(pk=trajectory.pk).values().get()
    return row, list(trajectory.enrolments.order_by("pk").values()), trajectory.statuses.count()


@pytest.fixture
def hand(cast):
    kinds = (("Chiro", False), ("Voetbal", False), ("Kamp", True))
    made = [make_provider(cast.organisation, name, holidays_only=holidays) for name, holidays in kinds]
    return Hand(cast, make_trajectory(cast.appointment, started_on=START), made)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(steps, min_size=1, max_size=8))
def test_any_sequence_of_edits_leaves_a_possible_state(hand, sequence):
    before_all = transaction.savepoint()
    for step in sequence:
        before = columns(hand.trajectory)
        try:
            with transaction.atomic():
                hand.do(step)
        except ValidationError:  # in human words; an IntegrityError would fail the test
            assert columns(hand.trajectory) == before
        check(hand.trajectory)
    transaction.savepoint_rollback(before_all)


def check(trajectory) -> None:
    """What the row says, its enrolments say too, and figures agree with the independent count."""
    row = Trajectory.objects.get(pk=trajectory.pk)
    row.validate_constraints()
    enrolments = list(row.enrolments.all())
    assert (row.m1_outcome == Outcome.REACHED) or not enrolments
    if row.m1_outcome == Outcome.REACHED:
        behind = [e for e in enrolments if (e.date, e.for_working_year) == (row.m1_on, row.m1_working_year)]
        assert behind
        again = [e for e in enrolments if e.for_working_year == row.m3_for_working_year]
        assert bool(again) == (row.m3_outcome == Outcome.REACHED)
    facts = Trajectory.objects.filter(pk=row.pk).facts()[0]
    found = states(facts, TODAY, rulings())
    assert [str(state) for state in found] == count_states(facts, TODAY)
    assert MomentState(found[0]) in MomentState
