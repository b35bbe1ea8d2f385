import uuid

import django.db.models.deletion
from django.db import migrations, models

import organisations.storage


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ambassadors", "0002_sources"),
        ("organisations", "0002_municipalities"),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("progress_report", "progress report"),
                            ("flemish_report", "Flemish annual report"),
                            ("hiring_file", "dossier"),
                            ("beliefs_note", "beliefs note"),
                            ("environment_analysis", "environment analysis"),
                            ("engagement_statement", "engagement statement"),
                            ("vacancy_text", "vacancy text"),
                            ("tender_brief", "tender brief"),
                        ],
                        max_length=20,
                        verbose_name="report",
                    ),
                ),
                ("partner", models.UUIDField(blank=True, null=True, verbose_name="partner")),
                ("for_support_group", models.BooleanField(default=False, verbose_name="for the support group")),
                ("requested_at", models.DateTimeField(verbose_name="requested at")),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="from")),
                ("period_until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("reference_date", models.DateField(verbose_name="reference date")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "waiting"),
                            ("running", "being made"),
                            ("done", "ready"),
                            ("failed", "failed"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting its turn"),
                            ("facts", "gathering the facts and counting"),
                            ("document", "laying out the pages"),
                            ("filing", "keeping the file"),
                            ("ready", "ready"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="step",
                    ),
                ),
                ("progress", models.PositiveSmallIntegerField(default=0, verbose_name="progress")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="announced at")),
                ("heartbeat_at", models.DateTimeField(blank=True, null=True, verbose_name="last sign of life")),
                (
                    "error_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "too_many_attempts",
                                "We tried several times and it did not work. Ask for the report again, or tell your administrator.",
                            ),
                            (
                                "nothing_to_tell",
                                "There is no dossier for this project yet. Fill in a first step, then ask for the PDF again.",
                            ),
                            (
                                "partner_gone",
                                "This partner no longer stands in step 3. Choose another one on the page with documents.",
                            ),
                        ],
                        max_length=30,
                        verbose_name="why it failed",
                    ),
                ),
                ("figures", models.JSONField(blank=True, null=True, verbose_name="figures")),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        upload_to=organisations.storage.meaningless_name,
                        verbose_name="file",
                    ),
                ),
                (
                    "word",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        upload_to=organisations.storage.meaningless_name,
                        verbose_name="file in Word",
                    ),
                ),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished at")),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="ambassadors.dossierdecision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="organisations.organisation",
                        verbose_name="made for",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="organisations.membership",
                        verbose_name="requested by",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "ordering": ("-requested_at", "-id"),
                "indexes": [models.Index(fields=["status", "heartbeat_at"], name="report_to_sweep")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    (
                                        "progress_report",
                                        "hiring_file",
                                        "beliefs_note",
                                        "environment_analysis",
                                        "engagement_statement",
                                        "vacancy_text",
                                        "tender_brief",
                                    ),
                                ),
                                ("project__isnull", False),
                            ),
                            models.Q(("kind", "flemish_report"), ("project", None)),
                            _connector="OR",
                        ),
                        name="report_of_a_project_or_of_flanders",
                        violation_error_message="Choose the project that the report is about.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    (
                                        "hiring_file",
                                        "beliefs_note",
                                        "environment_analysis",
                                        "engagement_statement",
                                        "vacancy_text",
                                        "tender_brief",
                                    ),
                                ),
                                ("period_from", None),
                                ("period_until", None),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "kind__in",
                                        (
                                            "hiring_file",
                                            "beliefs_note",
                                            "environment_analysis",
                                            "engagement_statement",
                                            "vacancy_text",
                                            "tender_brief",
                                        ),
                                    ),
                                    _negated=True,
                                ),
                                ("period_from__isnull", False),
                                ("period_until__gte", models.F("period_from")),
                                ("period_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="report_period_in_order",
                        violation_error_message="The last day cannot lie before the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "engagement_statement"), ("partner__isnull", False)),
                            models.Q(models.Q(("kind", "engagement_statement"), _negated=True), ("partner", None)),
                            _connector="OR",
                        ),
                        name="report_statement_of_one_partner",
                        violation_error_message="Choose the partner who is to sign.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", None), ("kind", "hiring_file"), _connector="OR"),
                        name="report_decision_on_a_whole_dossier",
                        violation_error_message="Only of the dossier as a whole there is a version that was decided on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("for_support_group", False), ("kind", "progress_report"), _connector="OR"),
                        name="report_for_support_group_tells_progress",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("progress__lte", 100)), name="report_progress_up_to_100"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "running"), _negated=True),
                            models.Q(("attempts__gte", 1), ("heartbeat_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_running_gives_signs_of_life",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("figures__isnull", False),
                                ("progress", 100),
                                ("status", "done"),
                                models.Q(("file", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "done"), _negated=True), ("figures", None), ("progress__lt", 100)
                            ),
                            _connector="OR",
                        ),
                        name="report_done_has_figures_and_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("word", ""), _negated=True),
                                (
                                    "kind__in",
                                    (
                                        "beliefs_note",
                                        "environment_analysis",
                                        "engagement_statement",
                                        "vacancy_text",
                                        "tender_brief",
                                    ),
                                ),
                            ),
                            models.Q(
                                ("word", ""),
                                models.Q(
                                    models.Q(
                                        (
                                            "kind__in",
                                            (
                                                "beliefs_note",
                                                "environment_analysis",
                                                "engagement_statement",
                                                "vacancy_text",
                                                "tender_brief",
                                            ),
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(("status", "done"), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="report_paper_is_in_word_too",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "failed"), models.Q(("error_code", ""), _negated=True)),
                            models.Q(models.Q(("status", "failed"), _negated=True), ("error_code", "")),
                            _connector="OR",
                        ),
                        name="report_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", False), ("status__in", ("done", "failed"))),
                            models.Q(("finished_at", None), ("status__in", ("queued", "running"))),
                            _connector="OR",
                        ),
                        name="report_finished_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SharedReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shared_report",
                        to="ambassadors.supportletter",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shared", to="reporting.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "report for the support group",
            },
        ),
    ]
