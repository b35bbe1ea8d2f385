"""Every page of every role, for who sees little, uses no mouse, or magnifies: WCAG 2.2 AA by axe, and what axe misses.

A page that several roles have is looked at wholly for the first of them; for the others, what their data may change.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from ambassadors import demo_support
from config.processes import wait_until
from config.testing.accessibility import glance_at, look_at, send_empty
from config.testing.browser import SignIn
from config.testing.crawl import reachable
from config.testing.product import Product, locked
from config.tests.matrix import ADDRESSES
from trajectories import demo_supply

pytestmark = pytest.mark.journey

Open = Callable[[str], Page]

# Who logs in, and their place in the cast. The first of them who may see a page looks at it wholly.
PEOPLE = {
    "ambassador": "ambassador",
    "coordinator": "coordinator",
    "guide": "guide",
    "administrator": "administrator",
    "ministry": "ministry",
    "administrator.ministry": "ministry_administrator",
}

OUTSIDE = ("/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/signup/")
OUTSIDE += (
    "/account/inactive/",
    "/accessibility/",
    "/privacy/",
    f"/plaatsen/{demo_supply.SECRET}/",
    f"/steungroep/{demo_support.SECRET}/",
)
OF_EVERYONE = ("/workplaces/", "/profile/", "/account/2fa/", "/account/sessions/", "/account/email/")
OF_EVERYONE += ("/account/password/change/", "/account/logout/", "/account/2fa/totp/activate/")

# One word is a whole answer there: a name.
TAKES_ONE_WORD = {"networks:attendance-new"}
# Nobody comes there by a link: acts behind a button, files, and an address that only leads on.
ACTS = {
    "ambassadors:advice-withdraw",
    "ambassadors:decision-remove",
    "ambassadors:decision-restore",
    "ambassadors:dossier-open",
    "ambassadors:source-switch-off",
    "ambassadors:source-switch-on",
    "ambassadors:goals-agree",
    "ambassadors:row-remove",
    "ambassadors:row-restore",
    "ambassadors:step-reopen",
    "ambassadors:step-restore",
    "ambassadors:support-link-restore",
    "ambassadors:support-link-revoke",
    "ambassadors:support-link-send",
    "networks:attendance-remove",
    "networks:attendance-restore",
    "networks:finding-publish",
    "networks:finding-withdraw",
    "organisations:invitation-restore",
    "organisations:invitation-send",
    "organisations:invitation-withdraw",
    "organisations:membership-end",
    "organisations:membership-reopen",
    "reporting:report-create",
    "trajectories:assignment-restore",
    "trajectories:contact-restore",
    "trajectories:contact-retract",
    "trajectories:family-leave",
    "trajectories:hand-over-undo",
    "trajectories:feed-renew",
    "trajectories:feed-revoke",
    "trajectories:places-link-new",
    "trajectories:places-link-restore",
    "trajectories:places-link-revoke",
    "trajectories:trajectory-search",
}
FILES = {
    "ambassadors:attachment-download",
    "ambassadors:meetings-ics",
    "reporting:report-file",
    "reporting:report-word",
    "trajectories:contact-export",
    "trajectories:snapshot",
    "trajectories:trajectory-export",
}
LEADS_ON = {"organisations:home"}
# Whether a report is there to be found depends on which test came first.
HAS_ITS_OWN_TEST = {"reporting:report-detail"}


@pytest.fixture
def signed_in(sign_in: SignIn) -> Open:
    return lambda who: sign_in(who, reduced_motion="reduce")


@pytest.fixture
def pages_of(signed_in: Open) -> Callable[[str], dict[str, str]]:
    """The pages of each person. The products of all processes are copies, so whoever comes first crawls for all."""

    def crawl(who: str) -> dict[str, str]:
        run_dir = Path(os.environ["TEST_RUN_DIR"])
        kept = run_dir / f"pages-of-{who}.json"
        with locked(kept.with_suffix(".lock")):
            if not kept.exists():
                reached = reachable(signed_in(who).context)
                ours = {kind: path for kind, path in reached.items() if name_of(kind) in ADDRESSES}
                kept.write_text(json.dumps(ours))
            return json.loads(kept.read_text())

    return crawl


def name_of(kind: str) -> str:
    return kind.split()[0]


def is_first_to_see(kind: str, who: str) -> bool:
    """Also when only a row of another organisation offers it: then nobody else in PEOPLE gets there."""
    own = ADDRESSES[name_of(kind)].own.split()
    return who == next((first for first, place in PEOPLE.items() if place in own), who)


@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_of_a_role_can_be_used_by_everyone(who, signed_in: Open, pages_of):
    page = signed_in(who)
    looks = {kind: look_at if is_first_to_see(kind, who) else glance_at for kind in pages_of(who)}
    assert [wrong for kind, path in pages_of(who).items() for wrong in looks[kind](page, path)] == []


@pytest.mark.parametrize("who", PEOPLE)
def test_every_empty_form_tells_what_it_needs(who, signed_in: Open, pages_of):
    page = signed_in(who)
    new = {kind for kind in pages_of(who) if kind.endswith("-new") and is_first_to_see(kind, who)} - TAKES_ONE_WORD
    assert [wrong for kind in new for wrong in send_empty(page, pages_of(who)[kind])] == []


def test_a_report_can_be_followed_and_read_by_everyone(signed_in: Open, pages_of):
    page = signed_in("ministry")
    page.goto(pages_of("ministry")["reporting:report-list"])
    with page.expect_navigation():
        page.get_by_role("button", name="Verslag maken").click()
    path = urlsplit(page.url).path
    wrong = look_at(page, path)
    wait_until(lambda: is_ready(page), what="The report", seconds=120)
    assert wrong + look_at(page, path) == []


def is_ready(page: Page) -> bool:
    page.reload()
    return page.get_by_role("link", name="Pdf downloaden").count() > 0


def test_no_page_escapes_these_looks(pages_of):
    reached = {name_of(kind) for who in PEOPLE for kind in pages_of(who)}
    assert set(ADDRESSES) - reached - HAS_ITS_OWN_TEST == ACTS | FILES | LEADS_ON


def test_pages_outside_a_workplace_can_be_used_by_everyone(signed_in: Open):
    page = signed_in("ministry")
    assert [wrong for path in OF_EVERYONE for wrong in look_at(page, path)] == []


def test_pages_without_a_sign_in_can_be_used_by_everyone(product: Product, page: Page):
    page.emulate_media(reduced_motion="reduce")
    assert [wrong for path in OUTSIDE for wrong in look_at(page, f"{product.url}{path}")] == []
