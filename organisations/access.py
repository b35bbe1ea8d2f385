"""May this person do this, on the ground floor. One check, two faces: may_ for a button, check_may_ for an action."""

from django.core.exceptions import PermissionDenied

from organisations.enums import Role, roles_for
from organisations.models import Invitation, Membership, Organisation
from organisations.querysets import administers_programme

__all__ = [
    "administers_programme",
    "check_may_edit_organisation",
    "check_may_end",
    "check_may_handle_invitation",
    "check_may_invite",
    "check_may_make_organisations",
    "check_may_manage_people",
    "check_may_reopen",
    "is_last_administrator",
    "may_edit_organisation",
    "may_end",
    "may_handle_invitation",
    "may_invite",
    "may_make_organisations",
    "may_manage_people",
    "may_reopen",
]


def check(allowed: bool) -> None:
    """Raise PermissionDenied unless allowed. The sentence for the person stands on the 403 page."""
    if not allowed:
        raise PermissionDenied


def may_make_organisations(membership: Membership) -> bool:
    return administers_programme(membership)


def check_may_make_organisations(membership: Membership) -> None:
    check(may_make_organisations(membership))


def may_edit_organisation(membership: Membership, organisation: Organisation) -> bool:
    own = membership.role == Role.ADMINISTRATOR and membership.organisation_id == organisation.pk
    return own or administers_programme(membership)


def check_may_edit_organisation(membership: Membership, organisation: Organisation) -> None:
    check(may_edit_organisation(membership, organisation))


def may_invite(membership: Membership, organisation: Organisation, role: str) -> bool:
    """An administrator invites into the own organisation; the ministry's also appoints administrators elsewhere."""
    if membership.role != Role.ADMINISTRATOR or role not in roles_for(organisation.kind):
        return False
    if membership.organisation_id == organisation.pk:
        return True
    return administers_programme(membership) and role == Role.ADMINISTRATOR


def check_may_invite(membership: Membership, organisation: Organisation, role: str) -> None:
    check(may_invite(membership, organisation, role))


def may_manage_people(membership: Membership) -> bool:
    """Open the pages on people: administrators only."""
    return membership.role == Role.ADMINISTRATOR


def check_may_manage_people(membership: Membership) -> None:
    check(may_manage_people(membership))


def may_handle_invitation(membership: Membership, invitation: Invitation) -> bool:
    """Withdraw it, or send it again: whoever may send it in the first place."""
    return may_invite(membership, invitation.organisation, invitation.role)


def check_may_handle_invitation(membership: Membership, invitation: Invitation) -> None:
    check(may_handle_invitation(membership, invitation))


def is_last_administrator(membership: Membership) -> bool:
    """Whether nobody else administers the organisation."""
    administrators = Membership.objects.active().filter(
        organisation=membership.organisation_id, role=Role.ADMINISTRATOR
    )
    return membership.role == Role.ADMINISTRATOR and not administrators.exclude(pk=membership.pk).exists()


def may_end(membership: Membership, other: Membership) -> bool:
    """An administrator ends memberships of the own organisation, never its last administrator's."""
    if membership.organisation_id == other.organisation_id and is_last_administrator(other):
        return False
    return may_reopen(membership, other)


def check_may_end(membership: Membership, other: Membership) -> None:
    check(may_end(membership, other))


def may_reopen(membership: Membership, other: Membership) -> bool:
    """The ministry's administrator also handles administrators elsewhere."""
    if membership.role != Role.ADMINISTRATOR:
        return False
    own = membership.organisation_id == other.organisation_id
    return own or (administers_programme(membership) and other.role == Role.ADMINISTRATOR)


def check_may_reopen(membership: Membership, other: Membership) -> None:
    check(may_reopen(membership, other))
