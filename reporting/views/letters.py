"""A letter to the support group, and the report that went along with it, for whoever has the link."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ambassadors.access import check_may_edit_dossier
from ambassadors.actions.support import note_opened
from ambassadors.letters import Json, letter, offered, reported, said_after_sending
from ambassadors.models import HiringFile, SupportLetter, SupportLink
from organisations import audit
from organisations.entries import answer_creation
from organisations.links import digest_of, secret_in_address
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rulings import rulings
from reporting.actions.letters import send_letter_with_report
from reporting.forms.letters import LetterForm, told
from reporting.models import Report

REPORTS = 5  # the newest ones are offered


def support_letter_new(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """A message, and what goes along with it; each member gets a link of their own."""
    hiring_file = _dossier(request, membership, project)
    members = list(hiring_file.support_members.all())
    form = LetterForm(
        request.POST if request.method == "POST" else None,
        members=[member for member in members if member.email],
        parts=offered(hiring_file, request.today),
        reports=list(_reports(request, membership, hiring_file)),
        initial={"report": request.GET.get("report", "")},
    )
    sent: list[SupportLetter] = []

    def page(status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "project": hiring_file.project,
            "unreachable": [member.called for member in members if not member.email],
            "days": rulings().support_link_days,
        }
        return render(request, "reporting/support_letter_new.html", context, status=status)

    def create(logged_at: Any) -> SupportLetter:
        sent.append(_sent(request, membership, hiring_file, form))
        return sent[0]

    if request.method != "POST":
        return page()
    answer = answer_creation(
        request,
        membership,
        form,
        kind="support letter",
        create=create,
        location=lambda row: reverse("ambassadors:support-letter-detail", args=[membership.uuid, project, row.uuid]),
        page=page,
    )
    if sent:
        messages.add_message(request, *said_after_sending(sent[0].links.all()))
    return answer


def _sent(request: WorkRequest, membership: Membership, hiring_file: HiringFile, form: LetterForm) -> SupportLetter:
    report = form.chosen_report
    parts = form.chosen_parts + ([_part(report)] if report else [])
    letter_sent: SupportLetter = send_letter_with_report(
        hiring_file,
        members=form.chosen_members,
        shared=letter(form.cleaned_data["title"], form.cleaned_data["message"], parts),
        report=report,
        by=membership,
        now=request.now,
    )
    return letter_sent


def _part(report: Report) -> Json:
    return reported(_("Progress report"), told(report), _("Small numbers were left out, so that nobody is recognised."))


def _dossier(request: WorkRequest, membership: Membership, project: UUID) -> HiringFile:
    """With what a letter is made of; 404 for a stranger, 403 for who only reads it."""
    visible = HiringFile.objects.visible_to(membership, today=request.today)
    related = ("support_members", "support_meetings", "goals")
    rows = visible.select_related("project__organisation").prefetch_related(*related)
    row = get_object_or_404(rows, project__uuid=project)
    check_may_edit_dossier(membership, row.project)
    return row


def _reports(request: WorkRequest, membership: Membership, hiring_file: HiringFile) -> Any:
    """Those that were made for the support group."""
    visible = Report.objects.visible_to(membership, today=request.today).defer("figures")
    return visible.to_share_of(hiring_file.project).newest_first()[:REPORTS]


@require_safe
@login_not_required
@secret_in_address
def shared_report(request: WorkRequest, secret: str) -> HttpResponseBase:
    """The PDF of the report that went along, as long as the link of the letter works."""
    rows = SupportLink.objects.select_related(
        "letter__hiring_file__project__organisation", "letter__shared_report__report"
    )
    link = rows.filter(digest=digest_of(secret), letter__shared_report__isnull=False).first()
    if link is None:
        return render(request, "organisations/link_unknown.html", status=404)
    organisation = link.letter.hiring_file.project.organisation
    if not link.is_open(request.now):
        context = {"link": link, "organisation": organisation, "typed": []}
        return render(request, "organisations/link_closed.html", context, status=410)
    report = link.letter.shared_report.report
    note_opened(link, now=request.now)
    audit.record("downloaded", report, by=None, organisation=organisation)
    pdf = report.file.open("rb")
    return FileResponse(pdf, as_attachment=True, filename=f"{report.stem}.pdf", content_type="application/pdf")
