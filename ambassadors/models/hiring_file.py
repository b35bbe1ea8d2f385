"""The dossier of the hire: one for each project, in six steps that are saved apart (domain §3)."""

from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.advice import Advice, Dossier, Limits, advise
from ambassadors.instrument import StartedFrom, StepNumber, StepState
from ambassadors.models.dossier_values import dossier_values
from ambassadors.models.project import Project
from ambassadors.querysets import HiringFileQuerySet
from organisations.fields import EncryptedTextField
from organisations.models import Addressed, AuditEvent, Membership, User, Versioned
from organisations.rulings import rulings

# Where the answers and the rows of each step stand, by their name on the dossier.
ANSWERS = {
    StepNumber.BELIEFS: "beliefs_answers",
    StepNumber.ENVIRONMENT: "environment_answers",
    StepNumber.STRATEGY: "strategy_answers",
    StepNumber.BUDGET: "budget_answers",
    StepNumber.SUPPORT_GROUP: "support_answers",
    StepNumber.GOALS: "goals_answers",
}
RELATIONS = {
    StepNumber.BELIEFS: ("own_expectations", "consulted_sources"),
    StepNumber.ENVIRONMENT: ("existing_analyses", "talks", "lifeworld_contacts"),
    StepNumber.STRATEGY: ("wanted_profiles", "needed_partners"),
    StepNumber.BUDGET: ("staffing", "operating_costs", "funding"),
    StepNumber.SUPPORT_GROUP: ("support_members", "support_meetings"),
    StepNumber.GOALS: ("goals", "follow_ups", "adjustments"),
}


class Worker(NamedTuple):
    """Someone who worked on a step, and when that was last."""

    name: str
    last: datetime


class HiringFile(Addressed):
    """The dossier. It may precede the application, and holds nothing itself: see its steps."""

    project = models.OneToOneField(Project, models.PROTECT, related_name="hiring_file", verbose_name=_("project"))
    opened_at = models.DateTimeField(_("opened at"))
    started_from = models.CharField(_("started from"), max_length=10, choices=StartedFrom, default=StartedFrom.BLANK)
    opened_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("opened by"))

    ANSWERS, RELATIONS = ANSWERS, RELATIONS

    objects = HiringFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("hiring file")
        ordering = ("project__organisation__name", "project__title", "id")

    def __str__(self) -> str:
        return f"hiring file {self.pk}"

    def step(self, number: int) -> "Step":
        """One of the six, from those already fetched. Raises KeyError for another number."""
        return self.steps_by_number[number]

    @cached_property
    def steps_by_number(self) -> dict[int, "Step"]:
        return {step.number: step for step in self.steps.all()}

    @property
    def appointed_on(self) -> date | None:
        """The first day on which there was an ambassador, from the appointments already fetched."""
        return min((one.starts_on for one in self.project.appointments.all()), default=None)

    @property
    def ready_steps(self) -> frozenset[StepNumber]:
        return frozenset(StepNumber(step.number) for step in self.steps.all() if step.state == StepState.READY)

    @property
    def next_step(self) -> "Step | None":
        """The first step that still waits for someone, or None when all six are ready."""
        return next((step for step in self.steps.all() if step.state != StepState.READY), None)

    def as_dossier(self) -> Dossier:
        """All six steps as plain values, for the rules."""
        return dossier_values(self)

    @cached_property
    def all_advice(self) -> list[Advice]:
        """What the instrument says about it, as it was fetched; in each step what was answered comes last."""
        answers = {row.key: row.answer for row in self.advice_answers.all()}
        spoken = advise(self.as_dossier(), Limits(many_strategies=rulings().many_strategies))
        answered = [replace(one, answer=None if one.is_praise else answers.get(one.key)) for one in spoken]
        return sorted(answered, key=lambda one: (one.step, one.answer is not None))

    def workers(self) -> dict[int, list[Worker]]:
        """Who worked on each step, the last one first, from the audit trail."""
        numbers = {step.uuid: step.number for step in self.steps.all()}
        events = AuditEvent.objects.filter(subject__in=numbers, membership__isnull=False).order_by()
        seen = events.values_list("subject", "membership__user").annotate(last=Max("at")).order_by("-last")
        people = User.objects.in_bulk({user for _subject, user, _last in seen})
        workers: dict[int, list[Worker]] = {number: [] for number in numbers.values()}
        for subject, user, last in seen:
            workers[numbers[subject]].append(Worker(people[user].display_name, last))
        return workers


class Step(Addressed, Versioned):
    """One of the six. Its version guards its note, its answers and its rows together."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="steps", verbose_name=_("hiring file"))
    number = models.PositiveSmallIntegerField(_("step"), choices=StepNumber)
    note = EncryptedTextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=StepState, default=StepState.TODO)
    ready_at = models.DateTimeField(_("ready at"), null=True, blank=True)
    ready_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("marked ready by")
    )
    updated_at = models.DateTimeField(_("saved at"), null=True, blank=True)
    updated_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("saved by")
    )

    class Meta:
        verbose_name = _("step")
        ordering = ("hiring_file", "number")
        constraints = (
            models.UniqueConstraint(fields=("hiring_file", "number"), name="step_once_per_hiring_file"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=6), name="step_is_one_of_six"),
            models.CheckConstraint(
                condition=Q(state__in=(StepState.TODO, StepState.BUSY), ready_at=None, ready_by=None)
                | Q(state=StepState.READY, ready_at__isnull=False, ready_by__isnull=False),
                name="step_ready_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(updated_at=None, updated_by=None) | Q(updated_at__isnull=False, updated_by__isnull=False),
                name="step_saved_says_when_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"step {self.number} of hiring file {self.hiring_file_id}"

    @property
    def is_ready(self) -> bool:
        return self.state == StepState.READY

    @property
    def title(self) -> str:
        return str(StepNumber(self.number).label)

    @property
    def answers(self) -> models.Model:
        """The row with what the step asks once."""
        row: models.Model = getattr(self.hiring_file, ANSWERS[StepNumber(self.number)])
        return row

    @property
    def relations(self) -> tuple[str, ...]:
        """The names of its repeated rows, on the dossier."""
        return RELATIONS[StepNumber(self.number)]
