"""The life of a job on its row: claimed by one, kept alive step by step, finished once, swept up when it died.

Whoever claims raises `attempts`, and writes only while that number still stands: a worker that was thought dead and
wakes up again finds that its claim is lost. Every change is one UPDATE, so that it holds on both databases.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import F

from organisations import audit
from reporting.actions.requests import tell_a_worker
from reporting.enums import PROGRESS, ErrorCode, JobStep, ReportStatus
from reporting.models import Report
from reporting.pauses import pause_at

Clock = Callable[[], datetime]


class LostClaimError(Exception):
    """Another worker has this report now. Write nothing more."""


def claim(report_id: int, *, now: datetime) -> Report | None:
    """Take a waiting report, or None when somebody else did. What a dead attempt left behind is thrown away."""
    waiting = Report.objects.filter(pk=report_id, status=ReportStatus.QUEUED)
    taken = waiting.update(status=ReportStatus.RUNNING, attempts=F("attempts") + 1, heartbeat_at=now)
    if not taken:
        return None
    report = Report.objects.select_related("project", "organisation", "requested_by").get(pk=report_id)
    left_behind = [str(file.name) for file in (report.file, report.word) if file]
    if left_behind:
        _change(report, file="", word="")
        _delete(report, left_behind)
    return report


def enter(report: Report, step: JobStep, *, now: datetime) -> None:
    """Begin the next step: a sign of life. Raises LostClaimError when another has it."""
    _change(report, step=step, progress=PROGRESS[step], heartbeat_at=now)
    pause_at(step)


def finish(
    report: Report, *, figures: dict[str, Any], content: bytes, now: datetime, word: bytes | None = None
) -> None:
    """Keep files and figures, exactly once. The row knows a file's name before the file is there: no orphans."""
    name = report.file.field.generate_filename(report, "report.pdf")
    in_word = report.word.field.generate_filename(report, "report.docx") if word else ""
    _change(report, file=name, word=in_word)
    report.file.storage.save(name, ContentFile(content))
    if word:
        report.word.storage.save(in_word, ContentFile(word))
    pause_at("filed")
    try:
        _change(
            report,
            status=ReportStatus.DONE,
            step=JobStep.READY,
            progress=PROGRESS[JobStep.READY],
            figures=figures,
            finished_at=now,
        )
    except LostClaimError:
        _delete(report, [name, in_word] if word else [name])
        raise
    audit.record("made", report, by=None, organisation=report.organisation)
    pause_at("finished")


def _delete(report: Report, names: list[str]) -> None:
    for name in names:
        report.file.storage.delete(name)


def give_back(report: Report, *, now: datetime) -> None:
    """An attempt that went wrong: the sweep will have it tried again, until there were enough."""
    mine = Report.objects.filter(pk=report.pk, status=ReportStatus.RUNNING, attempts=report.attempts)
    if report.attempts < settings.REPORT_MOST_ATTEMPTS:
        mine.update(**_as_new())
    else:
        mine.update(**_failed(ErrorCode.TOO_MANY_ATTEMPTS, now))


def give_up(report: Report, code: ErrorCode, *, now: datetime) -> None:
    """Trying again would not help; the code says why."""
    _change(report, **_failed(code, now))


@dataclass(frozen=True)
class Swept:
    """What one sweep did. `told` of the `waiting` reports a worker was told again."""

    requeued: int
    failed: int
    waiting: int
    told: int


def sweep(*, now: datetime) -> Swept:
    """Take reports from the dead, and tell the workers again about those that wait. Safe to do twice, or by two."""
    stale = Report.objects.stale(before=now - timedelta(seconds=settings.REPORT_STALE_SECONDS))
    failed = stale.filter(attempts__gte=settings.REPORT_MOST_ATTEMPTS).update(
        **_failed(ErrorCode.TOO_MANY_ATTEMPTS, now)
    )
    requeued = stale.filter(attempts__lt=settings.REPORT_MOST_ATTEMPTS).update(**_as_new())
    silent_since = now - timedelta(seconds=settings.REPORT_REPUBLISH_SECONDS)
    waiting = list(Report.objects.unannounced(before=silent_since).values_list("pk", flat=True))
    return Swept(requeued, failed, len(waiting), _tell_while_the_bus_answers(waiting, now))


def _tell_while_the_bus_answers(waiting: list[int], now: datetime) -> int:
    """One that is not heard is enough: the others would wait a second each."""
    for told, report_id in enumerate(waiting):
        if not tell_a_worker(report_id, now=now):
            return told
    return len(waiting)


def _as_new() -> dict[str, Any]:
    return {"status": ReportStatus.QUEUED, "step": JobStep.WAITING, "progress": 0, "published_at": None}


def _failed(code: ErrorCode, now: datetime) -> dict[str, Any]:
    return {
        "status": ReportStatus.FAILED,
        "step": JobStep.WAITING,
        "progress": 0,
        "error_code": code,
        "finished_at": now,
    }


def _change(report: Report, **columns: Any) -> None:
    mine = Report.objects.filter(pk=report.pk, status=ReportStatus.RUNNING, attempts=report.attempts)
    if not mine.update(**columns):
        raise LostClaimError
    for name, value in columns.items():
        setattr(report, name, value)
