"""Brothers and sisters, turning 18, and who no longer wants to be recorded."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from config.testing.cast import address
from organisations.models import AuditEvent, StaleVersionError
from trajectories.actions.coming_of_age import settle_coming_of_age
from trajectories.actions.contacts import log_contact
from trajectories.actions.families import leave_family, link_sibling
from trajectories.actions.participants import change_participant
from trajectories.actions.trajectories import start_trajectory, turn_status
from trajectories.enums import Channel, Criterion, Status, WithWhom
from trajectories.models import Contact, ContactDetails, Family, Participant, Trajectory
from trajectories.tests.making import FIRST_NAME, NOW, make_contact, make_participant, make_trajectory
from trajectories.tests.test_actions import START
from trajectories.tests.test_outbox import OUTBOX, contact_body

TODAY, GROWN_UP = date(2025, 3, 1), date(2026, 2, 1)
WHEN = {"logged_at": NOW, "now": NOW, "today": TODAY}


@pytest.fixture
def siblings(cast):
    """Three trajectories of three children of one ambassador."""
    return [make_trajectory(cast.appointment) for _ in range(3)]


def link(cast, one, other) -> None:
    link_sibling(fresh(one), sibling=fresh(other), by=cast.ambassador, today=TODAY)


def fresh(trajectory) -> Participant:
    return Participant.objects.get(pk=trajectory.participant_id)


def test_family_grows_and_goes_when_one_is_left(cast, siblings):
    one, two, three = siblings
    link(cast, one, two)
    link(cast, three, one)
    assert {person.family_id for person in Participant.objects.all()} == {Family.objects.get().pk}
    leave_family(fresh(two), by=cast.ambassador, today=TODAY)
    assert Family.objects.get().members.count() == 2
    leave_family(fresh(one), by=cast.ambassador, today=TODAY)
    assert not Family.objects.exists()
    assert set(Participant.objects.values_list("family", flat=True)) == {None}


def test_two_families_do_not_merge_by_accident(cast, siblings):
    one, two, three = siblings
    fourth = make_trajectory(cast.appointment)
    link(cast, one, two)
    link(cast, three, fourth)
    with pytest.raises(ValidationError, match="ander gezin"):
        link(cast, one, three)
    with pytest.raises(ValidationError, match="horen al bij elkaar"):
        link(cast, one, two)


def test_nobody_links_whom_they_do_not_see(cast, trajectory):
    hidden = make_trajectory(cast.colleague_appointment, shielded=True)
    foreign = make_trajectory(cast.other_appointment)
    for other in (hidden, foreign):
        with pytest.raises(PermissionDenied):
            link(cast, trajectory, other)


def test_linking_makes_a_form_of_before_stale(cast, siblings):
    before = fresh(siblings[0])
    link(cast, *siblings[:2])
    with pytest.raises(StaleVersionError):
        change_participant(before, version=before.version, values={"first_name": "Noor"}, by=cast.ambassador)


def test_family_of_is_the_open_ones_of_the_project_that_one_sees(cast, siblings):
    one, two, three = siblings
    link(cast, one, two)
    link(cast, one, three)
    make_trajectory(cast.colleague_appointment, fresh(two), shielded=True)
    turn_status(three, values={"status": Status.COMPLETED, "date": TODAY, "reason": ""}, by=cast.ambassador, **WHEN)
    seen = Trajectory.objects.visible_to(cast.ambassador, today=TODAY)
    one = seen.select_related("participant").get(pk=one.pk)
    assert set(seen.family_of(one, today=TODAY)) == {one, two}
    assert {key: set(value) for key, value in seen.by_family(TODAY).items()} == {
        one.uuid: {one.uuid, two.uuid},
        two.uuid: {one.uuid, two.uuid},
    }
    alone = make_trajectory(cast.appointment)
    assert list(seen.family_of(alone, today=TODAY)) == [alone]


def test_one_tap_adds_the_family_to_a_contact(cast, siblings, client_for):
    one, two, three = siblings
    link(cast, one, two)
    make_trajectory(
        cast.colleague_appointment,
        make_participant(cast.organisation, cast.colleague, family=fresh(one).family),
        shielded=True,
    )
    client, new = client_for(cast.ambassador), address(cast.ambassador, "trajectories:contact-new")
    page = client.get(new, {"trajectories": one.uuid, "next": "/w/"})
    family = page.context["family"]
    assert family["names"] == [f"{two.code} · {FIRST_NAME}"]
    assert f"Ook over {two.code} · {FIRST_NAME}</a>" in page.content.decode()
    again = client.get(f"{new}?{family['query']}")
    ticked = again.context["form"]["trajectories"].value()
    assert (set(ticked), again.context["next"]) == ({str(one.uuid), str(two.uuid)}, "/w/")
    assert [
        answer.context["family"] for answer in (again, client.get(new), client.get(new, {"trajectories": three.uuid}))
    ] == [None] * 3


def test_phone_knows_who_is_family_among_whom_it_knows(cast, siblings, client_for):
    one, two, three = siblings
    link(cast, one, two)
    link(cast, one, three)
    three.assignments.update(ends_on=date(2024, 12, 1))
    body = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:snapshot")).json()
    assert {person["uuid"]: person["family"] for person in body["people"]} == {
        str(one.uuid): [str(two.uuid)],
        str(two.uuid): [str(one.uuid)],
    }


def test_contact_about_a_family_counts_its_minutes_once(cast, siblings, client_for):
    link(cast, *siblings[:2])
    make_contact(cast.appointment, *siblings[:2], minutes=25)
    assert [fact.minutes for fact in Contact.objects.all().facts()] == [25]
    url = address(cast.ambassador, "trajectories:participant-detail", fresh(siblings[0]))
    assert siblings[1].code in client_for(cast.ambassador).get(url).content.decode()


# --- Turning 18 -------------------------------------------------------------------------------------------------------


@pytest.fixture
def grown(cast):
    person = make_participant(cast.organisation, cast.ambassador, birth_year=2008)
    ContactDetails.objects.create(
        participant=person,
        reached_through="Moeder",
        phone="0470 11 11 11",
        email="ouder@voorbeeld.be",
        address="Straat 2",
    )
    make_trajectory(cast.appointment, person)
    return person


def settle(cast, person, **changes):
    values = {"version": 1, "informed_on": GROWN_UP, "keep": ["phone"], "by": cast.ambassador, "today": GROWN_UP}
    return settle_coming_of_age(person, **values | changes)


def test_parents_details_are_erased_and_the_trail_names_fields_only(cast, grown):
    settle(cast, grown, keep=["phone", "reached_through"])
    details = ContactDetails.objects.get()
    assert (details.reached_through, details.phone, details.email, details.address) == ("", "0470 11 11 11", "", "")
    assert Participant.objects.get().of_age_informed_on == GROWN_UP
    events = AuditEvent.objects.order_by("pk").values_list("verb", "fields")
    assert list(events) == [
        ("changed", ["of_age_informed_on"]),
        ("erased", ["address", "email", "reached_through"]),
    ]


def test_it_waits_for_1_january_of_that_year(cast, grown):
    with pytest.raises(ValidationError, match="achttiende"):
        settle(cast, grown, informed_on=date(2025, 12, 31))
    assert ContactDetails.objects.get().address == "Straat 2"


def test_the_page_states_the_facts_and_goes_when_it_is_done(cast, client_for, grown):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:coming-of-age-edit", grown)
    page = client.get(url).content.decode()
    assert "Dat kun je niet terughalen" in page
    assert "Straat 2" not in page, "which fields, not what stands in them"
    typed = {"version": "1", "informed_on_on": timezone.localdate().isoformat(), "keep": "phone"}
    assert "gewist" in client.post(url, typed, follow=True).content.decode()
    details = ContactDetails.objects.get()
    assert (details.phone, details.address) == ("0470 11 11 11", "")
    assert client.get(url).status_code == 404


# --- Withdrawal -------------------------------------------------------------------------------------------------------


def note(cast, trajectory, day):
    values = {
        "date": day,
        "minutes": 10,
        "channel": Channel.PHONE,
        "with_whom": WithWhom.FAMILY,
        "criterion": Criterion.RELATION,
        "note": "",
        "provider": None,
    }
    when = {"logged_at": NOW, "now": NOW, "today": day}
    log_contact(appointment=cast.appointment, trajectories=[trajectory.uuid], values=values, by=cast.ambassador, **when)


def test_after_a_withdrawal_only_closing_is_noted(cast, trajectory):
    Participant.objects.update(withdrawn_on=TODAY)
    trajectory.refresh_from_db()
    note(cast, trajectory, TODAY + timedelta(days=14))
    with pytest.raises(ValidationError, match="niet meer bewaard"):
        note(cast, trajectory, TODAY + timedelta(days=15))
    stopped = {"status": Status.STOPPED, "date": TODAY, "reason": "Wil niet meer"}
    turn_status(trajectory, values=stopped, by=cast.ambassador, **WHEN)
    with pytest.raises(ValidationError, match="niet meer bewaard"):
        note(cast, trajectory, TODAY + timedelta(days=1))


def test_what_waited_while_a_colleague_closed_it_is_taken_and_marked(cast, client_for, trajectory):
    """Written within the closing days, sent after the trajectory was closed. What came too late keeps its reason."""
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:contact-new")
    today, now = timezone.localdate(), timezone.now()
    Participant.objects.update(withdrawn_on=today - timedelta(days=1))
    stopped = {"status": Status.STOPPED, "date": today, "reason": "Wil niet meer"}
    times = {"logged_at": now, "now": now, "today": today}
    turn_status(trajectory, values=stopped, by=cast.colleague, **times)
    body = contact_body(cast, trajectories=str(trajectory.uuid))
    written = {"logged_at": (now - timedelta(minutes=10)).isoformat()}
    assert client.post(url, body | written, headers=OUTBOX).status_code == 201
    assert trajectory.late_entries.get().reason == "closed"
    refused = client.post(url, body | {"entry_id": str(uuid4())}, headers=OUTBOX)
    assert (refused.status_code, "Neem het vinkje weg" in refused.json()["errors"]["trajectories"][0]) == (422, True)


def test_who_withdrew_gets_no_new_trajectory(cast, trajectory):
    person = trajectory.participant
    person.withdrawn_on = TODAY
    with pytest.raises(ValidationError, match="Een nieuw traject"):
        start_trajectory(
            uuid=uuid4(), participant=person, appointment=cast.appointment, values=START, by=cast.ambassador, **WHEN
        )


def test_the_page_says_what_a_withdrawal_means(cast, client_for, trajectory):
    Participant.objects.update(withdrawn_on=TODAY)
    text = (
        client_for(cast.ambassador)
        .get(address(cast.ambassador, "trajectories:trajectory-detail", trajectory))
        .content.decode()
    )
    assert f"wil {FIRST_NAME} niet meer bewaard worden" in text
    assert "Noteer niets meer" in text
    assert "Contact noteren" not in text


# --- Waiting lists ----------------------------------------------------------------------------------------------------


def test_waiting_list_says_whose_it_is(cast, client_for, trajectory, provider):
    values = {"status": Status.WAITING, "date": TODAY, "reason": "", "provider": None}
    with pytest.raises(ValidationError, match="bij welke aanbieder"):
        turn_status(trajectory, values=values, by=cast.ambassador, **WHEN)
    turn_status(trajectory, values=values | {"provider": provider}, by=cast.ambassador, **WHEN)
    page = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:trajectory-detail", trajectory))
    assert f"Op de wachtlijst van {provider.name} sinds" in page.content.decode()
    turn_status(
        trajectory,
        values={"status": Status.TRYING, "date": TODAY, "reason": "", "provider": provider},
        by=cast.ambassador,
        **WHEN,
    )
    assert trajectory.statuses.latest("pk").provider is None
