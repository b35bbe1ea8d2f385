"""A report that somebody asked for. Its row is the job that makes it: Celery only carries the message."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.models import DossierDecision, Project, SupportLetter
from organisations.models import Addressed, Membership, Organisation
from organisations.rulings import rulings
from organisations.storage import meaningless_name
from reporting.enums import OF_A_DOSSIER, OF_A_PROJECT, PAPERS, ErrorCode, JobStep, ReportKind, ReportStatus
from reporting.querysets import ReportQuerySet
from trajectories.calendar import working_year, working_year_end, working_year_label, working_year_start

QUIET_SECONDS = 3  # a message needs a moment; after it, no message means no bus


class Report(Addressed):
    """What was asked, how far the making is, and what came out: figures frozen as JSON, and the file made of them.

    `attempts` is also the claim: only the attempt that is written here may go on. `published_at` is when a message was
    last handed to the bus, empty while the bus does not answer. `partner` is the address of a row of step 3, no
    key: rows go and come back. `decision`: the dossier as a body decided on it; without one, as it is now.
    `for_support_group`: to be sent out, so without small numbers.
    """

    kind = models.CharField(_("report"), max_length=20, choices=ReportKind)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reports", verbose_name=_("made for"))
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("project")
    )
    partner = models.UUIDField(_("partner"), null=True, blank=True)
    decision = models.ForeignKey(
        DossierDecision, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("decision")
    )
    for_support_group = models.BooleanField(_("for the support group"), default=False)
    requested_by = models.ForeignKey(Membership, models.PROTECT, related_name="reports", verbose_name=_("requested by"))
    requested_at = models.DateTimeField(_("requested at"))
    period_from = models.DateField(_("from"), null=True, blank=True)
    period_until = models.DateField(_("until"), null=True, blank=True)
    reference_date = models.DateField(_("reference date"))

    status = models.CharField(_("state"), max_length=10, choices=ReportStatus, default=ReportStatus.QUEUED)
    step = models.CharField(_("step"), max_length=10, choices=JobStep, default=JobStep.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    published_at = models.DateTimeField(_("announced at"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    error_code = models.CharField(_("why it failed"), max_length=30, choices=ErrorCode, blank=True)

    figures = models.JSONField(_("figures"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to=meaningless_name, max_length=120, blank=True)
    word = models.FileField(_("file in Word"), upload_to=meaningless_name, max_length=120, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        ordering = ("-requested_at", "-id")
        indexes = (models.Index(fields=("status", "heartbeat_at"), name="report_to_sweep"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=OF_A_PROJECT, project__isnull=False)
                | Q(kind=ReportKind.FLEMISH_REPORT, project=None),
                name="report_of_a_project_or_of_flanders",
                violation_error_message=_("Choose the project that the report is about."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OF_A_DOSSIER, period_from=None, period_until=None)
                | Q(
                    ~Q(kind__in=OF_A_DOSSIER),
                    period_from__isnull=False,
                    period_until__isnull=False,
                    period_until__gte=F("period_from"),
                ),
                name="report_period_in_order",
                violation_error_message=_("The last day cannot lie before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(kind=ReportKind.ENGAGEMENT_STATEMENT, partner__isnull=False)
                | ~Q(kind=ReportKind.ENGAGEMENT_STATEMENT) & Q(partner=None),
                name="report_statement_of_one_partner",
                violation_error_message=_("Choose the partner who is to sign."),
            ),
            models.CheckConstraint(
                condition=Q(decision=None) | Q(kind=ReportKind.HIRING_FILE),
                name="report_decision_on_a_whole_dossier",
                violation_error_message=_("Only of the dossier as a whole there is a version that was decided on."),
            ),
            models.CheckConstraint(
                condition=Q(for_support_group=False) | Q(kind=ReportKind.PROGRESS_REPORT),
                name="report_for_support_group_tells_progress",
            ),
            models.CheckConstraint(condition=Q(progress__lte=100), name="report_progress_up_to_100"),
            models.CheckConstraint(
                condition=~Q(status=ReportStatus.RUNNING) | Q(heartbeat_at__isnull=False, attempts__gte=1),
                name="report_running_gives_signs_of_life",
            ),
            models.CheckConstraint(
                condition=Q(status=ReportStatus.DONE, figures__isnull=False, progress=100) & ~Q(file="")
                | ~Q(status=ReportStatus.DONE) & Q(figures=None, progress__lt=100),
                name="report_done_has_figures_and_file",
            ),
            models.CheckConstraint(
                condition=~Q(word="") & Q(kind__in=PAPERS)
                | Q(word="") & (~Q(kind__in=PAPERS) | ~Q(status=ReportStatus.DONE)),
                name="report_paper_is_in_word_too",
            ),
            models.CheckConstraint(
                condition=Q(status=ReportStatus.FAILED) & ~Q(error_code="")
                | ~Q(status=ReportStatus.FAILED) & Q(error_code=""),
                name="report_failed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(ReportStatus.DONE, ReportStatus.FAILED), finished_at__isnull=False)
                | Q(status__in=(ReportStatus.QUEUED, ReportStatus.RUNNING), finished_at=None),
                name="report_finished_or_not",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_finished(self) -> bool:
        return self.status in (ReportStatus.DONE, ReportStatus.FAILED)

    @property
    def is_done(self) -> bool:
        return self.status == ReportStatus.DONE

    def waits_for_the_bus(self, now: datetime) -> bool:
        """Nobody could be told that it waits: the message bus does not answer."""
        waited = now - self.requested_at > timedelta(seconds=QUIET_SECONDS)
        return self.status == ReportStatus.QUEUED and self.published_at is None and waited

    @property
    def working_year(self) -> str:
        """2025–2026 when the period is exactly that working year, else nothing."""
        if self.period_from is None:
            return ""
        year = working_year(self.period_from, rulings())
        whole = (working_year_start(year, rulings()), working_year_end(year, rulings()))
        return working_year_label(year) if whole == (self.period_from, self.period_until) else ""

    @property
    def stem(self) -> str:
        """voortgangsverslag-2025-2026, dossier-beslist-op-2026-03-12: which report, of when.

        Not of whom: names travel with files.
        """
        whom = gettext("for the support group") if self.for_support_group else ""
        return slugify(f"{self.get_kind_display()}-{self._of_when} {whom}")

    @property
    def _of_when(self) -> str:
        if self.decision:
            return gettext("decided on %(day)s") % {"day": self.decision.decided_on.isoformat()}
        days = [day.isoformat() for day in (self.period_from, self.period_until) if day]
        return self.working_year.replace("–", "-") or "-".join(days)


class SharedReport(models.Model):
    """A report that went along with a letter to the support group: who has its link may have the PDF."""

    letter = models.OneToOneField(SupportLetter, models.CASCADE, related_name="shared_report")
    report = models.ForeignKey(Report, models.PROTECT, related_name="shared")

    class Meta:
        verbose_name = _("report for the support group")

    def __str__(self) -> str:
        return f"report {self.report_id} with letter {self.letter_id}"
