"""The phone's outbox: every form that adds something takes an entry exactly once and says so; never a redirect."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from config.testing.cast import address
from organisations.models import Entry
from trajectories.enums import Outcome
from trajectories.models import (
    Activity,
    Contact,
    Enrolment,
    Participant,
    Provider,
    Result,
    Signal,
    SignalStep,
    Trajectory,
    TrajectoryStatus,
    TrialSession,
)
from trajectories.tests.making import enrolled, make_signal, make_trajectory

OUTBOX = {"X-Outbox": "1"}


def today() -> str:
    return timezone.localdate().isoformat()


def contact_body(cast, **values) -> dict:
    body = {
        "entry_id": str(uuid4()),
        "date_on": today(),
        "appointment": str(cast.appointment.uuid),
        "minutes": "20",
        "channel": "phone",
        "with_whom": "family",
        "criterion": "relation",
        "note": "Even gebeld",
    }
    return body | values


def activity_body(cast, **values) -> dict:
    body = {"date_on": today(), "appointment": cast.appointment.uuid, "what": "Samen naar het plein"}
    return body | {"kind": "outing", "strategy": "bottom_up"} | values


def signal_body(cast, **values) -> dict:
    body = {"date_on": today(), "appointment": cast.appointment.uuid, "about": "affordable"}
    return body | {"note": "Het lidgeld is te hoog"} | values


def result_body(cast, **values) -> dict:
    day = {"date_day": "1", "date_month": "2", "date_year": "2025"}
    body = {"appointment": cast.appointment.uuid, "what": "Visietekst", "kind": "plan", "strategy": "structural"}
    return body | {"state": "reached", "lasts": "unknown"} | day | values


def bodies(cast, trajectory, provider) -> dict:
    """A body for each form that adds something: name, rows in the address, fields, the model it makes."""
    trial = {"date_on": today(), "provider": provider.uuid}
    discussed = {"state": "discussed", "date_on": today()}
    year = timezone.localdate().year - (timezone.localdate().month < 9)
    return {
        "contact": ("contact-new", [], contact_body(cast), Contact),
        "participant": (
            "participant-new",
            [],
            {"appointment": cast.appointment.uuid, "first_name": "Noor", "lawful_basis": "public_task"},
            Participant,
        ),
        "trajectory": (
            "trajectory-new",
            [trajectory.participant],
            {
                "appointment": cast.appointment.uuid,
                "started_on_on": today(),
                "referred_by": "school",
                "strategy": "individual_guidance",
                "basis": "regular",
            },
            Trajectory,
        ),
        "status": ("status-new", [trajectory], {"status": "exploring", "date_on": today()}, TrajectoryStatus),
        "trial": ("trial-new", [trajectory], trial, TrialSession),
        "enrolment": ("enrolment-new", [trajectory], trial | {"for_working_year": year}, Enrolment),
        "moment": (
            "moment-edit",
            [trajectory, 1],
            {"outcome": "missed", "asked_on_on": today(), "version": 0},
            None,
        ),
        "provider": ("provider-new", [], {"name": "Scouts", "kind": "youth_movement"}, Provider),
        "activity": ("activity-new", [], activity_body(cast), Activity),
        "signal": ("signal-new", [], signal_body(cast), Signal),
        "step": ("signal-step-new", [make_signal(cast.appointment)], discussed, SignalStep),
        "result": ("result-new", [], result_body(cast), Result),
    }


KINDS = ("contact", "participant", "trajectory", "status", "trial", "enrolment", "moment", "provider")
KINDS += ("activity", "signal", "step", "result")


@pytest.mark.parametrize("kind", KINDS)
def test_same_entry_twice_makes_one_row(cast, client_for, trajectory, provider, kind):
    name, rows, body, model = bodies(cast, trajectory, provider)[kind]
    url, body = address(cast.ambassador, f"trajectories:{name}", *rows), {"entry_id": str(uuid4())} | body
    client, before = client_for(cast.ambassador), model.objects.count() if model else 0
    first, second = (client.post(url, body, headers=OUTBOX) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200), first.content
    assert first.json() == second.json()
    assert first.json()["entry_id"] == body["entry_id"]
    assert Entry.objects.filter(entry_id=body["entry_id"]).count() == 1
    assert model is None or model.objects.count() == before + 1


@pytest.mark.parametrize("kind", KINDS)
def test_same_entry_with_another_body_is_a_conflict(cast, client_for, trajectory, provider, kind):
    name, rows, body, model = bodies(cast, trajectory, provider)[kind]
    url, body = address(cast.ambassador, f"trajectories:{name}", *rows), {"entry_id": str(uuid4())} | body
    client = client_for(cast.ambassador)
    assert client.post(url, body, headers=OUTBOX).status_code == 201
    made = model.objects.count() if model else 0
    other = client.post(url, body | {"anything": "else"}, headers=OUTBOX)
    assert (other.status_code, other.json()["entry_id"]) == (409, body["entry_id"])
    assert model is None or model.objects.count() == made


@pytest.mark.parametrize("kind", KINDS)
def test_empty_entry_is_told_what_is_missing(cast, client_for, trajectory, provider, kind):
    name, rows, _body, _model = bodies(cast, trajectory, provider)[kind]
    url = address(cast.ambassador, f"trajectories:{name}", *rows)
    answer = client_for(cast.ambassador).post(url, {"entry_id": "no-uuid"}, headers=OUTBOX)
    assert (answer.status_code, "entry_id" in answer.json()["errors"]) == (422, True)
    page = client_for(cast.ambassador).post(url, {})
    assert page.status_code == 422
    assert "Fout:" in page.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_browser_is_sent_on_and_once_is_enough(cast, client_for, trajectory, provider, kind):
    name, rows, body, model = bodies(cast, trajectory, provider)[kind]
    url, body = address(cast.ambassador, f"trajectories:{name}", *rows), {"entry_id": str(uuid4())} | body
    client, before = client_for(cast.ambassador), model.objects.count() if model else 0
    first, second = (client.post(url, body) for _ in range(2))
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    assert model is None or model.objects.count() == before + 1


@pytest.mark.parametrize("kind", KINDS)
def test_stranger_and_logged_out_phone_keep_their_entry(cast, client_for, client, trajectory, provider, kind):
    name, rows, body, _model = bodies(cast, trajectory, provider)[kind]
    body = {"entry_id": str(uuid4())} | body
    url = address(cast.ambassador, f"trajectories:{name}", *rows)
    assert client.post(url, body, headers=OUTBOX).status_code == 401
    guide = address(cast.guide, f"trajectories:{name}", *rows)
    assert client_for(cast.guide).post(guide, body, headers=OUTBOX).status_code == 404
    assert client_for(cast.guide).post(url, body, headers=OUTBOX).status_code == 404
    assert not Entry.objects.exists()


def test_what_the_action_refuses_is_422_beside_its_field(cast, client_for, trajectory, provider):
    url = address(cast.ambassador, "trajectories:trial-new", trajectory)
    body = {"entry_id": str(uuid4()), "provider": provider.uuid}
    body |= {"date_on": "other", "date_other_day": "1", "date_other_month": "9", "date_other_year": "2024"}
    answer = client_for(cast.ambassador).post(url, body, headers=OUTBOX)
    assert answer.status_code == 422
    assert answer.json()["errors"] == {"date": ["Het traject startte pas op 10/09/2024."]}
    assert not TrialSession.objects.exists()
    assert not Entry.objects.exists()


def test_two_ids_with_equal_text_are_two_contacts(cast, client_for):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:contact-new")
    for _ in range(2):
        assert client.post(url, contact_body(cast), headers=OUTBOX).status_code == 201
    assert Contact.objects.count() == 2


def test_contact_keeps_when_it_was_written_and_when_it_came(cast, client_for):
    written = timezone.now() - timedelta(hours=20)
    body = contact_body(cast, logged_at=written.isoformat())
    client_for(cast.ambassador).post(address(cast.ambassador, "trajectories:contact-new"), body, headers=OUTBOX)
    contact = Contact.objects.get()
    assert contact.logged_at == written
    assert contact.received_at > written


def test_moment_recorded_by_another_meanwhile_is_a_conflict(cast, client_for, trajectory, provider):
    Trajectory.objects.filter(pk=trajectory.pk).update(**enrolled(provider))
    trajectory.refresh_from_db()
    url = address(cast.ambassador, "trajectories:moment-edit", trajectory, 1)
    body = {"entry_id": str(uuid4()), "outcome": "missed", "asked_on_on": today(), "version": "0"}
    client = client_for(cast.ambassador)
    assert client.post(url, body, headers=OUTBOX).status_code == 409
    page = client.post(url, body | {"entry_id": str(uuid4()), "remark": "Mijn tekst blijft"})
    assert page.status_code == 409
    shown = page.content.decode()
    assert "Mijn tekst blijft" in shown
    assert str(provider) in shown
    assert "Logged at" not in shown
    trajectory.refresh_from_db()
    assert trajectory.m1_outcome == Outcome.REACHED
    assert not Entry.objects.exists()


def test_entry_that_was_taken_is_answered_as_before_though_its_page_is_gone(cast, client_for, trajectory, provider):
    """The answer was lost, and meanwhile the trajectory went to somebody else: the phone still hears that."""
    url = address(cast.ambassador, "trajectories:trial-new", trajectory)
    body = {"entry_id": str(uuid4()), "date_on": today(), "provider": provider.uuid}
    client = client_for(cast.ambassador)
    first = client.post(url, body, headers=OUTBOX)
    cast.appointment.ends_on = timezone.localdate() - timedelta(days=1)
    cast.appointment.save()
    again, other = client.post(url, body, headers=OUTBOX), client.post(url, body | {"x": "y"}, headers=OUTBOX)
    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 404)
    assert again.json() == first.json()
    assert client.post(url, body).status_code == 404
    assert TrialSession.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_contact_sent_by_two_tabs_at_once_is_one_row(cast, client_for):
    trajectory = make_trajectory(cast.appointment)
    url, body = address(cast.ambassador, "trajectories:contact-new"), contact_body(cast, trajectories=trajectory.uuid)
    clients = [client_for(cast.ambassador) for _ in range(2)]
    start, statuses = threading.Barrier(2), []

    def send(client):
        start.wait()
        try:
            statuses.append(client.post(url, body, headers=OUTBOX).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 201]
    assert Contact.objects.get().trajectories.get() == trajectory
