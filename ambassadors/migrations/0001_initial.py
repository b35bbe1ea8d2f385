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
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("publisher", models.CharField(blank=True, max_length=120, verbose_name="publisher")),
                (
                    "step",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Beliefs and expectations"),
                            (2, "Environment analysis"),
                            (3, "Strategy and profile"),
                            (4, "Budget and hire"),
                            (5, "Support group"),
                            (6, "Goals and follow-up"),
                        ],
                        verbose_name="step",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("youth_work", "the worth of youth work"),
                            ("diversity", "diversity in youth work"),
                            ("bridge_figures", "working with bridge figures"),
                            ("analysis", "making an environment analysis"),
                            ("lifeworld", "the lifeworld of children and young people"),
                            ("other", "something else"),
                        ],
                        max_length=20,
                        verbose_name="about",
                    ),
                ),
                ("address", models.URLField(blank=True, verbose_name="address")),
                ("is_active", models.BooleanField(default=True, verbose_name="is offered")),
            ],
            options={
                "verbose_name": "source",
                "ordering": ("step", "group", "title", "id"),
            },
        ),
        migrations.CreateModel(
            name="HiringFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("opened_at", models.DateTimeField(verbose_name="opened at")),
                (
                    "started_from",
                    models.CharField(
                        choices=[
                            ("blank", "Nothing: every question is blank"),
                            ("example", "A worked example that you adapt"),
                            ("earlier", "An earlier dossier of your organisation"),
                        ],
                        default="blank",
                        max_length=10,
                        verbose_name="started from",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="opened by",
                    ),
                ),
            ],
            options={
                "verbose_name": "hiring file",
                "ordering": ("project__organisation__name", "project__title", "id"),
            },
        ),
        migrations.CreateModel(
            name="GoalsAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("factor_tie", models.BooleanField(default=False, verbose_name="tie with youth workers")),
                ("factor_roots", models.BooleanField(default=False, verbose_name="roots in youth work")),
                ("factor_worries", models.BooleanField(default=False, verbose_name="worries of the clubs")),
                ("factor_willing", models.BooleanField(default=False, verbose_name="willingness of the clubs")),
                ("factor_places", models.BooleanField(default=False, verbose_name="available places")),
                ("factor_changes", models.BooleanField(default=False, verbose_name="changes of volunteers")),
                (
                    "supply_start",
                    organisations.fields.EncryptedTextField(
                        blank=True, verbose_name="starting point on the supply side"
                    ),
                ),
                ("factor_share", models.BooleanField(default=False, verbose_name="employment percentage")),
                ("factor_network", models.BooleanField(default=False, verbose_name="network of the ambassador")),
                ("factor_offer", models.BooleanField(default=False, verbose_name="openness of the offer")),
                ("factor_access", models.BooleanField(default=False, verbose_name="access to families")),
                ("factor_distance", models.BooleanField(default=False, verbose_name="distance to the offer")),
                ("factor_needs", models.BooleanField(default=False, verbose_name="needs of the family")),
                ("factor_latitude", models.BooleanField(default=False, verbose_name="room to act")),
                (
                    "demand_start",
                    organisations.fields.EncryptedTextField(
                        blank=True, verbose_name="starting point on the demand side"
                    ),
                ),
                ("is_experienced", models.BooleanField(default=False, verbose_name="experienced")),
                ("has_wide_network", models.BooleanField(default=False, verbose_name="wide network")),
                ("has_direct_access", models.BooleanField(default=False, verbose_name="direct access")),
                ("has_broad_scope", models.BooleanField(default=False, verbose_name="broad scope")),
                ("has_enough_time", models.BooleanField(default=False, verbose_name="enough time")),
                (
                    "yearly_started",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="trajectories to start in a year"
                    ),
                ),
                (
                    "yearly_guided",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="children to guide in a year"),
                ),
                (
                    "registration",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="what is registered"),
                ),
                ("tool", models.CharField(blank=True, max_length=120, verbose_name="tool of registration")),
                ("reporting", organisations.fields.EncryptedTextField(blank=True, verbose_name="reporting")),
                ("gdpr", organisations.fields.EncryptedTextField(blank=True, verbose_name="GDPR agreements")),
                ("deontology", organisations.fields.EncryptedTextField(blank=True, verbose_name="deontology")),
                ("evaluator", organisations.fields.EncryptedTextField(blank=True, verbose_name="evaluator")),
                (
                    "evaluator_mandate",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="mandate of the evaluator"),
                ),
                (
                    "wider_policy",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="place in the wider policy"),
                ),
                (
                    "hiring_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about goals",
            },
        ),
        migrations.CreateModel(
            name="EnvironmentAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "made_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ourselves", "We do it ourselves"),
                            ("partner", "An external partner does it"),
                            ("other", "Another way"),
                        ],
                        max_length=10,
                        verbose_name="made by",
                    ),
                ),
                ("made_by_whom", models.CharField(blank=True, max_length=120, verbose_name="made by which partner")),
                ("needs", organisations.fields.EncryptedTextField(blank=True, verbose_name="needs")),
                ("offer", organisations.fields.EncryptedTextField(blank=True, verbose_name="present offer")),
                ("threshold_known", organisations.fields.EncryptedTextField(blank=True, verbose_name="known")),
                ("threshold_reachable", organisations.fields.EncryptedTextField(blank=True, verbose_name="reachable")),
                ("threshold_available", organisations.fields.EncryptedTextField(blank=True, verbose_name="available")),
                ("threshold_usable", organisations.fields.EncryptedTextField(blank=True, verbose_name="usable")),
                (
                    "threshold_affordable",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="affordable"),
                ),
                (
                    "threshold_understandable",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="understandable"),
                ),
                (
                    "threshold_trustworthy",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="trustworthy"),
                ),
                (
                    "threshold_understanding",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="understanding"),
                ),
                (
                    "threshold_enterable",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="easy to enter"),
                ),
                (
                    "hiring_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="environment_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about the environment",
            },
        ),
        migrations.CreateModel(
            name="DossierDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("decided_on", models.DateField(verbose_name="decided on")),
                ("body", models.CharField(max_length=120, verbose_name="body")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="number of the decision")),
                ("document", organisations.fields.EncryptedJSONField(verbose_name="document")),
                ("versions", models.JSONField(default=list, verbose_name="versions of the steps")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision on a dossier",
                "ordering": ("-decided_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="BeliefsAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("worth", organisations.fields.EncryptedTextField(blank=True, verbose_name="the worth of leisure")),
                (
                    "room_shared",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not", "hardly shared"),
                            ("partly", "shared by some"),
                            ("fully", "shared by everyone"),
                        ],
                        max_length=10,
                        verbose_name="makes room: how far shared",
                    ),
                ),
                ("room_why", organisations.fields.EncryptedTextField(blank=True, verbose_name="makes room: why")),
                (
                    "reach_shared",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not", "hardly shared"),
                            ("partly", "shared by some"),
                            ("fully", "shared by everyone"),
                        ],
                        max_length=10,
                        verbose_name="reaches groups: how far shared",
                    ),
                ),
                ("reach_why", organisations.fields.EncryptedTextField(blank=True, verbose_name="reaches groups: why")),
                (
                    "link_shared",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not", "hardly shared"),
                            ("partly", "shared by some"),
                            ("fully", "shared by everyone"),
                        ],
                        max_length=10,
                        verbose_name="missing link: how far shared",
                    ),
                ),
                ("link_why", organisations.fields.EncryptedTextField(blank=True, verbose_name="missing link: why")),
                (
                    "hiring_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beliefs_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about beliefs",
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "life",
                    models.CharField(
                        choices=[("preparation", "in preparation"), ("running", "running"), ("ended", "ended")],
                        default="preparation",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "co_applicants",
                    models.ManyToManyField(
                        blank=True,
                        related_name="co_projects",
                        to="organisations.organisation",
                        verbose_name="co-applicants",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "working_area",
                    models.ManyToManyField(
                        blank=True,
                        related_name="projects",
                        to="organisations.municipality",
                        verbose_name="working area",
                    ),
                ),
            ],
            options={
                "verbose_name": "project",
                "ordering": ("organisation__name", "title", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="project_ends_after_it_starts",
                        violation_error_message="The last day cannot lie before the first day.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcessingAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("agreed_on", models.DateField(verbose_name="date of the agreement")),
                ("reference", models.CharField(max_length=200, verbose_name="where the agreement is on file")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="controller",
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="organisations.organisation",
                        verbose_name="employer",
                    ),
                ),
                (
                    "processor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="processor",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "processing agreement",
                "ordering": ("agreed_on", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "employer"),
                        name="processing_agreement_once",
                        violation_error_message="There is already an agreement with this employer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("processor", None),
                            models.Q(("processor", models.F("controller")), _negated=True),
                            _connector="OR",
                        ),
                        name="processing_agreement_two_parties",
                        violation_error_message="Controller and processor are two different organisations.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="hiringfile",
            name="project",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hiring_file",
                to="ambassadors.project",
                verbose_name="project",
            ),
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "percentage",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="percentage of full time",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "profile",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bottom_up_worker", "bottom-up youth worker"),
                            ("group_worker", "group worker"),
                            ("guide", "guide to leisure"),
                            ("youth_work_supporter", "youth work supporter"),
                            ("network_broker", "network broker"),
                            ("policy_officer", "policy officer"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="profile",
                    ),
                ),
                ("service", models.CharField(blank=True, max_length=120, verbose_name="service")),
                ("mandate", models.TextField(blank=True, max_length=2000, verbose_name="mandate")),
                ("absent_from", models.DateField(blank=True, null=True, verbose_name="absent from")),
                ("absent_until", models.DateField(blank=True, null=True, verbose_name="absent until")),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="organisations.organisation",
                        verbose_name="employer",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="organisations.membership",
                        verbose_name="ambassador",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "appointment",
                "ordering": ("starts_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percentage__gte", 1), ("percentage__lte", 100)),
                        name="appointment_percentage_between_1_and_100",
                        violation_error_message="The percentage must lie between 1 and 100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="appointment_ends_after_it_starts",
                        violation_error_message="The last day cannot lie before the first day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("absent_until", None),
                            models.Q(("absent_from__isnull", False), ("absent_until__gte", models.F("absent_from"))),
                            _connector="OR",
                        ),
                        name="appointment_absence_has_a_start",
                        violation_error_message="An absence needs a first day, before its last day.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("membership", "project"),
                        name="appointment_once_at_a_time",
                        violation_error_message="This ambassador already works on this project.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectTargetGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("children", "children"),
                            ("teenagers", "teenagers"),
                            ("young_people", "young people"),
                            ("newcomers", "young newcomers"),
                            ("poverty", "children and young people in poverty"),
                            ("disability", "children and young people with a disability"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="target group",
                    ),
                ),
                ("other", models.CharField(blank=True, max_length=80, verbose_name="which other")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="target_groups",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "target group",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("project", "group"), name="project_target_group_once"),
                    models.CheckConstraint(
                        condition=models.Q(("other", ""), ("group", "other"), _connector="OR"),
                        name="project_target_group_other_only",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recognition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("no_application", "no application"),
                            ("applied", "applied"),
                            ("recognised", "recognised"),
                            ("not_retained", "not retained"),
                        ],
                        max_length=20,
                        verbose_name="recognition",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="date of the decision")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recognitions",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "recognition",
                "ordering": ("decided_on", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "decided_on"),
                        name="recognition_one_decision_a_day",
                        violation_error_message="There is already a decision on this day.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultedSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("other", models.CharField(blank=True, max_length=200, verbose_name="which other source")),
                ("lesson", organisations.fields.EncryptedTextField(blank=True, verbose_name="what one takes from it")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consulted_sources",
                        to="ambassadors.hiringfile",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ambassadors.source",
                        to_field="code",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "consulted source",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="consultedsource_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("other", ""), ("source", None), _connector="OR"),
                        name="consulted_source_listed_or_own",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Staffing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("label", models.CharField(blank=True, max_length=120, verbose_name="name of the post")),
                (
                    "percentage",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="percentage of full time"),
                ),
                (
                    "cost",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="wage cost a year"
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="staffing",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "staffing",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="staffing_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percentage", None),
                            models.Q(("percentage__gte", 1), ("percentage__lte", 100)),
                            _connector="OR",
                        ),
                        name="staffing_percentage_between_1_and_100",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost", None), ("cost__gte", 0), _connector="OR"),
                        name="staffing_cost_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Beliefs and expectations"),
                            (2, "Environment analysis"),
                            (3, "Strategy and profile"),
                            (4, "Budget and hire"),
                            (5, "Support group"),
                            (6, "Goals and follow-up"),
                        ],
                        verbose_name="step",
                    ),
                ),
                ("note", organisations.fields.EncryptedTextField(blank=True, verbose_name="note")),
                (
                    "state",
                    models.CharField(
                        choices=[("todo", "To do"), ("busy", "Busy"), ("ready", "Ready")],
                        default="todo",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("ready_at", models.DateTimeField(blank=True, null=True, verbose_name="ready at")),
                ("updated_at", models.DateTimeField(blank=True, null=True, verbose_name="saved at")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="ambassadors.hiringfile",
                        verbose_name="hiring file",
                    ),
                ),
                (
                    "ready_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="marked ready by",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="saved by",
                    ),
                ),
            ],
            options={
                "verbose_name": "step",
                "ordering": ("hiring_file", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "number"), name="step_once_per_hiring_file"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 6)), name="step_is_one_of_six"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ready_at", None), ("ready_by", None), ("state__in", ("todo", "busy"))),
                            models.Q(("ready_at__isnull", False), ("ready_by__isnull", False), ("state", "ready")),
                            _connector="OR",
                        ),
                        name="step_ready_says_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("updated_at", None), ("updated_by", None)),
                            models.Q(("updated_at__isnull", False), ("updated_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="step_saved_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StepRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("content", organisations.fields.EncryptedJSONField(verbose_name="content")),
                ("changed", models.JSONField(default=list, verbose_name="what changed")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="by",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="ambassadors.step",
                        verbose_name="step",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a step",
                "ordering": ("step", "-version"),
                "constraints": [
                    models.UniqueConstraint(fields=("step", "version"), name="step_revision_once_per_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="StrategyAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "focus_target_group",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="target group"),
                ),
                (
                    "focus_neighbourhood",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="neighbourhood or place"),
                ),
                (
                    "focus_youth_work",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="form of youth work"),
                ),
                (
                    "organised",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("organised", "Organised leisure"),
                            ("unorganised", "Unorganised leisure"),
                            ("both", "Both"),
                        ],
                        max_length=20,
                        verbose_name="organised or unorganised",
                    ),
                ),
                (
                    "orientation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inclusive", "Inclusive activities"),
                            ("group_specific", "Activities for one group"),
                            ("both", "Both"),
                        ],
                        max_length=20,
                        verbose_name="inclusive or for one group",
                    ),
                ),
                ("greatest_needs", models.BooleanField(default=False, verbose_name="greatest needs")),
                ("good_start", models.BooleanField(default=False, verbose_name="a good starting point")),
                ("why", organisations.fields.EncryptedTextField(blank=True, verbose_name="why this focus")),
                (
                    "hiring_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strategy_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about the strategy",
            },
        ),
        migrations.CreateModel(
            name="SuccessAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("cohort", models.PositiveSmallIntegerField(verbose_name="from working year")),
                ("cohort_starts_on", models.DateField(verbose_name="first day of the cohort")),
                (
                    "moment",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "moment 1: enrolled"),
                            (2, "moment 2: still takes part after six to eight months"),
                            (3, "moment 3: enrolled again the next working year"),
                        ],
                        verbose_name="moment that counts as success",
                    ),
                ),
                (
                    "support",
                    models.CharField(
                        choices=[("either", "with or without support"), ("without", "only without support")],
                        max_length=10,
                        verbose_name="support",
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                ("recorded_on", models.DateField(verbose_name="recorded on")),
                ("supersedes", models.BooleanField(default=False, verbose_name="takes the place of another")),
                ("changed_on", models.DateField(blank=True, null=True, verbose_name="changed on")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="success_agreements",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement on success",
                "ordering": ("project", "-cohort"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "cohort"),
                        name="success_agreed_once_for_a_cohort",
                        violation_error_message="There is an agreement for this working year already. Change that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("moment__in", [1, 2, 3])),
                        name="success_is_one_of_three_moments",
                        violation_error_message="Choose one of the three moments.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("support__in", ["either", "without"])),
                        name="success_support_known",
                        violation_error_message="Choose whether support counts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cohort__gte", 2000), ("cohort__lte", 2200)),
                        name="success_cohort_plausible",
                        violation_error_message="Choose a working year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agreed_on__lt", models.F("cohort_starts_on"))),
                        name="success_agreed_before_the_cohort",
                        violation_error_message="Only what was agreed before the cohort began counts for it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes", False), ("recorded_on__lt", models.F("cohort_starts_on")), _connector="OR"
                        ),
                        name="success_never_replaced_backwards",
                        violation_error_message="What was agreed for a cohort that has begun is not replaced any more.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("changed_on", None), ("changed_on__lt", models.F("cohort_starts_on")), _connector="OR"
                        ),
                        name="success_never_changed_backwards",
                        violation_error_message="What was agreed for a cohort that has begun does not change any more.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "group_form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "A new group"),
                            ("platform", "A fixed item on a platform that exists"),
                            ("other", "Another form"),
                        ],
                        max_length=10,
                        verbose_name="new or existing",
                    ),
                ),
                (
                    "form_name",
                    models.CharField(blank=True, max_length=120, verbose_name="name of the group or platform"),
                ),
                (
                    "breadth",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("broad", "Broad: heads of partners, volunteers and professionals"),
                            ("small", "Small: manager, member of the board and close colleagues"),
                        ],
                        max_length=10,
                        verbose_name="broad or small",
                    ),
                ),
                ("is_sounding_board", models.BooleanField(default=False, verbose_name="sounding board")),
                ("gives_feedback", models.BooleanField(default=False, verbose_name="feedback")),
                ("supports_actions", models.BooleanField(default=False, verbose_name="supporting actions")),
                ("opens_doors", models.BooleanField(default=False, verbose_name="opening doors")),
                ("picks_up_signals", models.BooleanField(default=False, verbose_name="picking up signals")),
                ("function_other", organisations.fields.EncryptedTextField(blank=True, verbose_name="other functions")),
                ("rhythm", models.CharField(blank=True, max_length=120, verbose_name="rhythm")),
                ("decides", organisations.fields.EncryptedTextField(blank=True, verbose_name="what the group decides")),
                ("training", organisations.fields.EncryptedTextField(blank=True, verbose_name="training")),
                ("supervision", organisations.fields.EncryptedTextField(blank=True, verbose_name="peer supervision")),
                ("coaching", organisations.fields.EncryptedTextField(blank=True, verbose_name="coaching")),
                (
                    "hiring_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about support",
            },
        ),
        migrations.CreateModel(
            name="SupportLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("shared", organisations.fields.EncryptedJSONField(verbose_name="what was shared")),
                ("made_at", models.DateTimeField(verbose_name="sent at")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_letters",
                        to="ambassadors.hiringfile",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="sent by",
                    ),
                ),
            ],
            options={
                "verbose_name": "letter to the support group",
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="SupportLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("member", models.UUIDField(verbose_name="member")),
                ("name", organisations.fields.EncryptedTextField(verbose_name="name")),
                ("email", organisations.fields.EncryptedTextField(verbose_name="e-mail address")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="digest of the secret")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="mailed at")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="opened at")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="ambassadors.supportletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "link for the support group",
                "ordering": ("letter", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("letter", "member"), name="support_link_once_per_member")
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="begins at")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
                ("place", organisations.fields.EncryptedTextField(blank=True, verbose_name="place")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("not_held", "Not held")],
                        default="planned",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("decisions", organisations.fields.EncryptedTextField(blank=True, verbose_name="decisions")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_meetings",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting of the support group",
                "ordering": ("date", "id"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="supportmeeting_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes", None), models.Q(("minutes__gte", 1), ("minutes__lte", 720)), _connector="OR"
                        ),
                        name="support_meeting_within_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("name", organisations.fields.EncryptedTextField(blank=True, verbose_name="name")),
                ("organisation", organisations.fields.EncryptedTextField(blank=True, verbose_name="organisation")),
                ("role", organisations.fields.EncryptedTextField(blank=True, verbose_name="role in the group")),
                ("email", organisations.fields.EncryptedTextField(blank=True, verbose_name="e-mail address")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_members",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of the support group",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="supportmember_address_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportReaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[("reaction", "reaction"), ("signal", "signal")], max_length=10, verbose_name="kind"
                    ),
                ),
                ("text", organisations.fields.EncryptedTextField(verbose_name="text")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "new"),
                            ("discussed", "discussed"),
                            ("followed_up", "followed up"),
                            ("not_followed_up", "not followed up"),
                        ],
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("note", organisations.fields.EncryptedTextField(blank=True, verbose_name="note")),
                ("turned_at", models.DateTimeField(blank=True, null=True, verbose_name="state since")),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reactions",
                        to="ambassadors.supportlink",
                    ),
                ),
                (
                    "turned_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="state by",
                    ),
                ),
            ],
            options={
                "verbose_name": "reaction of the support group",
                "ordering": ("-received_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "reaction"), ("state", "")),
                            models.Q(
                                ("kind", "signal"),
                                ("state__in", ["new", "discussed", "followed_up", "not_followed_up"]),
                            ),
                            _connector="OR",
                        ),
                        name="support_reaction_signal_has_a_state",
                        violation_error_message="Choose where the signal stands.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("", "new")), ("turned_at", None), ("turned_by", None)),
                            models.Q(("turned_at__isnull", False), ("turned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="support_reaction_turned_by_someone",
                        violation_error_message="Say when the signal came to stand there, and by whom.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_at", None), ("read_at__gte", models.F("received_at")), _connector="OR"
                        ),
                        name="support_reaction_read_after_it_came",
                        violation_error_message="A reaction is read after it came.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WantedProfile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                (
                    "profile",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bottom_up_worker", "bottom-up youth worker"),
                            ("group_worker", "group worker"),
                            ("guide", "guide to leisure"),
                            ("youth_work_supporter", "youth work supporter"),
                            ("network_broker", "network broker"),
                            ("policy_officer", "policy officer"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="profile",
                    ),
                ),
                ("other", models.CharField(blank=True, max_length=120, verbose_name="which other profile")),
                (
                    "leaning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("demand", "More on the demand side"),
                            ("supply", "More on the supply side"),
                            ("both", "On both sides equally"),
                        ],
                        max_length=10,
                        verbose_name="leaning",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wanted_profiles",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "wanted profile",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="wantedprofile_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("other", ""), ("profile", "other"), _connector="OR"),
                        name="wanted_profile_other_only",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("goal", organisations.fields.EncryptedTextField(blank=True, verbose_name="goal")),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[("demand", "demand side"), ("supply", "supply side"), ("both", "both sides")],
                        max_length=10,
                        verbose_name="side",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("process", "Process"), ("result", "Result"), ("number", "Number")],
                        max_length=10,
                        verbose_name="kind of indicator",
                    ),
                ),
                (
                    "criterion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("relation", "relation built or kept"),
                            ("asked", "asked and informed"),
                            ("brought_together", "brought together"),
                            ("supported", "supported"),
                            ("signal", "signal given"),
                            ("structure", "structure, plan or vision"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="process criterion",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("meeting", "meeting and exchange"),
                            ("conditions", "conditions for accessibility"),
                            ("support", "organisations supported"),
                            ("initiative", "new initiative"),
                            ("plan", "vision text or action plan"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="kind of result",
                    ),
                ),
                ("starting_point", organisations.fields.EncryptedTextField(blank=True, verbose_name="starting point")),
                ("target", organisations.fields.EncryptedTextField(blank=True, verbose_name="target")),
                ("why", organisations.fields.EncryptedTextField(blank=True, verbose_name="why")),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="agreed on")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="agreed by",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="ambassadors.hiringfile"
                    ),
                ),
            ],
            options={
                "verbose_name": "goal",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="goal_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("criterion", ""), ("kind", "process"), _connector="OR"),
                        name="goal_criterion_of_a_process",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("result", ""), ("kind", "result"), _connector="OR"),
                        name="goal_result_of_a_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_by", None), ("agreed_on", None)),
                            models.Q(("agreed_by__isnull", False), ("agreed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="goal_agreed_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="source of money")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="amount a year"
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="funding", to="ambassadors.hiringfile"
                    ),
                ),
            ],
            options={
                "verbose_name": "funding",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="funding_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount", None), ("amount__gte", 0), _connector="OR"),
                        name="funding_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpMoment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                (
                    "with_whom",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("manager", "the manager"),
                            ("colleagues", "direct colleagues"),
                            ("other", "somebody else"),
                        ],
                        max_length=12,
                        verbose_name="with whom",
                    ),
                ),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("subject", organisations.fields.EncryptedTextField(blank=True, verbose_name="about")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "follow-up moment",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="followupmoment_address_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ExploratoryTalk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("partner", organisations.fields.EncryptedTextField(blank=True, verbose_name="partner")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("social_welfare", "OCMW"),
                            ("family_house", "Huis van het Kind"),
                            ("school", "School (care coordinator, OKAN teacher)"),
                            ("library", "Library"),
                            ("neighbourhood_work", "Neighbourhood work"),
                            ("self_organisation", "Self-organisation"),
                            ("police", "Police"),
                            ("youth_movement", "Youth movement"),
                            ("youth_club", "Youth club"),
                            ("playground", "Playground work"),
                            ("sports_club", "Sports club"),
                            ("special_groups", "Youth work for special groups"),
                            ("media_lab", "Media lab"),
                            ("arts_education", "Arts education"),
                            ("other", "Other kind"),
                        ],
                        max_length=30,
                        verbose_name="kind of partner",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("demand", "demand side: knows the families"),
                            ("supply", "supply side: offers leisure"),
                        ],
                        max_length=10,
                        verbose_name="side",
                    ),
                ),
                ("holidays_only", models.BooleanField(default=False, verbose_name="active in school holidays only")),
                ("needs", organisations.fields.EncryptedTextField(blank=True, verbose_name="needs")),
                ("worries", organisations.fields.EncryptedTextField(blank=True, verbose_name="worries and priorities")),
                ("diary", organisations.fields.EncryptedTextField(blank=True, verbose_name="room in the diary")),
                ("places", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="available places")),
                (
                    "tie",
                    models.CharField(
                        blank=True,
                        choices=[("none", "no tie yet"), ("weak", "weak"), ("fair", "fair"), ("strong", "strong")],
                        max_length=10,
                        verbose_name="strength of the tie",
                    ),
                ),
                (
                    "strengthen",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="how to strengthen the tie"),
                ),
                (
                    "commitment",
                    models.CharField(
                        choices=[("not_asked", "Not asked"), ("not_yet", "Not yet"), ("no", "No"), ("yes", "Yes")],
                        default="not_asked",
                        max_length=10,
                        verbose_name="would they commit",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="added by",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="talks", to="ambassadors.hiringfile"
                    ),
                ),
            ],
            options={
                "verbose_name": "exploratory talk",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="exploratorytalk_address_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ExistingAnalysis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("policy_plan", "Policy plan or multi-year plan"),
                            ("boa", "BOA decree"),
                            ("child_friendly", "Label Kindvriendelijke Gemeente"),
                            ("other", "Another analysis"),
                        ],
                        max_length=20,
                        verbose_name="kind of analysis",
                    ),
                ),
                ("other", models.CharField(blank=True, max_length=120, verbose_name="which other analysis")),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "None"),
                            ("partial", "Partial"),
                            ("in_the_making", "In the making"),
                            ("complete", "Complete"),
                        ],
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("is_reused", models.BooleanField(default=False, verbose_name="is used again")),
                ("missing", organisations.fields.EncryptedTextField(blank=True, verbose_name="what is still missing")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="existing_analyses",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "existing analysis",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="existinganalysis_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("other", ""), ("kind", "other"), _connector="OR"),
                        name="existing_analysis_other_only",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChosenStrategy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "strategy",
                    models.CharField(
                        choices=[
                            ("bottom_up", "working bottom-up"),
                            ("low_threshold", "connecting from low-threshold youth work"),
                            ("individual_guidance", "individual guidance"),
                            ("association_support", "supporting associations"),
                            ("networking", "cooperation and network building"),
                            ("structural", "structural work"),
                        ],
                        max_length=30,
                        verbose_name="strategy",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="chosen_strategies",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "chosen strategy",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "strategy"), name="chosen_strategy_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="BudgetAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "term",
                    models.CharField(
                        blank=True,
                        choices=[("open_ended", "Open-ended"), ("months", "A number of months")],
                        max_length=20,
                        verbose_name="term",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number of months")),
                (
                    "initiator",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("local_government", "The local government"),
                            ("local_association", "A local association"),
                            ("other", "Another organisation"),
                        ],
                        max_length=20,
                        verbose_name="initiator",
                    ),
                ),
                (
                    "initiator_other",
                    models.CharField(blank=True, max_length=120, verbose_name="which other organisation"),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[("hire", "We hire someone ourselves"), ("tender", "We put it out to tender")],
                        max_length=10,
                        verbose_name="hire or tender",
                    ),
                ),
                ("argument_team", models.BooleanField(default=False, verbose_name="fully part of the team")),
                ("argument_service", models.BooleanField(default=False, verbose_name="a service with a clear mandate")),
                (
                    "argument_expertise",
                    models.BooleanField(default=False, verbose_name="expertise and peer supervision"),
                ),
                ("argument_latitude", models.BooleanField(default=False, verbose_name="more room to act")),
                ("argument_independence", models.BooleanField(default=False, verbose_name="more independent")),
                ("argument_other", organisations.fields.EncryptedTextField(blank=True, verbose_name="other arguments")),
                ("service", models.CharField(blank=True, max_length=120, verbose_name="service")),
                ("mandate", organisations.fields.EncryptedTextField(blank=True, verbose_name="mandate")),
                (
                    "post_profile",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="profile of the post"),
                ),
                (
                    "hiring_file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="budget_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about budget and hire",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("months", None), models.Q(("months__gte", 1), ("term", "months")), _connector="OR"
                        ),
                        name="budget_months_only_for_a_fixed_term",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("initiator_other", ""), ("initiator", "other"), _connector="OR"),
                        name="budget_initiator_other_only",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("environment_analysis", "environment analysis"),
                            ("engagement_statement", "engagement statement"),
                            ("other", "another document"),
                        ],
                        max_length=30,
                        verbose_name="kind of file",
                    ),
                ),
                ("row", models.UUIDField(blank=True, null=True, verbose_name="belongs to")),
                ("name", organisations.fields.EncryptedTextField(verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=80, verbose_name="type of content")),
                ("size", models.PositiveIntegerField(verbose_name="size")),
                ("sha256", models.CharField(max_length=64, verbose_name="digest")),
                ("stored_name", models.CharField(max_length=100, unique=True, verbose_name="where it lies")),
                ("key", organisations.fields.EncryptedTextField(verbose_name="its key")),
                ("uploaded_at", models.DateTimeField(verbose_name="added at")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="added by",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="ambassadors.hiringfile",
                        verbose_name="hiring file",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a dossier",
                "ordering": ("-uploaded_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["environment_analysis", "engagement_statement", "other"])),
                        name="attachment_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "content_type__in",
                                [
                                    "application/pdf",
                                    "image/jpeg",
                                    "image/png",
                                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                    "application/vnd.oasis.opendocument.text",
                                ],
                            )
                        ),
                        name="attachment_type_is_taken",
                    ),
                    models.CheckConstraint(condition=models.Q(("size__gte", 1)), name="attachment_is_not_empty"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("rule", models.SlugField(max_length=40, verbose_name="rule")),
                ("subject", models.SlugField(default="dossier", max_length=40, verbose_name="subject")),
                ("reason", organisations.fields.EncryptedTextField(verbose_name="reason to choose otherwise")),
                ("at", models.DateTimeField(verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="by",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="advice_answers",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to advice",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hiring_file", "rule", "subject"),
                        name="advice_answered_once",
                        violation_error_message="This advice was answered already. Change that answer.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Adjustment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("what", organisations.fields.EncryptedTextField(blank=True, verbose_name="what changes")),
                ("reason", organisations.fields.EncryptedTextField(blank=True, verbose_name="reason")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adjustments",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "adjustment",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="adjustment_address_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LifeworldContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("place", organisations.fields.EncryptedTextField(blank=True, verbose_name="where")),
                ("with_whom", organisations.fields.EncryptedTextField(blank=True, verbose_name="with whom")),
                ("learnt", organisations.fields.EncryptedTextField(blank=True, verbose_name="what was learnt")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="added by",
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lifeworld_contacts",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "lifeworld contact",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="lifeworldcontact_address_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NeededPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("name", organisations.fields.EncryptedTextField(blank=True, verbose_name="name of the partner")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("social_welfare", "OCMW"),
                            ("family_house", "Huis van het Kind"),
                            ("school", "School (care coordinator, OKAN teacher)"),
                            ("library", "Library"),
                            ("neighbourhood_work", "Neighbourhood work"),
                            ("self_organisation", "Self-organisation"),
                            ("police", "Police"),
                            ("youth_movement", "Youth movement"),
                            ("youth_club", "Youth club"),
                            ("playground", "Playground work"),
                            ("sports_club", "Sports club"),
                            ("special_groups", "Youth work for special groups"),
                            ("media_lab", "Media lab"),
                            ("arts_education", "Arts education"),
                            ("other", "Other kind"),
                        ],
                        max_length=30,
                        verbose_name="kind of partner",
                    ),
                ),
                (
                    "engagement",
                    models.CharField(
                        choices=[
                            ("not_asked", "Not asked yet"),
                            ("asked", "Asked"),
                            ("signed", "Signed"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="not_asked",
                        max_length=20,
                        verbose_name="engagement statement",
                    ),
                ),
                ("engagement_on", models.DateField(blank=True, null=True, verbose_name="date of the engagement")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needed_partners",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "needed partner",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="neededpartner_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("engagement", "not_asked"), ("engagement_on", None)),
                            models.Q(
                                ("engagement__in", ("asked", "signed", "refused", "withdrawn")),
                                ("engagement_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="needed_partner_engagement_is_dated",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OperatingCost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("participation_fees", "Contribution to participation fees"),
                            ("volunteers", "Volunteers: compensation and insurance"),
                            ("travel", "Travel and stay"),
                            ("material", "Play and camp material"),
                            ("catering", "Catering"),
                            ("promotion", "Print and promotion"),
                            ("other", "Other costs"),
                        ],
                        max_length=30,
                        verbose_name="kind of cost",
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=200, verbose_name="what for")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="amount a year"
                    ),
                ),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="operating_costs",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "operating cost",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="operatingcost_address_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount", None), ("amount__gte", 0), _connector="OR"),
                        name="operating_cost_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnExpectation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="address")),
                ("expectation", organisations.fields.EncryptedTextField(blank=True, verbose_name="expectation")),
                (
                    "shared",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not", "hardly shared"),
                            ("partly", "shared by some"),
                            ("fully", "shared by everyone"),
                        ],
                        max_length=10,
                        verbose_name="how far shared",
                    ),
                ),
                ("why", organisations.fields.EncryptedTextField(blank=True, verbose_name="why")),
                (
                    "hiring_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_expectations",
                        to="ambassadors.hiringfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "own expectation",
                "ordering": ("id",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("hiring_file", "uuid"), name="ownexpectation_address_once")
                ],
            },
        ),
    ]
