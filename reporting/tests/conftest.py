"""Reports of the cast, and a bus that nobody answers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from celery import current_app
from django.conf import settings

from ambassadors.actions.dossier import open_hiring_file
from ambassadors.tests.conftest import fill_in
from ambassadors.tests.contents import CONTENTS
from config.processes import free_port
from reporting.enums import ReportKind
from reporting.models import Report

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
YEAR = (date(2025, 9, 1), date(2026, 8, 31))


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.fixture
def report(cast) -> Report:
    """Somebody asked for the figures of the own project; nobody has begun."""
    return Report.objects.create(
        kind=ReportKind.PROGRESS_REPORT,
        organisation=cast.organisation,
        project=cast.project,
        requested_by=cast.coordinator,
        requested_at=NOW,
        period_from=YEAR[0],
        period_until=YEAR[1],
        reference_date=TODAY,
    )


@pytest.fixture
def flemish(cast) -> Report:
    return Report.objects.create(
        kind=ReportKind.FLEMISH_REPORT,
        organisation=cast.department,
        requested_by=cast.ministry,
        requested_at=NOW,
        period_from=YEAR[0],
        period_until=YEAR[1],
        reference_date=TODAY,
    )


@pytest.fixture
def dossier(cast):
    """Every question answered."""
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    return fill_in(cast.project, cast.coordinator, CONTENTS)


@pytest.fixture
def dead_bus(monkeypatch):
    """The bus is a Redis at an address where nobody answers."""
    monkeypatch.setitem(current_app.conf, "broker_write_url", f"redis://127.0.0.1:{free_port()}/0")
    monkeypatch.setitem(current_app.conf, "broker_transport_options", {"socket_connect_timeout": 1})


@pytest.fixture(autouse=True)
def private_folder():
    (settings.DATA_DIR / "private").mkdir(parents=True, exist_ok=True)
    for option in ("data_folder_in", "control_folder"):
        if folder := settings.CELERY_BROKER_TRANSPORT_OPTIONS.get(option):
            (settings.DATA_DIR / folder).mkdir(parents=True, exist_ok=True)
