"""Which rows of the learning networks a membership sees. One queryset for the list and for the look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Count, IntegerField, Value, When
from django.db.models.functions import Coalesce

from networks.enums import TO_COME
from organisations.enums import Role

if TYPE_CHECKING:
    from organisations.models import Membership

READERS = (Role.GUIDE, Role.MINISTRY, Role.COORDINATOR, Role.AMBASSADOR)


class ThemeQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        """Themes stand on sessions and findings, so whoever reads those reads them."""
        return self if membership.role in READERS else self.none()


class SessionQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        """Everyone but an administrator: where, when, about what, and the head count are public."""
        return self if membership.role in READERS else self.none()

    def in_reading_order(self) -> Self:
        """What is still to come first, soonest first; then the past, newest first."""
        begins = Coalesce("date", "period_from")
        past = Case(When(state__in=TO_COME, then=Value(0)), default=Value(1), output_field=IntegerField())
        still_to_come = Case(When(state__in=TO_COME, then=begins), default=None, output_field=models.DateField())
        return self.annotate(past=past, soon=still_to_come).order_by("past", "soon", begins.desc(), "id")

    def with_attendances(self) -> Self:
        """Annotates `attendance_count`."""
        return self.annotate(attendance_count=Count("attendances"))


class AttendanceQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        """Names of those who came are the guide's only."""
        return self if membership.role == Role.GUIDE else self.none()


class FindingQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.exclude(published_on=None)

    def visible_to(self, membership: Membership) -> Self:
        """The guide's own drafts; for every other reader, what was published."""
        if membership.role == Role.GUIDE:
            return self
        return self.published() if membership.role in READERS else self.none()


class NextStepQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership) -> Self:
        return self if membership.role in (Role.GUIDE, Role.MINISTRY) else self.none()
