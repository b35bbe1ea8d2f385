"""The closed lists of reports and of the jobs that make them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReportKind(TextChoices):
    PROGRESS_REPORT = "progress_report", _("progress report")
    FLEMISH_REPORT = "flemish_report", _("Flemish annual report")
    HIRING_FILE = "hiring_file", _("dossier")
    BELIEFS_NOTE = "beliefs_note", _("beliefs note")
    ENVIRONMENT_ANALYSIS = "environment_analysis", _("environment analysis")
    ENGAGEMENT_STATEMENT = "engagement_statement", _("engagement statement")
    VACANCY_TEXT = "vacancy_text", _("vacancy text")
    TENDER_BRIEF = "tender_brief", _("tender brief")


# What comes out of the dossier: about a project, of no period. Papers are made in Word too.
PAPERS = (
    ReportKind.BELIEFS_NOTE,
    ReportKind.ENVIRONMENT_ANALYSIS,
    ReportKind.ENGAGEMENT_STATEMENT,
    ReportKind.VACANCY_TEXT,
    ReportKind.TENDER_BRIEF,
)
OF_A_DOSSIER = (ReportKind.HIRING_FILE, *PAPERS)
OF_A_PROJECT = (ReportKind.PROGRESS_REPORT, *OF_A_DOSSIER)


class ReportStatus(TextChoices):
    QUEUED = "queued", pgettext_lazy("report", "waiting")
    RUNNING = "running", pgettext_lazy("report", "being made")
    DONE = "done", pgettext_lazy("report", "ready")
    FAILED = "failed", pgettext_lazy("report", "failed")


class JobStep(TextChoices):
    """What the job is doing, in order."""

    WAITING = "waiting", _("waiting its turn")
    FACTS = "facts", _("gathering the facts and counting")
    DOCUMENT = "document", _("laying out the pages")
    FILING = "filing", _("keeping the file")
    READY = "ready", pgettext_lazy("job", "ready")


# Percent on the bar when a step begins.
PROGRESS = {JobStep.WAITING: 0, JobStep.FACTS: 10, JobStep.DOCUMENT: 40, JobStep.FILING: 90, JobStep.READY: 100}


class ErrorCode(TextChoices):
    """Why a report was given up. The label is the sentence on the page."""

    TOO_MANY_ATTEMPTS = (
        "too_many_attempts",
        _("We tried several times and it did not work. Ask for the report again, or tell your administrator."),
    )
    NOTHING_TO_TELL = (
        "nothing_to_tell",
        _("There is no dossier for this project yet. Fill in a first step, then ask for the PDF again."),
    )
    PARTNER_GONE = (
        "partner_gone",
        _("This partner no longer stands in step 3. Choose another one on the page with documents."),
    )
