"""The pages of organisations."""

from uuid import uuid4

import pytest

from config.testing.cast import address
from organisations.models import AuditEvent, Municipality, Organisation


@pytest.fixture
def programme(cast, client_for):
    """A browser of the ministry's administrator."""
    return client_for(cast.ministry_administrator)


def here(cast, name, *rows) -> str:
    return address(cast.ministry_administrator, f"organisations:{name}", *rows)


def typed(**changes) -> dict[str, str]:
    return {"entry_id": str(uuid4()), "name": "Gemeente Nieuw", "kind": "local_government"} | changes


def test_ministry_lists_all_and_counts_them(cast, programme):
    page = programme.get(here(cast, "organisation-list")).content.decode()
    assert "5 organisaties" in page
    assert "Gemeente Ander" in page


def test_others_go_straight_to_their_own(cast, client_for):
    response = client_for(cast.administrator).get(address(cast.administrator, "organisations:organisation-list"))
    assert response.url == address(cast.administrator, "organisations:organisation-detail", cast.organisation)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?q=ander", ["Gemeente Ander"]),
        ("?q=0999.000.030", ["Gemeente Ander"]),
        ("?kind=external_partner", ["Vzw Extern"]),
        ("?q=extern&kind=ministry", []),
        ("?kind=nonsense&page=99", None),
    ],
)
def test_list_is_filtered(cast, programme, query, names):
    Organisation.objects.filter(pk=cast.other_organisation.pk).update(kbo_number="0999000030")
    page = programme.get(here(cast, "organisation-list") + query).context["page"]
    assert names is None or [row.name for row in page] == names


def test_nothing_found_says_what_to_do(cast, programme):
    page = programme.get(here(cast, "organisation-list") + "?q=zzz").content.decode()
    assert "Zoek op een deel van de naam" in page


@pytest.mark.parametrize("rows", [1, 30])
def test_list_takes_as_many_queries_for_one_as_for_thirty(cast, programme, django_assert_num_queries, rows):
    places = Municipality.objects.current()[:rows]
    Organisation.objects.bulk_create(
        Organisation(name=f"Gemeente {n:02}", kind="local_government", municipality=place)
        for n, place in enumerate(places)
    )
    with django_assert_num_queries(5):
        programme.get(here(cast, "organisation-list"))


def test_list_has_pages_of_thirty(cast, programme):
    Organisation.objects.bulk_create(Organisation(name=f"Vzw {n:02}", kind="other") for n in range(30))
    first = programme.get(here(cast, "organisation-list"))
    assert len(first.context["page"]) == 30
    second = programme.get(here(cast, "organisation-list") + "?page=2&kind=")
    assert len(second.context["page"]) == 5


@pytest.mark.parametrize("rows", [1, 30])
def test_detail_takes_as_many_queries_for_one_as_for_thirty(cast, programme, django_assert_num_queries, rows):
    from organisations.models import Membership, User

    users = User.objects.bulk_create(User(email=f"{n}@voorbeeld.example") for n in range(rows))
    Membership.objects.bulk_create(
        Membership(user=user, organisation=cast.organisation, role="administrator") for user in users
    )
    with django_assert_num_queries(7):
        programme.get(here(cast, "organisation-detail", cast.organisation))


def test_detail_shows_the_predecessors_of_the_municipality(cast, programme):
    Organisation.objects.filter(pk=cast.organisation.pk).update(
        municipality=Municipality.objects.current().get(name="Pajottegem")
    )
    page = programme.get(here(cast, "organisation-detail", cast.organisation)).content.decode()
    for name in ("Galmaarden (23023)", "Gooik (23024)", "Herne (23032)"):
        assert f"{name} hoort er sinds 01/01/2025 bij." in page


def test_detail_of_a_merged_municipality_says_where_it_went(cast, programme):
    Organisation.objects.filter(pk=cast.organisation.pk).update(
        municipality=Municipality.objects.get(name="Galmaarden")
    )
    page = programme.get(here(cast, "organisation-detail", cast.organisation)).content.decode()
    assert "Deel van Pajottegem sinds 01/01/2025." in page


def test_new_organisation_is_kept_with_clean_numbers(cast, programme):
    body = typed(kbo_number="BE 0999.000.030", ovo_code="ovo 012345", municipality="Genk")
    assert programme.post(here(cast, "organisation-new"), body).status_code == 302
    row = Organisation.objects.get(name="Gemeente Nieuw")
    assert (row.kbo_number, row.ovo_code, row.municipality.name) == ("0999000030", "OVO012345", "Genk")
    assert AuditEvent.objects.get(verb="created").organisation == cast.department


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kbo_number": "123"}, "Een KBO-nummer telt tien cijfers. Kijk het na."),
        ({"kbo_number": "0999000031"}, "De laatste twee cijfers passen niet bij dit KBO-nummer."),
        ({"ovo_code": "12345"}, "Schrijf de OVO-code als OVO en zes cijfers."),
        ({"municipality": "Atlantis"}, "“Atlantis” staat niet in de lijst."),
        ({"municipality": "Genk", "in_brussels": "on"}, "of Brussel, niet allebei"),
        ({"kind": "circus"}, "Kies een"),
        ({"name": "x" * 121}, "120"),
    ],
)
def test_wrong_answers_are_sentences(cast, programme, changes, sentence):
    response = programme.post(here(cast, "organisation-new"), typed(**changes))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Organisation.objects.filter(name__startswith="Gemeente Nieuw").exists()


def test_number_that_is_taken_is_a_sentence(cast, programme):
    Organisation.objects.filter(pk=cast.organisation.pk).update(kbo_number="0999000030")
    response = programme.post(here(cast, "organisation-new"), typed(kbo_number="0999000030"))
    assert "Er is al een organisatie met dit KBO-nummer." in response.content.decode()


def test_organisation_keeps_a_municipality_that_merged_since(cast, client_for):
    old = Municipality.objects.get(name="Galmaarden")
    Organisation.objects.filter(pk=cast.organisation.pk).update(municipality=old)
    url = address(cast.administrator, "organisations:organisation-edit", cast.organisation)
    visitor = client_for(cast.administrator)
    assert 'value="Galmaarden (tot 31/12/2024)"' in visitor.get(url).content.decode()
    body = {
        "version": 1,
        "name": "Nieuw",
        "kind": "local_government",
        "municipality": "Galmaarden (tot 31/12/2024)",
    }
    assert visitor.post(url, body).status_code == 302
    assert Organisation.objects.get(pk=cast.organisation.pk).municipality == old


@pytest.mark.parametrize("name", ["organisation-detail", "organisation-edit", "administrator-new"])
def test_strangers_organisation_is_not_found(cast, client_for, name):
    url = address(cast.administrator, f"organisations:{name}", cast.other_organisation)
    assert client_for(cast.administrator).get(url).status_code == 404


def test_coordinator_reads_the_own_organisation_and_changes_nothing(cast, client_for):
    visitor = client_for(cast.coordinator)
    assert (
        visitor.get(address(cast.coordinator, "organisations:organisation-detail", cast.organisation)).status_code
        == 200
    )
    url = address(cast.coordinator, "organisations:organisation-edit", cast.organisation)
    assert visitor.post(url, {"version": 1, "name": "x"}).status_code == 403


@pytest.mark.parametrize("who", ["administrator", "coordinator", "ministry", "guide"])
def test_only_the_ministrys_administrator_makes_organisations(cast, client_for, who):
    membership = getattr(cast, who)
    for name in ("organisation-new", "organisation-import"):
        assert client_for(membership).get(address(membership, f"organisations:{name}")).status_code == 403
