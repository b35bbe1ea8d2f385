"""Who works for whom, who walks along with a child, and with which children nobody does any more."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from ambassadors.models import Appointment
from ambassadors.querysets import active_on, working_on
from organisations.enums import Role
from trajectories.enums import CLOSED_STATUSES
from trajectories.follow_up import Around

if TYPE_CHECKING:
    from organisations.models import Membership

OF_THE_PROJECT = Q(employer=F("project__organisation"))


def appointments_under(today: date, *, controller: Any = None) -> models.QuerySet[Appointment]:
    """The appointments of today under which participants can be recorded; with `controller`, those of that one.

    Employed by the project's own organisation: that one is the controller. Employed elsewhere: the controller of the
    agreement on file; without an agreement there is none.
    """
    own = OF_THE_PROJECT
    agreed = ~OF_THE_PROJECT & Q(project__agreements__employer=F("employer"))
    if controller is not None:
        own &= Q(employer=controller)
        agreed &= Q(project__agreements__controller=controller)
    return Appointment.objects.active(today).filter(own | agreed).select_related("project__organisation").distinct()


def appointments_with_data(
    membership: Membership, today: date, *, controller: Any = None
) -> models.QuerySet[Appointment]:
    """Those of one person."""
    return appointments_under(today, controller=controller).filter(membership=membership)


def appointments_to_assign(trajectory: Any, today: date) -> models.QuerySet[Appointment]:
    """Under which somebody can walk along: of the same project and controller, and neither absent nor gone."""
    known = appointments_under(today, controller=trajectory.participant.controller_id)
    return known.filter(working_on(today), project=trajectory.project_id).select_related("membership__user")


def appointments_elsewhere(organisation: int, today: date) -> models.QuerySet[Appointment]:
    """Those of today, employed by another organisation than that of the project, in which this one has a part."""
    mine = Q(project__organisation=organisation) | Q(employer=organisation)
    rows = Appointment.objects.active(today).filter(mine).exclude(OF_THE_PROJECT)
    return rows.select_related("project__organisation", "employer").prefetch_related("project__agreements__controller")


def works_under(membership: Membership, today: date, *, controller: str, project: str = "") -> Exists:
    """The condition that a membership works today for the controller of a row, on its project."""
    here = appointments_with_data(membership, today, controller=OuterRef(controller))
    return Exists(here.filter(project=OuterRef(project)) if project else here)


class OwnershipQuerySet(models.QuerySet[Any]):
    """What trajectories have to do with the people who walk along."""

    def walked_by(self, membership: Membership, *, today: date) -> Self:
        """Those to which this person is assigned today."""
        return self.filter(self._walked_by(membership, today))

    def ownerless(self, *, today: date) -> Self:
        """Those to which nobody is assigned who works today: gone, ended, or absent.

        Whether that matters is for `follow_up.needs_someone` to say: what was stopped needs nobody.
        """
        return self.filter(~self._held(today))

    def followed_by(self, membership: Membership, *, today: date) -> Self:
        """What stands on somebody's follow-up list: their own, and those of their projects that nobody has."""
        return self.filter(self._walked_by(membership, today) | ~self._held(today))

    def around(self, today: date) -> dict[int, Around]:
        """What follow-up needs beside the facts, by key."""
        rows = self.order_by().annotate(is_held=self._held(today))
        columns = ("birth_year", "of_age_informed_on", "withdrawn_on", "pk")
        found = rows.values_list("pk", "is_held", *(f"participant__{name}" for name in columns))
        return {key: Around(not is_held, *known) for key, is_held, *known in found}

    def family_of(self, trajectory: Any, *, today: date) -> Self:
        """The open trajectories of this one's brothers and sisters in the same project, itself included.

        Begin with `visible_to`: a family is never a way to see more.
        """
        siblings = Q(pk=trajectory.pk)
        if trajectory.participant.family_id:
            siblings |= Q(participant__family=trajectory.participant.family_id, participant__withdrawn_on=None)
        rows = self.filter(siblings, project=trajectory.project_id).with_status(today)  # type: ignore[attr-defined]
        return rows.exclude(status__in=CLOSED_STATUSES)

    def by_family(self, today: date) -> dict[UUID, list[UUID]]:
        """For a form that ticks a whole family at once: the open ones of each one's family, by address, in one query.

        Only those with a brother or sister among these rows, in the same project.
        """
        rows = self.filter(participant__family__isnull=False, participant__withdrawn_on=None)
        rows = rows.with_status(today)  # type: ignore[attr-defined]
        rows = rows.exclude(status__in=CLOSED_STATUSES).order_by("participant__code", "pk")
        families: dict[tuple[int, int], list[UUID]] = defaultdict(list)
        for uuid, *family in rows.values_list("uuid", "participant__family", "project"):
            families[family[0], family[1]].append(uuid)
        return {uuid: together for together in families.values() if len(together) > 1 for uuid in together}

    def _assignments(self) -> Any:
        assignments = self.model._meta.get_field("assignments").related_model._default_manager
        return assignments.filter(trajectory=OuterRef("pk"))

    def _walked_by(self, membership: Membership, today: date) -> Exists:
        return Exists(self._assignments().filter(active_on(today), appointment__membership=membership))

    def _held(self, today: date) -> Exists:
        return Exists(self._assignments().filter(active_on(today), working_on(today, "appointment__")))


class HandOverQuerySet(models.QuerySet[Any]):
    """Hand-overs to another organisation."""

    def pending(self, today: date) -> Self:
        """Offered, neither accepted nor undone, and not run out."""
        return self.filter(accepted_on=None, undone_on=None, expires_on__gte=today)

    def offered_to(self, membership: Membership, *, today: date) -> Self:
        """Those that this ambassador may accept: meant for the organisation under which they record children."""
        if membership.role != Role.AMBASSADOR:
            return self.none()
        standing = self.pending(today).filter(trajectory__participant__withdrawn_on=None)
        return standing.filter(works_under(membership, today, controller="to_organisation"))

    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """Those of the trajectories that somebody sees in full."""
        trajectories = self.model._meta.get_field("trajectory").related_model._default_manager
        seen = trajectories.visible_to(membership, today=today)
        return self.filter(trajectory__in=seen.order_by().values("pk"))

    def taken_over(self, trajectory: UUID) -> tuple[str, date] | None:
        """By which organisation, and when: all that a coordinator learns of it."""
        rows = self.filter(trajectory__uuid=trajectory, accepted_on__isnull=False)
        return rows.values_list("to_organisation__name", "accepted_on").first()
