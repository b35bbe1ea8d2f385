"""No English leaks: not on a page, not in an error, not in a mail. PDFs are read where they are made."""

import re

import pytest
from django.core import mail
from django.test import Client
from lxml import html

from config.testing.cast import Cast, ClientFor
from config.testing.world import World
from config.tests.matrix import ADDRESSES, PARTS
from config.tests.test_access import OUT, answers, undone, url_of

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


@pytest.mark.parametrize("part", PARTS)
def test_pages_and_their_errors_are_dutch(part: list[str], world: World, client_for: ClientFor) -> None:
    clients = {person: client_for(membership) for person, membership in world.cast.memberships.items()}
    for name in part:
        for person in sorted(ADDRESSES[name].cases()["own"]):
            with undone():
                found = answers(clients[person], url_of(name, world, person, "own"))
            pages = [answer for answer in found if answer.get("Content-Type", "").startswith("text/html")]
            for text in (page.content.decode() for page in pages if page.status_code not in OUT):
                assert not text or not english_in(spoken(text)), f"{name} for {person}"


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
