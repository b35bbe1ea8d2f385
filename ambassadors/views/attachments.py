"""The files of a dossier: the list, one more, one less, and handing one out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ambassadors import access
from ambassadors.actions.attachments import add_attachment, kept_file, read_attachment, remove_attachment
from ambassadors.forms.attachments import AttachmentForm
from ambassadors.models import Attachment, HiringFile
from ambassadors.storage import StoredFile, StoreError
from organisations.entries import answer_creation
from organisations.models import Membership
from organisations.requests import WorkRequest

# What is handed out is saved, never shown: not by a browser that guesses, not with scripts, not kept on the way.
HANDED_OUT = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@require_safe
def attachment_list(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    hiring_file = _dossier_or_404(request, membership, project)
    visible = Attachment.objects.visible_to(membership, today=request.today).filter(hiring_file=hiring_file)
    called = _called(hiring_file)
    files = [(row, called.get(row.row, "") if row.row else "") for row in visible.select_related("uploaded_by__user")]
    context = {
        "project": hiring_file.project,
        "files": files,
        "may_edit": access.may_edit_dossier(membership, hiring_file.project),
    }
    return render(request, "ambassadors/attachment_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_new(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """`?row=` names the analysis or the partner for which one comes."""
    hiring_file = _dossier_or_404(request, membership, project)
    access.check_may_edit_dossier(membership, hiring_file.project)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = AttachmentForm(*data, hiring_file=hiring_file, preset=request.GET.get("row", ""))

    def page(status: int = 200) -> HttpResponse:
        context = {"form": form, "project": hiring_file.project}
        return render(request, "ambassadors/attachment_new.html", context, status=status)

    if request.method != "POST":
        return page()
    if not form.is_valid():
        return _answer(request, membership, hiring_file, form, None, page)
    try:
        with kept_file(form.cleaned_data["file"]) as stored:
            return _answer(request, membership, hiring_file, form, stored, page)
    except StoreError:
        form.add_error("file", _("The file could not be stored just now. Choose it again, and try once more."))
        return page(503)


@require_safe
def attachment_download(
    request: WorkRequest, membership: Membership, project: UUID, attachment: UUID
) -> HttpResponseBase:
    """The file, to save. Its name says what it is and from when, and nothing of whom it is about."""
    row = _attachment_or_404(request, membership, project, attachment)
    try:
        pieces = read_attachment(attachment=row, by=membership)
    except StoreError:
        messages.error(request, _("This file cannot be had just now. Try again later, or ask who keeps the product."))
        return redirect(_list_address(membership, project))
    response = StreamingHttpResponse(pieces, content_type=row.content_type, headers=HANDED_OUT)
    response.headers["Content-Length"] = str(row.size)
    response.headers["Content-Disposition"] = _disposition(row)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_remove(request: WorkRequest, membership: Membership, project: UUID, attachment: UUID) -> HttpResponse:
    """A page with the facts, for it cannot be undone; then it goes."""
    row = _attachment_or_404(request, membership, project, attachment)
    access.check_may_edit_dossier(membership, row.hiring_file.project)
    if request.method == "POST":
        remove_attachment(attachment=row, by=membership)
        messages.success(request, _("The file has been removed."))
        return redirect(_list_address(membership, project))
    context = {"attachment": row, "project": row.hiring_file.project}
    return render(request, "ambassadors/attachment_remove.html", context)


def _answer(
    request: WorkRequest,
    membership: Membership,
    hiring_file: HiringFile,
    form: AttachmentForm,
    stored: StoredFile | None,
    page: Any,
) -> HttpResponse:
    """Exactly once. Nothing is stored for a form that is not right; then nothing is made either."""

    def create(logged_at: Any) -> Attachment:
        if stored is None:
            raise ValueError("A form that is not valid makes nothing.")
        made = add_attachment(
            hiring_file=hiring_file, stored=stored, content=form.content(), by=membership, now=request.now
        )
        messages.success(request, _("The file has been added."))
        return made

    return answer_creation(
        request,
        membership,
        form,
        kind="attachment",
        create=create,
        location=lambda _row: _list_address(membership, hiring_file.project.uuid),
        page=page,
    )


def _dossier_or_404(request: WorkRequest, membership: Membership, project: UUID) -> HiringFile:
    """Without its answers: only what a file can hang on."""
    visible = HiringFile.objects.visible_to(membership, today=request.today).select_related("project__organisation")
    rows: HiringFile = get_object_or_404(
        visible.prefetch_related("existing_analyses", "needed_partners"), project__uuid=project
    )
    return rows


def _attachment_or_404(request: WorkRequest, membership: Membership, project: UUID, attachment: UUID) -> Attachment:
    visible = Attachment.objects.visible_to(membership, today=request.today)
    rows = visible.select_related("hiring_file__project__organisation", "uploaded_by__user")
    found: Attachment = get_object_or_404(rows, uuid=attachment, hiring_file__project__uuid=project)
    return found


def _called(hiring_file: HiringFile) -> dict[UUID, str]:
    """What the rows are called on which a file can hang. One that was removed is not there."""
    analyses = {row.uuid: row.called for row in hiring_file.existing_analyses.all()}
    return analyses | {row.uuid: row.called for row in hiring_file.needed_partners.all()}


def _disposition(row: Attachment) -> str:
    day = timezone.localdate(row.uploaded_at).isoformat()
    return f'attachment; filename="{slugify(row.get_kind_display())}-{day}{row.suffix}"'


def _list_address(membership: Membership, project: UUID) -> str:
    return reverse("ambassadors:attachment-list", args=[membership.uuid, project])
