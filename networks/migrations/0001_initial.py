import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import organisations.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0002_municipalities"),
    ]

    operations = [
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                (
                    "name",
                    models.CharField(
                        error_messages={"unique": "There is already a theme with this name."},
                        max_length=120,
                        unique=True,
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "ordering": ("name", "id"),
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("moved", "moved"),
                            ("held", "held"),
                            ("cancelled", "cancelled"),
                        ],
                        default="planned",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="not before")),
                ("period_until", models.DateField(blank=True, null=True, verbose_name="not after")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("topic", models.CharField(max_length=200, verbose_name="topic")),
                ("audience", models.TextField(blank=True, max_length=2000, verbose_name="audience")),
                ("working_methods", models.TextField(blank=True, max_length=2000, verbose_name="working methods")),
                (
                    "conversation_starters",
                    models.TextField(blank=True, max_length=2000, verbose_name="conversation starters"),
                ),
                (
                    "head_count",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of attendees"),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.municipality",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="networks.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "learning network",
                "ordering": ("date", "period_from", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "held"), _negated=True), ("date__isnull", False), _connector="OR"
                        ),
                        name="session_held_has_a_date",
                        violation_error_message="A learning network that was held has a date.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("date__isnull", False), ("period_from", None)),
                            models.Q(("date", None), ("period_from__isnull", False)),
                            _connector="OR",
                        ),
                        name="session_date_or_period",
                        violation_error_message="Fill in a date, or a period while the date is not known.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("period_from", None), ("period_until", None)),
                            models.Q(
                                ("period_from__isnull", False),
                                ("period_until__gte", models.F("period_from")),
                                ("period_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="session_period_has_both_ends",
                        violation_error_message="A period has a first and a last day, in that order.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("head_count", None), ("state", "held"), _connector="OR"),
                        name="session_head_count_when_held",
                        violation_error_message="Only a learning network that was held has a number of attendees.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bottleneck", "bottleneck"),
                            ("success_factor", "success factor"),
                            ("solution", "solution"),
                            ("lesson", "lesson"),
                            ("recommendation", "recommendation"),
                            ("other", "other finding"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="finding")),
                (
                    "state",
                    models.CharField(
                        choices=[("provisional", "provisional"), ("final", "final")],
                        default="provisional",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("sessions", "learning networks"),
                            ("interviews", "interviews"),
                            ("both", "learning networks and interviews"),
                            ("none_recorded", "no origin recorded"),
                        ],
                        default="none_recorded",
                        max_length=20,
                        verbose_name="origin",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                (
                    "sessions",
                    models.ManyToManyField(
                        blank=True,
                        related_name="findings",
                        to="networks.session",
                        verbose_name="which learning networks",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="networks.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "finding",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="NextStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("text", models.TextField(max_length=1000, verbose_name="next step")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("under_way", "under way"),
                            ("held", "done"),
                            ("dropped", "dropped"),
                        ],
                        default="planned",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("period_from", models.DateField(blank=True, null=True, verbose_name="from")),
                ("period_until", models.DateField(blank=True, null=True, verbose_name="until")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "promised",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="how many learning networks were promised",
                    ),
                ),
                (
                    "sessions",
                    models.ManyToManyField(
                        blank=True,
                        related_name="next_steps",
                        to="networks.session",
                        verbose_name="learning networks that count for it",
                    ),
                ),
            ],
            options={
                "verbose_name": "next step",
                "ordering": (models.OrderBy(models.F("period_from"), nulls_last=True), "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period_from", None),
                            ("period_until", None),
                            ("period_until__gte", models.F("period_from")),
                            _connector="OR",
                        ),
                        name="next_step_period_in_order",
                        violation_error_message="The last day cannot lie before the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on__isnull", False), ("state", "held")),
                            models.Q(models.Q(("state", "held"), _negated=True), ("held_on", None)),
                            _connector="OR",
                        ),
                        name="next_step_done_has_a_date",
                        violation_error_message="A step that was done has the date on which it was; another step has none.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("promised", None), ("promised__gte", 1), _connector="OR"),
                        name="next_step_promises_at_least_one",
                        violation_error_message="Leave the number empty, or fill in at least 1.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("name", organisations.fields.EncryptedTextField(verbose_name="name")),
                ("other_organisation", models.CharField(blank=True, max_length=120, verbose_name="other organisation")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="networks.session",
                        verbose_name="learning network",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("organisation", None), ("other_organisation", ""), _connector="OR"),
                        name="attendance_one_organisation",
                        violation_error_message="Choose an organisation from the list, or write another one: not both.",
                    )
                ],
            },
        ),
    ]
