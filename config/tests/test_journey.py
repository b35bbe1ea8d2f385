"""One line of real life through the whole house, in a real browser on the real product.

A coordinator takes a new dossier through six steps and prints it; an ambassador writes down a child's way on a phone;
a ministry official downloads the Flemish report. What is printed is compared with what was typed, and with what a
second count (`config.tests.independent_count`) finds in the database.
"""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from config.testing.browser import SignIn
from config.testing.product import Product
from config.tests.independent_count import figures_in, flemish_figures

pytestmark = pytest.mark.journey

STEPS = {
    1: "Wij geloven dat spelen in groep een kind sterker maakt. [stap een]",
    2: "Het park telt veel tieners en geen enkele club. [stap twee]",
    5: "De steungroep komt om de zes weken samen. [stap vijf]",
    6: "We bespreken de doelen na drie maanden. [stap zes]",
}
STRATEGY_TEXTS = {
    "Welke kinderen of jongeren?": "Tieners die pas in Voorbeelddorp wonen",
    "Welke wijk of plaats?": "De Tuinwijk achter de kerk",
    "Welke vorm van jeugdwerk?": "Jeugdhuis en skatepark",
    "Leg je keuze uit": "De school kent de gezinnen en opent de deur.",
}
BUDGET_TEXTS = {
    "Andere argumenten": "De dienst jeugd kreeg er vorig jaar een lokaal bij.",
    "In welke dienst werkt de ambassadeur?": "Dienst jeugd en samenleving",
    "Wat is het mandaat?": "Mag zelf afspraken maken met verenigingen.",
    "Welk profiel vraagt de functie?": "Ervaring in jeugdwerk en een rijbewijs.",
}


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


def fill_row(page: Page, legend: str, texts: dict[str, str], choices: dict[str, str], number: int = 1) -> None:
    """The repeated row `number` under a legend, by the labels of its boxes."""
    row = page.get_by_role("group", name=legend).get_by_role("group", name=f"Rij {number}", exact=True)
    for label, choice in choices.items():
        row.get_by_label(label, exact=True).select_option(label=choice)
    for label, text in texts.items():
        row.get_by_label(label, exact=True).fill(text)


def new_project(page: Page, title: str) -> None:
    page.get_by_role("link", name="Projecten").click()
    page.get_by_role("link", name=re.compile("project toevoegen", re.IGNORECASE)).first.click()
    page.get_by_label("Titel").fill(title)
    first_day = page.get_by_role("group", name="Eerste dag")
    for label, text in (("Dag", "1"), ("Maand", "sep"), ("Jaar", "2026")):
        first_day.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Project bewaren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def note_step(page: Page, number: int, text: str) -> None:
    page.get_by_role("textbox").first.fill(text)
    save_ready(page)


def save_ready(page: Page) -> None:
    page.get_by_label("Ja, klaar").check()
    page.get_by_role("button", name=re.compile("^Bewaren")).first.click()
    expect(page.get_by_role("alert")).to_have_count(0)


def open_step(page: Page, number: int) -> None:
    page.goto(re.sub(r"/dossier/.*", f"/dossier/steps/{number}/", page.url))


def strategy_step(page: Page) -> None:
    for label, text in STRATEGY_TEXTS.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("group", name="Georganiseerde of ongeorganiseerde").get_by_label("Allebei").check()
    page.get_by_label("Voor iedereen (inclusief)").check()
    page.get_by_label("Hier zijn de noden het grootst").check()
    page.get_by_role("checkbox", name="Individuele toeleiding").check()
    page.get_by_role("checkbox", name="Verenigingsondersteuning").check()
    wanted = {"Profiel": "Toeleider", "Voeling met": "Vooral de vraagzijde"}
    fill_row(page, "Welk profiel zoek je?", {}, wanted)
    partner = {"Naam van de partner": "Buurthuis De Brug"}
    fill_row(page, "Welke partners heb je nodig?", partner, {"Soort partner": "Buurtwerk"})
    save_ready(page)


def budget_step(page: Page) -> None:
    staffing = {"Functie": "Verbindingsambassadeur Tuinwijk", "Percentage": "60", "Loonkost per jaar": "31.250,50"}
    fill_row(page, "Hoeveel mensen, voor welk percentage?", staffing, {})
    cost = {"Waarvoor?": "Lidgeld in schijven", "Bedrag per jaar": "1250.5"}
    fill_row(page, "Welke werkingskosten", cost, {"Soort kost": "Tussenkomst in de deelnameprijs"})
    fill_row(page, "Wie betaalt het?", {"Bron": "Subsidie voorbeeldfonds", "Bedrag per jaar": "€ 20.000"}, {})
    page.get_by_label("Een aantal maanden").check()
    page.get_by_label(re.compile("Hoeveel maanden")).fill("24")
    page.get_by_label("Het lokaal bestuur", exact=True).check()
    page.get_by_label("We nemen zelf iemand in dienst").check()
    page.get_by_role("checkbox", name="De ambassadeur hoort bij het team").check()
    for label, text in BUDGET_TEXTS.items():
        page.get_by_label(label, exact=True).fill(text)
    save_ready(page)


def test_coordinator_takes_a_dossier_through_six_steps_and_prints_it(sign_in: SignIn) -> None:
    page = sign_in("coordinator")
    new_project(page, "Proefproject Tuinwijk")
    page.get_by_role("link", name="Dossier openen").click()
    page.get_by_role("button", name="Dossier openen").click()
    expect(page.locator(".tasks")).to_be_visible()
    for number in range(1, 7):
        open_step(page, number)
        if number in STEPS:
            note_step(page, number, STEPS[number])
        elif number == 3:
            strategy_step(page)
        else:
            budget_step(page)

    page.goto(re.sub(r"/dossier/.*", "/dossier/", page.url))
    expect(page.get_by_text("Klaar", exact=True)).to_have_count(6)
    # 24 months is a caution, and a caution goes before the hint about 60 %: the instrument speaks beside the step.
    expect(page.locator(".tasks")).to_contain_text("maanden is kort")

    page.get_by_role("button", name="Dossier als PDF maken").click()
    text = text_of(downloaded_report(page))
    typed = [
        "Proefproject Tuinwijk",
        *STEPS.values(),
        *STRATEGY_TEXTS.values(),
        *BUDGET_TEXTS.values(),
        "Hier zijn de noden het grootst",
        "Individuele toeleiding",
        "Verenigingsondersteuning",
        "Toeleider",
        "Vooral de vraagzijde",
        "Buurthuis De Brug",
        "Buurtwerk",
        "Verbindingsambassadeur Tuinwijk",
        "60 %",
        "31.250,50",
        "Lidgeld in schijven",
        "Tussenkomst in de deelnameprijs",
        "1.250,50",
        "Subsidie voorbeeldfonds",
        "20.000,00",
        "24 maanden",
        "Het lokaal bestuur",
        "We nemen zelf iemand in dienst",
        "De ambassadeur hoort bij het team",
    ]
    missing = [value for value in typed if squeezed(value).lower() not in text.lower()]
    assert not missing


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
    expect(page.get_by_role("heading", level=1)).to_contain_text("Demo-Reiziger")
    expect(page.get_by_role("region", name="De drie cesuurmomenten")).to_contain_text("Bereikt")


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
