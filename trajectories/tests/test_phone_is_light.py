"""A phone on a slow line: few bytes, few taps, and an app that opens without asking anybody."""

import gzip
import re

import pytest
from playwright.sync_api import Page, Request, expect

from config.processes import wait_until
from config.testing.phone import READY, Phone

pytestmark = pytest.mark.journey

STORES = "indexeddb,local_storage,service_workers,cache_storage"
MOST_BYTES, MOST_SCRIPT = 40 * 1024, 15 * 1024


def weigh(page: Page) -> dict[str, list[tuple[str, int]]]:
    """What comes over the line from now on, compressed, by kind: the page's own requests and the worker's."""
    met: dict[str, list[tuple[str, int]]] = {"all": [], "script": []}

    def note(request: Request) -> None:
        answer = request.response()
        size = request.sizes()["responseBodySize"]
        if answer and not answer.from_service_worker and size > 0:
            met["all"].append((request.url, size))
            if request.resource_type == "script" or request.url.endswith(".js"):
                met["script"].append((request.url, size))

    page.context.on("requestfinished", note)
    return met


def test_first_visit_of_the_home_screen_is_light(sign_in, product):
    page = sign_in("ambassador", phone=True)
    today = page.url
    wait_until(lambda: page.evaluate(READY), what="The phone")  # what it still fetched would be weighed too
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.send("Storage.clearDataForOrigin", {"origin": product.url, "storageTypes": STORES})
    page.goto("about:blank")
    met = weigh(page)
    page.goto(today, wait_until="networkidle")
    wait_until(lambda: page.evaluate(READY), what="The phone")
    page.wait_for_timeout(500)
    total, script = (sum(size for _url, size in met[kind]) for kind in ("all", "script"))
    print(total, script, met["all"])  # noqa: T201 - the figures for whoever wants them lower
    assert any("/css/house." in url for url, _size in met["all"]), "nothing was weighed"
    assert total <= MOST_BYTES
    assert script <= MOST_SCRIPT


def test_app_opens_from_the_phone_without_a_request(phone):
    one: Phone = phone()
    one.line.cut = True
    one.page.goto("about:blank")
    one.page.goto("/phone/")
    expect(one.page.locator("[data-list=people] a").first).to_be_visible()
    expect(one.page.get_by_role("link", name="Contact noteren")).to_be_visible()
    one.line.cut = False


def test_ten_contacts_and_three_moments_with_one_thumb(phone):
    """From the home screen: three taps at most for each, and one text field."""
    one: Phone = phone()
    before = one.counts()
    for number in range(10):
        one.home()
        one.taps = 0
        one.tap(one.page.locator("[data-list=lately] a").nth(number % 3))
        one.page.locator("form [name=note]").fill(f"Contact {number}")
        one.tap(one.page.get_by_role("button", name="Contact bewaren"))
        expect(one.page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
        assert one.taps <= 3
    one.expect_arrived(before, 10)
    for _ in range(3):
        one.home()
        one.taps = 0
        due = one.page.locator("[data-list=due] a[href^='#moment']").first
        trajectory = due.get_attribute("href").split("/")[1]
        moment = due.get_attribute("href")[len("#moment")]
        one.tap(due)
        one.tap(one.page.locator("form").get_by_text(re.compile(r"^\s*Ja,")).first)
        one.page.locator("form [name=remark]").fill("Gevraagd aan de deur")
        one.tap(one.page.get_by_role("button", name="Antwoord bewaren"))
        expect(one.page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
        assert one.taps <= 3
        found = one.ask(f"SELECT m{int(moment)}_outcome FROM trajectories_trajectory WHERE uuid = %s", trajectory)
        assert found == [("reached",)]


def test_shell_and_its_worker_are_small(client):
    """What a phone keeps is kept again with every new version."""
    assert len(gzip.compress(client.get("/phone/").content, 6)) <= 10 * 1024
    assert len(gzip.compress(client.get("/sw.js").content, 6)) <= 2 * 1024
