"""No English leaks on pages outside a workplace, nor in mails. Those under /w/ are heard on the walk of test_access,
with their errors by test_nasty_input; PDFs are read where they are made.
"""

import re

import pytest
from django.core import mail
from django.test import Client
from lxml import html

from config.testing.cast import Cast

pytestmark = pytest.mark.once

# Words that English uses all the time and Dutch never does.
ENGLISH = frozenset(
    """the and with your you this that these those please have has are from for must should would cannot required
    invalid enter select choose add edit delete remove save back next previous search new yes page password log sign
    account email name date number value field error warning success between after before until since found nothing
    someone people everyone already again who which what when where how why their them they our its other either
    trajectory ambassador provider participant working year child young person""".split()  # noqa: SIM905
)
SPOKEN_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "data-label")
WORD = re.compile(r"[a-z][a-z'-]+")
# What people typed, codes, addresses and the title of a book are nobody's translation.
NOT_OURS = re.compile(r"PLANTED-[a-z-]+|\S+@\S+|https?://\S+|This is Service Design Doing")


def spoken(page: str) -> list[str]:
    """Everything on a page that a person reads or hears."""
    tree = html.fromstring(page)
    for silent in tree.xpath("//script | //style | //code | //template"):
        silent.drop_tree()
    heard = [value for name in SPOKEN_ATTRIBUTES for value in tree.xpath(f"//@{name}")]
    return [text.strip() for text in (*tree.itertext(), *heard) if text.strip()]


def english_in(texts: list[str]) -> list[str]:
    return [text for text in texts if ENGLISH & set(WORD.findall(NOT_OURS.sub("", text).lower()))]


def test_detector_hears_english_and_lets_dutch_pass() -> None:
    assert english_in(["Enter a valid date.", "Kies een dag."]) == ["Enter a valid date."]
    assert spoken('<p title="Save">Bewaren<script>the</script></p>') == ["Bewaren", "Save"]


@pytest.mark.parametrize(
    "path",
    [
        "/account/login/",
        "/account/password/reset/",
        "/account/password/reset/done/",
        "/accessibility/",
        "/privacy/",
        "/nergens/",
        "/account/signup/",
        "/account/inactive/",
        "/account/confirm-email/",
        "/invitation/onbekend/",
        "/plaatsen/onbekend/",
        "/steungroep/onbekend/",
    ],
)
def test_page_outside_is_dutch(path: str, client: Client, db: None) -> None:
    assert not english_in(spoken(client.get(path, follow=True).content.decode()))


@pytest.mark.parametrize(
    "path",
    [
        "/account/password/change/",
        "/account/email/",
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/",
        "/account/2fa/webauthn/add/",
        "/account/2fa/recovery-codes/",
        "/account/sessions/",
        "/account/logout/",
        "/account/reauthenticate/",
        "/profile/",
        "/workplaces/",
    ],
)
def test_page_of_ones_own_is_dutch(path: str, cast: Cast, client: Client) -> None:
    client.post("/account/login/", {"login": cast.coordinator.user.email, "password": "cast-cast-cast"})
    for answer in (client.get(path, follow=True), client.post(path, follow=True)):
        if answer.status_code != 405:
            assert not english_in(spoken(answer.content.decode())), path


def test_mail_is_dutch(cast: Cast, client: Client) -> None:
    client.post("/account/password/reset/", {"email": cast.coordinator.user.email})
    client.post("/account/password/reset/", {"email": "niemand@cast.example"})
    assert len(mail.outbox) == 2
    for letter in mail.outbox:
        assert not english_in([letter.subject, letter.body]), letter.subject
