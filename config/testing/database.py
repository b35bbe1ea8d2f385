"""The test database: the reference data that migrations put there stays, and nobody waits to throw it away."""

import json
import os
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key

# After a flush Django makes these again.
MADE_AGAIN = ("contenttypes.contenttype", "auth.permission")
REFERENCE_DATA = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """A private PostgreSQL goes away whole; a worker killed a moment ago may still hold a session in its database."""
    return os.environ["TEST_ENGINE"] == "postgres"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker, pytestconfig: pytest.Config) -> None:
    """Municipalities and sources, as the migrations left them; what Django makes again by itself is left out."""
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    pytestconfig.stash[REFERENCE_DATA] = json.dumps([row for row in rows if row["model"] not in MADE_AGAIN])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test with real transactions empties every table. Any other may come next."""
    yield
    mark = item.get_closest_marker("django_db")
    was_flushed = mark and mark.kwargs.get("transaction") and REFERENCE_DATA in item.config.stash
    if nextitem and was_flushed:
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(item.config.stash[REFERENCE_DATA])
