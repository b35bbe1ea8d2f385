"""The support group: letters by link, reactions without an account, signals that are followed up."""

import re
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from ambassadors.actions.support import react, restore_link, revoke_link, send_again, send_letter, turn_signal
from ambassadors.letters import letter, offered
from ambassadors.models import HiringFile, SupportLetter, SupportLink, SupportMeeting, SupportMember, SupportReaction
from ambassadors.views.support_link import MOST_REACTIONS
from config.testing.cast import address
from organisations.models import AuditEvent, StaleVersionError

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
ENTRY = "3f0e7a9c-4a51-4d3f-9a50-7c2f6f8f1b01"


def first_link() -> SupportLink:
    """The link in the first mail: the first member's."""
    return next(one for one in SupportLink.objects.all() if one.email == mail.outbox[0].to[0])


def member(hiring_file, name="Els Deuropener", email="els@steungroep.example"):
    return SupportMember.objects.create(hiring_file=hiring_file, name=name, email=email, organisation="OCMW Eigen")


@pytest.fixture
def group(hiring_file):
    """Two members with an address, one without; a meeting held, two to come."""
    for name, email in (("Els Deuropener", "els@steungroep.example"), ("Jan Klankbord", "jan@steungroep.example")):
        member(hiring_file, name, email)
    member(hiring_file, "Zonder Adres", "")
    for days, state, decisions in ((-40, "held", "Oud besluit"), (-9, "held", "We beginnen"), (30, "planned", "")):
        SupportMeeting.objects.create(
            hiring_file=hiring_file, date=TODAY + timedelta(days), state=state, decisions=decisions, place="De Kade"
        )
    hiring_file.goals.create(goal="Clubs gaan open", target="Vijf clubs")
    return HiringFile.objects.get(pk=hiring_file.pk)


@pytest.fixture
def send(cast, group, django_capture_on_commit_callbacks):
    """Send a letter to the members with an address; returns the secrets in the mails."""

    def act(now=NOW):
        mail.outbox.clear()
        reachable = [one for one in group.support_members.all() if one.email]
        with django_capture_on_commit_callbacks(execute=True):
            send_letter(
                group,
                members=reachable,
                shared=letter("Stand van zaken", "Het gaat goed.", offered(group, TODAY)),
                by=cast.coordinator,
                now=now,
            )
        return [re.search(r"/steungroep/([\w-]+)/", one.body)[1] for one in mail.outbox]

    return act


@pytest.fixture
def stranger():
    """Somebody without a log-in, whose browser minds CSRF."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def write(stranger):
    """Fill in the box behind a link, as a browser would."""

    def act(secret, **typed):
        page = stranger.get(f"/steungroep/{secret}/").content.decode()
        hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|entry_id)"[^>]*value="([^"]*)"', page))
        return stranger.post(f"/steungroep/{secret}/", hidden | {"kind": "reaction", "text": "Mooi"} | typed)

    return act


@pytest.fixture
def client(cast, client_for):
    return client_for(cast.coordinator)


def page_of(answer, status=200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


# --- Sending ----------------------------------------------------------------------------------------------------------


def test_coordinator_sends_a_letter_exactly_once(cast, client, group, django_capture_on_commit_callbacks):
    url = address(cast.coordinator, "reporting:support-letter-new", cast.project)
    page = page_of(client.get(url))
    assert [
        name for name in ("Els Deuropener", "Jan Klankbord", "Zonder e-mailadres: Zonder Adres") if name not in page
    ] == []
    chosen = [str(one.uuid) for one in group.support_members.all() if one.email]
    typed = {"members": chosen, "title": "Nieuws", "message": "Dag allen", "parts": ["goals"], "entry_id": ENTRY}
    with django_capture_on_commit_callbacks(execute=True):
        first, again = client.post(url, typed), client.post(url, typed)
    assert first.url == again.url
    row = SupportLetter.objects.get()
    assert [part["part"] for part in row.shared["parts"]] == ["goals"]
    assert sorted(one.to[0] for one in mail.outbox) == ["els@steungroep.example", "jan@steungroep.example"]
    assert set(row.links.values_list("mailed_at", flat=True)) != {None}
    assert AuditEvent.objects.filter(verb="sent").count() == 1
    assert "2 keer" not in page_of(client.get(first.url))


def test_a_mail_holds_no_name_and_the_database_no_secret(cast, send):
    secrets = send()
    for one in mail.outbox:
        assert one.subject == "Nieuws voor de steungroep"
        told = re.sub(r"https?://\S+", "", one.body)  # a secret may spell anything
        assert [word for word in ("Els", "Jan", "Project Eigen", "Het gaat goed", "Clubs") if word in told] == []
    kept = str(list(SupportLink.objects.values())) + str(list(AuditEvent.objects.values()))
    assert [secret for secret in secrets if secret in kept] == []


def test_only_what_is_offered_today_goes_along(group):
    parts = {part["part"]: part for part in offered(group, TODAY)}
    assert list(parts) == ["meetings", "decisions", "goals"]
    assert len(parts["meetings"]["items"]) == 1
    assert [item["text"] for item in parts["decisions"]["items"]] == ["We beginnen"]
    assert parts["goals"]["items"] == [
        {"text": "Clubs gaan open", "detail": "Vijf clubs\nOntwerp: de verbindingsambassadeur moet nog akkoord gaan."}
    ]


def test_nothing_to_share_offers_nothing(hiring_file):
    assert offered(hiring_file, TODAY) == []


REFUSED_LETTERS: list[tuple[dict[str, Any], str]] = [
    ({"members": []}, "Vink minstens één lid aan."),
    ({"members": [str(uuid4())]}, "Een van je keuzes is er niet meer."),
    ({"title": ""}, "Vul in waarover het gaat."),
    ({"message": ""}, "Schrijf je bericht."),
    ({"message": "x" * 6001}, "6000"),
    ({"parts": ["costs"]}, "Een van je keuzes is er niet meer."),
]


def test_letter_that_cannot_be_sent_says_why(cast, client, group):
    for typed, sentence in REFUSED_LETTERS:
        chosen = [str(group.support_members.first().uuid)]
        url = address(cast.coordinator, "reporting:support-letter-new", cast.project)
        body: dict[str, Any] = {"members": chosen, "title": "Kop van het bericht", "message": "Dag"}
        body |= {"entry_id": ENTRY, **typed}
        page = page_of(client.post(url, body), 422)
        assert sentence in page
        assert body["title"] in page
        assert not SupportLetter.objects.exists()


def test_mail_server_that_is_away_costs_the_mail_only(cast, client, send, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send() == []
    row = SupportLetter.objects.get()
    page = page_of(client.get(address(cast.coordinator, "ambassadors:support-letter-detail", cast.project, row)))
    assert page.count("mail niet vertrokken") == 2


def test_sending_again_closes_the_first_link(cast, send, stranger, django_capture_on_commit_callbacks):
    secret = send()[0]
    link = first_link()
    with django_capture_on_commit_callbacks(execute=True):
        send_again(link, by=cast.coordinator, now=NOW)
    assert stranger.get(f"/steungroep/{secret}/").status_code == 404
    newer = re.search(r"/steungroep/([\w-]+)/", mail.outbox[-1].body)[1]
    assert stranger.get(f"/steungroep/{newer}/").status_code == 200


def test_only_who_leads_the_project_acts(cast, send):
    send()
    link = SupportLink.objects.first()
    reaction = react(link, uuid=uuid4(), kind="signal", text="x", now=NOW)
    acts = (
        lambda by: send_letter(link.letter.hiring_file, members=[], shared={}, by=by, now=NOW),
        lambda by: send_again(link, by=by, now=NOW),
        lambda by: revoke_link(link, by=by, now=NOW),
        lambda by: restore_link(link, by=by),
        lambda by: turn_signal(reaction, version=1, state="discussed", note="", by=by, now=NOW),
    )
    strangers = (cast.ambassador, cast.administrator, cast.other_coordinator, cast.external_coordinator, cast.guide)
    for act, by in product(acts, strangers):
        with pytest.raises(PermissionDenied):
            act(by)


# --- Behind the link --------------------------------------------------------------------------------------------------


def test_member_reads_what_was_shared_and_nothing_else(cast, send, stranger, group):
    secret = send()[0]
    group.goals.update(target="Later veranderd")
    answer = stranger.get(f"/steungroep/{secret}/")
    page = page_of(answer)
    said = (
        "Stand van zaken",
        "Het gaat goed.",
        "We beginnen",
        "De Kade",
        "Clubs gaan open",
        "Vijf clubs",
        "Stad Eigen",
    )
    assert [text for text in said if text not in page] == []
    hidden = ("Oud besluit", "Later veranderd", "Jan Klankbord", "els@", "Coördinator Eigen", "Uitloggen", "<nav", "€")
    assert [text for text in hidden if text in page] == []
    headers = answer.headers
    assert (headers["Cache-Control"], headers["Referrer-Policy"], headers["X-Robots-Tag"]) == (
        "no-store",
        "strict-origin",
        "noindex",
    )


def test_reading_leaves_one_trace(send, stranger, django_assert_num_queries):
    secret = send()[0]
    with django_assert_num_queries(3):  # the link, its trace, how often one wrote
        stranger.get(f"/steungroep/{secret}/")
    first = first_link().opened_at
    stranger.get(f"/steungroep/{secret}/")
    assert first_link().opened_at == first != None  # noqa: E711
    assert SupportLink.objects.filter(opened_at=None).count() == 1


def test_reaction_lands_once_however_often_it_is_sent(cast, send, stranger, write):
    secret = send()[0]
    for _press in range(2):
        assert write(secret, entry_id=ENTRY, kind="signal", text="De <b>sporthal</b> is dicht").status_code == 302
    row = SupportReaction.objects.get()
    assert (row.uuid, row.kind, row.state, row.link.email) == (UUID(ENTRY), "signal", "new", mail.outbox[0].to[0])
    event = AuditEvent.objects.get(verb="reacted")
    assert (event.membership, event.organisation, event.fields) == (None, cast.organisation, [])
    assert "De coördinator krijgt je reactie" in stranger.get(f"/steungroep/{secret}/").content.decode()


def test_other_text_under_the_same_entry_is_kept_and_asked_again(send, write):
    secrets = send()
    write(secrets[0], entry_id=ENTRY, text="Eerst")
    for secret, text in ((secrets[0], "Toch anders"), (secrets[1], "Eerst")):
        page = page_of(write(secret, entry_id=ENTRY, text=text), 409)
        assert text in page
        assert ENTRY not in page
    assert SupportReaction.objects.count() == 1


REFUSED_REACTIONS = [
    ({"text": ""}, "Schrijf in enkele woorden"),
    ({"text": "  \n "}, "Schrijf in enkele woorden"),
    ({"text": "y" * 4001}, "4000"),
    ({"kind": "klacht"}, "Kies een van de antwoorden"),
    ({"entry_id": "nee"}, "niet volledig"),
    ({"text": "a\0b"}, "vreemde teken"),
]


def test_wrong_reactions_are_sentences(send, write):
    for typed, sentence in REFUSED_REACTIONS:
        page = page_of(write(send()[0], **typed), 422)
        assert sentence.lower() in page.lower()
        assert not SupportReaction.objects.exists()


def test_link_that_closed_says_why_and_shows_what_was_typed(cast, send, stranger, write):
    secret = send()[0]
    stranger.get(f"/steungroep/{secret}/")
    token = stranger.cookies["csrftoken"].value
    body = {"kind": "reaction", "text": "Mijn lange antwoord", "entry_id": ENTRY, "csrfmiddlewaretoken": token}
    link = first_link()
    revoke_link(link, by=cast.coordinator, now=NOW)
    answer = page_of(stranger.post(f"/steungroep/{secret}/", body), 410)
    assert ("ingetrokken of vervangen" in answer, "Mijn lange antwoord" in answer) == (True, True)
    assert "Het gaat goed" not in answer
    restore_link(link, by=cast.coordinator)
    assert stranger.get(f"/steungroep/{secret}/").status_code == 200
    SupportLink.objects.update(expires_at=NOW - timedelta(minutes=1))
    assert "verlopen op" in page_of(stranger.get(f"/steungroep/{secret}/"), 410)
    assert not SupportReaction.objects.exists()


def test_links_expire_after_the_days_that_are_set(settings, send):
    settings.RULINGS = settings.RULINGS | {"SUPPORT_LINK_DAYS": 3}
    send()
    assert SupportLink.objects.first().expires_at == NOW + timedelta(days=3)


def test_made_up_link_tells_nothing(stranger, db):
    assert "Deze link werkt niet" in page_of(stranger.get("/steungroep/verzonnen/"), 404)
    assert stranger.get("/steungroep/a%00b/").status_code == 404


def test_writing_very_often_has_to_wait_and_loses_nothing(send, write):
    cache.clear()
    secret = send()[0]
    codes = {write(secret, text=str(number)).status_code for number in range(MOST_REACTIONS)}
    assert codes == {302}
    assert "Nog dit" in page_of(write(secret, text="Nog dit"), 429)
    assert SupportReaction.objects.count() == MOST_REACTIONS
    cache.clear()


# --- What comes back --------------------------------------------------------------------------------------------------


def received(link, kind="reaction", text="Tekst", **more):
    return SupportReaction.objects.create(
        link=link, kind=kind, text=text, state="new" if kind == "signal" else "", received_at=NOW, **more
    )


def test_new_reactions_are_counted_until_they_are_read(cast, client, client_for, send):
    send()
    link = SupportLink.objects.first()
    received(link, text="Goed bezig")
    received(link, "signal", "De bus rijdt niet")
    pages = [
        address(cast.coordinator, f"ambassadors:{name}", cast.project) for name in ("project-detail", "dossier-detail")
    ]
    assert ["2 nieuwe reacties" in page_of(client.get(url)) for url in pages] == [True, True]
    url = address(cast.coordinator, "ambassadors:support-detail", cast.project)
    first, again = page_of(client.get(url)), page_of(client.get(url))
    assert [first.count(text) for text in ("Goed bezig", "De bus rijdt niet", ">Nieuw<")][-1] == 2
    assert (">Nieuw<" in again, "nieuwe reactie" in again) == (False, False)
    assert "nieuwe reactie" not in page_of(client.get(pages[0]))
    theirs = [url.replace(str(cast.coordinator.uuid), str(cast.ambassador.uuid)) for url in (*pages, url)]
    ambassador = client_for(cast.ambassador)
    assert ["Steungroep raadplegen" in ambassador.get(one).content.decode() for one in theirs[:1]] == [False]
    assert ambassador.get(theirs[2]).status_code == 403


def test_signal_is_followed_up_with_a_note(cast, client, send):
    send()
    row = received(SupportLink.objects.first(), "signal", "De bus rijdt niet")
    url = address(cast.coordinator, "ambassadors:support-reaction-edit", cast.project, row)
    page = page_of(client.post(url, {"version": 1, "state": "not_followed_up", "note": ""}), 422)
    assert "Schrijf waarom er niets op volgt" in page
    body = {"version": 1, "state": "discussed", "note": "Op het overleg gelegd"}
    assert client.post(url, body).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.note, row.turned_by, row.version) == (
        "discussed",
        "Op het overleg gelegd",
        cast.coordinator,
        2,
    )
    assert AuditEvent.objects.get(verb="turned").fields == ["note", "state"]
    page = page_of(client.post(url, body | {"note": "Wat een collega tikte"}), 409)
    assert [text for text in ("Op het overleg gelegd", "Wat een collega tikte") if text not in page] == []
    with pytest.raises(StaleVersionError):
        turn_signal(row, version=1, state="followed_up", note="", by=cast.coordinator, now=NOW)


def test_a_mere_reaction_has_no_state(cast, client, send):
    send()
    row = received(SupportLink.objects.first())
    url = address(cast.coordinator, "ambassadors:support-reaction-edit", cast.project, row)
    assert client.get(url).status_code == 404


def test_withdrawing_a_link_can_be_undone_from_the_page(cast, client, send, stranger):
    secret = send()[0]
    link = first_link()
    act = {
        name: address(cast.coordinator, f"ambassadors:support-link-{name}", cast.project, link)
        for name in ("revoke", "restore")
    }
    answer = client.post(act["revoke"])
    assert stranger.get(f"/steungroep/{secret}/").status_code == 410
    assert act["restore"] in page_of(client.get(answer.url))
    client.post(act["restore"])
    assert stranger.get(f"/steungroep/{secret}/").status_code == 200
    verbs = AuditEvent.objects.filter(subject=link.uuid).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["withdrawn", "restored"]


def test_impossible_reaction_is_refused(send):
    send()
    link = SupportLink.objects.first()
    early, closed = {"read_at": NOW - timedelta(1)}, {"kind": "signal", "state": "followed_up"}
    for values in (
        {"kind": "reaction", "state": "new"},
        {"kind": "signal"},
        {"kind": "x"},
        {"kind": "reaction"} | early,
        closed,
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            SupportReaction.objects.create(link=link, text="x", received_at=NOW, **values)


@pytest.mark.parametrize("rows", [1, 30])
def test_pages_take_as_many_queries_for_thirty(cast, client, hiring_file, django_assert_num_queries, rows):
    members = [member(hiring_file, f"Lid {number}") for number in range(rows)]
    for number in range(rows):
        SupportMeeting.objects.create(hiring_file=hiring_file, date=TODAY + timedelta(number), state="planned")
        sent = send_letter(hiring_file, members=members[:2], shared=letter("a", "b", ()), by=cast.coordinator, now=NOW)
        received(sent.links.first(), "signal")
    last = send_letter(hiring_file, members=members, shared=letter("a", "b", ()), by=cast.coordinator, now=NOW)
    pages = (("ambassadors:support-detail", 11), ("reporting:support-letter-new", 8))
    for name, queries, *more in (*pages, ("ambassadors:support-letter-detail", 9, last)):
        with django_assert_num_queries(queries):
            url = address(cast.coordinator, name, cast.project, *more)
            assert client.get(url).status_code == 200
