"""One line of real life through the whole house, in a real browser on the real product.

An ambassador writes down a child's way on a phone; a ministry official downloads the Flemish report, which is compared
with what a second count (`config.tests.independent_count`) finds in the database. How a coordinator takes a dossier
through its six steps and prints it stands in `ambassadors/tests/test_instrument_in_a_browser.py`.
"""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from config.processes import wait_until
from config.testing.browser import SignIn
from config.testing.product import Product
from config.tests.independent_count import figures_in, flemish_figures

pytestmark = pytest.mark.journey


def squeezed(text: str) -> str:
    """Without white space: a line in a PDF breaks where it likes."""
    return re.sub(r"\s+", "", text)


def text_of(pdf: Path) -> str:
    return squeezed(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read_bytes())).pages))


def download(page: Page, press: Callable[[], None]) -> Path:
    with page.expect_download() as started:
        press()
    return Path(started.value.path())


def downloaded_report(page: Page) -> Path:
    """Waits until the worker has made it, as a person would: by looking at the page."""
    link = page.get_by_role("link", name="Pdf downloaden")
    expect(link).to_be_visible(timeout=60_000)
    return download(page, link.click)


@pytest.mark.smoke
def test_ambassador_writes_down_a_childs_way_on_the_phone(sign_in: SignIn) -> None:
    page = sign_in("ambassador", phone=True)
    page.goto(re.sub(r"/today/.*", "/participants/new/", page.url))
    page.get_by_label("Voornaam of roepnaam").fill("Demo-Reiziger")
    page.get_by_label(re.compile("^Geboortejaar")).fill("2014")
    page.get_by_role("button", name="Bewaren en traject starten").click()

    page.get_by_role("group", name=re.compile("Wanneer")).get_by_text("Gisteren").click()
    page.get_by_label(re.compile("Aangebracht door|Wie bracht")).first.select_option(index=1)
    page.get_by_role("button", name=re.compile("[Tt]raject")).last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Demo-Reiziger")
    trajectory = page.url

    page.get_by_role("link", name="Contact noteren").click()
    page.get_by_label(re.compile("^Notitie")).fill("Samen naar het park geweest.")
    page.get_by_role("button", name="Contact bewaren").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Demo-Reiziger")
    page.goto(trajectory)
    expect(page.get_by_text("Samen naar het park geweest.")).to_be_visible()

    page.goto(f"{trajectory}moments/1/")
    page.get_by_text("Ja, ingeschreven").click()
    page.get_by_label(re.compile("^Vrijetijdsaanbieder")).select_option(index=1)
    page.get_by_text("Met ondersteuning", exact=True).click()
    page.get_by_role("button", name="Antwoord bewaren").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Ingeschreven")
    # When the server dawdles, the answer waits on the phone a moment, and the phone goes home.
    moments = page.get_by_role("region", name="De drie cesuurmomenten")

    def has_arrived() -> bool:
        page.goto(trajectory)
        return "Bereikt" in moments.inner_text()

    wait_until(has_arrived, what="The answer about moment 1")


def test_ministry_downloads_figures_that_another_count_confirms(sign_in: SignIn, product: Product) -> None:
    page = sign_in("ministry")
    page.get_by_role("link", name="Verslagen").click()
    page.get_by_role("button", name="Verslag maken").click()
    text = text_of(downloaded_report(page))
    year = int(re.search(r"werkjaar(\d{4})–", text)[1])
    lines = flemish_figures(product.database_url, year, product.today)
    wrong = [line for line, values in lines.items() if squeezed("".join([line, *values])) not in text]
    assert not wrong
    assert len(list(figures_in(lines))) >= 20
