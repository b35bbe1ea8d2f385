"""One write path for every form that creates: exactly once, whether sent by a browser or by the phone's outbox.

The form carries `entry_id` (a UUID made where it was filled in) and `logged_at`. A view calls `answer_creation`.
Answers to the outbox (header `X-Outbox: 1`): 201 new, 200 the same entry again, 401, 403, 404, 409 (same id, other
body), 422 (errors by field); never a redirect. A browser gets a redirect, or its form back with what was typed.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import file_digest
from typing import Any, Protocol
from uuid import UUID, uuid4

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations import crypto
from organisations.models import Entry, Membership

OUTBOX_HEADER = "X-Outbox"
LONGEST_WAIT = timedelta(days=5 * 365)  # in an outbox; before it, a clock had lost its date
NOT_PART_OF_THE_BODY = {"csrfmiddlewaretoken"}


def is_outbox(request: HttpRequest) -> bool:
    return OUTBOX_HEADER in request.headers


class ClaimedTime(forms.DateTimeField):
    """When a phone says that something was written. Nobody can correct that, so nonsense is no answer."""

    def clean(self, value: Any) -> datetime | None:
        try:
            return super().clean(value)
        except forms.ValidationError:
            return None


class EntryForm(forms.Form):
    """The hidden part of every form that creates. Mix it in before forms.Form or forms.ModelForm."""

    entry_id = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={
            "required": gettext_lazy("This form is incomplete. Reload the page and try again."),
            "invalid": gettext_lazy("This form is incomplete. Reload the page and try again."),
        },
    )
    logged_at = ClaimedTime(widget=forms.HiddenInput, required=False)


class Creation(Protocol):
    """What a view hands in: makes the row inside the transaction that takes the entry."""

    def __call__(self, *, logged_at: datetime) -> Any: ...


def answer_creation(
    request: Any,
    membership: Membership,
    form: Any,
    *,
    kind: str,
    create: Creation,
    location: Callable[[Any], str],
    page: Callable[[int], HttpResponse],
) -> HttpResponse:
    """Answer a POST that creates a row, exactly once.

    `kind` names the form ("contact"); `create(logged_at=…)` calls one action and returns the new row (with a uuid);
    `location(row)` is the address to go to; `page(status)` renders the form again for a person.
    """
    if not form.is_valid():
        known = _known(membership, _entry_id(request))
        return _answer_known(request, form, known, kind, page) if known else _answer_errors(request, form, page)
    logged_at = _logged_at(form.cleaned_data.get("logged_at"), request.now)
    try:
        with transaction.atomic():
            row = create(logged_at=logged_at)
            entry = Entry.objects.create(
                entry_id=form.cleaned_data["entry_id"],
                membership=membership,
                kind=kind,
                digest=body_digests(request, kind)[0],
                subject=row.uuid,
                location=location(row),
                logged_at=logged_at,
                received_at=request.now,
            )
    except Exception:
        # What was taken before may be refused a second time, by the receipt or by the row that it made. Only then the
        # receipt is looked up, so that the first time costs less. Any other refusal is not ours to hide.
        if known := _known(membership, form.cleaned_data["entry_id"]):
            return _answer_known(request, form, known, kind, page)
        raise
    return _answer_taken(request, entry, status=201)


def answer_again(request: Any) -> HttpResponse | None:
    """To the outbox, of an entry that was taken before, when its page is no longer there: as the first time."""
    membership = getattr(request, "membership", None)
    if not (request.method == "POST" and is_outbox(request) and membership):
        return None
    entry = Entry.objects.filter(entry_id=_entry_id(request) or uuid4(), membership=membership).first()
    same = entry is not None and entry.digest in body_digests(request, entry.kind)
    return _answer_taken(request, entry, status=200) if entry and same else None


def body_digests(request: HttpRequest, kind: str) -> list[str]:
    """Digests of everything that was typed, in the order of the field names; then of the files, by what is in them."""
    pairs = [
        (name, v)
        for name in sorted(request.POST)
        if name not in NOT_PART_OF_THE_BODY
        for v in request.POST.getlist(name)
    ]
    files = [(name, _content_digest(file)) for name in sorted(request.FILES) for file in request.FILES.getlist(name)]
    return crypto.digests(f"entry:{kind}", pairs + files)


def _content_digest(file: Any) -> str:
    file.seek(0)
    return file_digest(file, "sha256").hexdigest()


def _entry_id(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("entry_id", ""))
    except ValueError:
        return None


def _known(membership: Membership, entry_id: UUID | None) -> Entry | None:
    """The entry, if it was taken before. Somebody else's entry is nobody's business."""
    entry = Entry.objects.filter(entry_id=entry_id).first() if entry_id else None
    if entry and entry.membership_id != membership.pk:
        raise Http404
    return entry


def _logged_at(claimed: datetime | None, now: datetime) -> datetime:
    """A phone's clock may be wrong: it cannot have written in the future, nor years ago."""
    return claimed if claimed and now - LONGEST_WAIT <= claimed <= now + timedelta(minutes=5) else now


def _answer_known(
    request: HttpRequest, form: Any, entry: Entry, kind: str, page: Callable[[int], HttpResponse]
) -> HttpResponse:
    same = entry.kind == kind and (not entry.digest or entry.digest in body_digests(request, kind))
    if same:
        return _answer_taken(request, entry, status=200)
    sentence = _(
        "This entry was sent before with another text. Both are kept: open the first one, or save this as new."
    )
    if is_outbox(request):
        body = {"entry_id": str(entry.entry_id), "error": sentence, "location": entry.location}
        return JsonResponse(body, status=409)
    form.add_error(None, sentence)
    renew_entry(form)
    return page(409)


def renew_entry(form: Any) -> None:
    """So that sending the form again saves it as a new entry, which the sentence offers."""
    form.data = form.data.copy()
    form.data[form.add_prefix("entry_id")] = str(uuid4())


def _answer_errors(request: HttpRequest, form: Any, page: Callable[[int], HttpResponse]) -> HttpResponse:
    if is_outbox(request):
        return JsonResponse({"entry_id": request.POST.get("entry_id", ""), "errors": form.errors}, status=422)
    return page(422)


def _answer_taken(request: HttpRequest, entry: Entry, *, status: int) -> HttpResponse:
    if is_outbox(request):
        body = {"entry_id": str(entry.entry_id), "subject": str(entry.subject), "location": entry.location}
        return JsonResponse(body, status=status)
    return redirect(entry.location)
