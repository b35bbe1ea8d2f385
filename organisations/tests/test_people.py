"""The administrator's pages on people."""

import threading
from smtplib import SMTPException
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from config.testing.cast import address
from organisations.actions import people as actions
from organisations.models import AuditEvent, Invitation, Membership, User


@pytest.fixture
def url(cast) -> str:
    return address(cast.administrator, "organisations:membership-list")


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.administrator)


def post(visitor, membership, name, row, **kwargs):
    return visitor.post(address(membership, f"organisations:{name}", row), **kwargs)


def sent(**changes) -> dict[str, str]:
    return {"entry_id": str(uuid4()), "email": "nieuw@voorbeeld.example", "role": "ambassador"} | changes


# --- The list ---------------------------------------------------------------------------------------------------------


def test_list_shows_the_own_people_and_nobody_else(visitor, url):
    page = visitor.get(url).content.decode()
    for name in ("Coördinator Eigen", "Ambassadeur Eigen", "Ambassadeur Collega", "Beheerder Eigen"):
        assert name in page
    assert "Ander" not in page.replace("Andere", "")


def test_list_says_who_has_a_second_factor(visitor, url, cast):
    assert visitor.get(url).content.decode().count("nog niet") == 4
    TOTP.activate(cast.ambassador.user, generate_totp_secret())
    assert visitor.get(url).content.decode().count("nog niet") == 3


def test_list_of_the_ministry_holds_its_own_people_only(cast, client_for):
    url = address(cast.ministry_administrator, "organisations:membership-list")
    page = client_for(cast.ministry_administrator).get(url).content.decode()
    assert "Medewerker Ministerie" in page
    assert "Beheerder Eigen" not in page


@pytest.mark.parametrize("rows", [1, 30])
def test_list_takes_as_many_queries_for_one_as_for_thirty(cast, visitor, url, django_assert_num_queries, rows):
    users = User.objects.bulk_create(User(email=f"{n}@voorbeeld.example", name=f"An {n}") for n in range(rows))
    Membership.objects.bulk_create(
        Membership(user=user, organisation=cast.organisation, role="ambassador") for user in users
    )
    Invitation.objects.bulk_create(
        Invitation(
            organisation=cast.organisation,
            role="ambassador",
            email=f"{n}@voorbeeld.example",
            digest=str(n),
            invited_by=cast.administrator,
            invited_at=timezone.now(),
            expires_at=timezone.now(),
        )
        for n in range(rows)
    )
    with django_assert_num_queries(5):
        visitor.get(url)


@pytest.mark.parametrize("who", ["coordinator", "ambassador", "guide", "ministry"])
def test_pages_on_people_are_for_administrators(cast, client_for, who):
    membership = getattr(cast, who)
    for name in ("membership-list", "invitation-new", "audit-list"):
        assert client_for(membership).get(address(membership, f"organisations:{name}")).status_code == 403


# --- Inviting ---------------------------------------------------------------------------------------------------------


def test_invitation_is_mailed_without_anything_personal_in_its_subject(cast, invite, mailoutbox):
    link = invite(cast.administrator)
    mail = mailoutbox[0]
    assert (mail.subject, mail.to) == ("Je uitnodiging voor Verbindingsambassadeurs", ["nieuw@voorbeeld.example"])
    assert "Stad Eigen nodigt je uit" in mail.body
    assert "als verbindingsambassadeur" in mail.body
    invitation = Invitation.objects.get()
    assert invitation.mailed_at
    assert link.split("/")[2] not in (invitation.digest, invitation.email)
    assert AuditEvent.objects.get(verb="invited").fields == ["email", "role"]


def test_invitation_waits_in_the_list(visitor, url, invitation):
    page = visitor.get(url).content.decode()
    assert "nieuw@voorbeeld.example" in page
    assert "werkt tot" in page


def test_mail_server_that_is_down_costs_the_mail_only(
    cast, visitor, url, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def refuse(*args, **kwargs):
        raise SMTPException("no")

    monkeypatch.setattr(actions, "send_mail", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        response = visitor.post(address(cast.administrator, "organisations:invitation-new"), sent())
    assert response.status_code == 302
    assert "mail niet vertrokken" in visitor.get(url).content.decode()
    assert "nieuw@voorbeeld.example" not in caplog.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"email": ""}, "Vul het e-mailadres in van wie je uitnodigt."),
        ({"email": "nieuw"}, "Schrijf een volledig e-mailadres"),
        ({"role": ""}, "Kies wat deze persoon gaat doen."),
        ({"role": "ministry"}, "Kies een van de rollen uit de lijst."),
        ({"role": "guide"}, "Kies een van de rollen uit de lijst."),
        ({"email": "AMBASSADOR@cast.example"}, "Deze persoon heeft die rol hier al."),
    ],
)
def test_invitation_that_cannot_be_is_a_sentence(cast, visitor, changes, sentence):
    response = visitor.post(address(cast.administrator, "organisations:invitation-new"), sent(**changes))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Invitation.objects.exists()


def test_person_is_not_invited_twice_at_a_time(cast, visitor, invitation):
    response = visitor.post(address(cast.administrator, "organisations:invitation-new"), sent())
    assert "Deze persoon is al uitgenodigd." in response.content.decode()
    assert Invitation.objects.count() == 1


def test_person_may_have_another_role_beside(cast, visitor, invitation):
    response = visitor.post(address(cast.administrator, "organisations:invitation-new"), sent(role="coordinator"))
    assert response.status_code == 302


def test_ministry_invites_administrators_elsewhere_and_nobody_else(cast, client_for):
    visitor = client_for(cast.ministry_administrator)
    url = address(cast.ministry_administrator, "organisations:administrator-new", cast.organisation)
    assert visitor.post(url, sent(role="coordinator")).status_code == 422
    response = visitor.post(url, sent(role="administrator"))
    invitation = Invitation.objects.get()
    assert (invitation.organisation, invitation.role) == (cast.organisation, "administrator")
    detail = address(cast.ministry_administrator, "organisations:organisation-detail", cast.organisation)
    assert response.url == detail
    assert "nieuw@voorbeeld.example" in visitor.get(detail).content.decode()


def test_administrator_cannot_invite_elsewhere(cast, visitor):
    url = address(cast.administrator, "organisations:administrator-new", cast.other_organisation)
    assert visitor.post(url, sent(role="administrator")).status_code == 404


def test_withdrawing_can_be_undone(cast, visitor, invitation, client):
    response = post(visitor, cast.administrator, "invitation-withdraw", invitation, follow=True)
    page = response.content.decode()
    assert "De uitnodiging is ingetrokken." in page
    assert response.context["undo"]["url"] in page
    invitation.refresh_from_db()
    assert not invitation.is_open(timezone.now())
    visitor.post(response.context["undo"]["url"])
    invitation.refresh_from_db()
    assert invitation.is_open(timezone.now())
    assert list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True)) == [
        "invited",
        "withdrawn",
        "restored",
    ]


def test_sending_again_makes_the_first_link_useless(
    cast, visitor, client, invite, mailoutbox, django_capture_on_commit_callbacks
):
    first = invite(cast.administrator)
    with django_capture_on_commit_callbacks(execute=True):
        post(visitor, cast.administrator, "invitation-send", Invitation.objects.get())
    second = mailoutbox[1].body
    assert client.get(first).status_code == 404
    assert first not in second


def test_used_invitation_is_not_sent_again(cast, visitor, invitation):
    invitation.accepted_at, invitation.accepted_by = timezone.now(), cast.guide.user
    invitation.save()
    response = post(visitor, cast.administrator, "invitation-send", invitation, follow=True)
    assert "intussen gebruikt of ingetrokken" in response.content.decode()


@pytest.mark.parametrize("name", ["invitation-send", "invitation-withdraw", "invitation-restore"])
def test_invitation_of_another_organisation_is_not_found(cast, client_for, invitation, name):
    assert post(client_for(cast.other_administrator), cast.other_administrator, name, invitation).status_code == 404


# --- Ending -----------------------------------------------------------------------------------------------------------


def test_ending_can_be_undone(cast, visitor):
    response = post(visitor, cast.administrator, "membership-end", cast.ambassador, follow=True)
    assert "Ambassadeur Eigen kan hier niet meer werken." in response.content.decode()
    cast.ambassador.refresh_from_db()
    assert cast.ambassador.ended_at
    visitor.post(response.context["undo"]["url"])
    cast.ambassador.refresh_from_db()
    assert cast.ambassador.ended_at is None
    assert list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True)) == ["ended", "reopened"]


def test_end_is_taken_back_once_only(cast, visitor):
    post(visitor, cast.administrator, "membership-end", cast.ambassador)
    Membership.objects.create(user=cast.ambassador.user, organisation=cast.organisation, role="ambassador")
    assert post(visitor, cast.administrator, "membership-reopen", cast.ambassador).status_code == 302
    assert Membership.objects.active().filter(user=cast.ambassador.user).count() == 1


def test_last_administrator_stays(cast, visitor, url):
    assert "laatste beheerder" in visitor.get(url).content.decode()
    response = post(visitor, cast.administrator, "membership-end", cast.administrator, follow=True)
    assert "Dit is de laatste beheerder." in response.content.decode()
    cast.administrator.refresh_from_db()
    assert cast.administrator.ended_at is None
    with pytest.raises(PermissionDenied):
        actions.end(cast.administrator, by=cast.administrator, now=timezone.now())


def test_administrator_may_leave_when_there_is_another(cast, visitor):
    Membership.objects.create(user=cast.coordinator.user, organisation=cast.organisation, role="administrator")
    response = post(visitor, cast.administrator, "membership-end", cast.administrator, follow=True)
    assert "Je hebt nog geen werkplek" in response.content.decode()


def test_ministry_ends_administrators_elsewhere_and_nobody_else(cast, client_for):
    visitor, by = client_for(cast.ministry_administrator), cast.ministry_administrator
    assert post(visitor, by, "membership-end", cast.coordinator).status_code == 404
    response = post(visitor, by, "membership-end", cast.administrator, follow=True)
    assert response.redirect_chain[0][0].startswith(address(by, "organisations:organisation-detail", cast.organisation))
    cast.administrator.refresh_from_db()
    assert cast.administrator.ended_at


def test_strangers_member_is_not_found(cast, client_for):
    visitor, by = client_for(cast.other_administrator), cast.other_administrator
    for name in ("membership-end", "membership-reopen"):
        assert post(visitor, by, name, cast.ambassador).status_code == 404


def test_ending_asks_for_a_post(cast, visitor):
    assert visitor.get(address(cast.administrator, "organisations:membership-end", cast.ambassador)).status_code == 405


@pytest.mark.parametrize("query", ["?ended=nonsense", "?ended=", "?withdrawn=1", "?ended=../../x"])
def test_forged_undo_is_left_out(visitor, url, query):
    assert visitor.get(url + query).context["undo"] is None


# --- At one moment ----------------------------------------------------------------------------------------------------


def at_once(*actions_to_run) -> list[str]:
    """Run each in a thread of its own, and say how it went: "done", or the name of what it raised."""
    start, outcomes = threading.Barrier(len(actions_to_run)), []

    def run(action):
        start.wait()
        try:
            action()
            outcomes.append("done")
        except Exception as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(action,)) for action in actions_to_run]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_end_each_other_leave_one(cast):
    second = Membership.objects.create(user=cast.coordinator.user, organisation=cast.organisation, role="administrator")
    first, now = cast.administrator, timezone.now()
    outcomes = at_once(
        lambda: actions.end(second, by=first, now=now),
        lambda: actions.end(first, by=second, now=now),
    )
    assert outcomes == ["PermissionDenied", "done"]
    assert Membership.objects.active().filter(organisation=cast.organisation, role="administrator").count() == 1


@pytest.mark.django_db(transaction=True)
def test_invitation_accepted_in_five_tabs_makes_one_person(cast, invite):
    invite(cast.administrator)
    invitation, now = Invitation.objects.get(), timezone.now()
    join = lambda: actions.join(invitation, name="An Nieuw", password="zeven kleine geitjes", now=now)  # noqa: E731
    assert at_once(*[join] * 5) == ["ClosedInvitationError"] * 4 + ["done"]
    assert User.objects.filter(email="nieuw@voorbeeld.example").count() == 1
