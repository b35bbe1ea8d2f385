"""Plan and practice: the dossier's choices beside what happened since there is an ambassador."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ambassadors.access import may_appoint
from ambassadors.models import HiringFile
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories import documents
from trajectories.contents import practice_of, with_plan


@require_safe
def practice_detail(request: WorkRequest, membership: Membership, project: Any) -> HttpResponse:
    """For whoever reads the dossier; before anybody was appointed, when it will come to life."""
    readable = with_plan(HiringFile.objects.visible_to(membership, today=request.today))
    hiring_file = get_object_or_404(readable, project__uuid=project)
    found = practice_of(hiring_file, membership, today=request.today)
    context = {
        "project": hiring_file.project,
        "practice": documents.practice_document(found) if found else None,
        "begins_on": hiring_file.appointed_on,
        "may_appoint": may_appoint(membership, hiring_file.project),
    }
    return render(request, "trajectories/practice_detail.html", context)
