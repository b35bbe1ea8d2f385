"""What a member of the support group reads behind a link, with a box to react. No log-in, and nothing else to see."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ambassadors.actions.support import ClosedLinkError, SentBeforeError, note_opened, react
from ambassadors.forms.support import ReactionForm
from ambassadors.models import SupportLink
from organisations.editing import shown
from organisations.entries import renew_entry
from organisations.links import digest_of, is_too_often, secret_in_address
from organisations.requests import WorkRequest

MOST_REACTIONS, WITHIN = 20, 600  # seconds


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@secret_in_address
def support_read(request: WorkRequest, secret: str) -> HttpResponse:
    rows = SupportLink.objects.select_related("letter__hiring_file__project__organisation")
    link = rows.filter(digest=digest_of(secret)).first()
    if link is None:
        return render(request, "organisations/link_unknown.html", status=404)
    form = ReactionForm(request.POST if request.method == "POST" else None)
    if not link.is_open(request.now):
        return _closed(request, link, form)
    if request.method == "POST":
        return _react(request, link, form)
    note_opened(link, now=request.now)
    return _page(request, link, form)


def _react(request: WorkRequest, link: SupportLink, form: ReactionForm) -> HttpResponse:
    if is_too_often("support-link", link, most=MOST_REACTIONS, seconds=WITHIN):
        form.add_error(None, _("You sent a lot just now. Wait ten minutes, and send this again."))
        return _page(request, link, form, 429)
    if not form.is_valid():
        return _page(request, link, form, 422)
    said = form.cleaned_data
    try:
        react(link, uuid=said["entry_id"], kind=said["kind"], text=said["text"], now=request.now)
    except ClosedLinkError:
        return _closed(request, link, form)
    except SentBeforeError:
        form.add_error(None, _("You changed what you sent before. Both are kept: send this as a new reaction."))
        renew_entry(form)
        return _page(request, link, form, 409)
    messages.success(request, _("Thank you. The coordinator gets your reaction."))
    return redirect(request.path)


def _page(request: WorkRequest, link: SupportLink, form: ReactionForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "link": link,
        "shared": link.letter.shared,
        "organisation": link.letter.hiring_file.project.organisation,
        "sent": link.reactions.count(),
    }
    return render(request, "ambassadors/support_read.html", context, status=status)


def _closed(request: WorkRequest, link: SupportLink, form: ReactionForm) -> HttpResponse:
    """Whoever has the secret may know why it no longer works. What they typed is shown, to copy."""
    typed = [(field.label, shown(field, field.data)) for field in form.visible_fields()] if form.is_bound else []
    context: dict[str, Any] = {
        "link": link,
        "organisation": link.letter.hiring_file.project.organisation,
        "typed": [(label, text) for label, text in typed if text],
    }
    return render(request, "organisations/link_closed.html", context, status=410)
