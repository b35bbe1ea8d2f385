"""Spreadsheets: codes and no names, no notes, and no cell that a spreadsheet would run."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ambassadors.models import Project
from config.testing.cast import address
from trajectories.models import Trajectory
from trajectories.resources import harmless
from trajectories.tests.making import FIRST_NAME, NEIGHBOURHOOD, NOTE, WISH, enrolled, make_contact, make_trajectory

SECRETS = (FIRST_NAME, NEIGHBOURHOOD, NOTE, WISH, "Geheimpersoon")


def export(cast, client_for, what: str, file_format: str, by=None):
    membership = by or cast.coordinator
    return client_for(membership).get(address(membership, f"trajectories:{what}-export", file_format))


def csv_rows(answer) -> list[list[str]]:
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def xlsx_rows(answer) -> list[tuple]:
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    return [tuple(cell.value for cell in row) for row in sheet.rows]


@pytest.fixture
def followed(cast, trajectory, provider):
    Trajectory.objects.filter(pk=trajectory.pk).update(**enrolled(provider), m1_supported=True)
    make_contact(cast.appointment, trajectory, provider=provider)
    return trajectory


def test_trajectories_as_csv(cast, client_for, followed):
    head, row = csv_rows(export(cast, client_for, "trajectory", "csv"))
    line = dict(zip(head, row, strict=True))
    assert line["Code"] == followed.code
    assert line["Gestart op"] == "10/09/2024"
    assert line["Cohorte (werkjaar)"] == "2024–2025"
    assert line["Ingeschreven"] == "bereikt"
    assert line["Ingeschreven: datum"] == "01/10/2024"
    assert line["Ingeschreven: met ondersteuning"] == "ja"
    assert line["Soort aanbieder van het eerste moment"] == "jeugdbeweging"


def test_spreadsheet_keeps_dates_and_numbers(cast, client_for, followed):
    head, row = xlsx_rows(export(cast, client_for, "trajectory", "xlsx"))
    line = dict(zip(head, row, strict=True))
    assert line["Gestart op"] == datetime(2024, 9, 10)
    assert line["Proefsessies"] == 0
    head, row = xlsx_rows(export(cast, client_for, "contact", "xlsx"))
    line = dict(zip(head, row, strict=True))
    assert (line["Datum"], line["Minuten"], line["Codes"]) == (datetime(2025, 2, 1), 20, followed.code)


@pytest.mark.parametrize("what", ["trajectory", "contact"])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_export_holds_no_secret(cast, client_for, followed, what, file_format):
    answer = export(cast, client_for, what, file_format)
    text = str(csv_rows(answer) if file_format == "csv" else xlsx_rows(answer))
    assert followed.code in text
    assert not [secret for secret in SECRETS if secret in text]
    assert "2013" not in text
    assert FIRST_NAME not in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_export_holds_the_own_organisation_only(cast, client_for, followed):
    foreign, external = make_trajectory(cast.other_appointment), make_trajectory(cast.external_appointment)
    text = str(csv_rows(export(cast, client_for, "trajectory", "csv")))
    assert followed.code in text
    assert foreign.code not in text
    assert external.code not in text
    text = str(csv_rows(export(cast, client_for, "trajectory", "csv", by=cast.external_coordinator)))
    assert (external.code in text, followed.code in text) == (True, False)


@pytest.mark.parametrize("name", ["ambassador", "guide", "ministry", "administrator"])
def test_only_coordinators_export(cast, client_for, followed, name):
    assert export(cast, client_for, "trajectory", "csv", by=cast.memberships[name]).status_code == 404
    assert export(cast, client_for, "contact", "xlsx", by=cast.memberships[name]).status_code == 404


def test_unknown_format_is_not_found(cast, client_for):
    assert export(cast, client_for, "trajectory", "pdf").status_code == 404


def test_formula_in_a_title_is_text(cast, client_for, followed):
    Project.objects.filter(pk=cast.project.pk).update(title='=HYPERLINK("http://example.org";"Klik")')
    for rows in (
        csv_rows(export(cast, client_for, "trajectory", "csv")),
        xlsx_rows(export(cast, client_for, "trajectory", "xlsx")),
    ):
        assert dict(zip(rows[0], rows[1], strict=True))["Project"].startswith("'=HYPERLINK")


def test_corrected_contact_is_exported_once(cast, client_for, followed):
    first = make_contact(cast.appointment, followed, minutes=5)
    make_contact(cast.appointment, followed, minutes=50, corrects=first)
    head, *rows = csv_rows(export(cast, client_for, "contact", "csv"))
    assert sorted(row[head.index("Minuten")] for row in rows) == ["20", "50"]


@given(st.text())
def test_no_text_starts_a_formula(text):
    safe = harmless(text)
    assert not safe.strip().startswith(("=", "+", "-", "@"))
    assert safe.lstrip("'").replace("'", "") in text.replace("'", "") or not text.isprintable()


@given(st.dates(date(2000, 1, 1)))
def test_plain_text_stays_as_it_is(day):
    assert harmless(f"Chiro {day}") == f"Chiro {day}"
