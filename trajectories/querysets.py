"""Which rows of children and young people a membership sees, and the facts that figures are made of.

`visible_to` is for whoever may read a trajectory in full (ambassadors); `countable_by` also for whoever may read codes,
statuses, moments and figures only (coordinators): from it come facts and cards, never rows with a name or a note.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q, Subquery

from ambassadors.models import Appointment
from organisations.enums import Role
from organisations.rulings import Rulings
from trajectories.calendar import Window, working_year
from trajectories.cards import TrajectoryCard
from trajectories.enums import CLOSED_STATUSES, Basis, Outcome, Status
from trajectories.figures import ContactFact
from trajectories.moments import DatedStatus, EnrolmentFact, OutcomeFact, TrajectoryFacts, states
from trajectories.ownership import OwnershipQuerySet, works_under

if TYPE_CHECKING:
    from organisations.models import Membership


class ProviderQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """The own organisation's, and those of the projects one is appointed to today."""
        if membership.role == Role.COORDINATOR:
            return self.filter(organisation=membership.organisation_id)
        if membership.role == Role.AMBASSADOR:
            projects = Appointment.objects.active(today).filter(membership=membership)
            own = Q(organisation=membership.organisation_id)
            return self.filter(own | Q(organisation__in=projects.values("project__organisation")))
        return self.none()


class ParticipantQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """Whoever sees one of their trajectories; before the first one, whoever registered them."""
        if membership.role != Role.AMBASSADOR:
            return self.none()
        trajectories = self.model._meta.get_field("trajectories").related_model._default_manager
        seen = trajectories.visible_to(membership, today=today)
        fresh = Q(
            works_under(membership, today, controller="controller"),
            ~Exists(trajectories.filter(participant=OuterRef("pk"))),
            registered_by=membership,
        )
        return self.filter(fresh | Q(pk__in=seen.order_by().values("participant")))


class TrajectoryQuerySet(OwnershipQuerySet):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """In full: an ambassador's, of the projects of today; shielded ones for the assigned persons only."""
        if membership.role != Role.AMBASSADOR:
            return self.none()
        own = self.model._default_manager.walked_by(membership, today=today)
        return self.filter(
            works_under(membership, today, controller="participant__controller", project="project"),
            Q(shielded=False) | Q(pk__in=own.order_by().values("pk")),
        )

    def countable_by(self, membership: Membership, *, today: date) -> Self:
        """Codes, statuses, moments and figures: also for the coordinator of the controller."""
        if membership.role == Role.COORDINATOR:
            return self.filter(participant__controller=membership.organisation_id)
        return self.visible_to(membership, today=today)

    def with_status(self, today: date) -> Self:
        """Annotates `status` and `status_since`, as they are today."""
        statuses = self.model._meta.get_field("statuses").related_model
        latest = statuses._default_manager.filter(trajectory=OuterRef("pk"), date__lte=today).order_by("-date", "-id")
        return self.annotate(
            status=Subquery(latest.values("status")[:1]), status_since=Subquery(latest.values("date")[:1])
        )

    def standing_at(self, status: str, today: date) -> Self:
        """Those "open", "closed" or "all", or with one status, as they are today."""
        rows = self.with_status(today)
        if status == "open":
            return rows.exclude(status__in=CLOSED_STATUSES)
        if status == "closed":
            return rows.filter(status__in=CLOSED_STATUSES)
        return rows if status == "all" else rows.filter(status=status)

    def last_contacts(self) -> dict[int, date | None]:
        """The day of the last contact that stands, by key; None when nobody logged one."""
        last = Max("contacts__date", filter=Q(contacts__correction=None, contacts__retraction=None))
        return dict(self.order_by().annotate(last=last).values_list("pk", "last"))

    def logged_lately_by(self, membership: Membership) -> Self:
        """The one with this person's newest contact first; those without come last, by code."""
        latest = Max("contacts__id", filter=Q(contacts__membership=membership, contacts__retraction=None))
        return self.annotate(lately=latest).order_by(F("lately").desc(nulls_last=True), "participant__code")

    def cards(self, today: date, rulings: Rulings) -> list[TrajectoryCard]:
        """As a coordinator may see them, in their order: no name, no note leaves the database."""
        facts = {found.key: found for found in self.facts()}
        names = ("pk", "uuid", "participant__code", "project__title", "started_on", "strategy")
        return [
            TrajectoryCard(
                uuid=row["uuid"],
                code=row["participant__code"],
                project=row["project__title"],
                started_on=row["started_on"],
                cohort=working_year(row["started_on"], rulings),
                strategy=row["strategy"],
                status=row["status"] or Status.REGISTERED,
                status_since=row["status_since"],
                states=states(facts[row["pk"]], today, rulings),
                facts=facts[row["pk"]],
            )
            for row in self.with_status(today).values(*names, "status", "status_since")
        ]

    def facts(self) -> list[TrajectoryFacts]:
        """The facts of these trajectories, in their order. Four queries, however many there are."""
        mine = self.order_by().values("pk")
        statuses, trials, enrolments = (self._rows(name, mine) for name in ("statuses", "trials", "enrolments"))
        return [
            _facts(row, statuses[row["pk"]], trials[row["pk"]], enrolments[row["pk"]]) for row in self.values(*COLUMNS)
        ]

    def _rows(self, name: str, mine: models.QuerySet[Any]) -> dict[int, list[tuple[Any, ...]]]:
        model = self.model._meta.get_field(name).related_model
        rows = model._default_manager.filter(trajectory__in=mine).order_by("date", "id")
        found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for key, *values in rows.values_list("trajectory", *DETAIL_COLUMNS[name]):
            found[key].append(tuple(values))
        return found


COLUMNS = (
    "pk", "project", "started_on", "basis", "strategy", "m1_provider__kind",
    "m1_outcome", "m1_asked_on", "m1_on", "m1_supported",
    "m2_outcome", "m2_asked_on", "m2_on", "m2_supported", "m2_opens_on", "m2_closes_on",
    "m3_outcome", "m3_asked_on", "m3_on", "m3_supported", "m3_opens_on", "m3_due_on", "m3_for_working_year",
)  # fmt: skip
DETAIL_COLUMNS = {
    "statuses": ("date", "status"),
    "trials": ("date",),
    "enrolments": ("date", "for_working_year", "ended_on", "holidays_only"),
}


def _facts(row: dict[str, Any], statuses: Any, trials: Any, enrolments: Any) -> TrajectoryFacts:
    return TrajectoryFacts(
        key=row["pk"],
        project=row["project"],
        started_on=row["started_on"],
        basis=Basis(row["basis"]),
        strategy=row["strategy"],
        provider_kind=row["m1_provider__kind"] or "",
        statuses=tuple(DatedStatus(day, Status(status)) for day, status in statuses),
        trials=tuple(day for (day,) in trials),
        enrolments=tuple(EnrolmentFact(*values) for values in enrolments),
        outcomes=(_outcome(row, 1), _outcome(row, 2), _outcome(row, 3)),
        window_two=Window(row["m2_opens_on"], row["m2_closes_on"]) if row["m2_opens_on"] else None,
        window_three=Window(row["m3_opens_on"], row["m3_due_on"]) if row["m3_opens_on"] else None,
        moment_three_year=row["m3_for_working_year"],
    )


def _outcome(row: dict[str, Any], moment: int) -> OutcomeFact | None:
    outcome, asked_on, day, supported = (
        row[f"m{moment}_{name}"] for name in ("outcome", "asked_on", "on", "supported")
    )
    return OutcomeFact(Outcome(outcome), asked_on, day, supported) if outcome else None


class ContactQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """An ambassador's own, and those about trajectories all of which they see."""
        if membership.role != Role.AMBASSADOR:
            return self.none()
        trajectories = self.model._meta.get_field("trajectories").related_model
        seen = trajectories._default_manager.visible_to(membership, today=today).order_by().values("pk")
        linked = self.model.trajectories.through._default_manager.filter(contact=OuterRef("pk"))
        hidden = Exists(linked.exclude(trajectory__in=seen))
        own = Q(membership=membership, project__in=_projects(membership, today))
        return self.filter(~hidden, own | Exists(linked))

    def countable_by(self, membership: Membership, *, today: date) -> Self:
        """Dates, minutes and codes, without the note: also for the coordinator of the controller."""
        if membership.role == Role.COORDINATOR:
            return self.filter(controller=membership.organisation_id)
        return self.visible_to(membership, today=today)

    def without_notes(self) -> Self:
        """For counting and exporting: nothing is fetched that a coordinator may not see."""
        trajectories = self.model._meta.get_field("trajectories").related_model._default_manager
        codes = trajectories.select_related("participant").only("participant__code")
        columns = ("date", "minutes", "channel", "with_whom", "criterion", "project__title", "provider__name")
        rows = self.select_related("project", "provider").only(*columns)
        return rows.prefetch_related(models.Prefetch("trajectories", codes))

    def standing(self) -> Self:
        """Without those that a later contact put right, and those that were taken back."""
        return self.filter(correction=None, retraction=None)

    def facts(self) -> list[ContactFact]:
        """What figures are made of: those that stand."""
        rows = self.standing().order_by("date", "id")
        return [ContactFact(*row) for row in rows.values_list("date", "minutes", "criterion", "channel", "with_whom")]


def _projects(membership: Membership, today: date) -> models.QuerySet[Any, Any]:
    return Appointment.objects.active(today).filter(membership=membership).values("project")
