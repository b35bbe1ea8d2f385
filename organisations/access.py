"""May this person do this, on the ground floor. One check, two faces: may_ for a button, check_may_ for an action."""

from django.core.exceptions import PermissionDenied

from organisations.enums import Role, roles_for
from organisations.models import Membership, Organisation
from organisations.querysets import administers_programme

__all__ = [
    "administers_programme",
    "check_may_edit_organisation",
    "check_may_invite",
    "check_may_make_organisations",
    "may_edit_organisation",
    "may_invite",
    "may_make_organisations",
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
