"""The phone without reception, in a real browser against a real server: what is logged arrives, once.

Every case that lost or doubled an entry in other tools. OFFLINE_SEED=7 pytest trajectories/tests/test_offline.py plays
the random ones another way.
"""

import re

import pytest
from playwright.sync_api import expect

from config.processes import wait_until
from config.testing.phone import SEED, Phone
from config.testing.product import Product

pytestmark = pytest.mark.journey


def test_answer_lost_after_it_was_written_makes_no_second_one(phone):
    one: Phone = phone()
    before = one.counts()
    one.line.fault = "lose answer"
    one.log_contact()
    expect(one.page.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    one.expect_waiting(1)
    one.expect_arrived(before, 1)
    one.line.fault = "none"
    one.send_now()
    one.expect_waiting(0)
    one.expect_arrived(before, 1)


def test_double_tap_is_one_entry(phone):
    one: Phone = phone()
    before = one.counts()
    one.line.fault = "dawdle"
    one.page.locator("[data-list=lately] a").first.click()
    one.page.get_by_role("button", name="Contact bewaren").evaluate("(button) => { button.click(); button.click(); }")
    one.expect_waiting(0)
    one.expect_arrived(before, 1)


def test_two_tabs_send_what_waits_once(phone):
    one: Phone = phone()
    before = one.counts()
    one.context.set_offline(True)
    for _ in range(5):
        one.log_contact()
        expect(one.page.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    other = one.context.new_page()
    other.goto("/phone/#outbox")
    expect(other.locator("p.outbox")).to_have_text("5 niet verzonden")
    one.line.fault = "repeat"
    one.context.set_offline(False)
    other.get_by_role("button", name="Nu verzenden").click()
    one.expect_waiting(0)
    one.expect_arrived(before, 5)
    expect(other.locator("p.outbox")).to_have_text("Alles is verzonden")


def test_tab_killed_while_it_sends_loses_nothing(phone):
    one: Phone = phone()
    before = one.counts()
    one.line.fault = "dawdle"
    one.page.locator("[data-list=lately] a").first.click()
    one.page.get_by_role("button", name="Contact bewaren").click(no_wait_after=True)
    wait_until(lambda: one.line.met["dawdle"] > 0, what="The request")
    one.page.close()
    one.page = one.context.new_page()
    one.home()
    one.expect_waiting(0)
    one.expect_arrived(before, 1)


def test_session_that_expired_keeps_the_entry_until_one_is_back(phone, signed_in_states):
    one: Phone = phone("ambassador.08")
    signed_in_states.pop(one.email)
    before = one.counts()
    key = next(c["value"] for c in one.context.cookies() if c["name"] == "sessionid")
    one.ask("DELETE FROM django_session WHERE session_key = %s", key)
    one.log_contact()
    expect(one.page.get_by_text("Meld je opnieuw aan.")).to_be_visible()
    one.expect_waiting(1)
    assert one.counts() == before
    one.page.locator("[data-part=login] a").click()
    one.page.locator("input[name=login]").fill(one.email)
    one.page.locator("input[name=password]").fill("demo-demo-demo")
    one.page.locator("input[name=password]").press("Enter")
    one.expect_waiting(0)
    one.expect_arrived(before, 1)


def test_trajectory_closed_meanwhile_takes_the_entry_and_marks_it(phone):
    one: Phone = phone("ambassador.03")
    before = one.counts()
    one.turn_clock_back(minutes=10)
    one.context.set_offline(True)
    one.log_contact("Toen liep het nog")
    uuid = one.page.evaluate("document.querySelector('[data-list=lately] a').hash.split('/')[1]")
    # A colleague's hand: closed now, while the entry waits.
    one.ask(
        """INSERT INTO trajectories_trajectorystatus (uuid, trajectory_id, status, date, reason, logged_at, received_at)
           SELECT gen_random_uuid(), id, 'completed', current_date, '', now(), now()
           FROM trajectories_trajectory WHERE uuid = %s""",
        uuid,
    )
    one.context.set_offline(False)
    one.expect_waiting(0)
    one.expect_arrived(before, 1)
    marks = """SELECT count(*) FROM trajectories_lateentry l JOIN trajectories_trajectory t ON t.id = l.trajectory_id
               WHERE t.uuid = %s AND l.reason = 'closed'"""
    assert one.ask(marks, uuid) == [(1,)]


def test_trajectory_given_to_another_meanwhile_takes_the_entry_and_marks_it(phone):
    one: Phone = phone("ambassador.10")
    before = one.counts()
    one.turn_clock_back(minutes=2 * 24 * 60)
    one.context.set_offline(True)
    one.log_contact("Eergisteren was het nog van mij")
    one.ask(
        """UPDATE ambassadors_appointment SET ends_on = current_date - 1 WHERE membership_id IN (
           SELECT m.id FROM organisations_membership m JOIN organisations_user u ON u.id = m.user_id
           WHERE u.email = %s)""",
        one.email,
    )
    one.context.set_offline(False)
    one.expect_waiting(0)
    one.expect_arrived(before, 1)
    assert one.ask("SELECT count(*) FROM trajectories_lateentry WHERE reason = 'reassigned'") >= [(1,)]


# What the browser answers when the device is full. Chromium lets no test set a quota in a private window.
FULL = """() => {
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""


def test_storage_that_is_full_says_so_and_keeps_the_form(phone):
    one: Phone = phone()
    before = one.counts()
    one.line.fault = "lose request"
    one.page.evaluate(FULL)
    one.page.locator("[data-list=lately] a").first.click()
    one.page.locator("form [name=note]").fill("Dit mag niet weg")
    one.page.get_by_role("button", name="Contact bewaren").click()
    expect(one.page.get_by_role("alert").filter(has_text="Dit toestel is vol")).to_be_visible()
    expect(one.page.locator("form [name=note]")).to_have_value("Dit mag niet weg")
    one.line.fault = "none"
    one.page.get_by_role("button", name="Contact bewaren").click()
    one.expect_arrived(before, 1)


LOG_MANY = """async (number) => {
  const wait = (ready) => new Promise((done) => {
    const look = () => { const found = ready(); found ? done(found) : setTimeout(look, 5); };
    look();
  });
  const person = document.querySelector("[data-list=lately] a").hash;
  for (let n = 0; n < number; n++) {
    location.hash = person;
    const form = await wait(() => document.querySelector("[data-screen=form]:not([hidden]) form"));
    form.elements.note.value = `Nummer ${n}`;
    form.requestSubmit();
    await wait(() => !document.querySelector("[data-screen=home]").hidden);
  }
}"""


def test_two_hundred_entries_over_a_bad_line_arrive_once_each(phone):
    print(f"OFFLINE_SEED={SEED}")  # noqa: T201 - so that what failed can be played again
    one: Phone = phone("ambassador.04")
    before = one.counts()
    one.context.set_offline(True)
    one.page.evaluate(LOG_MANY, 200)
    one.expect_waiting(200)
    one.page.goto("/phone/#outbox")
    one.line.fault = "random"
    one.context.set_offline(False)
    for turn in range(400):
        if one.page.evaluate("localStorage.getItem('waiting')") == "0":
            break
        if turn % 40 == 39:
            one.page.close()  # killed, with a request on its way
            one.page = one.context.new_page()
            one.page.goto("/phone/#outbox")
        one.page.evaluate("document.querySelector('[data-act=send]').click()")
        one.page.wait_for_timeout(100)
    one.expect_waiting(0)
    one.expect_arrived(before, 200)
    assert all(one.line.met[fault] for fault in ("lose request", "lose answer", "dawdle", "repeat"))


def test_server_that_stops_and_starts_gets_everything(phone, own_product: Product, line):
    line.target = own_product.port
    one: Phone = phone("ambassador.06")
    one.product = own_product
    before = one.counts()
    own_product.stop()
    one.page.reload()  # opens from what the phone kept
    for _ in range(3):
        one.log_contact()
        expect(one.page.get_by_text("Bewaard op dit toestel.")).to_be_visible(timeout=15_000)
    one.expect_waiting(3)
    own_product.start()
    one.send_now()
    one.expect_waiting(0)
    one.expect_arrived(before, 3)


def test_new_child_is_written_about_before_anything_was_sent(phone):
    one: Phone = phone()
    before = one.counts()
    one.context.set_offline(True)
    one.page.get_by_role("link", name="Kind of jongere toevoegen").click()
    one.page.get_by_label("Voornaam of roepnaam").fill("Nieuweling")
    one.page.get_by_role("button", name="Bewaren en traject starten").click()
    one.page.get_by_label(re.compile("Wie bracht|Aangebracht")).select_option(index=1)
    one.page.get_by_role("button", name="Traject starten").click()
    one.page.get_by_label("Zoek op code of voornaam").fill("nieuwe")
    one.page.get_by_role("link", name="Nieuw · Nieuweling").click()
    one.page.locator("[data-part=log]").click()
    one.page.locator("form [name=note]").fill("Eerste gesprek")
    one.page.get_by_role("button", name="Contact bewaren").click()
    one.expect_waiting(3)
    one.line.fault = "lose request"
    one.context.set_offline(False)
    one.send_now()
    one.expect_waiting(3)
    one.line.fault = "none"
    one.send_now()
    one.expect_waiting(0)
    wait_until(lambda: one.counts() == (before[0] + 1, before[1] + 3), what="Child, trajectory and contact")
    one.page.goto("/")
    one.page.get_by_role("link", name="Contact noteren", exact=True).click()
    expect(one.page.get_by_text(re.compile("· Nieuweling$")).first).to_be_visible()


def test_activity_signal_and_result_are_begun_without_reception_and_arrive_once_each(phone):
    """With a provider who waits too: what names them goes after them."""
    one: Phone = phone()
    before = {table: one.number_in(table) for table in ("activity", "signal", "result", "provider")}
    one.context.set_offline(True)
    one.fill_in("provider", "Aanbieder bewaren", name="Skatepark De Helling", kind="playground")
    one.open_form("activity")
    one.page.get_by_text("Meer hierover").click()
    one.page.get_by_label("Vrijetijdsaanbieder 1").fill("Skatepark De Helling")
    one.fill_in("activity", "Activiteit bewaren", what="Samen gaan skaten", opened=True)
    one.fill_in("signal", "Signaal bewaren", note="Het lidgeld is te hoog", about="affordable")
    month = {"date_day": "1", "date_month": "mei", "date_year": "2025"}
    one.fill_in("result", "Resultaat bewaren", what="Een nieuwe instuif", **month)
    one.expect_waiting(4)
    one.page.goto("/phone/#outbox")
    expect(one.page.get_by_text("Activiteit noteren · Samen gaan skaten")).to_be_visible()
    one.line.fault = "repeat"
    one.context.set_offline(False)
    one.send_now()
    one.expect_waiting(0)
    assert {table: one.number_in(table) - number for table, number in before.items()} == dict.fromkeys(before, 1)
    beside = """SELECT p.name FROM trajectories_provider p
                JOIN trajectories_activity_providers b ON b.provider_id = p.id ORDER BY b.activity_id DESC LIMIT 1"""
    assert one.ask(beside) == [("Skatepark De Helling",)]


def test_entry_that_is_refused_stays_and_can_be_corrected(phone):
    one: Phone = phone()
    before = one.counts()
    one.context.set_offline(True)
    one.page.locator("[data-list=lately] a").first.click()
    one.page.locator("form [name=minutes]").fill("5000")
    one.page.locator("form [name=note]").fill("Te lang om waar te zijn")
    one.page.get_by_role("button", name="Contact bewaren").click()
    expect(one.page.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    one.context.set_offline(False)
    one.send_now()
    expect(one.page.get_by_text("Niet aanvaard. Het aantal minuten moet tussen 1 en 1440 liggen.")).to_be_visible()
    one.expect_waiting(1)
    one.page.get_by_role("button", name="Bekijken en verbeteren").click()
    expect(one.page.locator("[name=note]")).to_have_value("Te lang om waar te zijn")
    one.page.locator("[name=minutes]").fill("50")
    one.page.get_by_role("button", name="Contact bewaren").click()
    one.expect_waiting(0)
    one.expect_arrived(before, 1)
