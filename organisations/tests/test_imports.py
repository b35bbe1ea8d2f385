"""Uploading a table of organisations: nothing changes before the confirm, and then all of it or nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from config.testing.cast import address
from organisations.models import AuditEvent, Organisation

TABLE = """naam;soort;KBO-nummer;gemeente
Vzw Nieuw;lokale vereniging;0999.000.030;Genk
Stad Eigen;lokaal bestuur;;Turnhout
Vzw Extern;externe partner;;Grimbergen
"""


@pytest.fixture
def visitor(cast, client_for):
    return client_for(cast.ministry_administrator)


@pytest.fixture
def url(cast) -> str:
    return address(cast.ministry_administrator, "organisations:organisation-import")


@pytest.fixture
def upload(visitor, url):
    def send(content: str | bytes, name: str = "tabel.csv"):
        data = content.encode() if isinstance(content, str) else content
        return visitor.post(url, {"file": SimpleUploadedFile(name, data)}, follow=True)

    return send


def confirmation(response, **changes) -> dict[str, str]:
    form = response.context["form"]
    return {"entry_id": str(uuid4()), "table": form["table"].value()} | changes


def stored() -> list[str]:
    return default_storage.listdir("imports")[1] if default_storage.exists("imports") else []


@pytest.fixture(autouse=True)
def clean_storage():
    for name in stored():
        default_storage.delete(f"imports/{name}")


def test_page_says_which_columns_and_words_it_knows(visitor, url):
    page = visitor.get(url).content.decode()
    for word in ("KBO-nummer", "Gemeente", "lokale vereniging"):
        assert word in page


def test_upload_shows_what_would_change_and_changes_nothing(upload):
    response = upload(TABLE)
    assert [(row.line, row.label, row.outcome) for row in response.context["outcome"].rows] == [
        (2, "Vzw Nieuw", "new"),
        (3, "Stad Eigen", "changed"),
        (4, "Vzw Extern", "same"),
    ]
    page = response.content.decode()
    assert "1 rij komt erbij," in page
    assert "wijzigt: Gemeente" in page
    assert not Organisation.objects.filter(name="Vzw Nieuw").exists()
    assert not AuditEvent.objects.exists()


def test_file_waits_under_a_name_that_means_nothing(upload):
    upload(TABLE, name="geheime kandidaten.csv")
    (name,) = stored()
    assert len(name) == 32
    assert "kandidaten" not in name


def test_confirm_carries_it_out_once_and_removes_the_file(
    cast, upload, visitor, url, django_capture_on_commit_callbacks
):
    body = confirmation(upload(TABLE))
    with django_capture_on_commit_callbacks(execute=True):
        response = visitor.post(url, body, follow=True)
    assert "1 rij is toegevoegd. 1 rij is gewijzigd." in response.content.decode()
    new = Organisation.objects.get(name="Vzw Nieuw")
    assert (new.kind, new.kbo_number, new.municipality.name) == ("local_association", "0999000030", "Genk")
    assert Organisation.objects.get(pk=cast.organisation.pk).municipality.name == "Turnhout"
    assert sorted(AuditEvent.objects.values_list("verb", flat=True)) == ["changed", "created"]
    assert stored() == []
    assert visitor.post(url, body).status_code == 302
    assert Organisation.objects.filter(name="Vzw Nieuw").count() == 1


def test_confirm_of_a_table_that_is_gone_says_so(upload, visitor, url):
    body = confirmation(upload(TABLE))
    default_storage.delete(f"imports/{stored()[0]}")
    page = visitor.post(url, body, follow=True).content.decode()
    assert "Kies het bestand opnieuw." in page
    assert not Organisation.objects.filter(name="Vzw Nieuw").exists()


def test_what_went_wrong_since_the_preview_is_shown_again(upload, visitor, url, cast):
    body = confirmation(upload(TABLE))
    Organisation.objects.filter(pk=cast.guidance_partner.pk).update(kbo_number="0999000030", in_brussels=True)
    Organisation.objects.filter(pk=cast.organisation.pk).update(in_brussels=True, municipality=None)
    response = visitor.post(url, body, follow=True)
    assert "Er is intussen iets veranderd." in response.content.decode()
    assert response.context["outcome"].wrong


def test_empty_cell_changes_nothing(cast, upload, visitor, url):
    Organisation.objects.filter(pk=cast.organisation.pk).update(kbo_number="0999000030", ovo_code="OVO000001")
    response = upload("naam;soort;KBO-nummer;OVO-code\nStad Eigen;lokaal bestuur;;\n")
    assert [row.outcome for row in response.context["outcome"].rows] == ["same"]
    assert "Er is niets te doen." in response.content.decode()
    assert "Uitvoeren" not in response.content.decode()


def test_every_wrong_row_is_told_and_nothing_may_be_carried_out(upload, visitor, url):
    response = upload("naam;soort;KBO-nummer;gemeente\nGoed;andere;;\n;circus;123;Atlantis\n")
    row = response.context["outcome"].rows[1]
    assert (row.line, row.outcome) == (3, "wrong")
    assert row.details == [
        "Naam: Vul de naam van de organisatie in.",
        "Soort: Kies een van de mogelijkheden in de lijst.",
        "KBO-nummer: Een KBO-nummer telt tien cijfers. Kijk het na.",
        "Gemeente: “Atlantis” staat niet in de lijst. Kijk na hoe je het schrijft.",
    ]
    assert "Uitvoeren" not in response.content.decode()
    visitor.post(url, confirmation(response))
    assert not Organisation.objects.filter(name="Goed").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00", "Dit is geen tabel."),
        (b"", "Er staat niets in dit bestand."),
        (b"naam;kleur\na;b\n", "Deze kolom kennen we niet: kleur."),
        (b"naam\na\n", "Deze kolom ontbreekt: Soort."),
        (b"naam;soort;naam\na;b;c\n", "Er staat twee keer dezelfde kolom."),
    ],
)
def test_wrong_file_is_a_sentence_and_is_not_kept(upload, content, sentence):
    response = upload(content, name="tabel.xlsx")
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert stored() == []


def test_file_that_is_too_large_is_a_sentence(upload, settings):
    settings.UPLOAD_MAX_BYTES = 1000
    response = upload(b"a" * 1001)
    assert response.status_code == 422
    assert "Dit bestand is groter dan" in response.content.decode()


def test_nothing_chosen_is_a_sentence(visitor, url):
    response = visitor.post(url, {})
    assert response.status_code == 422
    assert "Kies een bestand." in response.content.decode()


def test_table_of_somebody_else_is_lost(cast, upload, client_for):
    key = confirmation(upload(TABLE))["table"]
    from organisations.models import Membership

    other = Membership.objects.create(user=cast.guide.user, organisation=cast.department, role="administrator")
    url = address(other, "organisations:organisation-import")
    page = client_for(other).get(f"{url}?table={key}", follow=True).content.decode()
    assert "Kies het bestand opnieuw." in page


@pytest.mark.parametrize("key", ["nonsense", "../../etc/passwd", "a:b:c"])
def test_forged_table_is_lost(visitor, url, key):
    assert "Kies het bestand opnieuw." in visitor.get(url, {"table": key}, follow=True).content.decode()


def test_cancel_removes_the_file(upload, visitor, url):
    response = visitor.post(url, confirmation(upload(TABLE), cancel="1"), follow=True)
    assert "De tabel is verwijderd. Er is niets veranderd." in response.content.decode()
    assert stored() == []


def test_forgotten_tables_go_away_with_the_next_upload(upload, monkeypatch):
    upload(TABLE)
    (forgotten,) = stored()
    old = timezone.now() - timedelta(days=2)
    monkeypatch.setattr(default_storage._wrapped, "get_modified_time", lambda name: old)
    upload(TABLE)
    assert forgotten not in stored()
    assert len(stored()) == 1


def test_preview_asks_no_more_of_the_municipalities_for_more_rows(visitor, url, upload, django_assert_num_queries):
    body = "naam;soort;gemeente\n" + "".join(f"Vzw {n};andere;Genk\n" for n in range(30))
    response = upload(body)
    assert response.context["outcome"].new == 30
