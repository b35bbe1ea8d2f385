"""Which rows of the ground floor a membership sees. One queryset for the list and for the look-up."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import models
from django.db.models import Exists, OuterRef, Q

from organisations.enums import OrganisationKind, Role

if TYPE_CHECKING:
    from organisations.models import Membership, User


class MunicipalityQuerySet(models.QuerySet[Any]):
    """Public reference data: everyone sees all of it."""

    def current(self, on: date | None = None) -> Self:
        """Those that exist on a day (by default: those without an end)."""
        if on is None:
            return self.filter(valid_until=None)
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_until=None) | Q(valid_until__gt=on))


def administers_programme(membership: Membership) -> bool:
    """The ministry's administrator also makes organisations and records recognition (domain §1)."""
    return membership.role == Role.ADMINISTRATOR and membership.organisation.kind == OrganisationKind.MINISTRY


class OrganisationQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        """All for the ministry's administrator, else one's own."""
        if administers_programme(membership):
            return self
        return self.filter(pk=membership.organisation_id)


class MembershipQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        return self.filter(ended_at=None, user__is_active=True)

    def of_user(self, user: User) -> Self:
        """The work places of a person who has logged in."""
        return self.active().filter(user=user).select_related("organisation", "user")

    def with_others(self) -> Self:
        """Each with `has_others`: whether the person has another work place to go to."""
        others = self.model._default_manager.active().filter(user=OuterRef("user")).exclude(pk=OuterRef("pk"))
        return self.annotate(has_others=Exists(others))

    def with_second_factor(self) -> Self:
        """Each with `has_second_factor`: whether the person logs in with more than a password."""
        factors = Authenticator.objects.filter(user=OuterRef("user")).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return self.annotate(has_second_factor=Exists(factors))

    def visible_to(self, membership: Membership) -> Self:
        """The administrator sees the memberships of the own organisation; the ministry's, every administrator too."""
        if membership.role != Role.ADMINISTRATOR:
            return self.none()
        own = Q(organisation=membership.organisation_id)
        if administers_programme(membership):
            own |= Q(role=Role.ADMINISTRATOR)
        return self.filter(own)


class InvitationQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        if membership.role != Role.ADMINISTRATOR:
            return self.none()
        own = Q(organisation=membership.organisation_id)
        if administers_programme(membership):
            own |= Q(role=Role.ADMINISTRATOR)
        return self.filter(own)

    def open(self, now: datetime) -> Self:
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)


class AuditEventQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        """The administrator reads the trail of the own organisation, and what its people did elsewhere."""
        if membership.role != Role.ADMINISTRATOR:
            return self.none()
        own = membership.organisation_id
        return self.filter(Q(organisation=own) | Q(membership__organisation=own))

    def about(self, subject: UUID) -> Self:
        return self.filter(subject=subject)
