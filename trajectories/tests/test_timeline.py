"""What happened in a trajectory, newest first: title, day, who."""

from datetime import date

from django.utils import timezone

from trajectories.enums import Outcome
from trajectories.models import Trajectory
from trajectories.tests.making import enrolled, make_contact, make_trajectory, settled
from trajectories.tests.test_pages_of_one_day import ambassador  # noqa: F401 a fixture
from trajectories.views.timeline import authors, timeline


def lines(trajectory):
    row = Trajectory.objects.prefetch_related("statuses", "trials__provider", "enrolments__provider").get(
        pk=trajectory.pk
    )
    return [(line.day, line.title, line.who) for line in timeline(row, list(row.contacts.all()), authors(row))]


def test_newest_first_with_who_sent_it_in(cast, ambassador, trajectory, provider):  # noqa: F811
    today = timezone.localdate()
    make_contact(cast.appointment, trajectory)
    ambassador.send("trial-new", trajectory, provider=provider.uuid, date_on=today.isoformat())
    ambassador.send("status-new", trajectory, status="followed_up", date_on=today.isoformat())
    assert lines(trajectory) == [
        (today, "Status: opvolging", "Ambassadeur Eigen"),
        (today, f"Proefsessie bij {provider}", "Ambassadeur Eigen"),
        (date(2025, 2, 1), "Telefoon · 20 min", "Ambassadeur Eigen"),
        (date(2024, 9, 10), "Traject begonnen", ""),
    ]


def test_what_no_form_made_has_nobody_rather_than_a_guess(cast, provider):
    row = make_trajectory(cast.appointment, **enrolled(provider), **settled(2, Outcome.MISSED, date(2025, 5, 1)))
    assert lines(row) == [
        (date(2025, 5, 1), "Doet niet meer mee", ""),
        (date(2024, 9, 10), "Traject begonnen", ""),
    ]
