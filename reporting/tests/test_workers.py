"""Real workers, killed with kill -9 wherever a job can be: the report is made, and made once.

REPORT_KILLS=10 pytest -o faulthandler_timeout=0 reporting/tests/test_workers.py      ten times at each place
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from config.processes import free_port, spawn, stop, wait_until
from config.testing.servers import start_redis
from organisations.models import AuditEvent
from reporting.actions.jobs import sweep
from reporting.actions.requests import request_report
from reporting.enums import JobStep, ReportKind, ReportStatus
from reporting.models import Report
from reporting.tests.conftest import TODAY, YEAR

STEPS = (JobStep.FACTS, JobStep.DOCUMENT, JobStep.FILING)
# Before the row is claimed; between; when the file is there but the row does not say so; when all is done.
PLACES = ("received", "claimed", *(step.value for step in STEPS), "filed", "finished")
KILLS = int(os.environ.get("REPORT_KILLS", "1"))
PATIENCE = 60

# The municipalities come from a migration: without serialized_rollback the first test would take them along.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


class Worker:
    """One Celery worker on the database and the bus of the test; it stops at `pause_at`, until it is killed."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.file = folder / "pause.txt"
        self.log = folder / "worker.log"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": database_url(),
            "REPORT_PAUSE_FILE": str(self.file),
            **environment,
        }
        self.process = None

    def start(self) -> None:
        command = f"{sys.executable} -m celery -A config worker --pool threads --concurrency 1 --loglevel INFO"
        quiet = "--without-gossip --without-mingle --without-heartbeat"
        with self.log.open("ab") as log:
            self.process = spawn(
                f"{command} {quiet}".split(),
                on_death=signal.SIGKILL,
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    def pause_at(self, place: str) -> None:
        self.file.with_suffix(".reached").unlink(missing_ok=True)
        self.file.write_text(place)

    def wait_for_pause(self) -> None:
        wait_until(self.file.with_suffix(".reached").exists, what="The pause", seconds=PATIENCE)

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.file.unlink(missing_ok=True)


def database_url() -> str:
    ours = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{ours['NAME']}"
    return f"postgres://{ours['USER']}@{ours['HOST']}:{ours['PORT']}/{ours['NAME']}"


@pytest.fixture
def worker(tmp_path, transactional_db) -> Iterator[Worker]:
    one = Worker(tmp_path)
    yield one
    if one.process:
        stop(one.process, with_signal=signal.SIGKILL)


@pytest.fixture(autouse=True)
def impatient(settings):
    settings.REPORT_STALE_SECONDS = 5
    settings.REPORT_MOST_ATTEMPTS = 9  # on a busy machine a step may take longer than that
    settings.REPORT_REPUBLISH_SECONDS = 1


def ask(cast) -> Report:
    return request_report(
        kind=ReportKind.PROGRESS_REPORT,
        by=cast.coordinator,
        now=timezone.now(),
        today=TODAY,
        period=YEAR,
        project=cast.project,
    )


def finished(report: Report) -> bool:
    """One turn of the sweep, and a look."""
    sweep(now=timezone.now())
    report.refresh_from_db()
    time.sleep(0.2)
    return report.is_finished


def files() -> set[str]:
    return set(default_storage.listdir("report")[1]) if default_storage.exists("report") else set()


def test_report_is_made_once_wherever_its_worker_is_killed(cast, worker):
    worker.start()
    for place in PLACES * KILLS:
        before = files()
        worker.pause_at(place)
        report = ask(cast)
        worker.wait_for_pause()
        killed_at = time.monotonic()
        worker.kill()
        worker.start()
        wait_until(lambda report=report: finished(report), what=f"The report, killed at {place},", seconds=PATIENCE)
        assert time.monotonic() - killed_at < PATIENCE, place
        assert report.status == ReportStatus.DONE, place
        assert report.attempts >= (1 if place in ("received", "finished") else 2), place
        assert files() - before == {Path(report.file.name).name}, place
        assert AuditEvent.objects.filter(verb="made", subject=report.uuid).count() == 1, place


@pytest.fixture
def own_redis(tmp_path, worker, monkeypatch) -> Iterator["OwnRedis"]:
    """A Redis that can go away without anybody else noticing."""
    own = OwnRedis(tmp_path)
    monkeypatch.setitem(current_app.conf, "broker_write_url", own.address)
    worker.environment["REDIS_URL"] = own.address
    yield own
    own.stop()


class OwnRedis:
    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.process = folder, free_port(), None
        self.address = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.process, _address = start_redis(self.port, self.folder)

    def stop(self) -> None:
        if self.process:
            stop(self.process, with_signal=signal.SIGKILL)
        self.process = None


@pytest.mark.skipif(not settings.REDIS_URL, reason="the file broker cannot be away")
def test_report_waits_for_redis_says_so_and_is_made_when_it_is_back(cast, client_for, worker, own_redis):
    worker.start()
    first = ask(cast)
    Report.objects.filter(pk=first.pk).update(requested_at=timezone.now() - timedelta(seconds=10))
    page = client_for(cast.coordinator).get(f"/w/{cast.coordinator.uuid}/reports/{first.uuid}/")
    assert "antwoordt niet" in page.content.decode()
    own_redis.start()
    wait_until(lambda: finished(first), what="The first report", seconds=PATIENCE)
    own_redis.stop()
    second = ask(cast)
    own_redis.start()
    wait_until(lambda: finished(second), what="The second report", seconds=PATIENCE)
    assert (first.status, second.status) == (ReportStatus.DONE, ReportStatus.DONE)
