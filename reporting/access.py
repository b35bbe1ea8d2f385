"""May this person do this with reports. One check, two faces: may_ for the button, check_may_ for the action."""

from datetime import date

from django.db.models import QuerySet

from ambassadors.models import HiringFile, Project
from organisations.access import check
from organisations.enums import Role
from organisations.models import Membership
from reporting.enums import OF_A_DOSSIER, ReportKind

KINDS: dict[str, tuple[ReportKind, ...]] = {
    Role.COORDINATOR: (ReportKind.PROGRESS_REPORT, *OF_A_DOSSIER),
    Role.AMBASSADOR: (
        ReportKind.PROGRESS_REPORT,
        ReportKind.HIRING_FILE,
        ReportKind.BELIEFS_NOTE,
        ReportKind.ENVIRONMENT_ANALYSIS,
    ),
    Role.MINISTRY: (ReportKind.FLEMISH_REPORT,),
}


def kinds_for(membership: Membership) -> tuple[ReportKind, ...]:
    """The reports that this role can ask for."""
    return KINDS.get(membership.role, ())


def may_read_reports(membership: Membership) -> bool:
    return bool(kinds_for(membership))


def check_may_read_reports(membership: Membership) -> None:
    check(may_read_reports(membership))


def may_request(membership: Membership, kind: str, project: Project | None, *, today: date) -> bool:
    """A progress report: of a project one sees. Of a dossier: of one that one reads. Flanders: the ministry."""
    if kind not in kinds_for(membership):
        return False
    if kind == ReportKind.FLEMISH_REPORT:
        return project is None
    return project is not None and projects_for(membership, kind, today=today).filter(pk=project.pk).exists()


def check_may_request(membership: Membership, kind: str, project: Project | None, *, today: date) -> None:
    check(may_request(membership, kind, project, today=today))


def may_send_out(membership: Membership, kind: str) -> bool:
    """Make a progress report for the support group: who writes to it."""
    return kind == ReportKind.PROGRESS_REPORT and membership.role == Role.COORDINATOR


def projects_for(membership: Membership, kind: str, *, today: date) -> QuerySet[Project]:
    """The projects that a report of this kind can be about."""
    projects = Project.objects.visible_to(membership, today=today)
    if kind not in OF_A_DOSSIER:
        return projects
    readable = HiringFile.objects.visible_to(membership, today=today).order_by()
    return projects.filter(pk__in=readable.values("project"))
