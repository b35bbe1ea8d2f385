"""May this person do this. One check, two faces: may_ for the button, check_may_ for the action."""

from organisations.access import check
from organisations.enums import Role
from organisations.models import Membership

NEXT_STEP_READERS = (Role.GUIDE, Role.MINISTRY)
READERS = (Role.GUIDE, Role.MINISTRY, Role.COORDINATOR, Role.AMBASSADOR)


def may_edit(membership: Membership) -> bool:
    """The guidance partner keeps the learning networks: sessions, who came, findings, next steps."""
    return membership.has_role(Role.GUIDE)


def check_may_edit(membership: Membership) -> None:
    check(may_edit(membership))


def may_read(membership: Membership) -> bool:
    """Sessions and published findings."""
    return membership.has_role(*READERS)


def check_may_read(membership: Membership) -> None:
    check(may_read(membership))


def may_read_next_steps(membership: Membership) -> bool:
    return membership.has_role(*NEXT_STEP_READERS)


def check_may_read_next_steps(membership: Membership) -> None:
    check(may_read_next_steps(membership))
