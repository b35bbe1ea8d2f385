"""What a phone keeps without a log-in: the same for everybody, and never less than a whole version."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from config.testing.cast import address
from config.testing.phone import Phone
from trajectories.tests.making import FIRST_NAME


def test_shell_and_worker_are_the_same_for_everyone(cast, client_for, trajectory):
    known = client_for(cast.ambassador)
    assert FIRST_NAME in known.get(address(cast.ambassador, "trajectories:snapshot")).json()["people"][0]["name"]
    for path in ("/phone/", "/sw.js", "/manifest.webmanifest"):
        answer, nobodys = known.get(path), Client().get(path)
        assert (answer.status_code, answer.content) == (200, nobodys.content), path


# Look for a new version, and wait until it took over or gave up.
UPDATE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  const ended = () => ["activated", "redundant"].includes(worker.state);
  if (!ended()) await new Promise((done) => worker.addEventListener("statechange", () => ended() && done()));
  return worker.state;
}"""


def opens_without_reception(phone: Phone, *, called: str) -> None:
    phone.line.cut = True
    phone.page.goto("about:blank")
    phone.page.goto("/phone/")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(called)
    expect(phone.page.locator("[data-list=people] a").first).to_be_visible()
    phone.line.cut = False


@pytest.mark.journey
def test_new_version_is_kept_whole_before_the_old_one_goes(phone):
    """A release comes while the line fails half-way: what was kept goes on opening until all of the new one is here."""
    one: Phone = phone()
    [old] = one.page.evaluate("caches.keys()")
    files = one.page.evaluate("async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)", old)
    last = files[-1].removeprefix(one.line.url)
    one.line.swaps = {
        "/sw.js": (old, "shell-of-the-release"),
        "/phone/": ('data-home="Vandaag"', 'data-home="Vernieuwd"'),
    }
    one.line.halved = {last}
    assert one.page.evaluate(UPDATE) == "redundant"
    assert one.line.met["halved"]
    opens_without_reception(one, called="Vandaag")
    one.line.halved = set()
    assert one.page.evaluate(UPDATE) == "activated"
    assert one.page.evaluate("caches.keys()") == ["shell-of-the-release"]
    opens_without_reception(one, called="Vernieuwd")
