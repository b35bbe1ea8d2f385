"""Which reports a membership sees."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from ambassadors.models import Project
from organisations.enums import Role
from reporting.enums import OF_A_DOSSIER, ReportKind, ReportStatus

if TYPE_CHECKING:
    from organisations.models import Membership


class ReportQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """Reports made for the own organisation: a coordinator's all, an ambassador's of the projects of today.

        A report holds what the organisation it was made for may know: another organisation's says more, or less.
        Of a dossier: for the coordinators who read that dossier, and not for those of an employer elsewhere.
        """
        own = self.filter(organisation=membership.organisation_id)
        if membership.role == Role.MINISTRY:
            return own.filter(kind=ReportKind.FLEMISH_REPORT)
        if membership.role == Role.COORDINATOR:
            readable = ~Q(kind__in=OF_A_DOSSIER) | Q(project__organisation=membership.organisation_id)
            return own.filter(readable).exclude(project=None)
        if membership.role == Role.AMBASSADOR:
            projects = Project.objects.visible_to(membership, today=today).order_by().values("pk")
            readable = Q(kind=ReportKind.PROGRESS_REPORT) | Q(requested_by=membership)  # not who knows the costs
            return own.filter(readable, project__in=projects)
        return self.none()

    def with_subject(self) -> Self:
        """With what each is about; of a decision which one it is, without the whole document."""
        return self.select_related("project__organisation", "decision").defer("decision__document")

    def to_share_of(self, project: Project) -> Self:
        """Those that can go along with a letter to the support group of a project."""
        return self.filter(project=project, for_support_group=True, status=ReportStatus.DONE)

    def newest_first(self) -> Self:
        return self.order_by("-requested_at", "-id")

    def stale(self, before: datetime) -> Self:
        """Being made, without a sign of life since `before`."""
        return self.filter(status=ReportStatus.RUNNING, heartbeat_at__lt=before)

    def unannounced(self, before: datetime) -> Self:
        """Waiting, while no message was sent since `before`; the longest waiting first."""
        silent = Q(published_at=None) | Q(published_at__lt=before)
        return self.filter(silent, status=ReportStatus.QUEUED).order_by("requested_at", "id")
