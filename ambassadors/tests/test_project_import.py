"""Importing projects: the own organisation's by its administrator, anybody's by the ministry's."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ambassadors.models import Project
from config.testing.cast import address
from organisations.models import AuditEvent

HEADER = "titel;eerste dag;laatste dag;stand;werkingsgebied;doelgroepen;mede-aanvragers"


@pytest.fixture
def upload(cast, client_for):
    def send(by, text):
        url = address(by, "ambassadors:project-import")
        return client_for(by).post(url, {"file": SimpleUploadedFile("t.csv", text.encode())}, follow=True)

    return send


@pytest.fixture
def carry_out(client_for, upload):
    def send(by, text):
        form = upload(by, text).context["form"]
        body = {"entry_id": str(uuid4()), "table": form["table"].value()}
        return client_for(by).post(address(by, "ambassadors:project-import"), body, follow=True)

    return send


def outcomes(response) -> list[tuple[str, list[str]]]:
    return [(row.outcome, row.details) for row in response.context["outcome"].rows]


def test_administrator_imports_projects_of_the_own_organisation(cast, carry_out):
    row = "Project Nieuw;01/09/2026;31-08-2029;loopt;Genk, Galmaarden;kinderen, andere: schippers;Hogeschool"
    carry_out(cast.administrator, f"{HEADER}\n{row}\n")
    project = Project.objects.get(title="Project Nieuw")
    assert (project.organisation, project.life) == (cast.organisation, "running")
    assert (project.starts_on, project.ends_on) == (date(2026, 9, 1), date(2029, 8, 31))
    assert {place.name for place in project.working_area.all()} == {"Genk", "Galmaarden"}
    assert {g.group: g.other for g in project.target_groups.all()} == {"children": "", "other": "schippers"}
    assert [one.name for one in project.co_applicants.all()] == ["Hogeschool"]
    assert AuditEvent.objects.get(verb="created").membership == cast.administrator


def test_project_with_the_same_title_is_changed(cast, upload, carry_out):
    table = "titel;eerste dag;stand\nproject eigen;01/09/2024;in voorbereiding\nProject Extern;2024-09-01;\n"
    assert outcomes(upload(cast.administrator, table)) == [("changed", ["titel", "Stand"]), ("same", [])] or outcomes(
        upload(cast.administrator, table)
    )[1] == ("same", [])
    carry_out(cast.administrator, table)
    cast.project.refresh_from_db()
    assert cast.project.life == "preparation"
    assert cast.project.working_area.count() == 1


def test_administrator_cannot_import_for_others(cast, upload):
    table = "titel;organisatie;eerste dag\nProject Nieuw;Gemeente Ander;01/09/2026\n"
    assert outcomes(upload(cast.administrator, table)) == [
        ("wrong", ["Organisatie: Je kunt geen projecten van deze organisatie invoeren."])
    ]


def test_ministry_imports_for_anybody_with_the_decision(cast, carry_out):
    table = (
        "titel;organisatie;eerste dag;erkenning;datum van de beslissing\n"
        "Project Nieuw;Gemeente Ander;01/09/2026;erkend;15/06/2026\n"
        "Project Ander;gemeente ander;01/09/2024;niet weerhouden;15/06/2026\n"
    )
    carry_out(cast.ministry_administrator, table)
    assert Project.objects.get(title="Project Nieuw").recognition_on(date(2026, 6, 15)) == "recognised"
    assert cast.other_project.recognition_on(date(2026, 6, 15)) == "not_retained"


def test_decision_is_the_ministrys(cast, upload):
    table = "titel;eerste dag;erkenning\nProject Nieuw;01/09/2026;erkend\n"
    assert "Deze kolom kennen we niet: erkenning." in upload(cast.administrator, table).content.decode()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (";01/09/2026;;;;;", "Titel: Vul de titel van het project in."),
        ("A;gisteren;;;;;", "Eerste dag: Schrijf de datum als 01/09/2026."),
        ("A;;;;;;", "Eerste dag: Vul de eerste dag van het project in."),
        ("A;01/09/2026;01/09/2020;;;;", "Laatste dag: De laatste dag kan niet vóór de eerste dag liggen."),
        ("A;01/09/2026;;misschien;;;", "Stand: Dit woord kennen we niet."),
        ("A;01/09/2026;;;Atlantis;;", "Werkingsgebied: “Atlantis” staat niet in de lijst."),
        ("A;01/09/2026;;;;eenhoorns;", "Doelgroepen: Kies doelgroepen uit de lijst."),
    ],
)
def test_wrong_rows_are_sentences(cast, upload, row, sentence):
    (outcome, details), *_rest = outcomes(upload(cast.administrator, f"{HEADER}\n{row}\n"))
    assert outcome == "wrong"
    assert any(detail.startswith(sentence) for detail in details), details


@pytest.mark.parametrize("who", ["coordinator", "ambassador", "guide", "ministry"])
def test_import_is_for_administrators(cast, client_for, who):
    membership = getattr(cast, who)
    assert client_for(membership).get(address(membership, "ambassadors:project-import")).status_code == 403
