"""Debian's Chromium for pytest-playwright, and people of the demo who are signed in."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from config.testing.product import Product

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DESK = {"viewport": {"width": 1280, "height": 900}}
QUIET = ("--disable-background-networking", "--disable-quic", "--disable-component-update", "--no-first-run")

SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    unboxed = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
    program = shutil.which("chromium") or "/usr/bin/chromium"
    return {**browser_type_launch_args, "executable_path": program, "args": [*QUIET, *unboxed]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, **DESK, "locale": "nl-BE", "timezone_id": "Europe/Brussels"}


@pytest.fixture(scope="session")
def signed_in_states() -> dict[str, StorageState]:
    """The cookies of those who signed in during this run, by e-mail address."""
    return {}


@pytest.fixture
def sign_in(
    product: Product,
    browser: Browser,
    browser_context_args: dict[str, Any],
    signed_in_states: dict[str, StorageState],
) -> Iterator[SignIn]:
    """`sign_in("coordinator", phone=True, color_scheme="dark")`: a page of their own, on the first screen."""
    contexts: list[BrowserContext] = []

    def open_page(who: str, *, phone: bool = False, **options: Any) -> Page:
        email = who if "@" in who else f"{who}@demo.example"
        looks = browser_context_args | (PHONE if phone else DESK) | {"base_url": product.url} | options
        context = browser.new_context(**looks, storage_state=signed_in_states.get(email))
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        if email not in signed_in_states:
            fill_in_log_in(page, email)
            signed_in_states[email] = context.storage_state()
        return page

    yield open_page
    for context in contexts:
        context.close()


def fill_in_log_in(page: Page, email: str) -> None:
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(demo_password())
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda address: "login" not in address)


def demo_password() -> str:
    from organisations.demo import PASSWORD

    return PASSWORD
