"""The sources that the steps offer, kept by the ministry's administrator."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from ambassadors.actions.sources import add_source, change_source, switch_source
from ambassadors.models import Source
from config.testing.cast import address
from organisations.models import AuditEvent

ENTRY = "3f0e7a9c-4a51-4d3f-9a50-7c2f6f8f1b02"
TYPED = {"title": "Een nieuw rapport", "publisher": "Demos", "step": "2", "group": "analysis", "address": ""}


@pytest.fixture
def client(cast, client_for):
    return client_for(cast.ministry_administrator)


@pytest.fixture
def at(cast):
    return lambda name, *rows: address(cast.ministry_administrator, f"ambassadors:source-{name}", *rows)


def page_of(answer, status=200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


def test_new_source_is_offered_with_its_step_at_once(cast, client, client_for, hiring_file, at):
    body = TYPED | {"entry_id": ENTRY, "address": "https://www.voorbeeld.be/rapport"}
    assert [client.post(at("new"), body).url for _press in range(2)] == [at("list")] * 2
    source = Source.objects.get(title="Een nieuw rapport")
    assert (source.code, source.step, source.is_active) == ("een-nieuw-rapport", 2, True)
    assert "Een nieuw rapport" in page_of(client.get(at("list")))
    assert source in Source.objects.for_step(hiring_file.step(2))
    event = AuditEvent.objects.get(subject=source.uuid)
    assert (event.verb, event.subject_code, event.organisation) == ("created", source.code, cast.department)


def test_two_sources_of_one_name_have_codes_of_their_own(cast):
    values = {"title": "Ünïek & ál", "publisher": "", "step": 1, "group": "other", "address": ""}
    codes = [
        add_source(values=values | {"title": title}, by=cast.ministry_administrator).code
        for title in ("Ünïek & ál", "Uniek al", "標題")
    ]
    assert codes == ["uniek-al", "uniek-al-2", "bron"]


def test_change_keeps_the_code_and_shows_two_who_differ_both_texts(client, at):
    source = Source.objects.get(code="brugfiguren")
    body = {**TYPED, "title": "Brugfiguren, herzien", "step": "1", "group": "bridge_figures", "version": "1"}
    assert client.post(at("edit", source), body).status_code == 302
    source.refresh_from_db()
    assert (source.code, source.title, source.version) == ("brugfiguren", "Brugfiguren, herzien", 2)
    page = page_of(client.post(at("edit", source), body | {"title": "Wat een ander tikte"}), 409)
    assert [text for text in ("Brugfiguren, herzien", "Wat een ander tikte") if text not in page] == []


def test_dead_source_is_switched_off_and_on_again(client, hiring_file, at):
    source = Source.objects.get(code="brugfiguren")
    answer = client.post(at("switch-off", source))
    client.post(at("switch-off", source))
    assert source not in Source.objects.for_step(hiring_file.step(1))
    page = page_of(client.get(answer.url))
    assert page.count(at("switch-on", source)) == 2  # in the banner, and in the list
    client.post(at("switch-on", source))
    assert source in Source.objects.for_step(hiring_file.step(1))
    verbs = AuditEvent.objects.filter(subject=source.uuid).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["switched off", "switched on"]
    assert page_of(client.get(f"{at('list')}?off=nonsense"))


def test_wrong_answers_are_sentences(client, at):
    for typed, sentence in (
        ({"title": ""}, "Vul de titel van de bron in."),
        ({"title": "x" * 201}, "200"),
        ({"step": "7"}, "Kies een stap."),
        ({"step": ""}, "Kies een stap."),
        ({"group": "weer"}, "Kies een van de antwoorden."),
        ({"address": "javascript:alert(1)"}, "Schrijf het hele adres"),
        ({"address": "ftp://voorbeeld.be"}, "Schrijf het hele adres"),
        ({"address": "zomaar"}, "Schrijf het hele adres"),
    ):
        page = page_of(client.post(at("new"), TYPED | {"entry_id": ENTRY} | typed), 422)
        assert sentence in page, typed
        assert "Demos" in page
    assert not Source.objects.filter(publisher="Demos").exists()


def test_only_the_ministrys_administrator_keeps_them(cast, client_for):
    source = Source.objects.first()
    for stranger in (cast.administrator, cast.coordinator, cast.ambassador, cast.guide, cast.ministry):
        for act in (
            lambda by: add_source(values={"title": "x"}, by=by),
            lambda by: change_source(source, version=1, values={}, by=by),
            lambda by: switch_source(source, on=False, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(stranger)
        assert client_for(stranger).get(address(stranger, "ambassadors:source-list")).status_code == 403
    page = client_for(cast.administrator).get(address(cast.administrator, "organisations:home"), follow=True)
    assert "Bronnen" not in page.content.decode()


def test_unknown_source_is_not_found(client, at):
    assert client.get(at("edit", uuid4())).status_code == 404
    assert client.post(at("switch-off", uuid4())).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_list_takes_as_many_queries_for_thirty(client, django_assert_num_queries, at, rows):
    Source.objects.bulk_create(Source(code=f"b{n}", title=f"Bron {n}", step=4, group="other") for n in range(rows))
    with django_assert_num_queries(4):
        client.get(at("list"))
