"""Making a report: count, lay out, keep. Each step is one a worker may die in."""

import logging

from django.db import Error as DatabaseError

from reporting import documents, pdf, word
from reporting.actions.jobs import Clock, LostClaimError, claim, enter, finish, give_back, give_up
from reporting.contents import Brief, NothingToTellError, figures_for
from reporting.enums import PAPERS, JobStep
from reporting.models import Report
from reporting.pauses import pause_at

log = logging.getLogger(__name__)


def make_report(report_id: int, *, clock: Clock) -> None:
    """Make a waiting report. Told twice, or about one that is made already, it does nothing."""
    pause_at("received")
    report = claim(report_id, now=clock())
    if report is None:
        return
    pause_at("claimed")
    try:
        _make(report, clock)
    except LostClaimError:
        log.info("Report %s was taken over by another attempt.", report_id)
    except NothingToTellError as error:
        give_up(report, error.code, now=clock())
    except DatabaseError:
        raise  # no word gets through to the row; the sweep finds it stale
    except Exception:
        log.exception("Report %s, attempt %s went wrong.", report_id, report.attempts)
        give_back(report, now=clock())


def _make(report: Report, clock: Clock) -> None:
    enter(report, JobStep.FACTS, now=clock())
    figures = figures_for(Brief.of(report))
    enter(report, JobStep.DOCUMENT, now=clock())
    content = pdf.render(documents.lay_out(figures))
    in_word = word.render(figures["document"], made_on=report.reference_date) if report.kind in PAPERS else None
    enter(report, JobStep.FILING, now=clock())
    finish(report, figures=figures, content=content, word=in_word, now=clock())
