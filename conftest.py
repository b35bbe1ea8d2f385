"""Fixtures for every test: a running product, a browser, and the named cast."""

pytest_plugins = ["config.testing.product", "config.testing.browser", "config.testing.cast", "config.testing.world"]
