"""What comes out of a dossier: every value comes back on paper and in Word, for those who may have it."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from uuid import uuid4

import page
import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from ambassadors.actions.dossier import open_hiring_file
from ambassadors.tests.conftest import fetched, fill_in
from ambassadors.tests.contents import CONTENTS
from config.testing.cast import address
from reporting import documents, pdf, word
from reporting.actions.making import make_report
from reporting.contents import Brief, figures_for
from reporting.enums import OF_A_DOSSIER, PAPERS, ErrorCode, ReportKind, ReportStatus
from reporting.models import Report
from reporting.tests.conftest import NOW, TODAY

pytestmark = pytest.mark.once

BELIEFS = (
    "Waarom we een verbindingsambassadeur willen",
    "Nota een",
    "Spelen maakt sterk",
    "Wie dat deelt: iedereen. Nu is er nooit tijd",
    "Twijfel over tieners",
    "De school doet dat al",
    "Een gezicht in de wijk",
    "Dat vroegen ouders",
    "Brugfiguren in perspectief. Wat we eruit meenemen: Vertrouwen groeit traag",
    "Thesis over instuiven",
)
ENVIRONMENT = (
    "Nota twee",
    "Een plek op woensdag",
    "Twee chirogroepen",
    "Niemand kent de academie",
    "Een deur met een code",
    "Scouts De Meeuw",
    "Het lokaal lekt",
    "Zomerschool Zuid",
    "Te weinig handen",
    "Park Achter de Molen",
    "Ze zoeken een dak bij regen",
    "Een externe partner doet het: Studiebureau Kompas",
    "BOA-decreet (volledig, we gebruiken ze opnieuw). Wat nog ontbreekt: Niets over tieners",
    "Wijkfoto Noord",
)
POST = (
    "Tieners uit de OKAN-klas",
    "De wijk Tuinzicht",
    "Jeugdhuizen",
    "Individuele toeleiding",
    "Verenigingsondersteuning",
    "Toeleider of Theatermaker",
    "2 personen",
    "50 % + 40 %, samen 90 %",
    "30 maanden",
    "Dienst Vrije Tijd",
    "Mag zelf afspraken maken",
    "Spreekt Pasjtoe",
)
VALUES = {
    ReportKind.HIRING_FILE: ("Inhoud", "Nota een", "Nota zes", "Ambassadeur noord", "Jeugdhuis De Kade"),
    ReportKind.BELIEFS_NOTE: BELIEFS,
    ReportKind.ENVIRONMENT_ANALYSIS: ENVIRONMENT,
    ReportKind.ENGAGEMENT_STATEMENT: (
        "Jeugdhuis De Kade (Jeugdhuis)",
        "Project Eigen, vanaf",
        "Individuele toeleiding; Verenigingsondersteuning",
        "hoeveel plaatsen er zijn",
        "op elk moment stoppen",
        "Voor Jeugdhuis De Kade",
        "Voor Stad Eigen",
        "Handtekening",
    ),
    ReportKind.VACANCY_TEXT: (
        *POST,
        "Cursus omgaan met trauma",
        "Intervisie in de regio",
        "Een vroegere straathoekwerker",
        "[nog invullen: de loonschaal en de andere voordelen]",
        "Nog in te vullen",
    ),
    ReportKind.TENDER_BRIEF: (
        *POST,
        "Een plek op woensdag",
        "Een vaste band met acht clubs (bereikt als: Acht clubs na een jaar)",
        "Het afdelingshoofd Vrije Tijd",
        "Elk kwartaal aan het diensthoofd",
        "Om de zes weken",
        "verwerkersovereenkomst",
        "Grondslag besproken met de DPO",
        "100 punten",
    ),
}
AS_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
# Of a person, of money, of another partner: nothing of it goes out.
NEVER = ("€", "Riet Voorbeeld", "Coördinator Eigen", "riet@example.org", "OCMW Eigen", "We beginnen in Tuinzicht")


def figures(cast, kind, **brief):
    """What a report of this kind would freeze; a statement is that of the youth club."""
    if kind == ReportKind.ENGAGEMENT_STATEMENT:
        brief.setdefault("partner", partner(cast, "Jeugdhuis De Kade").uuid)
    return figures_for(Brief(kind, TODAY, cast.project, None, cast.coordinator, **brief))


def partner(cast, name):
    return next(row for row in fetched(cast.project).needed_partners.all() if row.name == name)


def flat(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def text_of(paper: bytes) -> str:
    return flat(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(paper)).pages))


def in_word(made):
    return Document(BytesIO(word.render(made["document"], made_on=TODAY)))


def words_of(sheet) -> str:
    """Every text of a Word file, its tables too."""
    return flat(" ".join("".join(t.text for t in p.iter(qn("w:t"))) for p in sheet.element.body.iter(qn("w:p"))))


# --- What stands in them ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", PAPERS)
def test_every_value_comes_back_on_paper_that_everyone_can_read(cast, dossier, kind):
    paper = pdf.render(documents.lay_out(figures(cast, kind)))
    check_paper(paper, kind)


def check_paper(paper, kind):
    text = text_of(paper)
    assert [value for value in VALUES[kind] if value not in text] == []
    check_ua(paper)


def check_ua(paper):
    found = page.validate_pdf_bytes(paper, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []


def test_dossier_has_bookmarks_and_its_contents_tell_the_page_of_each_step(cast, dossier):
    paper = pdf.render(documents.lay_out(figures(cast, ReportKind.HIRING_FILE)))
    check_paper(paper, ReportKind.HIRING_FILE)
    sheets = [flat(sheet.extract_text()) for sheet in PdfReader(BytesIO(paper)).pages]
    with pikepdf.open(BytesIO(paper)) as opened, opened.open_outline() as outline:
        bookmarks = [item.title for item in outline.root[0].children]
    for step in dossier.steps.all():
        title = f"{step.number}. {step.title}"
        at = next(number for number, text in enumerate(sheets[1:], 2) if text.startswith(title))
        assert re.search(rf"{re.escape(title)}[ .]+{at}\b", sheets[0]), title
        assert title in bookmarks


@pytest.mark.parametrize("kind", PAPERS)
def test_every_value_comes_back_in_word(cast, dossier, kind):
    text = words_of(in_word(figures(cast, kind)))
    assert [value for value in VALUES[kind] if value not in text] == []
    assert [word for word in NEVER if word in text] == []


def test_statement_fits_on_one_page_and_asks_what_such_a_partner_can_do(cast, dossier):
    youth_club, welfare = (
        figures(cast, ReportKind.ENGAGEMENT_STATEMENT, partner=partner(cast, name).uuid)
        for name in ("Jeugdhuis De Kade", "OCMW Eigen")
    )
    assert len(PdfReader(BytesIO(pdf.render(documents.lay_out(youth_club)))).pages) == 1
    places, families = "hoeveel plaatsen er zijn", "vertellen gezinnen over de ambassadeur"
    asked = [words_of(in_word(made)) for made in (youth_club, welfare)]
    assert [(places in text, families in text) for text in asked] == [(True, False), (False, True)]


@pytest.mark.parametrize("kind", PAPERS)
def test_empty_dossier_makes_a_text_that_tells_what_is_still_to_fill_in(cast, kind):
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    if kind == ReportKind.ENGAGEMENT_STATEMENT:
        fill_in(cast.project, cast.coordinator, {3: only_partners(1)})
    made = figures(cast, kind)
    text = words_of(in_word(made))
    assert "[nog invullen: " in text
    assert "Nog in te vullen" in text
    assert "None" not in text
    assert documents.lay_out(made).title


# --- Word -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ReportKind.VACANCY_TEXT, ReportKind.TENDER_BRIEF])
def test_word_opens_in_libreoffice_with_headings_and_lists_as_such(cast, dossier, kind, tmp_path):
    made = figures(cast, kind)
    sheet = in_word(made)
    styles = {paragraph.text: paragraph.style.name for paragraph in sheet.paragraphs}
    assert styles[made["document"]["title"]] == "Title"
    assert styles["Individuele toeleiding"] == "Heading 2"
    assert {"Heading 1", "Heading 2", "List Bullet"} <= set(styles.values())
    (tmp_path / "text.docx").write_bytes(word.render(made["document"]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", AS_PDF, "--outdir", tmp_path, tmp_path / "text.docx"]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    converted = (tmp_path / "text.pdf").read_bytes()
    text = text_of(converted)
    assert [value for value in VALUES[kind] if value not in text] == []
    with pikepdf.open(BytesIO(converted)) as opened, opened.open_outline() as outline:
        assert len(outline.root) >= 5


def test_word_speaks_dutch_and_has_a_title_and_page_numbers(cast, dossier):
    sheet = in_word(figures(cast, ReportKind.VACANCY_TEXT))
    core = sheet.core_properties
    assert (core.title, core.language, core.comments) == ("Gezocht: verbindingsambassadeurs: Stad Eigen", "nl-BE", "")
    assert [lang.get(qn("w:val")) for lang in sheet.styles.element.iter(qn("w:lang"))] == ["nl-BE"]
    footer = sheet.sections[0].footer.paragraphs[0]._p
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    marked = [run.text for p in sheet.paragraphs for run in p.runs if run.font.highlight_color]
    assert "[nog invullen: de loonschaal en de andere voordelen]" in marked


# --- Asking, and who may ----------------------------------------------------------------------------------------------


def ask(client, membership, **body):
    return client.post(address(membership, "reporting:report-create"), {"entry_id": str(uuid4())} | body)


def made(client, membership, project, **body) -> Report:
    """The dossier asked for, and made."""
    answer = ask(client, membership, kind="hiring_file", project=project.uuid, **body)
    assert answer.status_code == 302
    report: Report = Report.objects.newest_first()[0]
    make_report(report.pk, clock=lambda: NOW)
    report.refresh_from_db()
    return report


def report_file(report) -> bytes:
    with report.file.open("rb") as file:
        return file.read()


def test_statement_is_made_once_as_pdf_and_word_and_handed_out(cast, dossier, client_for):
    client, row, entry = client_for(cast.coordinator), partner(cast, "Jeugdhuis De Kade"), str(uuid4())
    body = {"kind": "engagement_statement", "project": cast.project.uuid, "partner": row.uuid, "entry_id": entry}
    first, again = (ask(client, cast.coordinator, **body) for _press in range(2))
    report = Report.objects.get()
    assert (first.url, report.partner) == (again.url, row.uuid)
    make_report(report.pk, clock=lambda: NOW)
    screen = client.get(first.url).content.decode()
    assert "Word downloaden" in screen
    assert "op elk moment stoppen" in screen
    for name, start, file_name in (
        ("report-file", b"%PDF", "engagementsverklaring.pdf"),
        ("report-word", b"PK", "engagementsverklaring.docx"),
    ):
        answer = client.get(address(cast.coordinator, f"reporting:{name}", report))
        assert answer["Content-Disposition"] == f'attachment; filename="{file_name}"'
        assert b"".join(answer.streaming_content).startswith(start)


def test_what_has_no_word_file_is_not_found_there(cast, dossier, client_for):
    ask(client_for(cast.coordinator), cast.coordinator, kind="hiring_file", project=cast.project.uuid)
    url = address(cast.coordinator, "reporting:report-word", Report.objects.get())
    assert client_for(cast.coordinator).get(url).status_code == 404


@pytest.mark.parametrize("who", ["", "nobody", "elsewhere"])
def test_statement_needs_a_partner_of_this_dossier(cast, dossier, client_for, who):
    theirs = {"": "", "nobody": uuid4(), "elsewhere": partner_elsewhere(cast)}[who]
    body = {"kind": "engagement_statement", "project": cast.project.uuid, "partner": theirs}
    answer = ask(client_for(cast.coordinator), cast.coordinator, **body)
    assert answer.status_code == 422
    assert ("Kies de partner" if who == "" else "staat niet meer in stap 3") in flat(answer.content.decode())
    assert not Report.objects.exists()


def partner_elsewhere(cast):
    """The address of a row in another dossier of the same coordinator."""
    open_hiring_file(project=cast.external_project, by=cast.coordinator, now=NOW)
    fill_in(cast.external_project, cast.coordinator, {3: only_partners(1)})
    return fetched(cast.external_project).needed_partners.get().uuid


def only_partners(count):
    """Step 3 with nothing but partners."""
    one = CONTENTS[3].rows["needed_partners"][0]
    return replace(
        CONTENTS[3], answers={}, rows={"needed_partners": [one | {"uuid": uuid4()} for _row in range(count)]}
    )


def test_statement_of_a_partner_who_went_fails_with_a_sentence(cast, dossier):
    report = Report.objects.create(
        kind=ReportKind.ENGAGEMENT_STATEMENT,
        organisation=cast.organisation,
        project=cast.project,
        partner=uuid4(),
        requested_by=cast.coordinator,
        requested_at=NOW,
        reference_date=TODAY,
    )
    make_report(report.pk, clock=lambda: NOW)
    report.refresh_from_db()
    assert (report.status, report.error_code) == (ReportStatus.FAILED, ErrorCode.PARTNER_GONE)


@pytest.mark.parametrize("kind", OF_A_DOSSIER)
def test_ambassador_makes_what_holds_no_decision_of_the_coordinator(cast, dossier, client_for, kind):
    body = {"kind": kind.value, "project": cast.project.uuid, "partner": partner(cast, "OCMW Eigen").uuid}
    answer = ask(client_for(cast.ambassador), cast.ambassador, **body)
    may = kind in (ReportKind.HIRING_FILE, ReportKind.BELIEFS_NOTE, ReportKind.ENVIRONMENT_ANALYSIS)
    assert answer.status_code == (302 if may else 403)


# --- The page ---------------------------------------------------------------------------------------------------------


def shelf(client, membership, project) -> str:
    return flat(client.get(address(membership, "reporting:document-list", project)).content.decode())


def test_page_has_a_button_for_each_document_and_each_partner(cast, dossier, client_for):
    seen = shelf(client_for(cast.coordinator), cast.coordinator, cast.project)
    for label in ("Overtuigingsnota maken", "Vacaturetekst maken", "Maken voor OCMW Eigen", "Data downloaden"):
        assert label in seen
    assert "Jullie kozen in stap 4 voor een aanbesteding" in seen
    assert "Ontbreekt nog" not in seen


def test_page_says_what_is_missing_and_where(cast, client_for):
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    seen = shelf(client_for(cast.coordinator), cast.coordinator, cast.project)
    assert 'dossier/steps/4/">het percentage (stap 4)</a>' in seen
    assert "Vul eerst aan:" in seen
    assert "Zet eerst een vergadering met een datum in stap 5." in seen
    ambassadors = shelf(client_for(cast.ambassador), cast.ambassador, cast.project)
    assert "de nota (stap 1)" in ambassadors
    assert "Vacaturetekst" not in ambassadors
    assert "steps/1/" not in ambassadors


@pytest.mark.parametrize("rows", [1, 30])
def test_page_takes_as_many_queries_with_thirty_rows(cast, dossier, client_for, django_assert_num_queries, rows):
    fill_in(cast.project, cast.coordinator, {3: only_partners(rows)})
    Report.objects.bulk_create(
        Report(
            kind=ReportKind.VACANCY_TEXT,
            organisation=cast.organisation,
            project=cast.project,
            requested_by=cast.coordinator,
            requested_at=NOW,
            reference_date=TODAY,
        )
        for _row in range(rows)
    )
    client = client_for(cast.coordinator)
    url = address(cast.coordinator, "reporting:document-list", cast.project)
    with django_assert_num_queries(28):
        assert client.get(url).status_code == 200
