"""Taking a contact back: one tap, one tap to undo it, and meanwhile it counts nowhere."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from config.testing.cast import address
from organisations.models import AuditEvent
from trajectories.actions.retractions import restore_contact, retract_contact
from trajectories.models import Contact, Retraction, Trajectory
from trajectories.tests.making import NOW, make_contact
from trajectories.tests.test_outbox import OUTBOX, contact_body


def tap(client, membership, name, contact, back):
    return client.post(address(membership, f"trajectories:{name}", contact), {"next": back})


def test_what_was_taken_back_counts_nowhere_and_stays_in_the_logbook(cast, trajectory, django_assert_num_queries):
    kept, wrong = make_contact(cast.appointment, trajectory, minutes=15), make_contact(cast.appointment, trajectory)
    Contact.objects.filter(pk=wrong.pk).update(date=date(2025, 2, 20))
    before = Contact.objects.filter(pk=wrong.pk).values().get()
    retract_contact(wrong, by=cast.ambassador, now=NOW)
    with django_assert_num_queries(1):
        assert list(Contact.objects.all().standing()) == [kept]
    assert [fact.minutes for fact in Contact.objects.all().facts()] == [15]
    assert Trajectory.objects.all().last_contacts() == {trajectory.pk: kept.date}
    assert Contact.objects.filter(pk=wrong.pk).values().get() == before
    restore_contact(wrong, by=cast.ambassador)
    assert len(Contact.objects.all().facts()) == 2
    assert Trajectory.objects.all().last_contacts() == {trajectory.pk: date(2025, 2, 20)}


def test_twice_is_once(cast):
    row = make_contact(cast.appointment)
    first, second = (retract_contact(row, by=cast.ambassador, now=NOW) for _ in range(2))
    assert first == second == Retraction.objects.get()
    for _ in range(2):
        restore_contact(row, by=cast.ambassador)
    assert list(AuditEvent.objects.order_by("pk").values_list("verb", "subject")) == [
        ("retracted", row.uuid),
        ("restored", row.uuid),
    ]


def test_only_who_logged_it_takes_it_back(cast, trajectory):
    row = make_contact(cast.appointment, trajectory)
    for name, membership in cast.memberships.items():
        if name != "ambassador":
            with pytest.raises(PermissionDenied):
                retract_contact(row, by=membership, now=NOW)
            with pytest.raises(PermissionDenied):
                restore_contact(row, by=membership)
    assert not Retraction.objects.exists()


def test_of_a_corrected_contact_the_correction_is_taken_back(cast):
    first = make_contact(cast.appointment)
    correction = make_contact(cast.appointment, corrects=first)
    with pytest.raises(ValidationError, match="Neem de regel terug die in de plaats kwam"):
        retract_contact(first, by=cast.ambassador, now=NOW)
    retract_contact(correction, by=cast.ambassador, now=NOW)
    assert Contact.objects.all().facts() == []


@pytest.mark.parametrize("page", ["contact-list", "trajectory-detail"])
def test_one_tap_and_one_tap_to_undo(cast, client_for, trajectory, page):
    row = make_contact(cast.appointment, trajectory)
    client, note = client_for(cast.ambassador), row.note
    back = address(cast.ambassador, f"trajectories:{page}", *([trajectory] if page == "trajectory-detail" else []))
    assert address(cast.ambassador, "trajectories:contact-retract", row) in client.get(back).content.decode()
    answer = tap(client, cast.ambassador, "contact-retract", row, f"{back}?code={trajectory.code}&retracted=before")
    assert answer.url == f"{back}?code={trajectory.code}&retracted={row.uuid}"
    shown = client.get(answer.url).content.decode()
    assert ("Teruggenomen." in shown, "Ongedaan maken" in shown, note in shown) == (True, True, False)
    undone = tap(client, cast.ambassador, "contact-restore", row, answer.url)
    assert undone.url == f"{back}?code={trajectory.code}"
    shown = client.get(undone.url).content.decode()
    assert ("Ongedaan maken" in shown, note in shown) == (False, True)


def test_nobody_undoes_what_is_anothers_and_nonsense_offers_nothing(cast, client_for, trajectory):
    row = make_contact(cast.appointment, trajectory)
    retract_contact(row, by=cast.ambassador, now=NOW)
    url = address(cast.colleague, "trajectories:contact-list")
    for asked in (str(row.uuid), "nonsense", ""):
        assert client_for(cast.colleague).get(url, {"retracted": asked}).context["undo"] is None
    assert tap(client_for(cast.colleague), cast.colleague, "contact-restore", row, url).status_code == 404


def test_an_entry_that_arrives_again_stays_taken_back(cast, client_for):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:contact-new")
    body = contact_body(cast)
    client.post(url, body, headers=OUTBOX)
    retract_contact(Contact.objects.get(), by=cast.ambassador, now=NOW)
    assert client.post(url, body, headers=OUTBOX).status_code == 200
    assert list(Contact.objects.all().standing()) == []
