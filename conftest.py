"""Fixtures for every test: a running product, a browser, and the named cast."""

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
