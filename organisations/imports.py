"""The journey of an uploaded table: upload, see what would change, confirm. Nothing is changed before the confirm.

Between upload and confirm the file lies in private storage under a meaningless name; its address is signed, so that
only who uploaded it can go on with it. It goes away at the confirm, at a cancel, or with the first upload a day later.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from organisations import tables
from organisations.entries import EntryForm, answer_creation
from organisations.models import Organisation
from organisations.requests import WorkRequest
from organisations.resources import Outcome, TableResource
from organisations.tables import Table, UnreadableTableError

FOLDER = "imports"
KEPT = timedelta(days=1)


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("A file that ends in .xlsx or .csv. You first see what would change."),
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "invalid": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("There is nothing in this file. Choose a file with a table."),
        },
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.UPLOAD_MAX_BYTES:
            size = filesizeformat(settings.UPLOAD_MAX_BYTES)
            raise forms.ValidationError(_("This file is larger than %s. Split it.") % size)
        try:
            tables.read(file.read())
        except UnreadableTableError as error:
            raise forms.ValidationError(str(error)) from error
        return file


class ConfirmForm(EntryForm):
    table = forms.CharField(widget=forms.HiddenInput)


class LostTableError(Exception):
    """The uploaded file is no longer there, or belongs to somebody else."""


class ChangedTableError(Exception):
    """What it is compared with has changed since the preview: it is no longer right, or there is nothing to do."""


def answer_import(
    request: WorkRequest, resource: TableResource, *, kind: str, title: Any, here: str, done: str
) -> HttpResponse:
    """The whole journey at one address, `here`; afterwards one goes to `done`. `kind` names the table ("project")."""
    context = {"title": title, "columns": resource.explained(), "done": done}
    try:
        if request.method != "POST":
            return _show(request, resource, kind, context)
        if "table" not in request.POST:
            return _upload(request, resource, kind, context, here)
        return _carry_out(request, resource, kind, here, done)
    except LostTableError:
        messages.warning(request, _("This table was carried out already, or it was removed. Choose the file again."))
        return redirect(here)
    except ChangedTableError:
        messages.warning(request, _("Something changed meanwhile. Check the table again."))
        return redirect(f"{here}?table={request.POST['table']}")


def _show(request: WorkRequest, resource: TableResource, kind: str, context: dict[str, Any]) -> HttpResponse:
    key = request.GET.get("table")
    if not key:
        return render(request, "organisations/import_upload.html", context | {"form": UploadForm()})
    outcome = resource.run(_table(request, kind, key), dry=True)
    form = ConfirmForm(initial={"table": key})
    return render(request, "organisations/import_preview.html", context | {"outcome": outcome, "form": form})


def _upload(
    request: WorkRequest, resource: TableResource, kind: str, context: dict[str, Any], here: str
) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        content = _content(form.cleaned_data["file"])
        try:
            resource.run(tables.read(content), dry=True)
            return redirect(f"{here}?table={_keep(request, kind, content)}")
        except UnreadableTableError as error:
            form.add_error("file", str(error))
    return render(request, "organisations/import_upload.html", context | {"form": form}, status=422)


def _carry_out(request: WorkRequest, resource: TableResource, kind: str, here: str, done: str) -> HttpResponse:
    key = request.POST["table"]
    if "cancel" in request.POST:
        default_storage.delete(_name(request, kind, key))
        messages.success(request, _("The table was removed. Nothing has changed."))
        return redirect(here)
    return answer_creation(
        request,
        request.membership,
        ConfirmForm(request.POST),
        kind=f"import:{kind}",
        create=lambda logged_at: _run(request, resource, kind, key),
        location=lambda _organisation: done,
        page=lambda _status: redirect(f"{here}?table={key}"),
    )


def _run(request: WorkRequest, resource: TableResource, kind: str, key: str) -> Organisation:
    """Carry the table out, for good."""
    outcome = resource.run(_table(request, kind, key), dry=False)
    if not outcome.is_sound:
        raise ChangedTableError
    name = _name(request, kind, key)
    transaction.on_commit(lambda: default_storage.delete(name))
    messages.success(request, _summary(outcome))
    return request.membership.organisation


def _summary(outcome: Outcome) -> str:
    added, changed = outcome.new, outcome.changed
    return " ".join(
        (
            ngettext("%(number)d row was added.", "%(number)d rows were added.", added) % {"number": added},
            ngettext("%(number)d row was changed.", "%(number)d rows were changed.", changed) % {"number": changed},
        )
    )


def _keep(request: WorkRequest, kind: str, content: bytes) -> str:
    """Store the file; the signed address under which this membership finds it back."""
    _remove_forgotten(request.now)
    name = default_storage.save(f"{FOLDER}/{uuid4().hex}", ContentFile(content))
    return signing.dumps(name, salt=_salt(request, kind))


def _table(request: WorkRequest, kind: str, key: str) -> Table:
    try:
        with default_storage.open(_name(request, kind, key)) as file:
            return tables.read(file.read())
    except (FileNotFoundError, UnreadableTableError) as error:
        raise LostTableError from error


def _name(request: WorkRequest, kind: str, key: str) -> str:
    try:
        return str(signing.loads(key, salt=_salt(request, kind), max_age=KEPT))
    except signing.BadSignature as error:
        raise LostTableError from error


def _salt(request: WorkRequest, kind: str) -> str:
    return f"organisations.imports:{kind}:{request.membership.uuid}"


def _content(file: UploadedFile) -> bytes:
    file.seek(0)
    return bytes(file.read())


def _remove_forgotten(now: datetime) -> None:
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if default_storage.get_modified_time(path) < now - KEPT:
            default_storage.delete(path)
