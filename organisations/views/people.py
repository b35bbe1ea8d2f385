"""The administrator's pages on people: who works here, who was invited."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations.access import check_may_manage_people, is_last_administrator, may_end, may_invite
from organisations.actions import people as actions
from organisations.entries import answer_creation
from organisations.enums import Role, roles_for
from organisations.forms.people import InvitationForm
from organisations.inputs.named import fold
from organisations.models import Invitation, Membership, Organisation
from organisations.requests import WorkRequest


def membership_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Everyone who works here, by name, and the invitations that wait for an answer."""
    check_may_manage_people(membership)
    members = _members(membership)
    administrators = sum(member.role == Role.ADMINISTRATOR for member in members)
    context = {
        "members": members,
        # Nobody can lock the door behind the last administrator.
        "may_end_administrators": administrators > 1,
        "invitations": _waiting(membership),
        "now": request.now,
        "undo": undo_offer(request, membership),
    }
    return render(request, "organisations/membership_list.html", context)


def invitation_new(request: WorkRequest, membership: Membership, organisation: Any = None) -> HttpResponse:
    """Invite someone to the own organisation; the ministry's administrator, an administrator elsewhere."""
    check_may_manage_people(membership)
    where = _organisation(membership, organisation)
    roles = [role for role in roles_for(where.kind) if may_invite(membership, where, role)]
    form = InvitationForm(
        request.POST if request.method == "POST" else None, organisation=where, roles=roles, now=request.now
    )

    def page(status: int = 200) -> HttpResponse:
        context = {"form": form, "organisation": where, "elsewhere": where.pk != membership.organisation_id}
        return render(request, "organisations/invitation_new.html", context, status=status)

    if request.method != "POST":
        return page()
    return answer_creation(
        request,
        membership,
        form,
        kind="invitation",
        create=lambda logged_at: _invite(request, where, form),
        location=lambda _invitation: _back(membership, where),
        page=page,
    )


@require_POST
def membership_end(request: WorkRequest, membership: Membership, member: Any) -> HttpResponse:
    """End a membership; the list then offers to take it back. One's own last administrator stays."""
    ending = _member(membership, member)
    if not may_end(membership, ending) and is_last_administrator(ending):
        messages.warning(request, _("This is the last administrator. First invite someone else as administrator."))
        return redirect("organisations:membership-list", membership.uuid)
    actions.end(ending, by=membership, now=request.now)
    messages.success(request, _("%(name)s can no longer work here.") % {"name": ending.user.display_name})
    if ending.pk == membership.pk:
        return redirect("organisations:workplaces")
    return redirect(f"{_back(membership, ending.organisation)}?ended={ending.uuid}")


@require_POST
def membership_reopen(request: WorkRequest, membership: Membership, member: Any) -> HttpResponse:
    reopening = _member(membership, member)
    actions.reopen(reopening, by=membership)
    messages.success(request, _("%(name)s can work here again.") % {"name": reopening.user.display_name})
    return redirect(_back(membership, reopening.organisation))


@require_POST
def invitation_withdraw(request: WorkRequest, membership: Membership, invitation: Any) -> HttpResponse:
    withdrawing = _invitation(membership, invitation)
    actions.withdraw(withdrawing, by=membership, now=request.now)
    messages.success(request, _("The invitation has been withdrawn. Its link no longer works."))
    return redirect(f"{_back(membership, withdrawing.organisation)}?withdrawn={withdrawing.uuid}")


@require_POST
def invitation_restore(request: WorkRequest, membership: Membership, invitation: Any) -> HttpResponse:
    restoring = _invitation(membership, invitation)
    actions.restore(restoring, by=membership)
    messages.success(request, _("The invitation holds again."))
    return redirect(_back(membership, restoring.organisation))


@require_POST
def invitation_send(request: WorkRequest, membership: Membership, invitation: Any) -> HttpResponse:
    sending = _invitation(membership, invitation)
    try:
        actions.send_again(sending, by=membership, now=request.now)
    except actions.ClosedInvitationError:
        messages.warning(request, _("This invitation was used or withdrawn meanwhile. Invite the person anew."))
    else:
        _tell_whether_mailed(request, sending)
    return redirect(_back(membership, sending.organisation))


def _invite(request: WorkRequest, where: Organisation, form: InvitationForm) -> Invitation:
    email, role = form.cleaned_data["email"], form.cleaned_data["role"]
    invitation = actions.invite(by=request.membership, organisation=where, role=role, email=email, now=request.now)
    messages.success(request, _("You have invited %(email)s.") % {"email": email})
    return invitation


def _tell_whether_mailed(request: WorkRequest, invitation: Invitation) -> None:
    invitation.refresh_from_db(fields=["mailed_at"])
    if invitation.mailed_at:
        messages.success(request, _("The invitation was sent again. The link of the first mail no longer works."))
    else:
        messages.warning(request, _("The mail did not leave. Try again in a moment."))


def _members(membership: Membership) -> list[Membership]:
    """The own organisation's. Names are encrypted, so they are sorted here."""
    here = Membership.objects.visible_to(membership).active().filter(organisation=membership.organisation_id)
    return sorted(here.with_second_factor().select_related("user"), key=lambda m: fold(m.user.display_name))


def _waiting(membership: Membership) -> list[Invitation]:
    """Neither used nor withdrawn; those that have expired can still be sent again."""
    here = Invitation.objects.visible_to(membership).filter(organisation=membership.organisation_id)
    return list(here.filter(accepted_at=None, withdrawn_at=None))


def undo_offer(request: WorkRequest, membership: Membership) -> dict[str, str] | None:
    """What the banner offers after an end or a withdrawal: the row stands in the address."""
    for key, name in (("ended", "organisations:membership-reopen"), ("withdrawn", "organisations:invitation-restore")):
        if row := request.GET.get(key):
            try:
                return {"url": reverse(name, args=[membership.uuid, row]), "label": _("Undo")}
            except NoReverseMatch:
                return None
    return None


def _organisation(membership: Membership, uuid: Any) -> Organisation:
    if uuid is None:
        return membership.organisation
    return get_object_or_404(Organisation.objects.visible_to(membership), uuid=uuid)


def _member(membership: Membership, uuid: Any) -> Membership:
    return get_object_or_404(
        Membership.objects.visible_to(membership).select_related("user", "organisation"), uuid=uuid
    )


def _invitation(membership: Membership, uuid: Any) -> Invitation:
    return get_object_or_404(Invitation.objects.visible_to(membership).select_related("organisation"), uuid=uuid)


def _back(membership: Membership, organisation: Organisation) -> str:
    """The page that lists the person: the own people, or the organisation elsewhere."""
    if organisation.pk == membership.organisation_id:
        return reverse("organisations:membership-list", args=[membership.uuid])
    return reverse("organisations:organisation-detail", args=[membership.uuid, organisation.uuid])
