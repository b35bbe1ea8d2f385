"""An administrator adds the own organisation's projects from a table; the ministry's, anybody's."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.access import check, may_import_projects
from ambassadors.resources import ProjectResource
from organisations.imports import answer_import
from organisations.models import Membership
from organisations.requests import WorkRequest


def project_import(request: WorkRequest, membership: Membership) -> HttpResponse:
    check(may_import_projects(membership))
    return answer_import(
        request,
        ProjectResource(by=membership),
        kind="project",
        title=_("Import projects"),
        here=reverse("ambassadors:project-import", args=[membership.uuid]),
        done=reverse("ambassadors:project-list", args=[membership.uuid]),
    )
