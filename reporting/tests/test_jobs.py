"""The life of a job on its row, one call at a time."""

from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from organisations.models import AuditEvent
from reporting.actions import jobs
from reporting.actions.jobs import LostClaimError, claim, enter, finish, give_back, give_up, sweep
from reporting.actions.making import make_report
from reporting.actions.requests import request_report
from reporting.enums import ErrorCode, JobStep, ReportKind, ReportStatus
from reporting.models import Report
from reporting.tests.conftest import NOW, TODAY, YEAR, later


def state(report):
    report.refresh_from_db()
    return report.status


def finished(report, content=b"%PDF"):
    finish(report, figures={"kind": "x"}, content=content, now=later(5))
    report.refresh_from_db()
    return report


# --- One claims, one finishes -----------------------------------------------------------------------------------------


def test_waiting_report_is_claimed_once(report):
    assert claim(report.pk, now=NOW).attempts == 1
    assert claim(report.pk, now=NOW) is None


def test_unknown_report_is_nobodys(db):
    assert claim(424242, now=NOW) is None


def test_finished_report_holds_figures_and_file(report):
    done = finished(claim(report.pk, now=NOW))
    assert (done.status, done.progress, done.figures) == (ReportStatus.DONE, 100, {"kind": "x"})
    with done.file.open("rb") as file:
        assert file.read() == b"%PDF"
    assert AuditEvent.objects.filter(verb="made", subject=done.uuid).count() == 1


def test_file_has_a_name_that_means_nothing(report):
    done = finished(claim(report.pk, now=NOW))
    folder, name = done.file.name.split("/")
    assert folder == "report"
    assert len(name) == len("0" * 32 + ".pdf")


def test_job_gives_a_sign_of_life_at_each_step(report):
    mine = claim(report.pk, now=NOW)
    enter(mine, JobStep.DOCUMENT, now=later(7))
    report.refresh_from_db()
    assert (report.step, report.heartbeat_at) == (JobStep.DOCUMENT, later(7))
    assert 0 < report.progress < 100


def test_told_twice_it_is_made_once(report):
    make_report(report.pk, clock=lambda: NOW)
    report.refresh_from_db()
    first = report.file.name
    make_report(report.pk, clock=lambda: NOW)
    report.refresh_from_db()
    assert (report.file.name, report.attempts) == (first, 1)


# --- Who was thought dead ---------------------------------------------------------------------------------------------


@pytest.fixture
def zombie(report):
    """Claimed long ago; the sweep gave the report to another."""
    dead = claim(report.pk, now=NOW)
    sweep(now=later(60))
    return dead


def test_silent_report_waits_again(zombie):
    assert state(zombie) == ReportStatus.QUEUED
    assert zombie.progress == 0


def test_zombie_can_write_nothing(zombie):
    for write in (
        lambda: enter(zombie, JobStep.FILING, now=NOW),
        lambda: finished(zombie),
        lambda: give_up(zombie, ErrorCode.NOTHING_TO_TELL, now=NOW),
    ):
        with pytest.raises(LostClaimError):
            write()
    give_back(zombie, now=NOW)
    assert state(zombie) == ReportStatus.QUEUED
    assert AuditEvent.objects.filter(verb="made").count() == 0


def test_zombie_leaves_no_file(zombie):
    second = finished(claim(zombie.pk, now=later(61)))
    before = set(default_storage.listdir("report")[1])
    with pytest.raises(LostClaimError):
        finished(zombie)
    assert set(default_storage.listdir("report")[1]) == before
    assert default_storage.exists(second.file.name)


def test_half_written_file_is_thrown_away_by_the_next_attempt(report, monkeypatch):
    dead = claim(report.pk, now=NOW)
    monkeypatch.setattr(jobs, "pause_at", lambda place: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        finish(dead, figures={}, content=b"half", now=NOW)
    monkeypatch.undo()
    report.refresh_from_db()
    left_behind = report.file.name
    assert default_storage.exists(left_behind)
    sweep(now=later(60))
    assert finished(claim(report.pk, now=later(61))).file.name != left_behind
    assert not default_storage.exists(left_behind)


# --- The sweep --------------------------------------------------------------------------------------------------------


def test_living_report_is_left_alone(report):
    claim(report.pk, now=NOW)
    assert sweep(now=later(5)).requeued == 0
    assert state(report) == ReportStatus.RUNNING


def test_report_is_given_up_after_enough_attempts(report, settings):
    for attempt in range(settings.REPORT_MOST_ATTEMPTS):
        assert claim(report.pk, now=later(100 * attempt))
        sweep(now=later(100 * attempt + 60))
    assert state(report) == ReportStatus.FAILED
    assert report.error_code == ErrorCode.TOO_MANY_ATTEMPTS
    assert "Vraag het verslag opnieuw" in str(report.get_error_code_display())


def test_attempt_that_went_wrong_is_tried_again_then_given_up(report, settings):
    for _attempt in range(settings.REPORT_MOST_ATTEMPTS):
        assert state(report) == ReportStatus.QUEUED
        give_back(claim(report.pk, now=NOW), now=NOW)
    assert state(report) == ReportStatus.FAILED


def test_waiting_report_is_told_again_but_not_at_once(report):
    assert sweep(now=NOW).told == 1
    assert sweep(now=later(1)).told == 0
    assert sweep(now=later(16)).told == 1


def test_two_sweeps_do_what_one_does(report):
    claim(report.pk, now=NOW)
    assert (sweep(now=later(60)).requeued, sweep(now=later(60)).requeued) == (1, 0)


def test_sweep_knocks_once_at_a_door_that_stays_shut(report, flemish, dead_bus):
    swept = sweep(now=NOW)
    assert (swept.waiting, swept.told) == (2, 0)
    assert not Report.objects.exclude(published_at=None).exists()


# --- Asking -----------------------------------------------------------------------------------------------------------


def ask(cast, **changes):
    asked = {
        "kind": ReportKind.PROGRESS_REPORT,
        "by": cast.coordinator,
        "now": NOW,
        "today": TODAY,
        "period": YEAR,
        "project": cast.project,
    }
    return request_report(**asked | changes)


def test_worker_is_told_once_the_report_is_certain(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        report = ask(cast)
        assert report.published_at is None
    report.refresh_from_db()
    assert len(callbacks) == 1
    assert report.published_at == NOW


def test_dead_bus_does_not_hinder_asking(cast, dead_bus, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        report = ask(cast)
    report.refresh_from_db()
    assert report.status == ReportStatus.QUEUED
    assert not report.waits_for_the_bus(later(1))
    assert report.waits_for_the_bus(later(5))


def test_dossier_that_is_not_there_fails_with_a_sentence(cast):
    report = dossier(cast)
    make_report(report.pk, clock=lambda: NOW)
    assert state(report) == ReportStatus.FAILED
    assert "nog geen dossier" in str(report.get_error_code_display())


def dossier(cast):
    return Report.objects.create(
        kind=ReportKind.HIRING_FILE,
        organisation=cast.organisation,
        project=cast.project,
        requested_by=cast.coordinator,
        requested_at=NOW,
        reference_date=TODAY,
    )


# --- What cannot be ---------------------------------------------------------------------------------------------------

IMPOSSIBLE = {
    "done without figures": {"status": "done", "file": "x", "progress": 100, "finished_at": NOW},
    "done without a file": {"status": "done", "figures": {}, "progress": 100, "finished_at": NOW},
    "done at 99": {"status": "done", "figures": {}, "file": "x", "progress": 99, "finished_at": NOW},
    "figures before it is done": {"figures": {}},
    "running without a sign of life": {"status": "running", "attempts": 1},
    "running without an attempt": {"status": "running", "heartbeat_at": NOW},
    "failed without a reason": {"status": "failed", "finished_at": NOW},
    "reason without failing": {"error_code": ErrorCode.TOO_MANY_ATTEMPTS},
    "finished while it waits": {"finished_at": NOW},
    "progress over 100": {"progress": 101},
    "period the wrong way round": {"period_until": YEAR[0].replace(year=2020)},
    "no period": {"period_from": None, "period_until": None},
    "no project": {"project": None},
    "a project in the Flemish report": {"kind": ReportKind.FLEMISH_REPORT},
    "a period in a dossier": {"kind": ReportKind.HIRING_FILE},
    "a partner of a progress report": {"partner": UUID(int=1)},
    "a statement of nobody": {"kind": ReportKind.ENGAGEMENT_STATEMENT, "period_from": None, "period_until": None},
    "a progress report in Word": {"word": "x"},
    "a vacancy text without Word": {
        "kind": ReportKind.VACANCY_TEXT,
        "period_from": None,
        "period_until": None,
        "status": "done",
        "figures": {},
        "file": "x",
        "progress": 100,
        "finished_at": NOW,
    },
}


@pytest.mark.parametrize("columns", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_report_cannot_be(report, columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(**columns)
