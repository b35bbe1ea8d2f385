"""A passkey from beginning to end in a real browser, under our content security policy: made, used, removed."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from config.testing.browser import SignIn, demo_password

pytestmark = pytest.mark.journey

WHO = "ambassador.02"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(sign_in: SignIn) -> Page:
    """A browser on a device that can hold passkeys, and that confirms them at once."""
    page = sign_in(WHO)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser refused, such as a script that our policy does not allow."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_passkey_is_made_used_and_removed(page: Page, complaints: list[str]):
    make(page)
    sign_out(page)
    sign_in_with(page, password=demo_password())
    expect(page.get_by_role("heading", level=1)).to_have_text("De tweede stap")
    press(page, "Een passkey gebruiken")
    sign_out(page)
    press(page, "Aanmelden met een passkey")
    remove(page)
    assert complaints == []


def make(page: Page) -> None:
    page.goto("/account/2fa/webauthn/add/")
    confirm(page)
    page.get_by_label("Naam van de passkey").fill("Toestel van de test")
    page.get_by_label("Aanmelden zonder wachtwoord").check()
    press(page, "Passkey maken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je herstelcodes")


def remove(page: Page) -> None:
    """Otherwise this person keeps a second step, and later tests of theirs a closed door."""
    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name=re.compile("Verwijderen.*Toestel van de test")).click()
    confirm(page)
    press(page, "Passkey verwijderen")
    expect(page.get_by_role("status").first).to_contain_text("De passkey is verwijderd.")


def confirm(page: Page) -> None:
    """Before security is changed, one is asked again who one is."""
    asked_at = urlsplit(page.url).path
    if asked_at == "/account/2fa/webauthn/reauthenticate/":
        press(page, "Een passkey gebruiken")
    elif asked_at == "/account/reauthenticate/":
        page.get_by_label("Wachtwoord").fill(demo_password())
        press(page, "Bevestigen")


def sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
    page.goto("/account/login/")


def sign_in_with(page: Page, *, password: str) -> None:
    page.get_by_label("E-mailadres").fill(f"{WHO}@demo.example")
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    press(page, "Aanmelden", exact=True)


def press(page: Page, name: str, *, exact: bool = False) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=name, exact=exact).click()
