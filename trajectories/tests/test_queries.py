"""Pages ask the database the same number of questions for one row as for thirty."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ambassadors.models import Appointment
from config.testing.cast import address
from trajectories.models import (
    Assignment,
    Enrolment,
    Family,
    HandOver,
    Participant,
    Trajectory,
    TrajectoryThreshold,
    TrialSession,
)
from trajectories.tests.making import STAMPS, enrolled, make_contact, make_provider, make_trajectory
from trajectories.tests.test_outbox import OUTBOX, contact_body

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
        ("today", 17),
        ("follow-up-list", 11),
        ("reminders", 5),
        ("trajectory-list", 10),
        ("contact-list", 8),
        ("contact-new", 9),
        ("provider-list", 5),
        ("snapshot", 23),
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
        ("trajectory-detail", 22),
        ("trajectory-edit", 6),
        ("status-new", 7),
        ("assignment-new", 8),
        ("hand-over-new", 6),
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
        ("trajectory-list", [], 20),
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
def test_page_on_a_family(cast, client_for, django_assert_num_queries, rows):
    family = Family.objects.create(controller=cast.organisation)
    people = [make_trajectory(cast.appointment).participant for _ in range(rows + 1)]
    Participant.objects.update(family=family)
    client = client_for(cast.ambassador)
    for name, queries in (("participant-detail", 12), ("family-edit", 8)):
        with django_assert_num_queries(queries):
            assert client.get(address(cast.ambassador, f"trajectories:{name}", people[0])).status_code == 200
    one = {"trajectories": Trajectory.objects.first().uuid}
    with django_assert_num_queries(10):
        assert client.get(address(cast.ambassador, "trajectories:contact-new"), one).context["family"]


@pytest.mark.parametrize("rows", ROWS)
def test_what_a_colleague_left(cast, client_for, provider, django_assert_num_queries, rows):
    """Without an ambassador: the coordinator's pages. Taken over: the folder. Offered to us: the notices."""
    lived(cast, provider, rows)
    Appointment.objects.filter(pk=cast.appointment.pk).update(ends_on=date(2025, 2, 1))
    client = client_for(cast.coordinator)
    for name, arguments, queries in (("ownerless-list", [], 10), ("reassignment-new", [cast.project], 11)):
        with django_assert_num_queries(queries):
            assert client.get(address(cast.coordinator, f"trajectories:{name}", *arguments)).status_code == 200
    for trajectory in Trajectory.objects.all():
        Assignment.objects.create(
            trajectory=trajectory, appointment=cast.colleague_appointment, starts_on=date(2025, 2, 2)
        )
    client = client_for(cast.colleague)
    with django_assert_num_queries(14):
        page = client.get(address(cast.colleague, "trajectories:folder-detail", cast.appointment))
    assert page.content.decode().count("<h3>") == rows


@pytest.mark.parametrize("rows", ROWS)
def test_what_others_offer(cast, client_for, django_assert_num_queries, rows):
    for _ in range(rows):
        HandOver.objects.create(
            trajectory=make_trajectory(cast.appointment),
            offered_by=cast.ambassador,
            to_organisation=cast.other_organisation,
            agreed_by="both",
            agreed_on=date(2025, 2, 1),
            date=date(2025, 2, 1),
            expires_on=date(2199, 1, 1),
            **STAMPS,
        )
    client = client_for(cast.other_ambassador)
    with django_assert_num_queries(5):
        assert client.get(address(cast.other_ambassador, "trajectories:hand-over-accept")).status_code == 200


@pytest.mark.parametrize("rows", ROWS)
def test_coordinators_card(cast, client_for, provider, django_assert_num_queries, rows):
    trajectory = lived(cast, provider, rows)
    client = client_for(cast.coordinator)
    with django_assert_num_queries(11):
        client.get(address(cast.coordinator, "trajectories:trajectory-detail", trajectory))


@pytest.mark.parametrize("rows", ROWS)
def test_facts_of_any_number_take_four_questions(cast, provider, django_assert_num_queries, rows):
    lived(cast, provider, rows)
    with django_assert_num_queries(4):
        assert len(Trajectory.objects.all().facts()) == rows


@pytest.mark.parametrize("rows", ROWS)
def test_logging_a_contact_asks_nine_questions(cast, client_for, provider, rows):
    """Statements that only begin and end a transaction are not counted."""
    about = [str(make_trajectory(cast.appointment).uuid) for _ in range(rows)]
    body = contact_body(cast, trajectories=about)
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:contact-new")
    with CaptureQueriesContext(connection) as asked:
        assert client.post(url, body, headers=OUTBOX).status_code == 201
    framing = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")
    assert len([one for one in asked.captured_queries if not one["sql"].startswith(framing)]) == 9
