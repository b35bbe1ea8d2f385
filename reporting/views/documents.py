"""The documents that come out of a dossier: each in one line, whether the dossier has enough for it, and its button."""

from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ambassadors.access import may_edit_dossier
from ambassadors.documents import facts_of
from ambassadors.instrument import Route
from ambassadors.models import HiringFile
from ambassadors.papers import Facts, missing
from organisations.models import Membership
from organisations.requests import WorkRequest
from reporting.access import kinds_for
from reporting.enums import OF_A_DOSSIER, PAPERS, ReportKind
from reporting.models import Report

EARLIER = 20


class About(NamedTuple):
    """What a document is, and for whom."""

    what: Any
    whom: Any


ABOUT = {
    ReportKind.HIRING_FILE: About(
        _("All six steps, the advice, the attachments and what came of the plan, with a table of contents."),
        _("For the file, the council or who takes over from you."),
    ),
    ReportKind.BELIEFS_NOTE: About(
        _("Step 1: why you want an ambassador, what you expect, what you read."),
        _("For colleagues, the board and the council."),
    ),
    ReportKind.ENVIRONMENT_ANALYSIS: About(
        _("Step 2: the needs, the offer, the thresholds, the talks and the lifeworld."),
        _("For colleagues, partners and the ambassador who begins."),
    ),
    ReportKind.ENGAGEMENT_STATEMENT: About(
        _("One page for each partner of step 3: what you ask, what they may expect, room to sign."),
        _("For the partner who signs, and for you."),
    ),
    ReportKind.VACANCY_TEXT: About(
        _("From the profile, the strategies, the percentage and the term. What is missing stands between brackets."),
        _("For who wants to become your ambassador."),
    ),
    ReportKind.TENDER_BRIEF: About(
        _("The assignment, the results, the follow-up, personal data, the bid and a proposal of criteria."),
        _("For organisations that make a bid, after your purchasing service has read it."),
    ),
}

# The route for which a document is meant; the other one chosen, its line says so.
ROUTES = {ReportKind.VACANCY_TEXT: Route.HIRE, ReportKind.TENDER_BRIEF: Route.TENDER}


@require_safe
def document_list(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """What can be made of the dossier as it stands now, and what was made before."""
    visible = HiringFile.objects.visible_to(membership, today=request.today)
    hiring_file = get_object_or_404(visible.with_answers(), project__uuid=project)
    facts = facts_of(hiring_file)
    kinds = [kind for kind in OF_A_DOSSIER if kind in kinds_for(membership)]
    context = {
        "project": hiring_file.project,
        "lines": [_line(membership, hiring_file, facts, kind) for kind in kinds],
        "meetings": [row for row in hiring_file.support_meetings.all() if row.date],
        "reports": _made_before(request, membership, hiring_file),
        "may_edit": may_edit_dossier(membership, hiring_file.project),
    }
    return render(request, "reporting/document_list.html", context)


def _line(membership: Membership, hiring_file: HiringFile, facts: Facts, kind: ReportKind) -> dict[str, Any]:
    """One document. A statement has a button for each partner; the others have one."""
    rows = hiring_file.needed_partners.all() if kind == ReportKind.ENGAGEMENT_STATEMENT else (None,)
    return {
        "kind": kind,
        "about": ABOUT[kind],
        "missing": _lacking(membership, hiring_file, facts, kind),
        "other_route": facts.route is not None and ROUTES.get(kind, facts.route) != facts.route,
        "in_word": kind in PAPERS,
        "buttons": [{"partner": row, "entry_id": uuid4()} for row in rows],
    }


def _lacking(membership: Membership, hiring_file: HiringFile, facts: Facts, kind: ReportKind) -> list[dict[str, Any]]:
    """What the dossier does not tell yet, with the page on which to tell it."""
    if kind == ReportKind.HIRING_FILE:
        return []
    args = [membership.uuid, hiring_file.project.uuid]
    return [
        {"what": what, "step": step, "url": reverse("ambassadors:step-edit", args=[*args, step.value])}
        for what, step in missing(kind, facts)
    ]


def _made_before(request: WorkRequest, membership: Membership, hiring_file: HiringFile) -> list[dict[str, Any]]:
    """The newest first, a statement with its partner as the dossier calls them now."""
    partners: dict[UUID | None, str] = {row.uuid: row.called for row in hiring_file.needed_partners.all()}
    visible = Report.objects.visible_to(membership, today=request.today).with_subject().defer("figures")
    made = visible.filter(project=hiring_file.project, kind__in=OF_A_DOSSIER).newest_first()
    return [{"report": report, "partner": partners.get(report.partner, "")} for report in made[:EARLIER]]
