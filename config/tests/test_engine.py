"""The suite runs where it says it runs."""

import os

import pytest
from django.conf import settings
from django.db import connection

from config.testing.servers import redis_answers

pytestmark = pytest.mark.both


@pytest.mark.django_db
def test_suite_runs_on_the_engine_that_was_asked_for():
    assert connection.vendor == {"postgres": "postgresql", "sqlite": "sqlite"}[os.environ["TEST_ENGINE"]]


def test_broker_belongs_to_the_engine():
    if os.environ["TEST_ENGINE"] == "postgres":
        assert settings.CELERY_BROKER_URL == settings.REDIS_URL
        assert redis_answers(settings.REDIS_URL)
    else:
        assert settings.CELERY_BROKER_URL.startswith("files://")


def test_settings_are_those_of_the_tests():
    assert settings.SETTINGS_MODULE == "config.settings.test"


def test_everything_is_written_in_the_folder_of_this_run():
    assert str(settings.DATA_DIR).startswith(os.environ["TEST_RUN_DIR"])
