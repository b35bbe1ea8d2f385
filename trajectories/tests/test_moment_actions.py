"""Trials, enrolments and moments: what is written, what is refused, and that an enrolment and its moment agree."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from organisations.models import StaleVersionError
from trajectories.actions.moments import end_enrolment, enrol, moment_version, record_moment, record_trial
from trajectories.actions.trajectories import change_trajectory
from trajectories.enums import Basis, Outcome, Status, Threshold
from trajectories.models import Trajectory
from trajectories.tests.making import NOW, make_provider, make_trajectory

TODAY = date(2026, 1, 10)
WHEN = {"logged_at": NOW, "now": NOW, "today": TODAY}
START = {
    "started_on": date(2024, 9, 10),
    "referred_by": "school",
    "wish": "",
    "thresholds": [Threshold.KNOWN],
    "strategy": "individual_guidance",
    "basis": Basis.REGULAR,
    "shielded": False,
}


def enrolment(provider, day=date(2024, 10, 1), year=2024, **values):
    return {"provider": provider, "date": day, "for_working_year": year, "supported": True} | values


def answer(outcome, asked_on, **values):
    nothing = {"date": None, "provider": None, "supported": None, "remark": ""}
    return {"outcome": outcome, "asked_on": asked_on, **nothing, **values}


def told(cast, trajectory, moment, values, version=None):
    trajectory.refresh_from_db()
    version = moment_version(trajectory, moment) if version is None else version
    row = record_moment(trajectory, moment=moment, version=version, values=values, by=cast.ambassador, **WHEN)
    trajectory.refresh_from_db()
    return row


def statuses(trajectory) -> list[str]:
    return list(trajectory.statuses.values_list("status", flat=True))


def test_trial_turns_the_status_unless_someone_said_more(cast, trajectory, provider):
    values = {"provider": provider, "date": date(2024, 9, 20)}
    record_trial(trajectory, values=values, by=cast.ambassador, **WHEN)
    record_trial(trajectory, values=values | {"date": date(2024, 9, 27)}, by=cast.ambassador, **WHEN)
    assert statuses(trajectory) == [Status.REGISTERED, Status.TRYING]


def test_first_enrolment_is_moment_one_with_its_windows(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    trajectory.refresh_from_db()
    assert (trajectory.m1_outcome, trajectory.m1_on, trajectory.m1_provider) == (
        Outcome.REACHED,
        date(2024, 10, 1),
        provider,
    )
    assert (trajectory.m2_opens_on, trajectory.m2_closes_on) == (date(2025, 4, 1), date(2025, 6, 1))
    assert (trajectory.m3_for_working_year, trajectory.m3_opens_on) == (2025, date(2025, 9, 1))
    assert statuses(trajectory)[-1] == Status.ENROLLED


def test_enrolment_for_the_next_year_is_moment_three(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    other = make_provider(cast.organisation, "Scouts")
    enrol(trajectory, values=enrolment(other, date(2025, 6, 20), 2025), by=cast.ambassador, **WHEN)
    trajectory.refresh_from_db()
    assert (trajectory.m3_outcome, trajectory.m3_on, trajectory.m3_provider) == (
        Outcome.REACHED,
        date(2025, 6, 20),
        other,
    )


def test_second_enrolment_of_the_same_year_settles_nothing(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    other = make_provider(cast.organisation, "Scouts")
    enrol(trajectory, values=enrolment(other, date(2024, 11, 1)), by=cast.ambassador, **WHEN)
    trajectory.refresh_from_db()
    assert (trajectory.m1_provider, trajectory.m3_outcome) == (provider, "")
    assert trajectory.enrolments.count() == 2


def test_holidays_only_is_copied_and_later_edits_change_nothing(cast, trajectory):
    camp = make_provider(cast.organisation, "Kamp", holidays_only=True)
    row = enrol(trajectory, values=enrolment(camp), by=cast.ambassador, **WHEN)
    camp.holidays_only = False
    camp.save()
    trajectory.refresh_from_db()
    row.refresh_from_db()
    assert (trajectory.basis, trajectory.m2_opens_on, row.holidays_only) == (Basis.HOLIDAYS_ONLY, None, True)


@pytest.mark.parametrize("year", [2023, 2026])
def test_enrolment_is_for_this_working_year_or_the_next(cast, trajectory, provider, year):
    with pytest.raises(ValidationError) as refused:
        enrol(trajectory, values=enrolment(provider, year=year), by=cast.ambassador, **WHEN)
    assert refused.value.code == "for_working_year"


def test_same_enrolment_is_refused_in_human_words(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    with pytest.raises(ValidationError, match="Deze inschrijving staat er al"):
        enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)


def test_moment_one_reached_makes_the_enrolment_too(cast, trajectory, provider):
    values = answer(Outcome.REACHED, TODAY, date=date(2024, 10, 1), provider=provider, for_working_year=2024)
    told(cast, trajectory, 1, values)
    made = trajectory.enrolments.get()
    assert (made.provider, made.date, made.for_working_year) == (provider, date(2024, 10, 1), 2024)


def test_correcting_moment_one_moves_the_enrolment_and_the_window(cast, trajectory, provider):
    values = answer(Outcome.REACHED, TODAY, date=date(2024, 10, 1), provider=provider, for_working_year=2024)
    told(cast, trajectory, 1, values)
    told(cast, trajectory, 1, values | {"date": date(2024, 11, 1)})
    assert trajectory.enrolments.get().date == date(2024, 11, 1)
    assert trajectory.m2_opens_on == date(2025, 5, 1)


def test_taking_moment_one_back_takes_the_enrolment_back(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    told(cast, trajectory, 1, answer("", None))
    assert not trajectory.enrolments.exists()
    assert (trajectory.m1_outcome, trajectory.m1_asked_on, trajectory.m2_opens_on) == ("", None, None)


def test_moment_one_cannot_be_taken_back_under_moment_two(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    told(cast, trajectory, 2, answer(Outcome.UNKNOWN, date(2025, 4, 10)))
    with pytest.raises(ValidationError, match="Moment 2 en 3 kunnen niet zonder moment 1"):
        told(cast, trajectory, 1, answer(Outcome.MISSED, TODAY))
    trajectory.refresh_from_db()
    assert trajectory.m1_outcome == Outcome.REACHED
    assert trajectory.enrolments.exists()


def test_moment_one_cannot_be_missed_beside_another_enrolment(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    other = make_provider(cast.organisation, "Scouts")
    enrol(trajectory, values=enrolment(other, date(2024, 11, 1)), by=cast.ambassador, **WHEN)
    with pytest.raises(ValidationError) as refused:
        told(cast, trajectory, 1, answer(Outcome.MISSED, TODAY))
    assert refused.value.code == "outcome"


def test_moment_two_outside_its_window_is_refused_in_human_words(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    values = answer(Outcome.REACHED, date(2025, 7, 1), date=date(2025, 6, 2), provider=provider)
    with pytest.raises(ValidationError, match="in het venster"):
        told(cast, trajectory, 2, values)


def test_moment_is_recorded_on_the_version_that_was_read(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    told(cast, trajectory, 2, answer(Outcome.MISSED, date(2025, 4, 10)))
    with pytest.raises(StaleVersionError):
        told(cast, trajectory, 2, answer(Outcome.UNKNOWN, date(2025, 4, 11)), version=0)


def test_moment_three_reached_by_form_makes_the_enrolment(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    values = answer(Outcome.REACHED, date(2025, 9, 10), date=date(2025, 9, 5), provider=provider)
    told(cast, trajectory, 3, values)
    assert trajectory.enrolments.filter(for_working_year=2025).count() == 1
    told(cast, trajectory, 3, answer(Outcome.MISSED, date(2025, 9, 10)))
    assert trajectory.enrolments.filter(for_working_year=2025).count() == 0


def test_no_moment_where_no_enrolment_exists(cast, provider):
    row = make_trajectory(cast.appointment, basis=Basis.NO_ENROLMENT)
    with pytest.raises(ValidationError):
        told(cast, row, 1, answer(Outcome.MISSED, TODAY))
    with pytest.raises(ValidationError):
        enrol(row, values=enrolment(provider), by=cast.ambassador, **WHEN)
    row.refresh_from_db()
    assert row.m1_outcome == ""


def test_enrolment_ends_and_runs_on_after_all(cast, trajectory, provider):
    row = enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    end_enrolment(row, version=1, ended_on=date(2024, 12, 20), by=cast.ambassador, today=TODAY)
    row.refresh_from_db()
    assert row.ended_on == date(2024, 12, 20)
    with pytest.raises(StaleVersionError):
        end_enrolment(row, version=1, ended_on=None, by=cast.ambassador, today=TODAY)
    with pytest.raises(ValidationError):
        end_enrolment(row, version=2, ended_on=date(2024, 9, 30), by=cast.ambassador, today=TODAY)
    row.refresh_from_db()
    end_enrolment(row, version=2, ended_on=None, by=cast.ambassador, today=TODAY)
    row.refresh_from_db()
    assert row.ended_on is None


def test_trajectory_cannot_be_saved_with_the_moments_of_another_hand(cast, trajectory, provider):
    """A change form that was open while a moment was recorded does not overwrite the moment."""
    stale = Trajectory.objects.get(pk=trajectory.pk)
    enrol(trajectory, values=enrolment(provider), by=cast.ambassador, **WHEN)
    change_trajectory(stale, version=1, values=START | {"wish": "Dansen"}, by=cast.ambassador, today=TODAY)
    trajectory.refresh_from_db()
    assert (trajectory.wish, trajectory.m1_outcome) == ("Dansen", Outcome.REACHED)


def test_moving_moment_one_to_another_year_takes_moment_three_along(cast, trajectory, provider):
    enrol(trajectory, values=enrolment(provider, date(2025, 6, 20), 2024), by=cast.ambassador, **WHEN)
    later = make_provider(cast.organisation, "Scouts")
    enrol(trajectory, values=enrolment(later, date(2025, 9, 20), 2026), by=cast.ambassador, **WHEN)
    trajectory.refresh_from_db()
    assert trajectory.m3_outcome == ""
    moved = answer(Outcome.REACHED, TODAY, date=date(2025, 6, 20), provider=provider, for_working_year=2025)
    told(cast, trajectory, 1, moved)
    assert (trajectory.m3_outcome, trajectory.m3_provider) == (Outcome.REACHED, later)
    with pytest.raises(ValidationError) as refused:
        told(cast, trajectory, 1, moved | {"for_working_year": 2024})
    assert refused.value.code == "for_working_year"
