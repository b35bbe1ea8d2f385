"""One write path for forms that create: exactly once, from a browser as from the phone's outbox."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from config.testing.cast import address
from organisations.models import AuditEvent, Entry, Organisation

OUTBOX = {"X-Outbox": "1"}


@pytest.fixture
def url(cast) -> str:
    return address(cast.ministry_administrator, "organisations:organisation-new")


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.ministry_administrator)


def typed(**changes) -> dict[str, str]:
    return {"entry_id": str(uuid4()), "name": "Vzw Nieuw", "kind": "local_association"} | changes


def made() -> int:
    return Organisation.objects.filter(name__startswith="Vzw Nieuw").count()


def test_page_carries_an_entry_of_its_own_each_time(visitor, url):
    first, second = (visitor.get(url).context["form"]["entry_id"].value() for _ in range(2))
    assert first != second


def test_browser_is_sent_on_to_what_it_made(visitor, url, cast):
    response = visitor.post(url, typed())
    row = Organisation.objects.get(name="Vzw Nieuw")
    assert response.status_code == 302
    assert response.url == address(cast.ministry_administrator, "organisations:organisation-detail", row)
    entry = Entry.objects.get(subject=row.uuid)
    assert (entry.kind, entry.location, entry.membership) == ("organisation", response.url, cast.ministry_administrator)


def test_double_tap_makes_one_row_and_leads_to_it(visitor, url):
    body = typed()
    first, second = visitor.post(url, body), visitor.post(url, body)
    assert (first.url, second.status_code, made()) == (second.url, 302, 1)
    assert AuditEvent.objects.filter(verb="created").count() == 1


def test_equal_text_in_two_entries_makes_two_rows(visitor, url):
    visitor.post(url, typed())
    visitor.post(url, typed())
    assert made() == 2


def test_outbox_gets_201_then_200_with_its_entry_echoed(visitor, url):
    body = typed()
    first = visitor.post(url, body, headers=OUTBOX)
    second = visitor.post(url, body, headers=OUTBOX)
    assert (first.status_code, second.status_code, made()) == (201, 200, 1)
    assert first.json() == second.json()
    assert first.json()["entry_id"] == body["entry_id"]


def test_outbox_gets_409_for_another_text_under_the_same_entry(visitor, url):
    body = typed()
    visitor.post(url, body, headers=OUTBOX)
    response = visitor.post(url, body | {"name": "Vzw Nieuw Anders"}, headers=OUTBOX)
    assert (response.status_code, made()) == (409, 1)
    assert response.json()["entry_id"] == body["entry_id"]
    assert response.json()["location"]


def test_browser_may_save_another_text_as_a_new_entry(visitor, url):
    body = typed()
    visitor.post(url, body)
    other = body | {"name": "Vzw Nieuw Anders"}
    response = visitor.post(url, other)
    assert (response.status_code, made()) == (409, 1)
    form = response.context["form"]
    assert form["name"].value() == "Vzw Nieuw Anders"
    visitor.post(url, other | {"entry_id": form["entry_id"].value()})
    assert made() == 2


def test_outbox_gets_422_with_errors_by_field(visitor, url):
    response = visitor.post(url, typed(name="", kind="nonsense"), headers=OUTBOX)
    assert response.status_code == 422
    assert set(response.json()["errors"]) == {"name", "kind"}


def test_browser_gets_its_form_back_with_what_was_typed(visitor, url):
    response = visitor.post(url, typed(kbo_number="0123"))
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Vzw Nieuw"' in page
    assert 'value="0123"' in page
    assert "<title>Fout: " in page


@pytest.mark.parametrize("entry", ["", "nonsense", "1"])
def test_missing_or_forged_entry_is_a_sentence(visitor, url, entry):
    response = visitor.post(url, typed(entry_id=entry))
    assert response.status_code == 422
    assert "Dit formulier is niet volledig" in response.content.decode()


def test_empty_post_is_a_form_with_sentences(visitor, url):
    response = visitor.post(url, {})
    assert response.status_code == 422
    assert "Vul de naam van de organisatie in." in response.content.decode()


def test_entry_of_somebody_else_is_nobodys_business(cast, client_for, visitor, url):
    body = typed()
    visitor.post(url, body)
    invite = address(cast.administrator, "organisations:invitation-new")
    response = client_for(cast.administrator).post(invite, body | {"email": "a@b.example", "role": "ambassador"})
    assert response.status_code == 404


def test_same_entry_at_another_form_is_another_entry(visitor, url, cast):
    body = typed()
    visitor.post(url, body)
    invite = address(cast.ministry_administrator, "organisations:invitation-new")
    assert visitor.post(invite, body, headers=OUTBOX).status_code == 409


def test_erased_digest_answers_as_the_first_time(visitor, url):
    body = typed()
    visitor.post(url, body, headers=OUTBOX)
    Entry.objects.update(digest="")
    assert visitor.post(url, body | {"name": "x"}, headers=OUTBOX).status_code == 200


def test_phone_with_a_clock_ahead_cannot_have_written_in_the_future(visitor, url):
    tomorrow = timezone.now() + timedelta(days=1)
    body = typed(logged_at=tomorrow.isoformat())
    visitor.post(url, body)
    entry = Entry.objects.get(entry_id=body["entry_id"])
    assert entry.logged_at == entry.received_at


@pytest.mark.parametrize("claimed", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "soon", "a\0b"])
def test_phone_with_a_clock_that_makes_no_sense_is_not_believed(visitor, url, claimed):
    body = typed(logged_at=claimed)
    assert visitor.post(url, body, headers=OUTBOX).status_code == 201
    entry = Entry.objects.get(entry_id=body["entry_id"])
    assert entry.logged_at == entry.received_at


def test_phone_without_reception_keeps_the_moment_of_writing(visitor, url):
    yesterday = timezone.now() - timedelta(days=1)
    body = typed(logged_at=yesterday.isoformat())
    visitor.post(url, body)
    assert Entry.objects.get(entry_id=body["entry_id"]).logged_at == yesterday


def test_who_may_not_is_refused_before_anything_is_kept(cast, client_for):
    url = address(cast.administrator, "organisations:organisation-new")
    response = client_for(cast.administrator).post(url, typed(), headers=OUTBOX)
    assert (response.status_code, made(), Entry.objects.count()) == (403, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_one_entry_sent_ten_times_at_once_makes_one_row(cast, client_for):
    """Tabs and retries race; the unique entry in the database decides, on both engines."""
    url, body = address(cast.ministry_administrator, "organisations:organisation-new"), typed()
    clients = [client_for(cast.ministry_administrator) for _ in range(10)]
    start, statuses = threading.Barrier(10), []

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
    assert sorted(statuses) == [200] * 9 + [201]
    assert (made(), Entry.objects.count()) == (1, 1)
