"""The way in: the page behind the link of an invitation."""

import threading
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config.testing.cast import PASSWORD, address
from organisations.models import AuditEvent, Invitation, Membership, User

CLOSED = "Deze link werkt niet"
TYPED = {"name": "An Nieuw", "password": "zeven kleine geitjes"}


@pytest.fixture
def link(cast, invite) -> str:
    return invite(cast.administrator)


def test_new_person_sets_a_name_and_a_password_and_is_in(cast, client, link):
    page = client.get(link).content.decode()
    assert "Je gaat hier werken als verbindingsambassadeur." in page
    response = client.post(link, TYPED, follow=True)
    membership = Membership.objects.get(user__email="nieuw@voorbeeld.example")
    assert (membership.role, membership.organisation) == ("ambassador", cast.organisation)
    assert membership.user.name == "An Nieuw"
    assert response.redirect_chain[0][0] == address(membership, "organisations:home")
    assert "Welkom bij Stad Eigen." in response.content.decode()
    assert AuditEvent.objects.get(verb="accepted").membership == membership
    assert UserSession.objects.filter(user=membership.user).exists()


def test_new_person_can_log_in_afterwards(client, link):
    client.post(link, TYPED)
    assert EmailAddress.objects.get(email="nieuw@voorbeeld.example").verified
    client.logout()
    body = {"login": "Nieuw@voorbeeld.example", "password": TYPED["password"]}
    assert client.post(reverse("account_login"), body).status_code == 302
    assert "_auth_user_id" in client.session


def test_new_person_is_asked_for_a_second_factor_where_it_is_required(client, link, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    response = client.post(link, TYPED, follow=True)
    assert reverse("mfa_index") in [url for url, _status in response.redirect_chain]


def test_link_works_once(client, link):
    client.post(link, TYPED)
    client.logout()
    response = client.get(link)
    assert response.status_code == 404
    assert CLOSED in response.content.decode()
    Invitation.objects.update(accepted_at=timezone.now() - timedelta(minutes=2))
    assert client.post(link, TYPED).status_code == 404
    assert User.objects.filter(email="nieuw@voorbeeld.example").count() == 1


def test_pressing_twice_leads_on_and_makes_one_person(client, link):
    """Also when the browser threw the first answer away, with the session in it."""
    client.post(link, TYPED)
    again, strange = client.post(link, TYPED), Client().post(link, TYPED)
    assert (again.status_code, again.url, strange.status_code, strange.url) == (302, "/", 302, "/")
    assert (client.get(link).status_code, Client().get(link).status_code) == (302, 404)
    assert Membership.objects.filter(user__email="nieuw@voorbeeld.example").count() == 1


def test_looking_at_the_link_uses_nothing_up(client, link):
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert Invitation.objects.get().is_open(timezone.now())


def closed_pages(client, link) -> list[str]:
    """What one reads at a link that has expired, was withdrawn, or never was."""
    pages = [client.get("/invitation/nooit-bestaan/")]
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    pages.append(client.get(link))
    Invitation.objects.update(expires_at=timezone.now() + timedelta(days=1), withdrawn_at=timezone.now())
    pages.append(client.get(link))
    assert {page.status_code for page in pages} == {404}
    return [page.content.decode() for page in pages]


def test_links_that_do_not_work_tell_strangers_nothing(client, link):
    pages = closed_pages(client, link)
    assert CLOSED in pages[0]
    assert len(set(pages)) == 1


def test_link_that_closes_while_one_types_makes_nobody(client, link):
    client.get(link)
    Invitation.objects.update(withdrawn_at=timezone.now())
    assert client.post(link, TYPED).status_code == 404
    assert not User.objects.filter(email="nieuw@voorbeeld.example").exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Vul je naam in."),
        ({"password": ""}, "Kies een wachtwoord."),
        ({"password": "kort"}, "Dit wachtwoord is te kort. Kies er een van minstens 10 tekens."),
        ({"password": "nieuw@voorbeeld.example"}, "e-mailadres"),
    ],
)
def test_wrong_answers_are_sentences_and_the_rest_stays(client, link, changes, sentence):
    response = client.post(link, TYPED | changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert changes.get("name") == "" or 'value="An Nieuw"' in page
    assert TYPED["password"] not in page


def test_known_person_logs_in_and_comes_back(cast, client, invite):
    link = invite(cast.administrator, email=cast.other_coordinator.user.email, role="coordinator")
    page = client.get(link).content.decode()
    assert "Meld je eerst aan" in page
    assert f"{reverse('account_login')}?next={link}" in page
    body = {"login": cast.other_coordinator.user.email, "password": PASSWORD}
    response = client.post(f"{reverse('account_login')}?next={link}", body, follow=True)
    assert response.redirect_chain[-1][0] == link
    response = client.post(link)
    membership = Membership.objects.get(user=cast.other_coordinator.user, organisation=cast.organisation)
    assert response.url == address(membership, "organisations:home")


def test_posting_as_nobody_takes_no_account_over(cast, client, invite):
    link = invite(cast.administrator, email=cast.other_coordinator.user.email, role="coordinator")
    client.post(link, TYPED)
    assert "_auth_user_id" not in client.session
    cast.other_coordinator.user.refresh_from_db()
    assert cast.other_coordinator.user.check_password(PASSWORD)


def test_invitation_of_somebody_else_cannot_be_accepted(cast, client_for, link):
    visitor = client_for(cast.guide)
    page = visitor.get(link).content.decode()
    assert "Deze uitnodiging is voor iemand anders" in page
    assert "nieuw@voorbeeld.example" not in page
    visitor.post(link)
    assert not Membership.objects.filter(user=cast.guide.user, organisation=cast.organisation).exists()


def test_invitation_to_a_second_address_is_for_the_same_person(cast, client, client_for, invite):
    EmailAddress.objects.create(user=cast.guide.user, email="thuis@voorbeeld.example", verified=True)
    link = invite(cast.administrator, email="thuis@voorbeeld.example")
    assert "Meld je eerst aan" in client.get(link).content.decode()
    membership = client_for(cast.guide).post(link).url.split("/")[2]
    assert Membership.objects.get(uuid=membership).user == cast.guide.user


def test_accepting_what_one_has_already_changes_nothing(cast, client_for, invite):
    link = invite(cast.administrator, email=cast.guide.user.email)
    Membership.objects.create(user=cast.guide.user, organisation=cast.organisation, role="ambassador")
    assert client_for(cast.guide).post(link).status_code == 302
    assert Membership.objects.filter(user=cast.guide.user, organisation=cast.organisation).count() == 1


def test_nobody_signs_up_without_an_invitation(db, client):
    response = client.post(reverse("account_signup"), {"email": "x@voorbeeld.example", "password1": "zeven geitjes"})
    assert not User.objects.exists()
    assert response.status_code == 200


# --- At one moment ----------------------------------------------------------------------------------------------------


def post_at_once(*sent) -> list:
    """Post each (link, typed) from a browser of its own, all at one moment; the answers, by status."""
    start, answers = threading.Barrier(len(sent)), []

    def post(link, typed):
        browser = Client()
        browser.get(link)
        start.wait()
        try:
            answers.append(browser.post(link, typed))
        finally:
            connection.close()

    threads = [threading.Thread(target=post, args=one) for one in sent]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers, key=lambda answer: answer.status_code)


@pytest.mark.django_db(transaction=True)
def test_two_invitations_answered_at_one_moment_make_one_person(cast, invite):
    links = [invite(cast.administrator), invite(cast.administrator, role="coordinator")]
    answers = post_at_once(*((link, TYPED) for link in links))
    memberships = Membership.objects.filter(user=User.objects.get(email="nieuw@voorbeeld.example"))
    homes = sorted(address(membership, "organisations:home") for membership in memberships)
    let_in = [answer.url for answer in answers if answer.status_code == 302]  # who came a moment later signs in first
    assert sorted(let_in) == homes
    assert homes


@pytest.mark.django_db(transaction=True)
def test_two_passwords_at_one_moment_let_only_the_first_one_in(cast, invite):
    links = [invite(cast.administrator), invite(cast.administrator, role="coordinator")]
    typed = [TYPED, TYPED | {"password": "een andere zin hier"}]
    answers = post_at_once(*zip(links, typed, strict=True))
    membership = Membership.objects.get(user__email="nieuw@voorbeeld.example")
    home = address(membership, "organisations:home")
    [late] = [answer for answer in answers if getattr(answer, "url", "") != home]
    told = Client().get(late.url) if late.status_code == 302 else late  # shown at once to who came a moment later
    assert "Meld je eerst aan" in told.content.decode()


@pytest.mark.django_db(transaction=True)
def test_one_invitation_answered_twice_at_one_moment_makes_one_person(cast, invite):
    link = invite(cast.administrator)
    answers = post_at_once((link, TYPED), (link, TYPED))
    membership = Membership.objects.get(user__email="nieuw@voorbeeld.example")
    assert sorted(answer.url for answer in answers) == ["/", address(membership, "organisations:home")]
