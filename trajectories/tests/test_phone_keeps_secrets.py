"""A phone that is lost, lent or shared: nothing on it can be read, and what waits stays its owner's."""

import pytest
from playwright.sync_api import expect

from config.processes import wait_until
from config.testing.phone import Phone

pytestmark = pytest.mark.journey

# Every byte that this origin keeps: IndexedDB with its ciphertexts as text, caches, local and session storage.
EVERYTHING = """async () => {
  const seen = [];
  const show = (value) => JSON.stringify(value, (key, one) =>
    one instanceof ArrayBuffer || ArrayBuffer.isView(one) ? new TextDecoder("latin1").decode(one)
      : one instanceof CryptoKey ? `key, extractable: ${one.extractable}` : one);
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => {
      const ask = indexedDB.open(name);
      ask.onsuccess = () => done(ask.result);
    });
    for (const store of db.objectStoreNames) {
      const rows = await new Promise((done) => {
        const ask = db.transaction(store).objectStore(store).getAll();
        ask.onsuccess = () => done(ask.result);
      });
      seen.push(`${store}: ${show(rows)}`);
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      seen.push(`${request.url} ${await (await cache.match(request)).text()}`);
    }
  }
  return [...seen, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
}"""


def kept(phone: Phone) -> str:
    return "\n".join(phone.page.evaluate(EVERYTHING))


def test_nothing_that_is_kept_can_be_read(phone):
    one: Phone = phone()
    name = one.page.locator("[data-list=people] a").first.inner_text().partition(" · ")[2]
    code = one.page.locator("[data-list=lately] a").first.inner_text()
    one.context.set_offline(True)
    one.log_contact("Een heel eigen notitie")
    one.page.get_by_role("link", name="Kind of jongere toevoegen").click()
    one.page.get_by_label("Voornaam of roepnaam").fill("Zeldzaamnaam")
    one.page.get_by_role("button", name="Bewaren en traject starten").click()
    one.expect_waiting(2)
    text = kept(one)
    assert "outbox: [{" in text
    assert "snapshots: [{" in text
    assert "key, extractable: false" in text
    assert [
        word for word in (name, code, "Zeldzaamnaam", "Een heel eigen notitie", "Contact noteren ·") if word in text
    ] == []
    one.context.set_offline(False)
    one.send_now()
    one.expect_waiting(0)


def test_next_person_on_this_phone_reads_nothing_and_sends_nothing_of_the_first(phone, sign_in, signed_in_states):
    one: Phone = phone("ambassador.11")
    signed_in_states.pop(one.email)
    before = one.counts()
    name = one.page.locator("[data-list=people] a").first.inner_text()
    one.line.fault = "lose request"
    one.log_contact("Van de eerste")
    expect(one.page.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    one.page.goto("/account/logout/")
    one.page.get_by_role("button", name="Afmelden").last.click()
    one.line.fault = "none"

    log_in(one, "ambassador.02@demo.example")
    wait_until(lambda: one.page.evaluate("localStorage.getItem('phone')"), what="The second person's key")
    one.expect_waiting(1)
    one.home()
    expect(one.page.locator("[data-list=people] a").first).to_be_visible()
    assert one.page.get_by_text(name).count() == 0
    one.page.goto("/phone/#outbox")
    expect(one.page.get_by_text("Op slot, tot wie dit noteerde zich aanmeldt")).to_be_visible()
    expect(one.page.get_by_role("button", name="Nu verzenden")).to_be_hidden()
    one.page.reload()  # opening it sends what can be sent
    one.page.wait_for_timeout(500)
    assert one.counts() == before
    one.page.goto("/account/logout/")
    one.page.get_by_role("button", name="Afmelden").last.click()

    log_in(one, one.email)
    one.expect_waiting(0)
    one.expect_arrived(before, 1)


def log_in(phone: Phone, email: str) -> None:
    phone.page.goto("/account/login/")
    phone.page.locator("input[name=login]").fill(email)
    phone.page.locator("input[name=password]").fill("demo-demo-demo")
    phone.page.locator("input[name=password]").press("Enter")
    phone.page.wait_for_url("**/today/")


def test_store_that_the_browser_cleared_is_told(phone):
    one: Phone = phone()
    one.context.set_offline(True)
    one.log_contact("Gaat straks verloren")
    one.expect_waiting(1)
    one.page.evaluate(
        """async () => {
          const { promise, resolve } = Promise.withResolvers();
          indexedDB.deleteDatabase("verbindingsambassadeurs").onsuccess = resolve;
          await promise;
        }"""
    )
    one.context.set_offline(False)
    one.page.goto("/")
    told = one.page.get_by_text("Dit toestel gooide weg wat nog wachtte: 1 niet verzonden.")
    expect(told).to_be_visible()
    one.expect_waiting(0)
