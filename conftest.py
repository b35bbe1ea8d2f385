"""Fixtures for every test: a running product, a browser, and the named cast."""

import gc

import pytest
from hypothesis import settings

pytest_plugins = [
    "config.testing.product",
    "config.testing.browser",
    "config.testing.phone",
    "config.testing.cast",
    "config.testing.database",
    "config.testing.world",
]

# A slow machine is no reason to fail, and what failed once can be played again.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Code and collected tests stay until the end: not looking through them again and again saves a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
