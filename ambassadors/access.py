"""May this person do this with a project or its dossier: one check, two faces (may_ for buttons, check_may_ to act)."""

from ambassadors.models import Project
from organisations.access import check
from organisations.enums import Role
from organisations.models import Membership


def may_edit_dossier(membership: Membership, project: Project) -> bool:
    """Open and fill in the dossier: the coordinators of the organisation that hires."""
    return membership.role == Role.COORDINATOR and membership.organisation_id == project.organisation_id


def check_may_edit_dossier(membership: Membership, project: Project) -> None:
    check(may_edit_dossier(membership, project))


def may_read_dossier(membership: Membership, project: Project) -> bool:
    """Of a project that this membership sees: who fills the dossier in, and the ambassadors."""
    return membership.role == Role.AMBASSADOR or may_edit_dossier(membership, project)


def may_see_costs(membership: Membership, project: Project) -> bool:
    """Who fills it in sees what it costs; an ambassador reads the dossier without (domain §1)."""
    return may_edit_dossier(membership, project)
