"""To another organisation: nothing is copied before the family agreed and somebody there accepts."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError

from config.testing.cast import address
from organisations.models import AuditEvent
from organisations.rulings import rulings
from trajectories.actions.hand_overs import accept_hand_over, offer_hand_over, undo_hand_over
from trajectories.enums import MomentState, ReferredBy, Status
from trajectories.models import ContactDetails, HandOver, Participant, Trajectory
from trajectories.moments import states
from trajectories.tests.making import FIRST_NAME, NEIGHBOURHOOD, NOW, WISH
from trajectories.views.hand_overs import MOST_WRONG_CODES

TODAY = date(2025, 3, 1)
WHEN = {"logged_at": NOW, "now": NOW, "today": TODAY}


def offered(cast, trajectory, **values) -> HandOver:
    defaults = {
        "to_organisation": cast.other_organisation,
        "agreed_by": "both",
        "agreed_on": TODAY,
        "takes_contact_details": False,
    }
    return offer_hand_over(trajectory, values=defaults | values, by=cast.ambassador, **WHEN)


def accept(cast, hand_over, **changes) -> Trajectory:
    values = {
        "appointment": cast.other_appointment,
        "values": {"lawful_basis": "public_task"},
        "by": cast.other_ambassador,
        **WHEN,
    }
    return accept_hand_over(hand_over, **values | changes)


@pytest.fixture
def reached(trajectory):
    """How to reach the child is on record."""
    return ContactDetails.objects.create(participant=trajectory.participant, phone="0470 00 00 00", address="Straat 1")


def test_receiver_begins_their_own_with_first_name_and_wish_only(cast, trajectory, reached):
    second = accept(cast, offered(cast, trajectory))
    person = second.participant
    assert (person.first_name, second.wish, second.referred_by) == (FIRST_NAME, WISH, ReferredBy.HAND_OVER)
    assert (person.controller, second.project, second.started_on) == (
        cast.other_organisation,
        cast.other_project,
        TODAY,
    )
    assert (person.birth_year, person.neighbourhood, person.explained_on) == (None, "", None)
    assert person.code != trajectory.code
    assert not ContactDetails.objects.filter(participant=person).exists()


def test_first_one_closes_and_its_later_moments_do_not_apply(cast, trajectory):
    hand_over = offered(cast, trajectory)
    assert not trajectory.statuses.filter(status=Status.HANDED_OVER).exists(), "it runs on until somebody accepts"
    accept(cast, hand_over)
    facts = Trajectory.objects.filter(pk=trajectory.pk).facts()[0]
    assert facts.status_on(TODAY) == Status.HANDED_OVER
    assert set(states(facts, date(2026, 12, 1), rulings())) == {MomentState.NOT_APPLICABLE}
    hand_over.refresh_from_db()
    assert (hand_over.accepted_on, hand_over.accepted_by, hand_over.code) == (TODAY, cast.other_ambassador, "")


def test_contact_details_go_along_only_when_agreed(cast, trajectory, reached):
    second = accept(cast, offered(cast, trajectory, takes_contact_details=True))
    details = second.participant.contact_details
    assert (details.phone, details.address) == (reached.phone, reached.address)


def test_both_trails_know_and_neither_keeps_a_value(cast, trajectory):
    second = accept(cast, offered(cast, trajectory))
    verbs = {
        organisation: list(
            AuditEvent.objects.filter(organisation=organisation).order_by("pk").values_list("verb", "subject_code")
        )
        for organisation in (cast.organisation, cast.other_organisation)
    }
    assert verbs[cast.organisation] == [("offered", trajectory.code), ("accepted", trajectory.code)]
    assert {code for _verb, code in verbs[cast.other_organisation]} == {second.code}


def test_offer_can_be_undone_until_it_is_accepted(cast, trajectory):
    hand_over = offered(cast, trajectory)
    assert undo_hand_over(hand_over, by=cast.colleague, today=TODAY)
    assert not undo_hand_over(hand_over, by=cast.colleague, today=TODAY)
    with pytest.raises(ValidationError, match="teruggenomen"):
        accept(cast, hand_over)
    again = offered(cast, trajectory)
    accept(cast, again)
    assert not undo_hand_over(again, by=cast.ambassador, today=TODAY)
    assert Participant.objects.count() == 2


def test_offer_runs_out_and_can_be_made_again(cast, trajectory):
    hand_over = offered(cast, trajectory)
    late = TODAY + timedelta(days=rulings().hand_over_days + 1)
    with pytest.raises(ValidationError, match="teruggenomen"):
        accept(cast, hand_over, today=late)
    values = {"to_organisation": cast.other_organisation, "agreed_by": "parent", "agreed_on": late}
    values |= {"takes_contact_details": False}
    offer_hand_over(trajectory, values=values, by=cast.ambassador, logged_at=NOW, now=NOW, today=late)
    assert trajectory.hand_overs.pending(late).count() == 1


def test_second_offer_of_one_trajectory_is_refused(cast, trajectory):
    offered(cast, trajectory)
    with pytest.raises(ValidationError, match="al aangeboden"):
        offered(cast, trajectory)


@pytest.mark.parametrize(
    ("who", "appointment"), [("external_ambassador", "external_appointment"), ("colleague", "colleague_appointment")]
)
def test_only_the_organisation_it_is_for_accepts(cast, trajectory, who, appointment):
    with pytest.raises(ValidationError, match="teruggenomen"):
        accept(cast, offered(cast, trajectory), by=cast.memberships[who], appointment=getattr(cast, appointment))


def test_what_cannot_be_handed_over(cast, trajectory):
    with pytest.raises(ValidationError, match="je eigen organisatie"):
        offered(cast, trajectory, to_organisation=cast.organisation)
    with pytest.raises(ValidationError, match="toekomst"):
        offered(cast, trajectory, agreed_on=TODAY + timedelta(days=1))
    with pytest.raises(PermissionDenied):
        offer_hand_over(trajectory, values={}, by=cast.other_ambassador, **WHEN)
    hand_over = offered(cast, trajectory)
    Participant.objects.update(withdrawn_on=TODAY)
    with pytest.raises(ValidationError, match="teruggenomen"):
        accept(cast, hand_over)


def test_notice_names_nobody_and_the_code_opens_it(cast, client_for, trajectory):
    hand_over = offered(cast, trajectory)
    HandOver.objects.update(expires_on=date(2199, 1, 1))
    client = client_for(cast.other_ambassador)
    url = address(cast.other_ambassador, "trajectories:hand-over-accept")
    page = client.get(url).content.decode()
    assert cast.organisation.name in page
    assert not [part for part in (trajectory.code, FIRST_NAME, WISH, NEIGHBOURHOOD, hand_over.code) if part in page]
    typed = {
        "entry_id": "6f1f7f0e-0000-4000-8000-000000000004",
        "appointment": str(cast.other_appointment.uuid),
        "lawful_basis": "public_task",
        "code": "BCDF-2",
    }
    assert "heeft deze code" in client.post(url, typed).content.decode()
    typed["code"] = hand_over.code.lower().replace("-", " ")
    assert client.post(url, typed).status_code == 302
    assert client.post(url, typed).status_code == 302, "sent twice, begun once"
    assert Trajectory.objects.count() == 2


def test_codes_cannot_be_guessed_for_long(cast, client_for, trajectory):
    hand_over = offered(cast, trajectory)
    HandOver.objects.update(expires_on=date(2199, 1, 1))
    client, url = client_for(cast.other_ambassador), address(cast.other_ambassador, "trajectories:hand-over-accept")
    body = {"appointment": str(cast.other_appointment.uuid), "lawful_basis": "public_task"}

    def answer(code):
        return client.post(url, body | {"entry_id": str(uuid4()), "code": code}).content.decode()

    assert all("heeft deze code" in answer("BCDF-2") for _ in range(MOST_WRONG_CODES))
    assert "Te veel codes waren fout" in answer(hand_over.code)
    assert Trajectory.objects.count() == 1
    cache.clear()  # an hour later
    answer(hand_over.code)
    assert Trajectory.objects.count() == 2


def test_coordinators_card_says_who_took_over(cast, client_for, trajectory):
    accept(cast, offered(cast, trajectory))
    page = client_for(cast.coordinator).get(address(cast.coordinator, "trajectories:trajectory-detail", trajectory))
    assert f"{cast.other_organisation.name} nam het over op {TODAY:%d/%m/%Y}." in page.content.decode()


def test_sender_sees_the_code_and_its_end(cast, client_for, trajectory):
    client = client_for(cast.ambassador)
    url = address(cast.ambassador, "trajectories:hand-over-new", trajectory)
    typed = {
        "entry_id": "6f1f7f0e-0000-4000-8000-000000000005",
        "to_organisation": cast.other_organisation.name,
        "agreed_by": "parent",
        "agreed_on_day": "1",
        "agreed_on_month": "3",
        "agreed_on_year": "2025",
    }

    page = client.post(url, typed, follow=True).content.decode()
    hand_over = HandOver.objects.get()
    assert hand_over.code in page
    undo = address(cast.ambassador, "trajectories:hand-over-undo", hand_over)
    assert "ongedaan gemaakt" in client.post(undo, follow=True).content.decode()
