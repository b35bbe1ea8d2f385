"""The test database: the municipalities that a migration put there stay, and nobody waits to throw it away."""

import os
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import blocking_manager_key


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """A private PostgreSQL goes away whole; a worker killed a moment ago may still hold a session in its database."""
    return os.environ["TEST_ENGINE"] == "postgres"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test with real transactions empties every table. Processes steal each other's tests, so any may come next."""
    yield
    mark = item.get_closest_marker("django_db")
    contents = getattr(connection, "_test_serialized_contents", None)
    if nextitem and mark and mark.kwargs.get("transaction") and contents:
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(contents)
