"""Which children and contacts somebody sees. The walk over every address and role is in config/tests/test_access.py."""

from datetime import date, timedelta

import pytest

from ambassadors.enums import Profile
from ambassadors.models import Appointment, ProcessingAgreement
from config.testing.cast import address
from organisations.models import AuditEvent
from organisations.rulings import rulings
from trajectories.models import Assignment, Contact, Participant, Trajectory
from trajectories.tests.making import (
    FIRST_NAME,
    NEIGHBOURHOOD,
    NOTE,
    WISH,
    make_contact,
    make_participant,
    make_trajectory,
)

TODAY = date(2025, 3, 1)
SECRETS = (FIRST_NAME, NEIGHBOURHOOD, WISH, NOTE)


def sees(membership, row, today=TODAY) -> bool:
    return type(row).objects.visible_to(membership, today=today).filter(pk=row.pk).exists()


def counts(membership, row, today=TODAY) -> bool:
    return type(row).objects.countable_by(membership, today=today).filter(pk=row.pk).exists()


def test_ambassadors_of_the_project_see_it_and_strangers_do_not(cast, trajectory):
    seers = {name for name, membership in cast.memberships.items() if sees(membership, trajectory)}
    assert seers == {"ambassador", "colleague"}


def test_access_follows_the_appointment(cast, trajectory):
    Appointment.objects.filter(pk=cast.appointment.pk).update(ends_on=TODAY)
    assert sees(cast.ambassador, trajectory)
    assert not sees(cast.ambassador, trajectory, TODAY + timedelta(days=1))
    assert not sees(cast.ambassador, trajectory, date(2024, 8, 31))


def test_shielded_trajectory_is_for_who_is_assigned(cast):
    row = make_trajectory(cast.appointment, shielded=True)
    assert sees(cast.ambassador, row)
    assert not sees(cast.colleague, row)
    Assignment.objects.create(trajectory=row, appointment=cast.colleague_appointment, starts_on=date(2025, 1, 1))
    assert sees(cast.colleague, row)
    assert not sees(cast.colleague, row, date(2024, 12, 31))
    assert counts(cast.coordinator, row), "figures count it"


def test_controller_decides_who_counts(cast):
    row = make_trajectory(cast.external_appointment)
    assert counts(cast.external_coordinator, row)
    assert not counts(cast.coordinator, row), "who commissions gets aggregates only"
    assert sees(cast.external_ambassador, row)
    assert not sees(cast.ambassador, row)


def test_coordinator_reads_why_there_are_no_trajectories(cast, client_for):
    def reasons(membership):
        page = client_for(membership).get(address(membership, "trajectories:trajectory-list"))
        return [(one.employer, one.controller) for one in page.context["elsewhere"]]

    employer = cast.employer.name
    assert reasons(cast.coordinator) == [(employer, employer)]
    assert reasons(cast.external_coordinator) == []
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    assert reasons(cast.coordinator) == []
    assert reasons(cast.external_coordinator) == [(employer, cast.organisation.name)]
    ProcessingAgreement.objects.all().delete()
    assert reasons(cast.external_coordinator) == reasons(cast.coordinator) == [(employer, "")]


def test_colleague_under_another_controller_does_not_see_it(cast):
    """The commissioning town also hires someone itself on the same project: other controller, other children."""
    row = make_trajectory(cast.external_appointment)
    Appointment.objects.create(
        membership=cast.ambassador,
        project=cast.external_project,
        employer=cast.organisation,
        percentage=50,
        starts_on=date(2024, 9, 1),
    )
    assert not sees(cast.ambassador, row)
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    Participant.objects.update(controller=cast.organisation)
    assert sees(cast.ambassador, row)
    assert sees(cast.external_ambassador, row)


def test_without_agreement_an_external_ambassador_sees_no_children(cast):
    row = make_trajectory(cast.external_appointment)
    ProcessingAgreement.objects.all().delete()
    assert not sees(cast.external_ambassador, row)


def test_new_child_is_seen_by_who_registered_it_until_it_has_a_trajectory(cast):
    person = make_participant(cast.organisation, cast.ambassador)
    assert sees(cast.ambassador, person)
    assert not sees(cast.colleague, person)
    make_trajectory(cast.colleague_appointment, person)
    assert sees(cast.colleague, person)


def test_contact_about_a_hidden_trajectory_is_hidden(cast, trajectory):
    hidden = make_trajectory(cast.appointment, shielded=True)
    about_both = make_contact(cast.appointment, trajectory, hidden)
    about_one = make_contact(cast.appointment, trajectory)
    about_nobody = make_contact(cast.appointment)
    assert [sees(cast.colleague, row) for row in (about_both, about_one, about_nobody)] == [False, True, False]
    assert all(sees(cast.ambassador, row) for row in (about_both, about_one, about_nobody))
    assert not any(sees(cast.coordinator, row) for row in (about_both, about_one, about_nobody))


def test_contacts_are_counted_by_the_controller(cast, trajectory):
    own, external = make_contact(cast.appointment, trajectory), make_contact(cast.external_appointment)
    assert counts(cast.coordinator, own)
    assert not counts(cast.coordinator, external)
    assert counts(cast.external_coordinator, external)
    assert not any(counts(outsider, own) for outsider in (cast.guide, cast.ministry, cast.administrator))


def test_cards_fetch_no_name_and_no_note(cast, trajectory, django_assert_num_queries, provider):
    make_contact(cast.appointment, trajectory, provider=provider)
    with django_assert_num_queries(5) as queries:
        cards = Trajectory.objects.countable_by(cast.coordinator, today=TODAY).cards(TODAY, rulings())
        assert [card.code for card in cards] == [trajectory.code]
    said = " ".join(query["sql"] for query in queries)
    for column in ("first_name", "neighbourhood", "birth_year", "wish", "remark", "reason", "explanation"):
        assert column not in said
    with django_assert_num_queries(2) as queries:
        list(Contact.objects.countable_by(cast.coordinator, today=TODAY).without_notes())
    said = " ".join(query["sql"] for query in queries)
    for column in ('"note"', "first_name", "wish", "contact_person"):
        assert column not in said


@pytest.mark.parametrize("name", ["trajectory-list", "trajectory-detail"])
def test_coordinator_reads_codes_and_no_secret(cast, client_for, trajectory, name):
    make_contact(cast.appointment, trajectory)
    rows = [trajectory] if name == "trajectory-detail" else []
    page = client_for(cast.coordinator).get(address(cast.coordinator, f"trajectories:{name}", *rows)).content.decode()
    assert trajectory.code in page
    assert not [secret for secret in SECRETS if secret in page]
    assert "2013" not in page


def test_each_view_of_a_child_leaves_one_trace(cast, client_for, trajectory):
    client = client_for(cast.ambassador)
    pages = ("trajectory-detail", "trajectory-edit", "status-new", "trial-new", "enrolment-new")
    for name in pages:
        AuditEvent.objects.all().delete()
        client.get(address(cast.ambassador, f"trajectories:{name}", trajectory))
        event = AuditEvent.objects.get()
        assert (event.verb, event.subject, event.subject_code) == (
            "viewed",
            trajectory.participant.uuid,
            trajectory.code,
        )
    for name, verb in (
        ("participant-detail", "viewed"),
        ("participant-edit", "viewed"),
        ("contact-details-edit", "viewed contact details"),
    ):
        AuditEvent.objects.all().delete()
        client.get(address(cast.ambassador, f"trajectories:{name}", trajectory.participant))
        assert AuditEvent.objects.get().verb == verb


def test_list_leaves_one_trace_with_the_codes_on_it(cast, client_for, trajectory):
    other = make_trajectory(cast.appointment)
    AuditEvent.objects.all().delete()
    client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:trajectory-list"))
    event = AuditEvent.objects.get()
    assert (event.verb, event.fields) == ("listed", sorted([trajectory.code, other.code]))


def test_without_agreement_the_page_says_what_to_do(cast, client_for):
    ProcessingAgreement.objects.all().delete()
    client, url = (
        client_for(cast.external_ambassador),
        address(cast.external_ambassador, "trajectories:participant-new"),
    )
    page = client.get(url)
    assert page.status_code == 403
    assert "verwerkersovereenkomst" in page.content.decode()
    answer = client.post(url, {"first_name": "Noor"}, headers={"X-Outbox": "1"})
    assert (answer.status_code, "verwerkersovereenkomst" in answer.json()["error"]) == (403, True)
    assert not Participant.objects.exists()


def test_first_name_stands_in_no_address(cast, client_for, trajectory):
    client = client_for(cast.ambassador)
    url = address(cast.ambassador, "trajectories:trajectory-search")
    assert client.get(url, {"sought": FIRST_NAME}).status_code == 405
    found = client.post(url, {"sought": FIRST_NAME.lower()[:5]}).content.decode()
    assert trajectory.code in found
    assert trajectory.code not in client.post(url, {"sought": "Iemand anders"}).content.decode()


def test_one_field_finds_a_code_or_the_beginning_of_a_name(cast, client_for, trajectory):
    zoe = make_trajectory(cast.appointment, make_participant(cast.organisation, cast.ambassador, first_name="Zoë-Lynn"))
    stranger = make_participant(cast.other_organisation, cast.other_ambassador, first_name="Zoë")
    make_trajectory(cast.other_appointment, stranger)
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:trajectory-search")

    def found(typed):
        return [row.trajectory for row in client.post(url, {"sought": typed}).context["rows"]]

    for typed in ("zoe", "ZOË", "zoë lynn", zoe.code, f" {zoe.code.lower().replace('-', ' ')} "):
        assert found(typed) == [zoe], typed
    assert [found(typed) for typed in ("lynn", "محمد", zoe.code[:3])] == [[], [], []]
    for typed in ("", " ", "-"):
        answer = client.post(url, {"sought": typed})
        assert (answer.status_code, "Vul een code of een voornaam in." in answer.content.decode()) == (422, True)


def test_today_searches_unless_it_is_about_open_work(cast, client_for, trajectory):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:trajectory-search")
    today = address(cast.ambassador, "trajectories:today")
    assert f'action="{url}"' in client.get(today).content.decode()
    Appointment.objects.filter(pk=cast.appointment.pk).update(profile=Profile.BOTTOM_UP_WORKER)
    page = client.get(today)
    assert (bool(page.context["open_work"]), f'action="{url}"' in page.content.decode()) == (True, False)


def test_code_is_found_however_it_is_typed(cast, client_for, trajectory):
    other = make_trajectory(cast.appointment)
    url = address(cast.ambassador, "trajectories:trajectory-list")
    typed = trajectory.code.lower().replace("-", " ")
    page = client_for(cast.ambassador).get(url, {"code": typed}).content.decode()
    assert trajectory.code in page
    assert other.code not in page


def test_child_with_two_trajectories_is_found_once(cast, trajectory):
    make_trajectory(cast.appointment, trajectory.participant)
    assert Participant.objects.visible_to(cast.ambassador, today=TODAY).count() == 1
