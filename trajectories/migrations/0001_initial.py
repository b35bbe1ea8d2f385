import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import organisations.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ambassadors", "0002_sources"),
        ("organisations", "0002_municipalities"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="digest of the secret")),
                ("made_at", models.DateTimeField(verbose_name="made at")),
                ("read_on", models.DateField(blank=True, null=True, verbose_name="last read on")),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feed",
                        to="organisations.membership",
                        verbose_name="ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "calendar",
            },
        ),
        migrations.CreateModel(
            name="Family",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="families",
                        to="organisations.organisation",
                        verbose_name="controller",
                    ),
                ),
            ],
            options={
                "verbose_name": "family",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("code", models.CharField(max_length=8, unique=True, verbose_name="code")),
                ("first_name", organisations.fields.EncryptedTextField(verbose_name="first name or nickname")),
                ("birth_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of birth")),
                ("neighbourhood", organisations.fields.EncryptedTextField(blank=True, verbose_name="neighbourhood")),
                (
                    "lawful_basis",
                    models.CharField(
                        choices=[("public_task", "public task"), ("consent", "consent"), ("other", "other")],
                        max_length=20,
                        verbose_name="lawful basis",
                    ),
                ),
                ("explained_on", models.DateField(blank=True, null=True, verbose_name="explained on")),
                (
                    "explained_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("young_person", "the child or young person"),
                            ("parent", "a parent or guardian"),
                            ("both", "both"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="explained to",
                    ),
                ),
                ("explanation", organisations.fields.EncryptedTextField(blank=True, verbose_name="what was explained")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="withdrawn on")),
                (
                    "of_age_informed_on",
                    models.DateField(blank=True, null=True, verbose_name="informed when turning 18"),
                ),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="organisations.organisation",
                        verbose_name="controller",
                    ),
                ),
                (
                    "explained_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="explained by",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="members",
                        to="trajectories.family",
                        verbose_name="family",
                    ),
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
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="registered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "child or young person",
                "ordering": ("code",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        name="participant_has_a_code",
                        violation_error_message="The code is missing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("birth_year", None),
                            models.Q(("birth_year__gte", 1980), ("birth_year__lte", 2100)),
                            _connector="OR",
                        ),
                        name="participant_birth_year_plausible",
                        violation_error_message="Write the year of birth with four digits, such as 2014.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lawful_basis__in", ["public_task", "consent", "other"])),
                        name="participant_lawful_basis_known",
                        violation_error_message="Choose on what basis you record this.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("explained_by", None), ("explained_on", None), ("explained_to", "")),
                            models.Q(
                                ("explained_by__isnull", False),
                                ("explained_on__isnull", False),
                                ("explained_to__in", ["young_person", "parent", "both", "other"]),
                            ),
                            _connector="OR",
                        ),
                        name="participant_explained_when_to_whom_by_whom",
                        violation_error_message="Say when it was explained, and to whom; or leave both empty.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactDetails",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "reached_through",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="whom to call or write"),
                ),
                ("phone", organisations.fields.EncryptedTextField(blank=True, verbose_name="phone")),
                ("email", organisations.fields.EncryptedTextField(blank=True, verbose_name="e-mail address")),
                ("address", organisations.fields.EncryptedTextField(blank=True, verbose_name="address")),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_details",
                        to="trajectories.participant",
                        verbose_name="child or young person",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact details",
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("youth_movement", "youth movement"),
                            ("youth_club", "youth club"),
                            ("playground", "playground"),
                            ("sports_club", "sports club"),
                            ("special_groups", "youth work for special groups"),
                            ("media_lab", "media lab"),
                            ("arts_education", "arts education"),
                            ("camp", "holiday camp"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("kind_other", models.CharField(blank=True, max_length=80, verbose_name="which other kind")),
                ("is_organised", models.BooleanField(default=True, verbose_name="organised leisure")),
                ("is_group_specific", models.BooleanField(default=False, verbose_name="for one group only")),
                ("holidays_only", models.BooleanField(default=False, verbose_name="only during school holidays")),
                ("contact_person", organisations.fields.EncryptedTextField(blank=True, verbose_name="contact person")),
                (
                    "contact_reach",
                    organisations.fields.EncryptedTextField(
                        blank=True, verbose_name="phone or e-mail of the contact person"
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="available places")),
                (
                    "price",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name="price"),
                ),
                (
                    "price_per",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("season", "season or working year"),
                            ("month", "month"),
                            ("time", "time"),
                            ("week", "camp or holiday week"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                        verbose_name="price per",
                    ),
                ),
                ("takes_trials", models.BooleanField(blank=True, null=True, verbose_name="one can come and try")),
                (
                    "trial_days",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="when one can come and try"),
                ),
                ("board_updated_at", models.DateTimeField(blank=True, null=True, verbose_name="places updated at")),
                (
                    "board_updated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="places updated by",
                    ),
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="providers",
                        to="organisations.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "provider",
                "ordering": ("name", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "youth_movement",
                                    "youth_club",
                                    "playground",
                                    "sports_club",
                                    "special_groups",
                                    "media_lab",
                                    "arts_education",
                                    "camp",
                                    "other",
                                ],
                            )
                        ),
                        name="provider_kind_known",
                        violation_error_message="Choose what kind of provider this is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind_other", ""), ("kind", "other"), _connector="OR"),
                        name="provider_other_kind_only",
                        violation_error_message="Describe another kind only when you chose “other”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("price", None), ("price_per", "")),
                            models.Q(("price", 0), ("price__isnull", False), ("price_per", "")),
                            models.Q(
                                ("price__gte", 0),
                                ("price__isnull", False),
                                ("price_per__in", ["season", "month", "time", "week", "other"]),
                            ),
                            _connector="OR",
                        ),
                        name="provider_price_is_per_something",
                        violation_error_message="A price is 0 or more, and is paid per season, month or time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("board_updated_by", None), ("board_updated_at__isnull", False), _connector="OR"
                        ),
                        name="provider_board_updated_at_a_time",
                        violation_error_message="Whoever updated the places did so at a time.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlacesLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True, verbose_name="digest of the secret")),
                ("made_at", models.DateTimeField(verbose_name="made at")),
                ("expires_at", models.DateTimeField(verbose_name="expires at")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn at")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="made by",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places_links",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to keep places",
                "ordering": ("-made_at", "-id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("provider",),
                        name="places_link_one_at_a_time",
                        violation_error_message="This provider has a link already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minutes")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("street", "street or park"),
                            ("home_visit", "home visit"),
                            ("provider", "at the provider's"),
                            ("school", "school"),
                            ("phone", "phone"),
                            ("message", "message"),
                            ("social_media", "social media"),
                            ("email", "e-mail"),
                            ("meeting", "meeting"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="where or how",
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(
                        choices=[
                            ("family", "child or family"),
                            ("group", "group"),
                            ("provider", "provider"),
                            ("go_between", "go-between"),
                            ("partner", "external partner"),
                            ("local_government", "local government"),
                            ("colleague", "colleague"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="with whom",
                    ),
                ),
                (
                    "criterion",
                    models.CharField(
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
                        verbose_name="mainly for",
                    ),
                ),
                ("note", organisations.fields.EncryptedTextField(blank=True, verbose_name="note")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="organisations.organisation",
                        verbose_name="controller",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="trajectories.contact",
                        verbose_name="corrects",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="organisations.membership",
                        verbose_name="logged by",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "ordering": ("-date", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "people meeting"),
                            ("exchange", "exchange"),
                            ("outing", "outing"),
                            ("drop_in", "drop-in"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("kind_other", models.CharField(blank=True, max_length=80, verbose_name="which other kind")),
                ("what", organisations.fields.EncryptedTextField(verbose_name="what you did")),
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
                ("partners", organisations.fields.EncryptedTextField(blank=True, verbose_name="other partners")),
                ("head_count", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="head count")),
                ("post_url", models.URLField(blank=True, max_length=500, verbose_name="link to a public post")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="logged for",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="logged by",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "providers",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="trajectories.provider", verbose_name="providers"
                    ),
                ),
            ],
            options={
                "verbose_name": "activity",
                "ordering": ("-date", "-id"),
                "indexes": [models.Index(fields=["project", "date"], name="activity_of_a_period")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["meeting", "exchange", "outing", "drop_in", "other"])),
                        name="activity_kind_known",
                        violation_error_message="Choose what kind of activity it was.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind_other", ""), ("kind", "other"), _connector="OR"),
                        name="activity_other_kind_only",
                        violation_error_message="Describe another kind only when you chose “other”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "strategy__in",
                                [
                                    "bottom_up",
                                    "low_threshold",
                                    "individual_guidance",
                                    "association_support",
                                    "networking",
                                    "structural",
                                ],
                            )
                        ),
                        name="activity_strategy_known",
                        violation_error_message="Choose one of the six strategies.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("head_count", None),
                            models.Q(("head_count__gte", 1), ("head_count__lte", 20000)),
                            _connector="OR",
                        ),
                        name="activity_head_count_plausible",
                        violation_error_message="The head count must lie between 1 and 20000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("post_url", ""), ("post_url__startswith", "https://"), _connector="OR"),
                        name="activity_link_is_https",
                        violation_error_message="The link must begin with https://.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProviderTrajectory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("started_on", models.DateField(verbose_name="started on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "closing_reason",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="why it was closed"),
                ),
                (
                    "intensity",
                    models.CharField(
                        choices=[
                            ("trust", "first building trust, going there again and again"),
                            ("now_and_then", "contact now and then"),
                            ("regular", "regular contact"),
                            ("intensive", "working together intensively"),
                        ],
                        max_length=20,
                        verbose_name="how close",
                    ),
                ),
                ("plan", organisations.fields.EncryptedTextField(blank=True, verbose_name="what you work on together")),
                ("theme_other", organisations.fields.EncryptedTextField(blank=True, verbose_name="which other theme")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provider_trajectories",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provider_trajectories",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "walked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provider_trajectories",
                        to="organisations.membership",
                        verbose_name="ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "trajectory of a provider",
                "ordering": ("provider__name", "-started_on", "-id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("provider", "project"),
                        name="provider_trajectory_once_at_a_time",
                        violation_error_message="A trajectory of this provider runs already in this project.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None), ("closed_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="provider_trajectory_closes_after_it_starts",
                        violation_error_message="It cannot close before it started.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("intensity__in", ["trust", "now_and_then", "regular", "intensive"])),
                        name="provider_trajectory_intensity_known",
                        violation_error_message="Choose how closely you work together.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProviderChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("new_team", "other leaders or board"),
                            ("leaders_short", "shortage of leaders"),
                            ("priorities", "other worries or priorities"),
                            ("busy", "a full diary"),
                            ("adapted", "adapted its way of working"),
                            ("places", "more or fewer places"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="what changed",
                    ),
                ),
                ("remark", organisations.fields.EncryptedTextField(blank=True, verbose_name="remark")),
                (
                    "provider_trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="trajectories.providertrajectory",
                        verbose_name="trajectory of a provider",
                    ),
                ),
            ],
            options={
                "verbose_name": "change at a provider",
                "ordering": ("date", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["new_team", "leaders_short", "priorities", "busy", "adapted", "places", "other"],
                            )
                        ),
                        name="provider_change_kind_known",
                        violation_error_message="Choose what changed.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("signed", "Signed"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=20,
                        verbose_name="engagement statement",
                    ),
                ),
                ("remark", organisations.fields.EncryptedTextField(blank=True, verbose_name="remark")),
                (
                    "provider_trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="trajectories.providertrajectory",
                        verbose_name="trajectory of a provider",
                    ),
                ),
            ],
            options={
                "verbose_name": "engagement statement",
                "ordering": ("date", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "signed", "refused", "withdrawn"])),
                        name="commitment_state_known",
                        violation_error_message="Choose what became of the engagement statement.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting and exchange"),
                            ("conditions", "conditions for accessibility"),
                            ("support", "organisations supported"),
                            ("initiative", "new initiative"),
                            ("plan", "vision text or action plan"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("kind_other", models.CharField(blank=True, max_length=80, verbose_name="which other kind")),
                ("what", organisations.fields.EncryptedTextField(verbose_name="what the result is")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("under_way", "under way"),
                            ("reached", "reached"),
                            ("given_up", "given up"),
                        ],
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
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
                ("partners", organisations.fields.EncryptedTextField(blank=True, verbose_name="other partners")),
                ("evidence", organisations.fields.EncryptedTextField(blank=True, verbose_name="how one can see it")),
                ("evidence_url", models.URLField(blank=True, max_length=500, verbose_name="link to it")),
                (
                    "lasts",
                    models.CharField(
                        choices=[("yes", "yes"), ("no", "no"), ("unknown", "not known yet")],
                        default="unknown",
                        max_length=10,
                        verbose_name="lasts after the project",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="logged for",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="logged by",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "providers",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="trajectories.provider", verbose_name="providers"
                    ),
                ),
            ],
            options={
                "verbose_name": "result",
                "ordering": ("-date", "-id"),
                "indexes": [models.Index(fields=["project", "date"], name="result_of_a_period")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["meeting", "conditions", "support", "initiative", "plan", "other"])
                        ),
                        name="result_kind_known",
                        violation_error_message="Choose what kind of result it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind_other", ""), ("kind", "other"), _connector="OR"),
                        name="result_other_kind_only",
                        violation_error_message="Describe another kind only when you chose “other”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["planned", "under_way", "reached", "given_up"])),
                        name="result_state_known",
                        violation_error_message="Choose where the result stands.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "strategy__in",
                                [
                                    "bottom_up",
                                    "low_threshold",
                                    "individual_guidance",
                                    "association_support",
                                    "networking",
                                    "structural",
                                ],
                            )
                        ),
                        name="result_strategy_known",
                        violation_error_message="Choose one of the six strategies.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lasts__in", ["yes", "no", "unknown"])),
                        name="result_lasts_known",
                        violation_error_message="Choose whether it lasts after the project.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lasts", "yes"), ("state", "given_up"), _negated=True),
                        name="result_given_up_does_not_last",
                        violation_error_message="What was given up cannot last. Choose another answer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evidence_url", ""), ("evidence_url__startswith", "https://"), _connector="OR"
                        ),
                        name="result_link_is_https",
                        violation_error_message="The link must begin with https://.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Retraction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="taken back at")),
                (
                    "contact",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retraction",
                        to="trajectories.contact",
                        verbose_name="contact",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="taken back by",
                    ),
                ),
            ],
            options={
                "verbose_name": "retraction",
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("known", "known (bekend)"),
                            ("reachable", "reachable (bereikbaar)"),
                            ("available", "available (beschikbaar)"),
                            ("usable", "usable (bruikbaar)"),
                            ("affordable", "affordable (betaalbaar)"),
                            ("understandable", "understandable (begrijpbaar)"),
                            ("trustworthy", "trustworthy (betrouwbaar)"),
                            ("understanding", "understanding (begripvol)"),
                            ("enterable", "easy to enter (betreedbaar)"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="what it is about",
                    ),
                ),
                ("note", organisations.fields.EncryptedTextField(verbose_name="note")),
                (
                    "shared_text",
                    organisations.fields.EncryptedTextField(blank=True, verbose_name="what the coordinator may read"),
                ),
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
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="logged by",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signals",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "signal",
                "ordering": ("-date", "-id"),
                "indexes": [models.Index(fields=["project", "date"], name="signal_of_a_period")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "about__in",
                                [
                                    "known",
                                    "reachable",
                                    "available",
                                    "usable",
                                    "affordable",
                                    "understandable",
                                    "trustworthy",
                                    "understanding",
                                    "enterable",
                                    "other",
                                ],
                            )
                        ),
                        name="signal_about_known",
                        violation_error_message="Choose what the signal is about.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignalStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("noticed", "noticed"),
                            ("discussed", "discussed"),
                            ("passed_on", "passed on"),
                            ("answered", "answered"),
                            ("followed_up", "followed up"),
                            ("not_followed_up", "not followed up"),
                        ],
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "passed_to",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("local_government", "local government"),
                            ("provider", "provider"),
                            ("support_group", "support group"),
                            ("manager", "manager"),
                            ("partner", "external partner"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="passed on to",
                    ),
                ),
                ("passed_to_who", organisations.fields.EncryptedTextField(blank=True, verbose_name="whom exactly")),
                ("note", organisations.fields.EncryptedTextField(blank=True, verbose_name="what was done about it")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="logged by",
                    ),
                ),
                (
                    "signal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="trajectories.signal",
                        verbose_name="signal",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a signal",
                "ordering": ("date", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["noticed", "discussed", "passed_on", "answered", "followed_up", "not_followed_up"],
                            )
                        ),
                        name="signal_step_state_known",
                        violation_error_message="Choose where the signal stands.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "passed_to__in",
                                    ["local_government", "provider", "support_group", "manager", "partner", "other"],
                                ),
                                ("state", "passed_on"),
                            ),
                            models.Q(models.Q(("state", "passed_on"), _negated=True), ("passed_to", "")),
                            _connector="OR",
                        ),
                        name="signal_step_passed_on_to_someone",
                        violation_error_message="Say to whom you passed it on, and only then.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "noticed")),
                        fields=("signal",),
                        name="signal_step_noticed_once",
                        violation_error_message="A signal is noticed once.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportedTheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("leaders", "finding and keeping leaders or volunteers"),
                            ("group", "working with a diverse group"),
                            ("parents", "contact with parents"),
                            ("money", "money and grants"),
                            ("place", "premises and material"),
                            ("promotion", "becoming known and enrolling"),
                            ("safety", "a safe and healthy place"),
                            ("rules", "insurance and administration"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "provider_trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="themes",
                        to="trajectories.providertrajectory",
                        verbose_name="trajectory of a provider",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider_trajectory", "theme"),
                        name="supported_theme_once",
                        violation_error_message="A theme stands there once.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "theme__in",
                                [
                                    "leaders",
                                    "group",
                                    "parents",
                                    "money",
                                    "place",
                                    "promotion",
                                    "safety",
                                    "rules",
                                    "other",
                                ],
                            )
                        ),
                        name="supported_theme_known",
                        violation_error_message="Choose from the list.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Trajectory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "m1_outcome",
                    models.CharField(
                        blank=True,
                        choices=[("reached", "reached"), ("missed", "missed"), ("unknown", "cannot be found out")],
                        default="",
                        max_length=10,
                        verbose_name="enrolled",
                    ),
                ),
                ("m1_on", models.DateField(blank=True, null=True, verbose_name="enrolled on")),
                ("m1_asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
                ("m1_supported", models.BooleanField(blank=True, null=True, verbose_name="with support")),
                (
                    "m1_working_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="for working year"),
                ),
                ("m1_remark", organisations.fields.EncryptedTextField(blank=True, default="", verbose_name="remark")),
                ("m1_logged_at", models.DateTimeField(blank=True, null=True, verbose_name="logged at")),
                ("m1_received_at", models.DateTimeField(blank=True, null=True, verbose_name="received at")),
                ("m2_opens_on", models.DateField(blank=True, null=True, verbose_name="window opens on")),
                ("m2_closes_on", models.DateField(blank=True, null=True, verbose_name="window closes on")),
                (
                    "m2_outcome",
                    models.CharField(
                        blank=True,
                        choices=[("reached", "reached"), ("missed", "missed"), ("unknown", "cannot be found out")],
                        default="",
                        max_length=10,
                        verbose_name="still takes part",
                    ),
                ),
                ("m2_on", models.DateField(blank=True, null=True, verbose_name="took part on")),
                ("m2_asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
                ("m2_supported", models.BooleanField(blank=True, null=True, verbose_name="with support")),
                ("m2_remark", organisations.fields.EncryptedTextField(blank=True, default="", verbose_name="remark")),
                ("m2_logged_at", models.DateTimeField(blank=True, null=True, verbose_name="logged at")),
                ("m2_received_at", models.DateTimeField(blank=True, null=True, verbose_name="received at")),
                (
                    "m3_for_working_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="next working year"),
                ),
                ("m3_opens_on", models.DateField(blank=True, null=True, verbose_name="can be asked from")),
                ("m3_due_on", models.DateField(blank=True, null=True, verbose_name="overdue from")),
                (
                    "m3_outcome",
                    models.CharField(
                        blank=True,
                        choices=[("reached", "reached"), ("missed", "missed"), ("unknown", "cannot be found out")],
                        default="",
                        max_length=10,
                        verbose_name="enrolled again",
                    ),
                ),
                ("m3_on", models.DateField(blank=True, null=True, verbose_name="enrolled again on")),
                ("m3_asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
                ("m3_supported", models.BooleanField(blank=True, null=True, verbose_name="with support")),
                ("m3_remark", organisations.fields.EncryptedTextField(blank=True, default="", verbose_name="remark")),
                ("m3_logged_at", models.DateTimeField(blank=True, null=True, verbose_name="logged at")),
                ("m3_received_at", models.DateTimeField(blank=True, null=True, verbose_name="received at")),
                ("started_on", models.DateField(verbose_name="started on")),
                (
                    "referred_by",
                    models.CharField(
                        choices=[
                            ("family", "child or family"),
                            ("school", "school"),
                            ("welfare", "public centre for social welfare (OCMW)"),
                            ("family_centre", "family centre (Huis van het Kind)"),
                            ("youth_work", "youth work"),
                            ("provider", "provider"),
                            ("neighbourhood", "neighbourhood work or self-organisation"),
                            ("ambassador", "the ambassador's own contacts"),
                            ("hand_over", "handed over by another organisation"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="referred by",
                    ),
                ),
                ("wish", organisations.fields.EncryptedTextField(blank=True, verbose_name="wish")),
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
                        default="individual_guidance",
                        max_length=30,
                        verbose_name="strategy",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("regular", "enrolment for a working year"),
                            ("holidays_only", "holidays only"),
                            ("no_enrolment", "no enrolment exists"),
                        ],
                        default="regular",
                        max_length=20,
                        verbose_name="kind of offer",
                    ),
                ),
                ("shielded", models.BooleanField(default=False, verbose_name="shielded")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "m1_provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "m2_provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "m3_provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trajectories",
                        to="trajectories.participant",
                        verbose_name="child or young person",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trajectories",
                        to="ambassadors.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "trajectory",
                "ordering": ("-started_on", "-id"),
                "abstract": False,
                "indexes": [models.Index(fields=["project", "started_on"], name="trajectory_cohort")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("m1_outcome__in", ["", "reached", "missed", "unknown"])),
                        name="trajectory_m1_outcome_known",
                        violation_error_message="Choose how it turned out: reached, missed, or cannot be found out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m1_outcome", "reached")),
                                ("m1_on__isnull", False),
                                ("m1_provider__isnull", False),
                            ),
                            models.Q(
                                models.Q(("m1_outcome", "reached"), _negated=True),
                                ("m1_on", None),
                                ("m1_provider", None),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m1_reached_has_date_and_provider",
                        violation_error_message="What was reached has a date and a provider; what was not reached has neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m1_outcome", "")),
                                ("m1_asked_on", None),
                                ("m1_logged_at", None),
                                ("m1_received_at", None),
                            ),
                            models.Q(
                                models.Q(("m1_outcome", ""), _negated=True),
                                ("m1_asked_on__isnull", False),
                                ("m1_logged_at__isnull", False),
                                ("m1_received_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m1_outcome_was_asked",
                        violation_error_message="An outcome has a day on which it was asked; without an outcome nothing was asked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m1_on", None), ("m1_asked_on__gte", models.F("m1_on")), _connector="OR"),
                        name="trajectory_m1_asked_after_it_happened",
                        violation_error_message="It cannot have been asked before it happened.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m1_outcome", "reached"), ("m1_supported", None), _connector="OR"),
                        name="trajectory_m1_supported_only_when_reached",
                        violation_error_message="With or without support is only said of what was reached.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m2_outcome__in", ["", "reached", "missed", "unknown"])),
                        name="trajectory_m2_outcome_known",
                        violation_error_message="Choose how it turned out: reached, missed, or cannot be found out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m2_outcome", "reached")),
                                ("m2_on__isnull", False),
                                ("m2_provider__isnull", False),
                            ),
                            models.Q(
                                models.Q(("m2_outcome", "reached"), _negated=True),
                                ("m2_on", None),
                                ("m2_provider", None),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m2_reached_has_date_and_provider",
                        violation_error_message="What was reached has a date and a provider; what was not reached has neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m2_outcome", "")),
                                ("m2_asked_on", None),
                                ("m2_logged_at", None),
                                ("m2_received_at", None),
                            ),
                            models.Q(
                                models.Q(("m2_outcome", ""), _negated=True),
                                ("m2_asked_on__isnull", False),
                                ("m2_logged_at__isnull", False),
                                ("m2_received_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m2_outcome_was_asked",
                        violation_error_message="An outcome has a day on which it was asked; without an outcome nothing was asked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m2_on", None), ("m2_asked_on__gte", models.F("m2_on")), _connector="OR"),
                        name="trajectory_m2_asked_after_it_happened",
                        violation_error_message="It cannot have been asked before it happened.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m2_outcome", "reached"), ("m2_supported", None), _connector="OR"),
                        name="trajectory_m2_supported_only_when_reached",
                        violation_error_message="With or without support is only said of what was reached.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m3_outcome__in", ["", "reached", "missed", "unknown"])),
                        name="trajectory_m3_outcome_known",
                        violation_error_message="Choose how it turned out: reached, missed, or cannot be found out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m3_outcome", "reached")),
                                ("m3_on__isnull", False),
                                ("m3_provider__isnull", False),
                            ),
                            models.Q(
                                models.Q(("m3_outcome", "reached"), _negated=True),
                                ("m3_on", None),
                                ("m3_provider", None),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m3_reached_has_date_and_provider",
                        violation_error_message="What was reached has a date and a provider; what was not reached has neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m3_outcome", "")),
                                ("m3_asked_on", None),
                                ("m3_logged_at", None),
                                ("m3_received_at", None),
                            ),
                            models.Q(
                                models.Q(("m3_outcome", ""), _negated=True),
                                ("m3_asked_on__isnull", False),
                                ("m3_logged_at__isnull", False),
                                ("m3_received_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m3_outcome_was_asked",
                        violation_error_message="An outcome has a day on which it was asked; without an outcome nothing was asked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m3_on", None), ("m3_asked_on__gte", models.F("m3_on")), _connector="OR"),
                        name="trajectory_m3_asked_after_it_happened",
                        violation_error_message="It cannot have been asked before it happened.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m3_outcome", "reached"), ("m3_supported", None), _connector="OR"),
                        name="trajectory_m3_supported_only_when_reached",
                        violation_error_message="With or without support is only said of what was reached.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["regular", "holidays_only", "no_enrolment"])),
                        name="trajectory_basis_known",
                        violation_error_message="Choose what kind of offer this is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "no_enrolment"), _negated=True),
                            models.Q(("m1_outcome", ""), ("m2_outcome", ""), ("m3_outcome", "")),
                            _connector="OR",
                        ),
                        name="trajectory_no_moments_without_enrolment",
                        violation_error_message="Where no enrolment exists, none of the three moments applies.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("m1_on", None), ("m1_on__gte", models.F("started_on")), _connector="OR"),
                            models.Q(
                                ("m1_asked_on", None), ("m1_asked_on__gte", models.F("started_on")), _connector="OR"
                            ),
                        ),
                        name="trajectory_m1_not_before_the_start",
                        violation_error_message="The first moment cannot lie before the start of the trajectory.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("m1_outcome", "reached")),
                                ("m1_working_year__gte", 2000),
                                ("m1_working_year__lte", 2200),
                            ),
                            models.Q(models.Q(("m1_outcome", "reached"), _negated=True), ("m1_working_year", None)),
                            _connector="OR",
                        ),
                        name="trajectory_m1_has_a_working_year",
                        violation_error_message="An enrolment is for one working year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m1_outcome", "reached"), models.Q(("m2_outcome", ""), ("m3_outcome", "")), _connector="OR"
                        ),
                        name="trajectory_m2_and_m3_need_m1",
                        violation_error_message="Moments 2 and 3 need moment 1: first record the enrolment.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("m1_outcome", "reached"),
                                ("basis", "regular"),
                                ("m2_closes_on__isnull", False),
                                ("m2_opens_on__isnull", False),
                            ),
                            models.Q(
                                models.Q(("m1_outcome", "reached"), ("basis", "regular"), _negated=True),
                                ("m2_closes_on", None),
                                ("m2_opens_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m2_window_of_the_enrolled",
                        violation_error_message="Only who enrolled in a regular offer has a window for moment 2.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "holidays_only"), _negated=True), ("m2_outcome", ""), _connector="OR"
                        ),
                        name="trajectory_m2_not_for_holidays",
                        violation_error_message="Moment 2 does not apply to an offer during the holidays only.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m2_opens_on", None),
                            models.Q(
                                ("m2_closes_on__gte", models.F("m2_opens_on")), ("m2_opens_on__gt", models.F("m1_on"))
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m2_window_lies_after_m1",
                        violation_error_message="The window of moment 2 opens after the enrolment and closes after it opens.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m2_on", None),
                            models.Q(("m2_on__gte", models.F("m2_opens_on")), ("m2_on__lte", models.F("m2_closes_on"))),
                            _connector="OR",
                        ),
                        name="trajectory_m2_inside_its_window",
                        violation_error_message="The day on which they still took part must lie inside the window of six to eight months.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m2_asked_on", None), ("m2_asked_on__gte", models.F("m2_opens_on")), _connector="OR"
                        ),
                        name="trajectory_m2_asked_from_its_opening",
                        violation_error_message="Moment 2 can be asked from the day its window opens.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("m1_outcome", "reached"),
                                ("m3_due_on__isnull", False),
                                ("m3_for_working_year__isnull", False),
                                ("m3_opens_on__isnull", False),
                            ),
                            models.Q(
                                models.Q(("m1_outcome", "reached"), _negated=True),
                                ("m3_due_on", None),
                                ("m3_for_working_year", None),
                                ("m3_opens_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m3_window_of_the_enrolled",
                        violation_error_message="Only who enrolled can enrol again.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m3_for_working_year", None),
                            (
                                "m3_for_working_year",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("m1_working_year"), "+", models.Value(1)
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m3_is_the_next_working_year",
                        violation_error_message="Moment 3 is about the working year after that of the enrolment.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m3_opens_on", None),
                            models.Q(
                                ("m3_due_on__gte", models.F("m3_opens_on")), ("m3_opens_on__gt", models.F("m1_on"))
                            ),
                            _connector="OR",
                        ),
                        name="trajectory_m3_window_lies_after_m1",
                        violation_error_message="The next working year begins after the enrolment.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("m3_on", None), ("m3_on__gte", models.F("m1_on")), _connector="OR"),
                        name="trajectory_m3_not_before_m1",
                        violation_error_message="Enrolling again cannot come before enrolling.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("m3_outcome__in", ["", "reached"]),
                            ("m3_asked_on__gte", models.F("m3_opens_on")),
                            _connector="OR",
                        ),
                        name="trajectory_m3_not_reached_is_asked_in_the_next_year",
                        violation_error_message="That someone did not enrol again is only known when the next working year has begun.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "strategy__in",
                                [
                                    "bottom_up",
                                    "low_threshold",
                                    "individual_guidance",
                                    "association_support",
                                    "networking",
                                    "structural",
                                ],
                            )
                        ),
                        name="trajectory_strategy_known",
                        violation_error_message="Choose one of the six strategies.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "referred_by__in",
                                [
                                    "family",
                                    "school",
                                    "welfare",
                                    "family_centre",
                                    "youth_work",
                                    "provider",
                                    "neighbourhood",
                                    "ambassador",
                                    "hand_over",
                                    "other",
                                ],
                            )
                        ),
                        name="trajectory_referred_by_known",
                        violation_error_message="Choose who brought them to you.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LateEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60, verbose_name="kind")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("closed", "closed meanwhile"),
                            ("handed_over", "handed over meanwhile"),
                            ("reassigned", "given to somebody else meanwhile"),
                        ],
                        max_length=20,
                        verbose_name="what had changed",
                    ),
                ),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="logged by",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="late_entries",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "late entry",
                "ordering": ("received_at", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason__in", ["closed", "handed_over", "reassigned"])),
                        name="late_entry_reason_known",
                        violation_error_message="Say what had changed about the trajectory.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "agreed_by",
                    models.CharField(
                        choices=[
                            ("young_person", "the child or young person"),
                            ("parent", "a parent or guardian"),
                            ("both", "both"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="who agreed",
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed on")),
                ("takes_contact_details", models.BooleanField(default=False, verbose_name="contact details go along")),
                ("code", organisations.fields.EncryptedTextField(blank=True, verbose_name="hand-over code")),
                ("expires_on", models.DateField(verbose_name="last day to accept")),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="accepted on")),
                ("undone_on", models.DateField(blank=True, null=True, verbose_name="undone on")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="offered by",
                    ),
                ),
                (
                    "to_organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="to which organisation",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.membership",
                        verbose_name="undone by",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hand_overs",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "hand-over",
                "ordering": ("-date", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agreed_by__in", ["young_person", "parent", "both", "other"])),
                        name="hand_over_agreed_by_known",
                        violation_error_message="Choose who agreed to the hand-over.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agreed_on__lte", models.F("date"))),
                        name="hand_over_agreed_before_offered",
                        violation_error_message="The family agrees first, then you hand over.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_by", None), ("accepted_on", None)),
                            models.Q(
                                ("accepted_by__isnull", False),
                                ("accepted_on__gte", models.F("date")),
                                ("accepted_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="hand_over_accepted_when_and_by_whom",
                        violation_error_message="A hand-over is accepted by somebody, on a day after it was offered.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_by", None), ("undone_on", None)),
                            models.Q(
                                ("undone_by__isnull", False),
                                ("undone_on__gte", models.F("date")),
                                ("undone_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="hand_over_undone_when_and_by_whom",
                        violation_error_message="A hand-over is undone by somebody, on a day after it was offered.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepted_on", None), ("undone_on", None), _connector="OR"),
                        name="hand_over_not_accepted_and_undone",
                        violation_error_message="What was accepted cannot be undone.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_on", None), ("undone_on", None)),
                        fields=("trajectory",),
                        name="hand_over_once_at_a_time",
                        violation_error_message="This trajectory is already being handed over.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                ("for_working_year", models.PositiveSmallIntegerField(verbose_name="for working year")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("holidays_only", models.BooleanField(verbose_name="only during school holidays")),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enrolments",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "enrolment",
                "ordering": ("date", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("date")), _connector="OR"),
                        name="enrolment_ends_after_it_starts",
                        violation_error_message="An enrolment cannot end before it was made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("for_working_year__gte", 2000), ("for_working_year__lte", 2200)),
                        name="enrolment_working_year_plausible",
                        violation_error_message="Choose the working year of the enrolment.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("trajectory", "provider", "for_working_year"),
                        name="enrolment_once_at_a_time",
                        violation_error_message="This enrolment is already on record.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="contact",
            name="trajectories",
            field=models.ManyToManyField(
                blank=True, related_name="contacts", to="trajectories.trajectory", verbose_name="trajectories"
            ),
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="ambassadors.appointment",
                        verbose_name="appointment",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "ordering": ("starts_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="assignment_ends_after_it_starts",
                        violation_error_message="The last day cannot lie before the first day.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("trajectory", "appointment"),
                        name="assignment_once_at_a_time",
                        violation_error_message="This ambassador already walks along.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrajectoryStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("registered", "registered"),
                            ("exploring", "exploring"),
                            ("trying", "trial sessions"),
                            ("waiting", "on a waiting list"),
                            ("enrolled", "enrolled"),
                            ("followed_up", "in follow-up"),
                            ("completed", "completed"),
                            ("stopped", "stopped"),
                            ("handed_over", "handed over"),
                        ],
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                ("reason", organisations.fields.EncryptedTextField(blank=True, verbose_name="reason")),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statuses",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "status",
                "ordering": ("date", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "registered",
                                    "exploring",
                                    "trying",
                                    "waiting",
                                    "enrolled",
                                    "followed_up",
                                    "completed",
                                    "stopped",
                                    "handed_over",
                                ],
                            )
                        ),
                        name="status_known",
                        violation_error_message="Choose where the trajectory stands.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("provider", None), ("status", "waiting"), _connector="OR"),
                        name="status_provider_only_when_waiting",
                        violation_error_message="Choose a provider only for a waiting list.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrajectoryThreshold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "threshold",
                    models.CharField(
                        choices=[
                            ("known", "known (bekend)"),
                            ("reachable", "reachable (bereikbaar)"),
                            ("available", "available (beschikbaar)"),
                            ("usable", "usable (bruikbaar)"),
                            ("affordable", "affordable (betaalbaar)"),
                            ("understandable", "understandable (begrijpbaar)"),
                            ("trustworthy", "trustworthy (betrouwbaar)"),
                            ("understanding", "understanding (begripvol)"),
                            ("enterable", "easy to enter (betreedbaar)"),
                        ],
                        max_length=20,
                        verbose_name="threshold",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="thresholds",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "threshold",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("trajectory", "threshold"), name="threshold_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "threshold__in",
                                [
                                    "known",
                                    "reachable",
                                    "available",
                                    "usable",
                                    "affordable",
                                    "understandable",
                                    "trustworthy",
                                    "understanding",
                                    "enterable",
                                ],
                            )
                        ),
                        name="threshold_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrialSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("date", models.DateField(verbose_name="date")),
                ("logged_at", models.DateTimeField(verbose_name="logged at")),
                ("received_at", models.DateTimeField(verbose_name="received at")),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trials",
                        to="trajectories.provider",
                        verbose_name="provider",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trials",
                        to="trajectories.trajectory",
                        verbose_name="trajectory",
                    ),
                ),
            ],
            options={
                "verbose_name": "trial session",
                "ordering": ("date", "id"),
            },
        ),
        migrations.CreateModel(
            name="WeeklyMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="address")),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Monday"),
                            (2, "Tuesday"),
                            (3, "Wednesday"),
                            (4, "Thursday"),
                            (5, "Friday"),
                            (6, "Saturday"),
                            (7, "Sunday"),
                        ],
                        null=True,
                        verbose_name="day of the weekly mail",
                    ),
                ),
                ("week", models.DateField(blank=True, null=True, verbose_name="week")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("claimed", "being made"),
                            ("sending", "being handed over"),
                            ("sent", "sent"),
                            ("nothing", "nothing to send"),
                            ("refused", "refused"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="attempts")),
                ("at", models.DateTimeField(blank=True, null=True, verbose_name="last sign of life")),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="weekly_mail",
                        to="organisations.membership",
                        verbose_name="ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "weekly mail",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weekday", None), models.Q(("weekday__gte", 1), ("weekday__lte", 7)), _connector="OR"
                        ),
                        name="weekly_mail_on_a_day_of_the_week",
                        violation_error_message="Choose one of the days in the list.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "claimed", "sending", "sent", "nothing", "refused"])
                        ),
                        name="weekly_mail_state_known",
                        violation_error_message="The mail of a week has one of six states.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("at", None), ("state", "waiting"), ("week", None)),
                            models.Q(("at__isnull", False), ("week__isnull", False)),
                            _connector="OR",
                        ),
                        name="weekly_mail_state_is_about_a_week",
                        violation_error_message="What became of a mail is about a week.",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["project", "date"], name="contact_of_a_period"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                name="contact_minutes_within_a_day",
                violation_error_message="The minutes must lie between 1 and 1440.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "channel__in",
                        [
                            "street",
                            "home_visit",
                            "provider",
                            "school",
                            "phone",
                            "message",
                            "social_media",
                            "email",
                            "meeting",
                            "other",
                        ],
                    )
                ),
                name="contact_channel_known",
                violation_error_message="Choose where or how the contact took place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "with_whom__in",
                        [
                            "family",
                            "group",
                            "provider",
                            "go_between",
                            "partner",
                            "local_government",
                            "colleague",
                            "other",
                        ],
                    )
                ),
                name="contact_with_whom_known",
                violation_error_message="Choose whom the contact was with.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "criterion__in",
                        ["relation", "asked", "brought_together", "supported", "signal", "structure", "other"],
                    )
                ),
                name="contact_criterion_known",
                violation_error_message="Choose what the contact was mainly for.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrects", None), models.Q(("corrects", models.F("id")), _negated=True), _connector="OR"
                ),
                name="contact_corrects_another",
                violation_error_message="A contact cannot correct itself.",
            ),
        ),
    ]
