"""Which rows of the supply side a membership sees: trajectories of providers, and the contacts with them.

As in `trajectories.querysets`: `visible_to` is in full, for ambassadors; `countable_by` for coordinators too, as cards.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from ambassadors.models import Appointment
from organisations.enums import Role
from trajectories.cards import ProviderCard

if TYPE_CHECKING:
    from organisations.models import Membership

CARD_COLUMNS = ("uuid", "started_on", "closed_on", "intensity", "provider__name", "provider__places", "project__title")
ANNOTATED = ("commitment", "commitment_on", "contacts_counted", "last_contact_on", "is_walked")


def with_providers(contacts: Any, membership: Membership, today: date) -> Any:
    """Contacts that count for the supply side: also a colleague's in one's project, when it is about no child.

    That it took place may be known; its note stays with who wrote it.
    """
    if membership.role == Role.COORDINATOR:
        return contacts.countable_by(membership, today=today)
    about = contacts.model.trajectories.through._default_manager.filter(contact=OuterRef("pk"))
    seen = contacts.model._default_manager.visible_to(membership, today=today).order_by().values("pk")
    projects = Appointment.objects.active(today).filter(membership=membership).values("project")
    return contacts.filter(~Exists(about) & Q(project__in=projects) | Q(pk__in=seen))


class ProviderTrajectoryQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """In full: the ambassadors who work today on its project, and know its provider."""
        if membership.role != Role.AMBASSADOR:
            return self.none()
        projects = Appointment.objects.active(today).filter(membership=membership).values("project")
        providers = self.model._meta.get_field("provider").related_model._default_manager
        known = providers.visible_to(membership, today=today).order_by().values("pk")
        return self.filter(project__in=projects, provider__in=known)

    def countable_by(self, membership: Membership, *, today: date) -> Self:
        """Status, commitment, places and counts: also for the coordinator of the organisation whose provider it is."""
        if membership.role == Role.COORDINATOR:
            return self.filter(provider__organisation=membership.organisation_id)
        return self.visible_to(membership, today=today)

    def standing_at(self, state: str) -> Self:
        """Those "open" or "closed"; anything else means all."""
        if state in ("open", "closed"):
            return self.filter(closed_on__isnull=state == "open")
        return self

    def without_notes(self) -> Self:
        """For a coordinator: nothing is fetched that they may not see."""
        return self.select_related("provider").defer("plan", "closing_reason", "theme_other").prefetch_related("themes")

    def with_standing(self, membership: Membership, today: date) -> Self:
        """Annotates what a card says: the commitment of today, the contacts, and whether somebody walks along."""
        commitments = self.model._meta.get_field("commitments").related_model._default_manager
        latest = commitments.filter(provider_trajectory=OuterRef("pk"), date__lte=today).order_by("-date", "-id")
        providers = self.model._meta.get_field("provider").related_model
        contacts = providers._meta.get_field("contacts").related_model._default_manager.standing()
        seen = with_providers(contacts, membership, today)
        here = seen.filter(provider=OuterRef("provider"), project=OuterRef("project"))
        counted = here.order_by().values("provider").annotate(number=Count("pk")).values("number")
        at_work = Appointment.objects.active(today).filter(
            membership=OuterRef("walked_by"), project=OuterRef("project")
        )
        return self.annotate(
            commitment=Coalesce(Subquery(latest.values("state")[:1]), Value("")),
            commitment_on=Subquery(latest.values("date")[:1]),
            contacts_counted=Coalesce(Subquery(counted), Value(0)),
            last_contact_on=Subquery(here.order_by("-date").values("date")[:1]),
            is_walked=Exists(at_work),
        )

    def cards(self, membership: Membership, today: date) -> list[ProviderCard]:
        """In their order, in one query. No note leaves the database."""
        walker = ("walked_by__user__name", "walked_by__user__email")
        return [
            ProviderCard(
                uuid=row["uuid"],
                provider=row["provider__name"],
                project=row["project__title"],
                ambassador=row["walked_by__user__name"] or row["walked_by__user__email"],
                is_walked=row["is_walked"],
                started_on=row["started_on"],
                closed_on=row["closed_on"],
                intensity=row["intensity"],
                commitment=row["commitment"],
                commitment_on=row["commitment_on"],
                places=row["provider__places"],
                contacts=row["contacts_counted"],
                last_contact_on=row["last_contact_on"],
            )
            for row in self.with_standing(membership, today).values(*CARD_COLUMNS, *walker, *ANNOTATED)
        ]
