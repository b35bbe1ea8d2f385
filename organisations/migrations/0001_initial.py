import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import organisations.fields
import organisations.models.people


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail address")),
                ("name", organisations.fields.EncryptedTextField(blank=True, verbose_name="name")),
                (
                    "phone_secret",
                    organisations.fields.EncryptedTextField(
                        default=organisations.models.people.new_phone_secret,
                        editable=False,
                        verbose_name="key of the phone",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="can log in")),
                ("date_joined", models.DateTimeField(auto_now_add=True, verbose_name="joined at")),
            ],
            options={
                "verbose_name": "user",
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"), name="user_email_once_in_any_case"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "coordinator"),
                            ("ambassador", "connection ambassador"),
                            ("guide", "guidance partner"),
                            ("ministry", "ministry"),
                            ("administrator", "administrator"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("started_at", models.DateTimeField(auto_now_add=True, verbose_name="started at")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "ordering": ("organisation__name", "role", "id"),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry_id", models.UUIDField(unique=True, verbose_name="entry")),
                ("kind", models.CharField(max_length=60, verbose_name="kind")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="digest")),
                ("subject", models.UUIDField(db_index=True, null=True, verbose_name="what it made")),
                ("location", models.CharField(blank=True, max_length=250, verbose_name="where it stands")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="organisations.membership",
                        verbose_name="membership",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry",
            },
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nis_code", models.CharField(max_length=5, verbose_name="NIS code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "province",
                    models.CharField(
                        choices=[
                            ("Antwerpen", "Antwerpen"),
                            ("Limburg", "Limburg"),
                            ("Oost-Vlaanderen", "Oost-Vlaanderen"),
                            ("Vlaams-Brabant", "Vlaams-Brabant"),
                            ("West-Vlaanderen", "West-Vlaanderen"),
                            ("Brussel", "Brussel"),
                        ],
                        max_length=20,
                        verbose_name="province",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("size_class", models.CharField(blank=True, max_length=40, verbose_name="size class")),
                (
                    "size_class_source",
                    models.CharField(blank=True, max_length=120, verbose_name="source of the size class"),
                ),
                ("size_class_on", models.DateField(blank=True, null=True, verbose_name="date of the size class")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="organisations.municipality",
                        verbose_name="merged into",
                    ),
                ),
            ],
            options={
                "verbose_name": "municipality",
                "ordering": ("name", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_until", None)),
                        fields=("nis_code",),
                        name="municipality_one_current_per_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into", None), ("valid_until", None)),
                            models.Q(("merged_into__isnull", False), ("valid_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="municipality_merged_has_an_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("size_class", ""),
                            models.Q(
                                models.Q(("size_class_source", ""), _negated=True), ("size_class_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="municipality_size_class_has_a_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("local_government", "local government"),
                            ("local_association", "local association"),
                            ("supralocal_youth_work", "supralocal youth work"),
                            ("national_youth_work", "national youth work"),
                            ("external_partner", "external partner"),
                            ("intermediary", "intermediary organisation"),
                            ("guidance_partner", "guidance partner"),
                            ("ministry", "ministry"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "kbo_number",
                    models.CharField(
                        blank=True,
                        error_messages={"unique": "There is already an organisation with this KBO number."},
                        max_length=10,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[01]\\d{9}$", "Write the ten digits of the KBO number."
                            )
                        ],
                        verbose_name="KBO number",
                    ),
                ),
                (
                    "ovo_code",
                    models.CharField(
                        blank=True,
                        max_length=9,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^OVO\\d{6}$", "Write the OVO code as OVO followed by six digits."
                            )
                        ],
                        verbose_name="OVO code",
                    ),
                ),
                ("in_brussels", models.BooleanField(default=False, verbose_name="lies in Brussels")),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisations",
                        to="organisations.municipality",
                        verbose_name="municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "ordering": ("name", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("in_brussels", False), ("municipality", None), _connector="OR"),
                        name="organisation_in_brussels_or_in_flanders",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="organisations.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "coordinator"),
                            ("ambassador", "connection ambassador"),
                            ("guide", "guidance partner"),
                            ("ministry", "ministry"),
                            ("administrator", "administrator"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("email", organisations.fields.EncryptedTextField(verbose_name="e-mail address")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="digest of the secret")),
                ("invited_at", models.DateTimeField(verbose_name="invited at")),
                ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="mailed at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="invited by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "ordering": ("-invited_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at", None), ("accepted_by", None)),
                            models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="invitation_accepted_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None), _connector="OR"),
                        name="invitation_accepted_or_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                ("verb", models.CharField(max_length=60, verbose_name="what")),
                ("subject_kind", models.CharField(max_length=40, verbose_name="kind of row")),
                ("subject", models.UUIDField(db_index=True, null=True, verbose_name="row")),
                ("subject_code", models.CharField(blank=True, max_length=40, verbose_name="code of the row")),
                ("fields", models.JSONField(default=list, verbose_name="fields")),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audit_events",
                        to="organisations.membership",
                        verbose_name="by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="audit_events",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "audit event",
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("user", "organisation", "role"),
                name="membership_once_at_a_time",
                violation_error_message="This person already has this role in this organisation.",
            ),
        ),
    ]
