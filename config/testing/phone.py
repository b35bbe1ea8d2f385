"""An ambassador's phone in a test: ready to be without reception, and a way to count what reached the server."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg2
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from config.processes import wait_until
from config.testing.browser import SignIn
from config.testing.line import Line
from config.testing.product import Product

SEED = int(os.environ.get("OFFLINE_SEED", "2026"))
READY = "Boolean(localStorage.getItem('workplace') && navigator.serviceWorker.controller)"
CLOCK = """(() => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() - %d); }
    static now() { return Real.now() - %d; }
  };
})()"""


@dataclass
class Phone:
    """`page` stands on the app's first screen; `taps` counts what the thumb did through `tap`."""

    page: Page
    line: Line
    product: Product
    email: str
    taps: int = 0

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def tap(self, place: Locator) -> None:
        self.taps += 1
        place.tap()

    def home(self) -> None:
        self.page.goto("/phone/#")
        expect(self.page.locator("[data-screen=home]")).to_be_visible()

    def turn_clock_back(self, minutes: int) -> None:
        """So that what is written now was written then: nobody waits a day in a test."""
        ago = minutes * 60_000
        self.context.add_init_script(CLOCK % (ago, ago))
        self.page.reload()
        self.home()

    def log_contact(self, note: str = "Even gebeld") -> None:
        """From the first screen, about whoever was seen last."""
        self.page.locator("[data-list=lately] a").first.click()
        self.page.locator("form [name=note]").fill(note)
        self.page.get_by_role("button", name="Contact bewaren").click()

    def open_form(self, kind: str) -> None:
        """A form of the shell, by its address: "contact", "activity"."""
        self.page.goto(f"/phone/#{kind}")
        expect(self.page.locator("[data-screen=form] form")).to_be_visible()

    def fill_in(self, kind: str, button: str, /, *, opened: bool = False, **values: str) -> None:
        """Fill in such a form and save it, without reception."""
        if not opened:
            self.open_form(kind)
        for field, value in values.items():
            place = self.page.locator(f"[data-screen=form] [name={field}]")
            (place.select_option if place.evaluate("(one) => one.localName === 'select'") else place.fill)(value)
        self.page.get_by_role("button", name=button).click()
        expect(self.page.get_by_text("Bewaard op dit toestel.")).to_be_visible()

    def expect_waiting(self, number: int) -> None:
        words = {0: "Alles is verzonden"}.get(number, f"{number} niet verzonden")
        expect(self.page.locator("p.outbox")).to_have_text(words, timeout=30_000)

    def send_now(self) -> None:
        self.page.goto("/phone/#outbox")
        self.page.get_by_role("button", name="Nu verzenden").click()

    # --- counted by the server's own database, not by what the screen says

    def counts(self) -> tuple[int, int]:
        """Contacts of this person, and receipts."""
        of_person = (
            """FROM organisations_membership m JOIN organisations_user u ON u.id = m.user_id WHERE u.email = %s"""
        )
        contacts = f"SELECT count(*) FROM trajectories_contact WHERE membership_id IN (SELECT m.id {of_person})"
        entries = f"SELECT count(*) FROM organisations_entry WHERE membership_id IN (SELECT m.id {of_person})"
        return self.ask(contacts, self.email)[0][0], self.ask(entries, self.email)[0][0]

    def number_in(self, table: str) -> int:
        return int(self.ask(f"SELECT count(*) FROM trajectories_{table}")[0][0])

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        connection = psycopg2.connect(self.product.database_url)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(sql, values)
                return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()

    def expect_arrived(self, before: tuple[int, int], number: int) -> None:
        """So many more contacts than `before`, each with one receipt."""
        wanted = (before[0] + number, before[1] + number)
        wait_until(lambda: self.counts() == wanted, what=f"{number} contacts on the server", seconds=30)


@pytest.fixture
def line(product: Product) -> Iterator[Line]:
    with Line(product.port, SEED).open() as one:
        yield one


@pytest.fixture
def phone(sign_in: SignIn, line: Line, product: Product) -> Callable[..., Phone]:
    def pick_up(who: str = "ambassador", **options: Any) -> Phone:
        page = sign_in(who, phone=True, base_url=line.url, reduced_motion="reduce", **options)
        wait_until(lambda: page.evaluate(READY), what="The phone")
        picked = Phone(page, line, product, who if "@" in who else f"{who}@demo.example")
        picked.home()
        return picked

    return pick_up
