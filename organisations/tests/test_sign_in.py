"""Signing in, the second step, one's own sessions: in Dutch, and each session can be ended from elsewhere."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.urls import reverse

from config.testing.cast import PASSWORD
from config.tests.test_language import english_in, spoken
from organisations import devices

CHROME_ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"
SAFARI_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
EDGE_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0"


@pytest.fixture
def signed_in(cast):
    """A browser in which the coordinator logged in, and confirmed it, as is asked before security is changed."""
    client = sign_in(cast.coordinator.user.email)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def sign_in(email, user_agent=CHROME_ANDROID):
    client = Client(headers={"user-agent": user_agent})
    answer = client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()
    return client


def is_in(client):
    return client.get(reverse("organisations:profile")).status_code == 200


def page(client, route, /, *args, **data):
    url = reverse(route, args=args)
    answer = client.post(url, data, follow=True) if data else client.get(url)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert english_in(spoken(text)) == []
    return text


# --- Pages in Dutch ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "usersessions_list",
        "account_email",
        "account_change_password",
        "account_logout",
        "account_reauthenticate",
        "account_reset_password",
        "account_reset_password_done",
        "account_email_verification_sent",
    ],
)
def test_page_about_signing_in_is_dutch(name, signed_in):
    assert "<h1>" in page(signed_in, name)


def test_pages_with_a_second_step_are_dutch(signed_in, cast):
    add_app_with_codes(cast.coordinator.user)
    assert page(signed_in, "mfa_generate_recovery_codes", go="1")
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_reauthenticate"):
        assert page(signed_in, name)


def test_passkey_pages_are_dutch(signed_in, cast):
    data = {"name": "Telefoon van An", "credential": {"clientExtensionResults": {}}}
    key = Authenticator.objects.create(user=cast.coordinator.user, type=Authenticator.Type.WEBAUTHN, data=data)
    assert "Telefoon van An" in page(signed_in, "mfa_list_webauthn")
    assert page(signed_in, "mfa_edit_webauthn", key.pk)
    assert page(signed_in, "mfa_remove_webauthn", key.pk)
    assert "Werktelefoon" in page(signed_in, "mfa_edit_webauthn", key.pk, name="Werktelefoon")


def test_second_step_is_asked_for_in_dutch(cast):
    add_app_with_codes(cast.coordinator.user)
    client = Client()
    answer = client.post(
        reverse("account_login"), {"login": cast.coordinator.user.email, "password": PASSWORD}, follow=True
    )
    assert "De tweede stap" in answer.content.decode()
    assert "Deze code klopt niet" in page(client, "mfa_authenticate", code="000000")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"login": "", "password": ""}, "Vul dit in."),
        ({"login": "wie@niet.example", "password": "x"}, "Dit e-mailadres en wachtwoord horen niet samen."),
        ({"login": "geen adres", "password": "x"}, "Schrijf een e-mailadres zoals naam@voorbeeld.be."),
    ],
)
def test_refused_log_in_says_what_to_do(typed, sentence, db):
    text = Client().post(reverse("account_login"), typed).content.decode()
    assert sentence in text
    assert "<title>Fout: " in text
    assert english_in(spoken(text)) == []


def add_app_with_codes(user):
    TOTP.activate(user, generate_totp_secret())


# --- Confirming that it is you ----------------------------------------------------------------------------------------


@pytest.fixture
def second_address(cast):
    user = cast.coordinator.user
    return EmailAddress.objects.create(user=user, email="nieuw@cast.example", verified=True)


def make_primary(client, second_address):
    data = {"action_primary": "1", "email": second_address.email}
    return client.post(reverse("account_email"), data, follow=True)


def dutch(answer):
    text = answer.content.decode()
    assert english_in(spoken(text)) == []
    return text


@pytest.mark.parametrize("second_step", [False, True])
def test_other_log_in_waits_for_the_password(cast, second_address, second_step):
    """What was asked for is done once it is confirmed: nothing has to be asked again."""
    client = sign_in(cast.coordinator.user.email)
    if second_step:
        add_app_with_codes(cast.coordinator.user)
    asked = make_primary(client, second_address)
    url = asked.redirect_chain[-1][0]
    assert "Bevestig dat jij het bent" in dutch(asked)
    assert (reverse("mfa_reauthenticate") in dutch(asked)) == second_step
    typed = {"next": reverse("account_email")}
    assert "<title>Fout: " in dutch(client.post(url, typed | {"password": "fout"}))
    cast.coordinator.user.refresh_from_db()
    assert cast.coordinator.user.email == "coordinator@cast.example"
    assert dutch(client.post(url, typed | {"password": PASSWORD}, follow=True))
    cast.coordinator.user.refresh_from_db()
    assert cast.coordinator.user.email == second_address.email


def test_code_confirms_too(cast, second_address):
    client, secret = sign_in(cast.coordinator.user.email), generate_totp_secret()
    TOTP.activate(cast.coordinator.user, secret)
    url = f"{reverse('mfa_reauthenticate')}?next={reverse('account_email')}"
    assert "Bevestig dat jij het bent" in dutch(client.get(url))
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    assert client.post(url, {"code": code}).url == reverse("account_email")
    dutch(make_primary(client, second_address))
    cast.coordinator.user.refresh_from_db()
    assert cast.coordinator.user.email == second_address.email


# --- Behind a proxy ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("proxies", "noted"), [(0, "127.0.0.1"), (1, "10.1.1.1"), (2, "192.0.2.7")])
def test_address_of_a_visitor_is_what_our_own_proxies_say(cast, settings, proxies, noted):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    client = Client(headers={"x-forwarded-for": "6.6.6.6, 192.0.2.7, 10.1.1.1"})
    client.post(reverse("account_login"), {"login": cast.coordinator.user.email, "password": PASSWORD})
    assert UserSession.objects.get().ip == noted


# --- Mails ------------------------------------------------------------------------------------------------------------


def sent():
    """The one mail that was sent, after a look at its language and at what its subject gives away."""
    message = mail.outbox[-1]
    assert english_in([message.subject, str(message.body)]) == []
    assert "@" not in message.subject
    assert "An " not in message.subject
    return message


def test_mail_for_a_new_password_has_a_link_that_works_once(cast):
    client = Client()
    client.post(reverse("account_reset_password"), {"email": cast.coordinator.user.email})
    assert sent().subject == "Kies een nieuw wachtwoord"
    link = re.search(r"https?://\S+", mail.outbox[-1].body)[0]
    form = client.get(link, follow=True)
    assert english_in(spoken(form.content.decode())) == []
    new = {"password1": "een-heel-nieuw-wachtwoord", "password2": "een-heel-nieuw-wachtwoord"}
    client.post(form.redirect_chain[-1][0], new)
    assert sent().subject == "Je wachtwoord is gewijzigd"
    assert "Deze link werkt niet meer" in Client().get(link, follow=True).content.decode()


def test_mail_for_an_unknown_address_tells_nothing_to_the_browser(db):
    text = page(Client(), "account_reset_password", email="wie@niet.example")
    assert "Kijk in je mailbox" in text
    assert "/signup" not in sent().body


def test_mails_about_changes_are_dutch(signed_in, cast):
    user = cast.coordinator.user
    page(signed_in, "account_email", action_add="1", email="nieuw@cast.example")
    assert sent().subject == "Bevestig je e-mailadres"
    EmailAddress.objects.filter(email="nieuw@cast.example").update(verified=True)
    page(signed_in, "account_email", action_primary="1", email="nieuw@cast.example")
    assert sent()
    page(signed_in, "account_email", action_remove="1", email=user.email)
    assert sent()
    add_app_with_codes(user)
    page(signed_in, "mfa_generate_recovery_codes", go="1")
    assert "Chrome op Android" in sent().body
    page(signed_in, "mfa_deactivate_totp", go="1")
    assert sent().subject == "De app met codes is uitgeschakeld"


# --- Sessions ---------------------------------------------------------------------------------------------------------


def test_a_lost_phone_is_signed_out_from_another_device(signed_in, cast):
    phone = sign_in(cast.coordinator.user.email, SAFARI_IPHONE)
    assert is_in(phone)
    assert "Safari op iPhone" in page(signed_in, "usersessions_list")
    session = UserSession.objects.get(user_agent=SAFARI_IPHONE)
    page(signed_in, "organisations:session-end", session.pk, go="1")
    assert not is_in(phone)
    assert is_in(signed_in)


def test_another_persons_session_is_not_found(signed_in, cast):
    sign_in(cast.other_coordinator.user.email)
    session = UserSession.objects.get(user=cast.other_coordinator.user)
    assert signed_in.post(reverse("organisations:session-end", args=[session.pk])).status_code == 404
    assert UserSession.objects.filter(pk=session.pk).exists()


def test_a_session_ends_by_a_button_only(signed_in):
    session = UserSession.objects.get()
    assert signed_in.get(reverse("organisations:session-end", args=[session.pk])).status_code == 405


def test_all_other_sessions_end_at_once(signed_in, cast):
    phone = sign_in(cast.coordinator.user.email, SAFARI_IPHONE)
    assert "Je bent overal elders afgemeld." in page(signed_in, "usersessions_list", go="1")
    assert not is_in(phone)


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (CHROME_ANDROID, "Chrome op Android"),
        (SAFARI_IPHONE, "Safari op iPhone"),
        (EDGE_WINDOWS, "Edge op Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox op Linux"),
        ("curl/8.5", "een onbekend toestel"),
        ("", "een onbekend toestel"),
    ],
)
def test_a_device_is_named_as_its_owner_knows_it(user_agent, words):
    assert devices.describe(user_agent) == words
