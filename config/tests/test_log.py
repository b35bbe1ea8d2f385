"""No secret reaches a log, whatever goes wrong at its address: by Django's own records, as any handler formats them."""

import logging

import pytest
from django.test import Client

from config.log import masked

SECRET = "Zx9-geheim_Q"
ADDRESSES = [
    f"/invitation/{SECRET}/",
    f"/Invitation/{SECRET}/",
    f"/invitation/{SECRET}/x/",
    f"/invitation/%20{SECRET}/",
    f"/calendar/{SECRET}/follow-up.ics",
    f"/account/password/reset/key/-{SECRET}/",
    f"/account/confirm-email/{SECRET}/x",
    f"/plaatsen/{SECRET}/",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_secret_in_an_address_is_not_logged(url: str, db: None, caplog: pytest.LogCaptureFixture) -> None:
    for client in (Client(), Client(enforce_csrf_checks=True)):
        client.post(url, {"name": "x"}, headers={"referer": f"https://elders.example{url}"}, secure=True)
        client.put(url)
    assert "***" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("url", ADDRESSES)
def test_address_inside_an_address_is_masked_too(url: str) -> None:
    assert SECRET not in masked(f"/account/login/?next={url.replace('/', '%2F')}")
    assert SECRET not in masked(f"Error handling request {url}")


@pytest.mark.parametrize("text", ["Not Found: /invitations/5/send/", "The mail of invitation 5 did not leave."])
def test_rest_of_the_log_stays_readable(text: str, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("django.request").warning("%s", text)
    assert caplog.messages == [text]
