"""The support group of a project, for its coordinators: meetings, letters with their links, and what came back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ambassadors import access
from ambassadors.actions import support as actions
from ambassadors.forms.support import SignalStateForm
from ambassadors.instrument import MeetingState
from ambassadors.letters import meetings_to_come, said_after_sending
from ambassadors.models import HiringFile, SupportLetter, SupportLink, SupportReaction
from organisations.editing import Conflict, answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest

PER_PAGE = 20


@require_safe
def support_detail(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """Reactions first: somebody waits for an answer. Showing them is what marks them as read."""
    hiring_file = _dossier(request, membership, project)
    row = hiring_file.project
    reactions = SupportReaction.objects.visible_to(membership).of_project(row).select_related("link__letter")
    pager = Paginator(reactions, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(pager.object_list)
    actions.note_read(row, shown, by=membership, now=request.now)
    meetings = list(hiring_file.support_meetings.all())
    letters = SupportLetter.objects.visible_to(membership).filter(hiring_file=hiring_file).with_counts()
    context = {
        "project": row,
        "new": sum(one.read_at is None for one in shown),
        "reactions": shown,
        "pager": pager,
        "to_come": meetings_to_come(meetings, request.today),
        "past": [one for one in reversed(meetings) if one.state != MeetingState.PLANNED],
        "letters": letters.select_related("made_by__user"),
        "has_members": any(member.email for member in hiring_file.support_members.all()),
    }
    return render(request, "ambassadors/support_detail.html", context)


@require_safe
def support_letter_detail(request: WorkRequest, membership: Membership, project: UUID, letter: UUID) -> HttpResponse:
    """What was shared, word for word, and how it goes with each link."""
    hiring_file = _dossier(request, membership, project)
    letters = SupportLetter.objects.visible_to(membership).select_related("made_by__user")
    row = get_object_or_404(letters.filter(hiring_file=hiring_file), uuid=letter)
    context = {
        "project": hiring_file.project,
        "letter": row,
        "links": row.links.all(),
        "now": request.now,
        "undo": _undo(request, membership, project),
    }
    return render(request, "ambassadors/support_letter_detail.html", context)


@require_POST
def support_link_send(request: WorkRequest, membership: Membership, project: UUID, link: UUID) -> HttpResponse:
    row = _link(request, membership, project, link)
    actions.send_again(row, by=membership, now=request.now)
    messages.add_message(request, *said_after_sending(SupportLink.objects.filter(pk=row.pk)))
    return redirect(_letter_address(membership, project, row.letter))


@require_POST
def support_link_revoke(request: WorkRequest, membership: Membership, project: UUID, link: UUID) -> HttpResponse:
    row = _link(request, membership, project, link)
    actions.revoke_link(row, by=membership, now=request.now)
    messages.success(request, _("The link has been withdrawn. It no longer works."))
    return redirect(f"{_letter_address(membership, project, row.letter)}?withdrawn={row.uuid}")


@require_POST
def support_link_restore(request: WorkRequest, membership: Membership, project: UUID, link: UUID) -> HttpResponse:
    row = _link(request, membership, project, link)
    actions.restore_link(row, by=membership)
    messages.success(request, _("The link works again."))
    return redirect(_letter_address(membership, project, row.letter))


def support_reaction_edit(request: WorkRequest, membership: Membership, project: UUID, reaction: UUID) -> HttpResponse:
    """Where a signal stands. A reaction is read, and has no state."""
    hiring_file = _dossier(request, membership, project)
    found = SupportReaction.objects.visible_to(membership).of_project(hiring_file.project)
    row = get_object_or_404(
        found.select_related("link__letter__hiring_file__project__organisation", "turned_by__user"), uuid=reaction
    )
    if not row.is_signal:
        raise Http404
    form = SignalStateForm(request.POST if request.method == "POST" else None, reaction=row)

    def page(status: int = 200, conflicts: list[Conflict] | None = None) -> HttpResponse:
        context = {"form": form, "project": hiring_file.project, "reaction": row, "conflicts": conflicts}
        return render(request, "ambassadors/support_reaction_edit.html", context, status=status)

    def save(version: int) -> None:
        state, note = form.cleaned_data["state"], form.cleaned_data["note"]
        actions.turn_signal(row, version=version, state=state, note=note, by=membership, now=request.now)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: SignalStateForm(reaction=newer),
        save=save,
        location=reverse("ambassadors:support-detail", args=[membership.uuid, project]),
        page=page,
    )


def _dossier(request: WorkRequest, membership: Membership, project: UUID) -> HiringFile:
    """The dossier with its support group, for who fills it in; 404 for a stranger, 403 for who only reads."""
    visible = HiringFile.objects.visible_to(membership, today=request.today)
    related = ("support_members", "support_meetings", "goals")
    rows = visible.select_related("project__organisation").prefetch_related(*related)
    row = get_object_or_404(rows, project__uuid=project)
    access.check_may_edit_dossier(membership, row.project)
    return row


def _link(request: WorkRequest, membership: Membership, project: UUID, link: UUID) -> SupportLink:
    hiring_file = _dossier(request, membership, project)
    links = SupportLink.objects.visible_to(membership).select_related("letter__hiring_file__project__organisation")
    return get_object_or_404(links.filter(letter__hiring_file=hiring_file), uuid=link)


def _letter_address(membership: Membership, project: UUID, row: SupportLetter) -> str:
    return reverse("ambassadors:support-letter-detail", args=[membership.uuid, project, row.uuid])


def _undo(request: WorkRequest, membership: Membership, project: UUID) -> dict[str, str] | None:
    try:
        link = UUID(request.GET.get("withdrawn", ""))
    except ValueError:
        return None
    return {
        "url": reverse("ambassadors:support-link-restore", args=[membership.uuid, project, link]),
        "label": _("Undo"),
    }
