"""Pages ask the database the same number of questions for one row as for thirty."""

from datetime import date

import pytest

from config.testing.cast import address
from trajectories.models import Enrolment, Trajectory, TrajectoryThreshold, TrialSession
from trajectories.tests.making import STAMPS, enrolled, make_contact, make_provider, make_trajectory

ROWS = (1, 30)


def lived(cast, provider, rows: int) -> Trajectory:
    """So many trajectories, each enrolled, tried and talked about; returns the first, which has so many of each."""
    made = [make_trajectory(cast.appointment, **enrolled(provider)) for _ in range(rows)]
    for trajectory in made:
        make_contact(cast.appointment, trajectory, provider=provider)
    first = made[0]
    for number in range(rows):
        make_contact(cast.appointment, first)
        TrialSession.objects.create(trajectory=first, provider=provider, date=date(2024, 9, 20), **STAMPS)
        other = make_provider(cast.organisation, f"Club {number}")
        values = {"date": date(2024, 10, 1), "for_working_year": 2024, "holidays_only": False, **STAMPS}
        Enrolment.objects.create(trajectory=first, provider=other, **values)
    TrajectoryThreshold.objects.create(trajectory=first, threshold="known")
    return first


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("today", 15),
        ("follow-up-list", 10),
        ("trajectory-list", 10),
        ("contact-list", 8),
        ("contact-new", 9),
        ("provider-list", 5),
    ],
)
def test_ambassadors_lists(cast, client_for, provider, django_assert_num_queries, name, queries, rows):
    lived(cast, provider, rows)
    client = client_for(cast.ambassador)
    with django_assert_num_queries(queries):
        assert client.get(address(cast.ambassador, f"trajectories:{name}")).status_code == 200


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("trajectory-detail", 17),
        ("trajectory-edit", 6),
        ("status-new", 6),
        ("trial-new", 6),
        ("enrolment-new", 6),
    ],
)
def test_pages_on_one_trajectory(cast, client_for, provider, django_assert_num_queries, name, queries, rows):
    trajectory = lived(cast, provider, rows)
    client = client_for(cast.ambassador)
    with django_assert_num_queries(queries):
        assert client.get(address(cast.ambassador, f"trajectories:{name}", trajectory)).status_code == 200


@pytest.mark.parametrize("rows", ROWS)
def test_page_on_one_child(cast, client_for, provider, django_assert_num_queries, rows):
    trajectory = lived(cast, provider, 1)
    for _ in range(rows - 1):
        make_trajectory(cast.appointment, trajectory.participant)
    client = client_for(cast.ambassador)
    with django_assert_num_queries(10):
        client.get(address(cast.ambassador, "trajectories:participant-detail", trajectory.participant))


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(
    ("name", "arguments", "queries"),
    [
        ("trajectory-list", [], 14),
        ("trajectory-export", ["xlsx"], 9),
        ("contact-export", ["csv"], 6),
        ("provider-list", [], 5),
    ],
)
def test_coordinators_lists(cast, client_for, provider, django_assert_num_queries, name, arguments, queries, rows):
    lived(cast, provider, rows)
    client = client_for(cast.coordinator)
    with django_assert_num_queries(queries):
        assert client.get(address(cast.coordinator, f"trajectories:{name}", *arguments)).status_code == 200


@pytest.mark.parametrize("rows", ROWS)
def test_coordinators_card(cast, client_for, provider, django_assert_num_queries, rows):
    trajectory = lived(cast, provider, rows)
    client = client_for(cast.coordinator)
    with django_assert_num_queries(8):
        client.get(address(cast.coordinator, "trajectories:trajectory-detail", trajectory))


@pytest.mark.parametrize("rows", ROWS)
def test_facts_of_any_number_take_four_questions(cast, provider, django_assert_num_queries, rows):
    lived(cast, provider, rows)
    with django_assert_num_queries(4):
        assert len(Trajectory.objects.all().facts()) == rows
