"""Who walks along: duos, successors, and nobody."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ambassadors.models import Appointment
from config.testing.cast import address
from organisations.models import AuditEvent, Membership
from organisations.rulings import rulings
from trajectories.actions.assignments import assign, end_assignment, reassign, restore_assignment
from trajectories.actions.trajectories import change_trajectory
from trajectories.enums import Status
from trajectories.models import Assignment, Trajectory, TrajectoryStatus
from trajectories.tests.making import FIRST_NAME, NOTE, STAMPS, WISH, make_contact, make_trajectory

TODAY = date(2025, 3, 1)
TOMORROW = TODAY + timedelta(days=1)


def walkers(trajectory, day=TODAY) -> set[str]:
    rows = Assignment.objects.filter(trajectory=trajectory, starts_on__lte=day).exclude(ends_on__lt=day)
    return set(rows.values_list("appointment__membership__user__name", flat=True))


def is_ownerless(trajectory, day=TODAY) -> bool:
    return Trajectory.objects.filter(pk=trajectory.pk).ownerless(today=day).exists()


def leave(cast, day=date(2025, 2, 1)) -> None:
    Appointment.objects.filter(pk=cast.appointment.pk).update(ends_on=day)


def test_duo_walks_along_together_and_counts_once(cast, trajectory):
    assign(trajectory, appointment=cast.colleague_appointment, by=cast.ambassador, today=TODAY)
    assert walkers(trajectory) == {"Ambassadeur Eigen", "Ambassadeur Collega"}
    cards = Trajectory.objects.countable_by(cast.coordinator, today=TODAY).cards(TODAY, rulings())
    assert [card.code for card in cards] == [trajectory.code]
    event = AuditEvent.objects.latest("pk")
    assert (event.verb, event.subject_code, event.fields) == ("assigned", trajectory.code, ["assignments"])


def test_in_my_place_ends_ones_own(cast, trajectory):
    assign(trajectory, appointment=cast.colleague_appointment, in_my_place=True, by=cast.ambassador, today=TODAY)
    assert walkers(trajectory, TOMORROW) == {"Ambassadeur Collega"}
    with pytest.raises(ValidationError, match="loopt al mee"):
        assign(trajectory, appointment=cast.colleague_appointment, by=cast.ambassador, today=TOMORROW)


@pytest.mark.parametrize("stranger", ["other_appointment", "external_appointment"])
def test_only_colleagues_of_the_project_can_walk_along(cast, trajectory, stranger):
    with pytest.raises(PermissionDenied):
        assign(trajectory, appointment=getattr(cast, stranger), by=cast.ambassador, today=TODAY)
    with pytest.raises(PermissionDenied):
        assign(trajectory, appointment=cast.appointment, by=cast.other_ambassador, today=TODAY)


def test_who_stops_leaves_nothing_silently(cast, trajectory):
    end_assignment(trajectory, by=cast.ambassador, today=TODAY)
    assert not is_ownerless(trajectory)
    assert is_ownerless(trajectory, TOMORROW)
    restore_assignment(trajectory, by=cast.ambassador, today=TODAY)
    assert not is_ownerless(trajectory, TOMORROW)
    with pytest.raises(ValidationError, match="loopt niet mee"):
        end_assignment(trajectory, by=cast.colleague, today=TODAY)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, False),
        ({"ends_on": date(2025, 2, 28)}, True),
        ({"ends_on": TODAY}, False),
        ({"absent_from": TODAY}, True),
        ({"absent_from": TOMORROW}, False),
        ({"absent_from": date(2025, 2, 1), "absent_until": date(2025, 2, 28)}, False),
        ({"absent_from": date(2025, 2, 1), "absent_until": TODAY}, True),
    ],
)
def test_ownerless_follows_the_appointment(cast, trajectory, columns, expected):
    Appointment.objects.filter(pk=cast.appointment.pk).update(**columns)
    assert is_ownerless(trajectory) is expected


def test_who_can_no_longer_log_in_holds_nothing(cast, trajectory):
    Membership.objects.filter(pk=cast.ambassador.pk).update(ended_at=timezone.now())
    assert is_ownerless(trajectory)


def test_coordinator_gives_by_code_and_who_left_stops_on_their_own_last_day(cast, trajectory):
    leave(cast)
    reassign(trajectories=[trajectory], appointment=cast.colleague_appointment, by=cast.coordinator, today=TODAY)
    assert walkers(trajectory) == {"Ambassadeur Collega"}
    assert trajectory.assignments.get(appointment=cast.appointment).ends_on == date(2025, 2, 1)
    with pytest.raises(ValidationError, match="loopt weer iemand mee"):
        reassign(trajectories=[trajectory], appointment=cast.colleague_appointment, by=cast.coordinator, today=TODAY)


def test_who_is_absent_is_back_beside_the_successor(cast, trajectory):
    Appointment.objects.filter(pk=cast.appointment.pk).update(absent_from=TODAY)
    reassign(trajectories=[trajectory], appointment=cast.colleague_appointment, by=cast.coordinator, today=TODAY)
    assert walkers(trajectory, TOMORROW) == {"Ambassadeur Eigen", "Ambassadeur Collega"}


@pytest.mark.parametrize("who", ["other_coordinator", "external_coordinator", "ambassador", "administrator"])
def test_only_the_controllers_coordinator_reassigns(cast, trajectory, who):
    leave(cast)
    with pytest.raises(PermissionDenied):
        reassign(
            trajectories=[trajectory],
            appointment=cast.colleague_appointment,
            by=cast.memberships[who],
            today=TODAY,
        )


def test_shielding_is_for_who_walks_along(cast, trajectory):
    values = {"shielded": True, "thresholds": []}
    with pytest.raises(ValidationError, match="Alleen wie meeloopt"):
        change_trajectory(trajectory, version=1, values=values, by=cast.colleague, today=TODAY)
    assert change_trajectory(trajectory, version=1, values=values, by=cast.ambassador, today=TODAY).shielded


def test_ownerless_and_shielded_is_for_the_coordinator_to_give(cast):
    row = make_trajectory(cast.appointment, shielded=True)
    leave(cast)
    assert not Trajectory.objects.visible_to(cast.colleague, today=TODAY).exists()
    reassign(trajectories=[row], appointment=cast.colleague_appointment, by=cast.coordinator, today=TODAY)
    assert Trajectory.objects.visible_to(cast.colleague, today=TODAY).get() == row


# --- Pages ------------------------------------------------------------------------------------------------------------


def test_coordinator_reads_codes_of_what_nobody_has_and_gives_them(cast, client_for, trajectory):
    leave(cast)
    stopped = make_trajectory(cast.appointment)
    TrajectoryStatus.objects.create(trajectory=stopped, status=Status.STOPPED, date=date(2025, 1, 5), **STAMPS)
    make_contact(cast.appointment, trajectory)
    client = client_for(cast.coordinator)
    pages = [
        client.get(address(cast.coordinator, "trajectories:trajectory-list")),
        client.get(address(cast.coordinator, "trajectories:ownerless-list")),
        client.get(address(cast.coordinator, "trajectories:reassignment-new", cast.project)),
    ]
    assert "1 traject heeft geen ambassadeur" in pages[0].content.decode()
    for page in pages[1:]:
        text = page.content.decode()
        assert trajectory.code in text
        assert stopped.code not in text, "what was stopped needs nobody"
        assert not [secret for secret in (FIRST_NAME, WISH, NOTE) if secret in text]
    typed = {
        "entry_id": "6f1f7f0e-0000-4000-8000-000000000001",
        "trajectories": [str(trajectory.uuid)],
        "appointment": str(cast.colleague_appointment.uuid),
    }
    url = address(cast.coordinator, "trajectories:reassignment-new", cast.project)
    assert [client.post(url, typed).status_code for _ in range(2)] == [302, 302]
    assert Assignment.objects.filter(trajectory=trajectory).count() == 2
    assert (
        "Met elk traject loopt iemand mee"
        in client.get(address(cast.coordinator, "trajectories:ownerless-list")).content.decode()
    )


def test_folder_holds_names_for_the_successor_only(cast, client_for, trajectory, provider):
    make_contact(cast.appointment, trajectory, provider=provider)
    other = make_trajectory(cast.appointment)
    url = address(cast.colleague, "trajectories:folder-detail", cast.appointment)
    client = client_for(cast.colleague)
    assert client.get(url).status_code == 404, "nothing was taken over yet"
    Assignment.objects.create(trajectory=trajectory, appointment=cast.colleague_appointment, starts_on=TODAY)
    assert client.get(url).status_code == 404, "a duo leaves each other nothing"
    trajectory.assignments.filter(appointment=cast.appointment).update(ends_on=TODAY)
    AuditEvent.objects.all().delete()
    text = client.get(url).content.decode()
    assert [part in text for part in (FIRST_NAME, WISH, NOTE, provider.name, provider.contact_person)] == [True] * 5
    assert other.code not in text
    event = AuditEvent.objects.get()
    assert (event.verb, event.fields, event.organisation) == ("read the folder", [trajectory.code], cast.organisation)
    for name in ("coordinator", "ambassador", "other_ambassador"):
        member = cast.memberships[name]
        page = client_for(member).get(address(member, "trajectories:folder-detail", cast.appointment))
        assert page.status_code == 404, name


def test_page_adds_a_colleague_and_lets_one_go(cast, client_for, trajectory):
    client = client_for(cast.ambassador)
    url = address(cast.ambassador, "trajectories:assignment-new", trajectory)
    typed = {"entry_id": "6f1f7f0e-0000-4000-8000-000000000002", "place": "beside"}
    assert "Kies een collega" in client.post(url, typed).content.decode()
    typed["appointment"] = str(cast.colleague_appointment.uuid)
    assert client.post(url, typed).status_code == 302
    end = address(cast.ambassador, "trajectories:assignment-end", trajectory)
    assert "Ambassadeur Collega" in client.get(end).content.decode()
    assert "Vandaag is je laatste dag" in client.post(end, follow=True).content.decode()
    back = address(cast.ambassador, "trajectories:assignment-restore", trajectory)
    assert "Je loopt weer mee" in client.post(back, follow=True).content.decode()
    assert client.post(back).status_code == 404


def test_colleague_takes_over_what_nobody_has_from_the_list(cast, client_for, trajectory):
    leave(cast)
    client = client_for(cast.colleague)
    text = client.get(address(cast.colleague, "trajectories:follow-up-list")).content.decode()
    url = address(cast.colleague, "trajectories:assignment-new", trajectory)
    assert f"Niemand loopt nog mee met {FIRST_NAME}" in text
    typed = {
        "entry_id": "6f1f7f0e-0000-4000-8000-000000000003",
        "appointment": str(cast.colleague_appointment.uuid),
    }
    assert client.post(url, typed).status_code == 302
    assert (
        "Niemand loopt nog mee"
        not in client.get(address(cast.colleague, "trajectories:follow-up-list")).content.decode()
    )
