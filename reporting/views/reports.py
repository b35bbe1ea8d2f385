"""Reports: the list with what can be asked for, the page of one job, its file."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ambassadors.access import may_edit_dossier
from organisations import audit
from organisations.access import check
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest
from reporting import documents
from reporting.access import check_may_read_reports, kinds_for
from reporting.actions.requests import request_report
from reporting.enums import ReportKind
from reporting.forms.requests import RequestForm, forms_for
from reporting.models import Report

PAGE = 20
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def report_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_read_reports(membership)
    return _list(request, membership, forms_for(membership, today=request.today))


def _list(request: WorkRequest, membership: Membership, forms: list[RequestForm], status: int = 200) -> HttpResponse:
    reports = Report.objects.visible_to(membership, today=request.today).with_subject().newest_first()
    context = {
        "page": Paginator(reports, PAGE).get_page(request.GET.get("page")),
        "forms": forms,
        "now": request.now,
    }
    return render(request, "reporting/report_list.html", context, status=status)


@require_POST
def report_create(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Ask for a report: its `kind`, and what that kind is about (RequestForm)."""
    check_may_read_reports(membership)
    kind = request.POST.get("kind", "")
    if kind not in ReportKind:
        messages.error(request, _("Choose which report you want, and ask again."))
        return _list(request, membership, forms_for(membership, today=request.today), 422)
    check(kind in kinds_for(membership))
    form = RequestForm(_data(request, kind), membership=membership, kind=kind, today=request.today)

    def page(status: int) -> HttpResponse:
        others = [other for other in forms_for(membership, today=request.today) if other.initial["kind"] != kind]
        return _list(request, membership, [form, *others], status)

    return answer_creation(
        request,
        membership,
        form,
        kind="report",
        create=lambda logged_at: request_report(
            kind=ReportKind(kind),
            by=membership,
            now=request.now,
            today=request.today,
            period=form.chosen_period,
            project=form.cleaned_data.get("project"),
            partner=form.chosen_partner,
            decision=form.chosen_decision,
            for_support_group=form.is_for_support_group,
        ),
        location=lambda report: reverse("reporting:report-detail", args=[membership.uuid, report.uuid]),
        page=page,
    )


def _data(request: WorkRequest, kind: str) -> Any:
    """What was sent. The bare button for a dossier carries no entry of its own."""
    data = request.POST.copy()
    if kind == ReportKind.HIRING_FILE:
        data.setdefault("entry_id", str(uuid4()))
    return data


@require_safe
def report_detail(request: WorkRequest, membership: Membership, report: Any) -> HttpResponse:
    """The page of one job: how far it is, then what came out. Asked by the page itself, only that part."""
    row = get_object_or_404(Report.objects.visible_to(membership, today=request.today).with_subject(), uuid=report)
    part = "seen" in request.GET and "HX-Request" in request.headers
    context = {
        "report": row,
        "document": documents.lay_out(row.figures) if row.is_done and row.figures else None,
        "waits_for_the_bus": row.waits_for_the_bus(request.now),
        "changed": part and request.GET["seen"] != row.status,
        "may_share": _may_share(membership, row),
    }
    return render(request, "reporting/_state.html" if part else "reporting/report_detail.html", context)


def _may_share(membership: Membership, report: Report) -> bool:
    """What was made for the support group is sent by who leads the project."""
    if report.project is None or not (report.is_done and report.for_support_group):
        return False
    return may_edit_dossier(membership, report.project)


@require_safe
def report_file(request: WorkRequest, membership: Membership, report: Any) -> FileResponse:
    """The PDF."""
    row = _done_or_404(request, membership, report)
    return _handed_out(row, row.file, f"{row.stem}.pdf", "application/pdf", by=membership)


@require_safe
def report_word(request: WorkRequest, membership: Membership, report: Any) -> FileResponse:
    """The same text in Word, of what is made in Word too."""
    row = _done_or_404(request, membership, report)
    if not row.word:
        raise Http404
    return _handed_out(row, row.word, f"{row.stem}.docx", WORD, by=membership)


def _done_or_404(request: WorkRequest, membership: Membership, report: Any) -> Report:
    visible = Report.objects.visible_to(membership, today=request.today)
    row: Report = get_object_or_404(visible.with_subject(), uuid=report)
    if not row.is_done:
        raise Http404
    return row


def _handed_out(report: Report, file: FieldFile, name: str, media_type: str, *, by: Membership) -> FileResponse:
    """A file under a name that says which report it is and nothing of whom it is about."""
    audit.record("downloaded", report, by=by)
    return FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type=media_type)
