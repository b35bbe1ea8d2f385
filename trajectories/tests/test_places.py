"""The board of places, and the link by which a provider keeps its own without logging in."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from config.testing.cast import address
from organisations.models import AuditEvent, Municipality
from trajectories.actions.places import make_link, revoke_link
from trajectories.models import PlacesLink, Provider
from trajectories.tests.making import make_provider
from trajectories.views.places_link import MOST_SAVES

OFFER = {"places": "4", "price": "45,50", "price_per": "season", "takes_trials": "yes", "trial_days": "woensdag"}


@pytest.fixture
def stranger():
    """Somebody without a log-in, whose browser minds CSRF."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def link(cast, provider) -> str:
    return f"/plaatsen/{make_link(provider, by=cast.ambassador, now=timezone.now())}/"


def fill_in(stranger, link, **typed):
    page = stranger.get(link).content.decode()
    hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|version)"[^>]*value="([^"]*)"', page))
    return stranger.post(link, hidden | OFFER | typed)


def offer_of(provider) -> tuple:
    provider.refresh_from_db()
    return tuple(getattr(provider, name) for name in OFFER)


def test_provider_keeps_its_places_without_a_log_in(cast, client_for, stranger, provider, link):
    assert fill_in(stranger, link).url == link
    assert offer_of(provider) == (4, Decimal("45.50"), "season", True, "woensdag")
    assert provider.board_updated_by is None
    assert "Bewaard. Bedankt!" in stranger.get(link).content.decode()
    event = AuditEvent.objects.get(verb="updated_by_link")
    assert (event.membership, event.organisation, event.subject) == (None, cast.organisation, provider.uuid)
    assert event.fields == sorted(OFFER)
    page = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:places-board")).content.decode()
    today = f"{timezone.localdate():%d/%m/%Y}".lstrip("0")
    assert "door de aanbieder zelf" in page
    assert today.split("/")[-1] in page


def test_page_shows_the_providers_own_offer_and_nothing_else(cast, stranger, provider, link):
    provider.contact_person, provider.contact_reach = "Leider Geheimpersoon", "0470 00 00 00"
    provider.board_updated_at, provider.board_updated_by = timezone.now(), cast.ambassador
    provider.save()
    make_provider(cast.organisation, "Andere club")
    page = stranger.get(link).content.decode()
    assert provider.name in page
    hidden = ("Geheimpersoon", "0470", "Andere club", "Ambassadeur Eigen", "Uitloggen", "<nav")
    assert [text for text in hidden if text in page] == []


def test_address_is_kept_nowhere(stranger, provider, link):
    for answer in (stranger.get(link), fill_in(stranger, link), stranger.get("/plaatsen/onbekend/")):
        headers = answer.headers
        assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "strict-origin")
        assert headers["X-Robots-Tag"] == "noindex"
    secret = link.split("/")[2]
    assert not [row for row in PlacesLink.objects.values() if secret in str(row)]
    assert not [event for event in AuditEvent.objects.values() if secret in str(event)]


def test_looking_writes_nothing(stranger, provider, link, django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        stranger.get(link)
    assert queries[0]["sql"].startswith("SELECT")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"places": "veel"}, "geheel getal"),
        ({"places": "-1"}, "minstens 0"),
        ({"price": "gratis"}, "1.250,50"),
        ({"price_per": ""}, "Kies waarvoor je deze prijs betaalt."),
        ({"price": ""}, "Vul ook de prijs in"),
        ({"takes_trials": "no"}, "Kies “Ja”"),
        ({"trial_days": "x" * 121}, "120"),
        ({"price": "99999999"}, "te groot"),
        ({"places": "12\0"}, "geheel getal"),
    ],
)
def test_wrong_answers_are_sentences_and_the_rest_stays(stranger, provider, link, typed, sentence):
    answer = fill_in(stranger, link, **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert [text for text in (OFFER | typed).values() if "\0" not in text and text not in page] == []
    assert offer_of(provider) == (None, None, "", None, "")


def test_free_needs_no_period_and_empty_is_not_asked(stranger, provider, link):
    fill_in(stranger, link, price="0")
    assert offer_of(provider) == (4, Decimal(0), "", True, "woensdag")
    fill_in(stranger, link, **dict.fromkeys(OFFER, ""))
    assert offer_of(provider) == (None, None, "", None, "")


def test_two_who_update_at_once_see_both_texts(cast, client_for, stranger, provider, link):
    stranger.get(link)
    Provider.objects.filter(pk=provider.pk).update(places=9, version=2)
    token = re.search(r'csrfmiddlewaretoken" value="([^"]*)"', stranger.get(link).content.decode())[1]
    answer = stranger.post(link, OFFER | {"version": "1", "csrfmiddlewaretoken": token})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<td>9</td>" in page
    assert "<td>4</td>" in page
    assert offer_of(provider)[0] == 9


def test_stale_form_that_says_the_same_is_told_so(stranger, provider, link):
    Provider.objects.filter(pk=provider.pk).update(contact_person="", version=2)
    token = re.search(r'csrfmiddlewaretoken" value="([^"]*)"', stranger.get(link).content.decode())[1]
    answer = stranger.post(link, {"version": "1", "csrfmiddlewaretoken": token})
    assert (answer.status_code, "Iemand anders" in answer.content.decode()) == (409, True)


def closed(stranger, link) -> str:
    answer = stranger.get(link)
    assert answer.status_code == 410
    return answer.content.decode()


def test_link_that_closed_says_why_and_shows_what_was_typed(cast, stranger, provider, link):
    page = stranger.get(link).content.decode()
    hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|version)"[^>]*value="([^"]*)"', page))
    revoke_link(provider, by=cast.ambassador, now=timezone.now())
    assert "ingetrokken of vervangen" in closed(stranger, link)
    answer = stranger.post(link, hidden | OFFER)
    assert answer.status_code == 410
    assert "45,50" in answer.content.decode()
    assert offer_of(provider)[0] is None
    PlacesLink.objects.update(revoked_at=None, expires_at=timezone.now() - timedelta(minutes=1))
    assert "verlopen op" in closed(stranger, link)


def test_made_up_link_tells_nothing(stranger, db):
    answer = stranger.get("/plaatsen/verzonnen/")
    assert answer.status_code == 404
    assert "Deze link werkt niet" in answer.content.decode()


def test_saving_very_often_has_to_wait_and_loses_nothing(stranger, provider, link):
    cache.clear()
    codes = [fill_in(stranger, link, places=str(number)).status_code for number in range(MOST_SAVES)]
    assert set(codes) == {302}
    answer = fill_in(stranger, link, places="777")
    assert (answer.status_code, "777" in answer.content.decode()) == (429, True)
    assert offer_of(provider)[0] == MOST_SAVES - 1
    cache.clear()


@pytest.fixture
def colleague(cast, client_for):
    client = client_for(cast.coordinator)

    def act(name, /, *rows, **typed):
        return client.post(address(cast.coordinator, f"trajectories:{name}", *rows), typed)

    return act


def test_link_is_shown_once_and_a_new_one_replaces_it(cast, client_for, stranger, colleague, provider):
    first = re.search(r"/plaatsen/[\w-]+/", colleague("places-link-new", provider).content.decode())[0]
    assert fill_in(stranger, first).status_code == 302
    second = re.search(r"/plaatsen/[\w-]+/", colleague("places-link-new", provider).content.decode())[0]
    assert stranger.get(first).status_code == 410
    assert fill_in(stranger, second).status_code == 302
    page = client_for(cast.coordinator).get(address(cast.coordinator, "trajectories:provider-detail", provider))
    assert first.split("/")[2] not in page.content.decode()
    assert second.split("/")[2] not in page.content.decode()


def test_withdrawing_can_be_undone_and_not_past_a_newer_link(cast, stranger, colleague, provider, link):
    assert colleague("places-link-revoke", provider).url.endswith("?withdrawn=1")
    colleague("places-link-revoke", provider)
    assert stranger.get(link).status_code == 410
    colleague("places-link-restore", provider)
    assert stranger.get(link).status_code == 200
    colleague("places-link-new", provider)
    colleague("places-link-restore", provider)
    assert stranger.get(link).status_code == 410
    verbs = AuditEvent.objects.filter(subject_kind="placeslink").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["made", "withdrawn", "restored", "made"]


def test_colleague_updates_and_the_board_says_who(cast, client_for, colleague, provider):
    assert colleague("places-edit", provider, **OFFER, version=provider.version).status_code == 302
    assert offer_of(provider)[0] == 4
    assert provider.board_updated_by == cast.coordinator
    page = client_for(cast.ambassador).get(address(cast.ambassador, "trajectories:places-board")).content.decode()
    assert "door Coördinator Eigen" in page


def board(client, cast, **query) -> tuple[int, list[str], list[str]]:
    """The status, who fits, and who might."""
    answer = client.get(address(cast.ambassador, "trajectories:places-board"), query)
    fitting, _, rest = answer.content.decode().partition('id="unknown"')
    name = re.compile(r'providers/[0-9a-f-]{36}/">([^<]+)</a>')
    return answer.status_code, name.findall(fitting), name.findall(rest)


def test_board_filters_and_names_who_was_not_asked(cast, client_for):
    kortrijk, asse = (Municipality.objects.current().get(name=name) for name in ("Kortrijk", "Asse"))
    free = {"places": 3, "price": 40, "price_per": "season", "takes_trials": True, "municipality": kortrijk}
    make_provider(cast.organisation, "Volzet", **free | {"places": 0})
    make_provider(cast.organisation, "Onbekend")
    make_provider(cast.organisation, "Vrij", **free)
    make_provider(cast.organisation, "Zomer", kind="playground", holidays_only=True, municipality=asse, places=5)
    make_provider(cast.other_organisation, "Vreemd", **free)
    client = client_for(cast.ambassador)
    assert board(client, cast) == (200, ["Vrij", "Zomer", "Onbekend", "Volzet"], [])
    assert board(client, cast, free="on") == (200, ["Vrij", "Zomer"], ["Onbekend"])
    assert board(client, cast, price="40") == (200, ["Vrij", "Volzet"], ["Zomer", "Onbekend"])
    assert board(client, cast, price="39,99") == (200, [], ["Zomer", "Onbekend"])
    assert board(client, cast, trial="on", free="on") == (200, ["Vrij"], ["Zomer", "Onbekend"])
    assert board(client, cast, municipality=kortrijk.nis_code) == (200, ["Vrij", "Volzet"], [])
    assert board(client, cast, kind="playground", holidays="on") == (200, ["Zomer"], [])


def test_board_says_what_is_wrong_with_a_filter(cast, client_for, provider):
    client, url = client_for(cast.ambassador), address(cast.ambassador, "trajectories:places-board")
    answer = client.get(url, {"price": "weinig", "kind": "circus", "page": "x"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "weinig" in page
    assert "1.250,50" in page
    assert provider.name in page


def test_new_provider_takes_its_offer_along(cast, colleague):
    typed = {"name": "KSA", "kind": "other", "entry_id": "0d9c2f0e-5b4a-4d0c-8a52-0a53a8ff8f01"}
    assert colleague("provider-new", **typed, **OFFER).status_code == 302
    made = Provider.objects.get(name="KSA")
    assert offer_of(made) == (4, Decimal("45.50"), "season", True, "woensdag")
    assert (made.board_updated_by, timezone.localdate(made.board_updated_at)) == (
        cast.coordinator,
        timezone.localdate(),
    )
