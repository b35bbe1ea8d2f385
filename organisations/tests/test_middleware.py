"""What every request gets before a view: the time, a log-in, a second factor, a membership."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from config.testing.cast import address
from organisations.models import User

OUTBOX = {"X-Outbox": "1"}


def people(membership) -> str:
    return address(membership, "organisations:membership-list")


def test_stranger_to_a_membership_finds_nothing(cast, client_for):
    assert client_for(cast.other_administrator).get(people(cast.administrator)).status_code == 404


def test_membership_that_nobody_has_finds_nothing(cast, client_for):
    url = reverse("organisations:home", args=[uuid4()])
    assert client_for(cast.administrator).get(url).status_code == 404


def test_ended_membership_finds_nothing(cast, client_for):
    client = client_for(cast.ambassador)
    cast.ambassador.ended_at = datetime(2026, 1, 1, tzinfo=UTC)
    cast.ambassador.save()
    assert client.get(address(cast.ambassador, "organisations:home")).status_code == 404


def test_person_who_can_no_longer_log_in_is_out(cast, client_for):
    client = client_for(cast.administrator)
    cast.administrator.user.is_active = False
    cast.administrator.user.save()
    assert client.get(people(cast.administrator)).status_code == 302


def test_pages_are_kept_by_no_browser(cast, client_for):
    client = client_for(cast.administrator)
    for url in (people(cast.administrator), reverse("organisations:profile"), "/nowhere/", reverse("mfa_index")):
        assert "no-store" in client.get(url).headers["Cache-Control"], url


def test_nobody_is_sent_to_the_log_in_and_back(cast, client):
    response = client.get(people(cast.administrator))
    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next={people(cast.administrator)}"


def test_outbox_of_nobody_gets_401_and_keeps_its_entry(cast, client):
    response = client.post(people(cast.administrator), headers=OUTBOX)
    assert response.status_code == 401
    assert "staat nog op dit toestel" in response.json()["error"]


def test_outbox_at_a_strangers_address_gets_404_as_json(cast, client_for):
    response = client_for(cast.other_administrator).post(people(cast.administrator), headers=OUTBOX)
    assert response.status_code == 404
    assert "staat nog op dit toestel" in response.json()["error"]


def test_without_second_factor_one_is_asked_for_it(cast, client_for, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    response = client_for(cast.administrator).get(people(cast.administrator), follow=True)
    assert response.redirect_chain[0] == (reverse("mfa_index"), 302)
    assert "Voeg eerst een tweede stap toe" in response.content.decode()


def test_outbox_without_second_factor_gets_403_and_no_redirect(cast, client_for, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    response = client_for(cast.administrator).post(people(cast.administrator), headers=OUTBOX)
    assert response.status_code == 403
    assert "tweede stap" in response.json()["error"]


def test_with_second_factor_one_works(cast, client_for, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client = client_for(cast.administrator)
    TOTP.activate(cast.administrator.user, generate_totp_secret())
    assert client.get(people(cast.administrator)).status_code == 200


@pytest.mark.parametrize("name", ["organisations:profile", "organisations:workplaces", "mfa_index"])
def test_second_factor_does_not_lock_one_out_of_setting_it_up(cast, client_for, settings, name):
    settings.SECOND_FACTOR_REQUIRED = True
    response = client_for(cast.coordinator).get(reverse(name))
    assert response.status_code in (200, 302)
    assert response.status_code == 200 or response.url != reverse("mfa_index")


def test_page_knows_who_works_elsewhere_too(cast, client_for):
    from organisations.models import Membership

    client = client_for(cast.administrator)
    assert "Andere werkplek" not in client.get(people(cast.administrator)).content.decode()
    Membership.objects.create(user=cast.administrator.user, organisation=cast.other_organisation, role="administrator")
    assert "Andere werkplek" in client.get(people(cast.administrator)).content.decode()


def test_reading_a_page_writes_nothing(cast, client_for):
    client, url = client_for(cast.administrator), people(cast.administrator)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


def test_session_that_was_last_seen_long_ago_is_noted_once(cast, client_for):
    client, url = client_for(cast.administrator), people(cast.administrator)
    User.objects.filter(pk=cast.administrator.user_id).update(last_login=timezone.now() - timedelta(minutes=6))
    client.get(url)
    noted = UserSession.objects.get(user=cast.administrator.user)
    assert timezone.now() - noted.last_seen_at < timedelta(minutes=1)
    client.get(url)
    assert UserSession.objects.get(user=cast.administrator.user).last_seen_at == noted.last_seen_at
