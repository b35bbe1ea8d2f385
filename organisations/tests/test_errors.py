"""What went wrong is told in a sentence that says what to do; nothing a browser sends makes a 500."""

import pytest
from django.test import Client
from django.urls import reverse

from config.testing.cast import PASSWORD, address

OUTBOX = {"X-Outbox": "1"}


@pytest.fixture
def url(cast) -> str:
    return address(cast.administrator, "organisations:invitation-new")


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.administrator)


def sentence(response) -> str:
    page = response.content.decode()
    assert "<h1>" in page
    return page


def test_oversized_body_is_told_in_a_sentence(visitor, url):
    response = visitor.post(url, {"email": "x" * 1_100_000})
    assert response.status_code in (400, 413)
    assert "te groot" in sentence(response)


def test_too_many_fields_are_told_in_a_sentence(visitor, url):
    response = visitor.post(url, {f"field-{n}": "" for n in range(1100)})
    assert response.status_code in (400, 413)
    assert sentence(response)


def test_outbox_keeps_an_oversized_entry(visitor, url):
    response = visitor.post(url, {"email": "x" * 1_100_000}, headers=OUTBOX)
    assert response.status_code in (400, 413, 422)
    assert "dit toestel" in response.json()["error"]


def test_forged_host_is_refused(db, client):
    response = client.get("/", headers={"host": "kwaad.example"})
    assert response.status_code == 400


def test_expired_token_says_to_send_again(cast):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("account_login"), {"login": "a@b.example", "password": PASSWORD})
    assert response.status_code == 403
    assert sentence(response)


def test_outbox_with_an_expired_token_keeps_its_entry(cast, url):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.administrator.user)
    response = strict.post(url, {}, headers=OUTBOX)
    assert response.status_code == 403
    assert "staat nog op dit toestel" in response.json()["error"]


def test_what_one_may_not_is_told_in_a_sentence(cast, client_for):
    response = client_for(cast.coordinator).get(address(cast.coordinator, "organisations:invitation-new"))
    assert response.status_code == 403
    assert sentence(response)


def test_outbox_is_told_what_it_may_not_as_json(cast, client_for):
    url = address(cast.coordinator, "organisations:invitation-new")
    response = client_for(cast.coordinator).post(url, {}, headers=OUTBOX)
    assert response.status_code == 403
    assert "staat nog op dit toestel" in response.json()["error"]


@pytest.mark.parametrize("path", ["/nergens/", "/w/geen-uuid/", "/w/00000000-0000-0000-0000-000000000000/nergens/"])
def test_address_that_is_not_there_is_told_in_a_sentence(cast, visitor, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert sentence(response)


@pytest.mark.parametrize("path", ["/%00/", "/profile/?next=%00", "/invitation/%F0%9F%98%80/", "/?a=%FF"])
def test_odd_addresses_are_no_server_errors(cast, visitor, path):
    assert visitor.get(path).status_code < 500


@pytest.mark.parametrize("text", ["a\x00b", "\ud7ff", "‮gnp.exe", "<img src=x onerror=alert(1)>", "x" * 5000])
def test_odd_texts_are_no_server_errors(cast, visitor, url, text):
    from uuid import uuid4

    response = visitor.post(url, {"entry_id": str(uuid4()), "email": text, "role": text})
    assert response.status_code == 422
    assert "<img src=x" not in response.content.decode()
    response = visitor.post(reverse("organisations:profile"), {"name": text})
    assert response.status_code in (302, 422)
