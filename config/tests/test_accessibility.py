"""Every page of every role, for who sees little, uses no mouse, or magnifies: WCAG 2.2 AA by axe, and what axe misses.

A page that several roles have is looked at wholly for the first of them; for the others, what their data may change.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from config.testing.accessibility import glance_at, look_at, send_empty
from config.testing.browser import SignIn
from config.testing.crawl import reachable
from config.testing.product import Product
from config.tests.matrix import ADDRESSES

pytestmark = pytest.mark.journey

Open = Callable[[str], Page]

# In this order: the first who may see a page looks at it wholly. Their places in the cast have the same names.
ROLES = ("ambassador", "coordinator", "guide", "administrator", "ministry")
OUTSIDE = ("/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/signup/")
OUTSIDE += ("/account/inactive/", "/accessibility/", "/privacy/")
OF_EVERYONE = ("/workplaces/", "/profile/", "/account/2fa/", "/account/sessions/", "/account/email/")
OF_EVERYONE += ("/account/password/change/", "/account/logout/", "/account/2fa/totp/activate/")

# One word is a whole answer there: a name.
TAKES_ONE_WORD = {"networks:attendance-new"}
# Nobody comes there by a link: an act behind a button, a file, or something of which the demo has no case.
NOT_BY_A_LINK: set[str] = set()


@pytest.fixture
def signed_in(sign_in: SignIn) -> Open:
    return lambda role: sign_in(role, reduced_motion="reduce")


@pytest.fixture(scope="session")
def met() -> dict[str, dict[str, str]]:
    """The pages of each role, crawled once in each process."""
    return {}


@pytest.fixture
def pages_of(signed_in: Open, met: dict[str, dict[str, str]]) -> Callable[[str], dict[str, str]]:
    def crawl(role: str) -> dict[str, str]:
        if role not in met:
            reached = reachable(signed_in(role).context)
            met[role] = {kind: path for kind, path in reached.items() if name_of(kind) in ADDRESSES}
        return met[role]

    return crawl


def name_of(kind: str) -> str:
    return kind.split()[0]


def first_to_see(kind: str) -> str:
    return next(role for role in ROLES if role in ADDRESSES[name_of(kind)].own.split())


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_can_be_used_by_everyone(role, signed_in: Open, pages_of):
    page = signed_in(role)
    looks = {kind: look_at if first_to_see(kind) == role else glance_at for kind in pages_of(role)}
    assert [wrong for kind, path in pages_of(role).items() for wrong in looks[kind](page, path)] == []


@pytest.mark.parametrize("role", ROLES)
def test_every_empty_form_tells_what_it_needs(role, signed_in: Open, pages_of):
    page = signed_in(role)
    new = {
        kind: path
        for kind, path in pages_of(role).items()
        if kind.endswith("-new") and kind not in TAKES_ONE_WORD and first_to_see(kind) == role
    }
    assert [wrong for path in new.values() for wrong in send_empty(page, path)] == []


def test_no_page_escapes_these_looks(pages_of):
    reached = {name_of(kind) for role in ROLES for kind in pages_of(role)}
    assert set(ADDRESSES) - reached == NOT_BY_A_LINK


def test_pages_outside_a_workplace_can_be_used_by_everyone(signed_in: Open):
    page = signed_in("ministry")
    assert [wrong for path in OF_EVERYONE for wrong in look_at(page, path)] == []


def test_pages_without_a_sign_in_can_be_used_by_everyone(product: Product, page: Page):
    page.emulate_media(reduced_motion="reduce")
    assert [wrong for path in OUTSIDE for wrong in look_at(page, f"{product.url}{path}")] == []
