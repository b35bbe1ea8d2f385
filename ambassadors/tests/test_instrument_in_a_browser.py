"""The whole instrument in a real browser: filled in with and without a script, by two at once, and with the line cut.

The case is the worked example, which the demo's dossiers vary on. What is typed comes back in the PDF, word for word.
"""

import re
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from ambassadors.example import worked_example
from ambassadors.forms.fields import TicksField
from ambassadors.forms.layout import LAYOUT
from ambassadors.forms.steps import FORMS, PAGES, ROW_FORMS
from ambassadors.repeated import ROWS
from config.testing.browser import SignIn, fill_in_log_in
from config.testing.product import Product

pytestmark = pytest.mark.journey


# --- A hand that fills in whatever a form asks ------------------------------------------------------------------------


def typed(value: Any) -> str:
    """A value as a person types it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return f"{value:%H.%M}" if isinstance(value, time) else str(value)


def fill(page: Page, name: str, value: Any) -> None:
    """Answer one question: text, a choice, ticks, a date in boxes."""
    if isinstance(value, date):
        return fill_date(page, name, value)
    boxes = page.locator(f"[name='{name}']")
    kind = boxes.first.get_attribute("type")
    if kind in ("radio", "checkbox") and not isinstance(value, bool):
        for one in value if isinstance(value, list) else [value]:
            page.locator(f"[name='{name}'][value='{one}']").check()
    elif isinstance(value, bool):
        boxes.first.set_checked(value)
    elif boxes.first.evaluate("box => box.tagName") == "SELECT":
        boxes.first.select_option(str(value))
    else:
        boxes.first.fill(typed(value))
    return None


def fill_date(page: Page, name: str, day: date) -> None:
    other = page.locator(f"[name='{name}_on'][value='other']")
    if other.count():
        other.check()
        name = f"{name}_other"
    for part, text in (("day", day.day), ("month", day.month), ("year", day.year)):
        page.locator(f"[name='{name}_{part}']").fill(str(text))


def answers_of(number: int, content: Any) -> dict[str, Any]:
    """What to fill in by question: the ticks under the question they belong to."""
    values = {}
    for name, field in FORMS[number].base_fields.items():
        if isinstance(field, TicksField):
            values[name] = [column for column in field.columns if content.answers.get(column)]
        elif content.answers.get(name) not in ("", None):
            values[name] = content.answers[name]
    return values


def fill_rows(page: Page, relation: str, rows: list[dict[str, Any]]) -> None:
    for place, row in enumerate(rows):
        if page.locator(f"#{relation} .row").count() <= place:
            page.locator(f"[name='add-{relation}']").click()
            expect(page.locator(f"#{relation} .row")).to_have_count(place + 1)
        for name in ROW_FORMS[relation].base_fields:
            if row.get(name) not in ("", None):
                fill(page, f"{relation}-{place}-{name}", row[name])


def add_rows(page: Page, step: str, relation: str, rows: list[dict[str, Any]]) -> None:
    """Rows with a page each."""
    for row in rows:
        page.goto(re.sub(r"steps/\d/", f"rows/{relation}/new/", step))
        for name in PAGES[relation].base_fields:
            if row.get(name) not in ("", None):
                fill(page, name, row[name])
        page.get_by_role("button", name="Bewaren", exact=True).click()
        expect(page.get_by_text("Het is bewaard.")).to_be_visible()


def fill_step(page: Page, step: str, number: int, content: Any) -> None:
    for relation in (part.name for part in LAYOUT[number] if part.name in PAGES):
        add_rows(page, step, relation, content.rows[relation])
    page.goto(step)
    for part in LAYOUT[number]:
        if part.name in ROWS and part.name not in PAGES:
            fill_rows(page, part.name, content.rows[part.name])
    for name, value in answers_of(number, content).items():
        fill(page, name, value)
    if content.note:
        fill(page, "note", content.note)


def saved_line(page: Page) -> Locator:
    return page.locator("#saved")


# --- The journeys -----------------------------------------------------------------------------------------------------


def new_dossier(page: Page, title: str) -> str:
    """A project with a blank dossier. Returns the address of the dossier."""
    page.get_by_role("link", name="Projecten").click()
    page.get_by_role("link", name=re.compile("project toevoegen", re.IGNORECASE)).first.click()
    page.get_by_label("Titel").fill(title)
    fill_date(page, "starts_on", date(2026, 9, 1))
    page.get_by_role("button", name="Project bewaren").click()
    page.get_by_role("link", name="Dossier openen").click()
    page.get_by_role("button", name="Dossier openen").click()
    expect(page.locator(".tasks")).to_be_visible()
    return page.url


def squeezed(text: str) -> str:
    """Without white space: a line in a PDF breaks where it likes."""
    return re.sub(r"\s+", "", text).lower()


def printed(page: Page, dossier: str) -> str:
    page.goto(dossier)
    page.get_by_role("button", name="Dossier als PDF maken").click()
    link = page.get_by_role("link", name="Pdf downloaden")
    expect(link).to_be_visible(timeout=60_000)
    with page.expect_download() as started:
        link.click()
    data = Path(started.value.path()).read_bytes()
    return squeezed(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(data)).pages))


def expected(example: dict[Any, Any]) -> list[str]:
    """Every value of the case, in the words of the paper."""
    found = []
    for number, content in example.items():
        form = FORMS[number]()
        found += [content.note] if content.note else []
        for name, value in answers_of(number, content).items():
            choices = dict(flat(getattr(form.fields[name], "choices", ())))
            for one in value if isinstance(value, list) else [value]:
                found.append(str(choices.get(one, one)).split(" (")[0])
        for relation, rows in content.rows.items():
            found += [text for row in rows for text in row_texts(relation, row)]
    return found


def flat(choices: Any) -> Any:
    for key, label in choices:
        yield from label if isinstance(label, list) else [(key, label)]


def row_texts(relation: str, row: dict[str, Any]) -> list[str]:
    form = ROW_FORMS[relation](today=date(2026, 11, 22), sources=())
    texts = []
    for name in form.columns:
        value = row.get(name)
        if value in ("", None) or isinstance(value, bool) or name == "source_id":
            continue
        choices = dict(flat(getattr(form.fields[name], "choices", ())))
        if isinstance(value, date):
            texts.append(f"{value:%d/%m/%Y}")
        elif isinstance(value, Decimal):
            texts.append(f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", "."))
        else:
            texts.append(str(choices.get(value, typed(value))))
    return texts


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without a script"])
def test_the_complete_instrument_comes_back_in_the_pdf(sign_in: SignIn, product: Product, script: bool) -> None:
    """With a script the step saves itself, and the button comes last; without one the button does it all."""
    page = sign_in("coordinator", java_script_enabled=script)
    dossier = new_dossier(page, f"Proefproject {'met' if script else 'zonder'} script")
    example = worked_example(product.today)
    for number, content in example.items():
        fill_step(page, f"{dossier}steps/{number.value}/", number, content)
        if script:
            expect(page.locator("form.step")).not_to_have_attribute("data-unsaved", "yes")
            page.goto(f"{dossier}steps/{number.value}/")
        page.get_by_label("Ja, klaar").check()
        page.get_by_role("button", name=re.compile("^Bewaren")).first.click()
        expect(page.get_by_role("alert")).to_have_count(0)
    page.goto(dossier)
    expect(page.get_by_text("Klaar", exact=True)).to_have_count(6)
    text = printed(page, dossier)
    values = expected(example)
    assert len(values) >= 150
    assert [value for value in values if squeezed(value) not in text] == []


def test_two_browsers_at_one_step_lose_nothing(sign_in: SignIn) -> None:
    """Both see what the other did; where both changed the same, one of them chooses."""
    one = sign_in("coordinator")
    step = f"{new_dossier(one, 'Proefproject met twee')}steps/1/"
    other = sign_in("coordinator")
    for page in (one, other):
        page.goto(step)
    one.locator("[name=room_why]").fill("Van de eerste")
    expect(saved_line(one)).to_contain_text("Bewaard om")
    other.locator("[name=reach_why]").fill("Van de tweede")
    expect(other.locator("[name=room_why]")).to_have_value("Van de eerste")
    one.locator("[name=note]").fill("Nota van de eerste")
    expect(one.locator("[name=reach_why]")).to_have_value("Van de tweede")
    other.locator("[name=note]").fill("Nota van de tweede")
    clash = other.locator("#clashes")
    expect(clash).to_contain_text("Nota van de eerste")
    expect(other.locator("[name=note]")).to_have_value("Nota van de tweede")
    clash.get_by_label(re.compile("Wat jij typte")).check()
    expect(clash).to_be_hidden()
    one.reload()
    expect(one.locator("[name=note]")).to_have_value("Nota van de tweede")
    expect(one.locator("[name=room_why]")).to_have_value("Van de eerste")


def test_a_line_that_is_cut_while_typing_loses_nothing(sign_in: SignIn) -> None:
    page = sign_in("coordinator")
    step = f"{new_dossier(page, 'Proefproject zonder lijn')}steps/1/"
    page.goto(step)
    page.context.set_offline(True)
    page.locator("[name=worth]").fill("Getypt zonder bereik")
    expect(saved_line(page)).to_contain_text("Geen verbinding. Wat je typte, staat nog op dit scherm.")
    page.get_by_role("button", name=re.compile("^Bewaren en naar")).click()
    expect(page.locator("[name=worth]")).to_have_value("Getypt zonder bereik")
    page.context.set_offline(False)
    expect(saved_line(page)).to_contain_text("Bewaard om", timeout=15_000)
    page.reload()
    expect(page.locator("[name=worth]")).to_have_value("Getypt zonder bereik")


def test_a_session_that_ended_while_typing_loses_nothing(sign_in: SignIn) -> None:
    """Logged in again in another tab, the first one saves by itself, with the token of the new session."""
    page = sign_in("coordinator")
    page.goto(f"{new_dossier(page, 'Proefproject zonder sessie')}steps/1/")
    page.context.clear_cookies(name="sessionid")
    page.locator("[name=worth]").fill("Getypt na de sessie")
    expect(saved_line(page)).to_contain_text("Je bent afgemeld.")
    other = page.context.new_page()
    other.goto("/")
    fill_in_log_in(other, "coordinator@demo.example")
    expect(saved_line(page)).to_contain_text("Bewaard om", timeout=15_000)
    page.reload()
    expect(page.locator("[name=worth]")).to_have_value("Getypt na de sessie")
