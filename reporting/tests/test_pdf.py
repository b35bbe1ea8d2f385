"""Paper that everyone can read: PDF/UA-1, in Dutch, with a title and bookmarks, in Inter, of our own files only."""

from io import BytesIO

import page
import pikepdf
import pytest
from pypdf import PdfReader

from ambassadors.actions.dossier import open_hiring_file
from networks import demo as networks_demo
from reporting import documents, pdf
from reporting.contents import Brief, figures_for
from reporting.documents import Document
from reporting.enums import ReportKind
from reporting.tests.conftest import NOW, TODAY
from reporting.tests.test_figures import PERIOD, guided  # noqa: F401 - a fixture

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def laid_out() -> dict:
    """Made by the first test that asks: to lay out is dear, and reading a paper changes nothing in it."""
    return {}


@pytest.fixture
def papers(laid_out, request):
    """One of each kind."""
    return laid_out or request.getfixturevalue("new_papers")


@pytest.fixture
def new_papers(laid_out, cast, guided):  # noqa: F811
    networks_demo.fill(TODAY, None)
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    briefs = {
        kind: Brief(kind, TODAY, project, period, reader)
        for kind, project, period, reader in (
            (ReportKind.PROGRESS_REPORT, cast.project, PERIOD, cast.coordinator),
            (ReportKind.FLEMISH_REPORT, None, PERIOD, cast.ministry),
            (ReportKind.HIRING_FILE, cast.project, None, cast.coordinator),
        )
    }
    laid_out.update({kind: pdf.render(documents.lay_out(figures_for(brief))) for kind, brief in briefs.items()})
    return laid_out


def test_every_report_passes_a_checker_of_pdf_ua(papers):
    for kind, paper in papers.items():
        found = page.validate_pdf_bytes(paper, profile="ua1")
        assert [(failure.rule_id, failure.message) for failure in found.failures] == [], kind
        assert found.is_compliant


def test_every_report_is_dutch_and_has_a_title_and_bookmarks(papers):
    for kind, paper in papers.items():
        with pikepdf.open(BytesIO(paper)) as opened:
            assert str(opened.Root.Lang) == "nl", kind
            assert str(opened.docinfo.Title), kind
            assert opened.Root.ViewerPreferences.DisplayDocTitle, kind
            with opened.open_outline() as outline:
                assert outline.root, kind


def test_letters_are_inter_and_go_along(papers):
    for kind, paper in papers.items():
        fonts = set()
        for sheet in PdfReader(BytesIO(paper)).pages:
            for font in sheet["/Resources"].get("/Font", {}).values():
                fonts.add(font.get_object()["/BaseFont"].split("+")[-1])
        assert fonts, kind
        assert all(name.startswith("Inter") for name in fonts), (kind, fonts)


def kinds_of(element) -> list[str]:
    """The tags of a structure tree, in reading order."""
    found = [str(element.S)] if "/S" in element else []
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and ("/S" in child or "/K" in child):
            found += kinds_of(child)
    return found


def figures_of(element) -> list[pikepdf.Dictionary]:
    mine = [element] if element.get("/S") == "/Figure" else []
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and ("/S" in child or "/K" in child):
            mine += figures_of(child)
    return mine


def test_charts_can_be_heard_and_stand_as_tables_beneath(papers):
    with pikepdf.open(BytesIO(papers[ReportKind.PROGRESS_REPORT])) as opened:
        tree = opened.Root.StructTreeRoot
        heard = [str(figure.Alt) for figure in figures_of(tree)]
        tags = kinds_of(tree)
    assert sum("bereikt" in words for words in heard) == 3
    assert tags.index("/Figure") < tags.index("/Table")
    assert tags.count("/H1") == 1


def test_paper_says_the_sentences_of_the_screen(papers):
    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(papers[ReportKind.PROGRESS_REPORT])).pages)
    flat = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "leidden er 9 tot een inschrijving" in flat
    assert "6 deden nog mee (86 %)" in flat


def test_learning_networks_of_2022_stand_in_the_flemish_report(papers):
    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(papers[ReportKind.FLEMISH_REPORT])).pages)
    for fact in ("18/03/2022", "Sint-Niklaas", "14/06/2022", "Kortrijk", "51"):
        assert fact in text


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "https://www.example/x.css", "css/nothing.css", "../manage.py"]
)
def test_report_fetches_nothing_but_our_static_files(address, tmp_path, settings):
    (tmp_path / "strange.html").write_text(f'<html lang="nl"><link rel="stylesheet" href="{address}"><p>x</p>')
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    with pytest.raises(pdf.StrangeFileError):
        pdf.render(Document(title="x", crumb="", template="strange.html"))


def test_days_are_written_out(papers):
    text = PdfReader(BytesIO(papers[ReportKind.FLEMISH_REPORT])).pages[0].extract_text()
    assert "peildatum 22 november 2026" in text.replace("\N{NO-BREAK SPACE}", " ")
