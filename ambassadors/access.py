"""May this person do this with a project or its dossier: one check, two faces (may_ for buttons, check_may_ to act)."""

from ambassadors.models import Appointment, DossierRow, ProcessingAgreement, Project
from organisations.access import administers_programme, check
from organisations.enums import OrganisationKind, Role
from organisations.models import Membership, Organisation

# Who guides, follows or mediates has no project of its own.
WITHOUT_PROJECTS = (OrganisationKind.MINISTRY, OrganisationKind.GUIDANCE_PARTNER, OrganisationKind.INTERMEDIARY)


def may_edit_dossier(membership: Membership, project: Project) -> bool:
    """Open and fill in the dossier: the coordinators of the organisation that hires."""
    return membership.role == Role.COORDINATOR and membership.organisation_id == project.organisation_id


def check_may_edit_dossier(membership: Membership, project: Project) -> None:
    check(may_edit_dossier(membership, project))


def may_read_dossier(membership: Membership, project: Project) -> bool:
    """Of a project that this membership sees: who fills the dossier in, and the ambassadors."""
    return membership.role == Role.AMBASSADOR or may_edit_dossier(membership, project)


# What an ambassador brings back from outside (domain §1): the relations of the dossier that they may add to.
ON_THE_ROAD = ("talks", "lifeworld_contacts")


def may_add_row(membership: Membership, project: Project, relation: str) -> bool:
    """Of a project that this membership sees: who fills it in adds anything, an ambassador talks and contacts."""
    return may_edit_dossier(membership, project) or (
        membership.role == Role.AMBASSADOR and relation in ON_THE_ROAD and _works_on(membership, project)
    )


def check_may_add_row(membership: Membership, project: Project, relation: str) -> None:
    check(may_add_row(membership, project, relation))


def may_change_row(membership: Membership, project: Project, relation: str, row: DossierRow) -> bool:
    """An ambassador corrects what they added themselves."""
    own = getattr(row, "added_by_id", None) == membership.pk
    return may_edit_dossier(membership, project) or (own and may_add_row(membership, project, relation))


def check_may_change_row(membership: Membership, project: Project, relation: str, row: DossierRow) -> None:
    check(may_change_row(membership, project, relation, row))


def may_agree_to_goals(membership: Membership, project: Project) -> bool:
    """Goals are agreed with the ambassador: only they say so."""
    return membership.role == Role.AMBASSADOR and _works_on(membership, project)


def check_may_agree_to_goals(membership: Membership, project: Project) -> None:
    check(may_agree_to_goals(membership, project))


def _works_on(membership: Membership, project: Project) -> bool:
    """Whether this membership has an appointment on the project; that it runs today, `visible_to` has seen to."""
    return any(one.membership_id == membership.pk for one in project.appointments.all())


def may_see_costs(membership: Membership, project: Project) -> bool:
    """Who fills it in sees what it costs; an ambassador reads the dossier without (domain §1)."""
    return may_edit_dossier(membership, project)


def may_answer_advice(membership: Membership, project: Project) -> bool:
    """Say why one chooses otherwise than the instrument advises: who fills the dossier in."""
    return may_edit_dossier(membership, project)


def check_may_answer_advice(membership: Membership, project: Project) -> None:
    check(may_answer_advice(membership, project))


def may_keep_sources(membership: Membership) -> bool:
    """The list of sources is the whole programme's: the ministry's administrator keeps it."""
    return administers_programme(membership)


def check_may_keep_sources(membership: Membership) -> None:
    check(may_keep_sources(membership))


def may_see_projects(membership: Membership) -> bool:
    """Title pages are for everybody but the ministry, which reads totals only (domain §1)."""
    return membership.role != Role.MINISTRY


def check_may_see_projects(membership: Membership) -> None:
    check(may_see_projects(membership))


def may_make_project(membership: Membership) -> bool:
    """For the own organisation: its coordinators. For any: the ministry's administrator."""
    if administers_programme(membership):
        return True
    return membership.role == Role.COORDINATOR and membership.organisation.kind not in WITHOUT_PROJECTS


def check_may_make_project(membership: Membership, organisation: Organisation) -> None:
    own = membership.organisation_id == organisation.pk or administers_programme(membership)
    check(may_make_project(membership) and own and organisation.kind not in WITHOUT_PROJECTS)


def may_import_projects(membership: Membership) -> bool:
    """Administrators, for the own organisation; the ministry's, for any."""
    own = membership.role == Role.ADMINISTRATOR and membership.organisation.kind not in WITHOUT_PROJECTS
    return own or administers_programme(membership)


def may_import_project(membership: Membership, organisation: Organisation) -> bool:
    own = membership.organisation_id == organisation.pk or administers_programme(membership)
    return may_import_projects(membership) and own and organisation.kind not in WITHOUT_PROJECTS


def check_may_import_project(membership: Membership, organisation: Organisation) -> None:
    check(may_import_project(membership, organisation))


def may_edit_project(membership: Membership, project: Project) -> bool:
    own = membership.role == Role.COORDINATOR and membership.organisation_id == project.organisation_id
    return own or administers_programme(membership)


def check_may_edit_project(membership: Membership, project: Project) -> None:
    check(may_edit_project(membership, project))


def may_decide(membership: Membership) -> bool:
    """Record what was decided on recognition: the ministry's administrator (domain §1)."""
    return administers_programme(membership)


def check_may_decide(membership: Membership) -> None:
    check(may_decide(membership))


def may_appoint(membership: Membership, project: Project) -> bool:
    """Let someone work on a project, and so reach its children: only the coordinators who commission it."""
    return membership.role == Role.COORDINATOR and membership.organisation_id == project.organisation_id


def check_may_appoint(membership: Membership, project: Project) -> None:
    check(may_appoint(membership, project))


def may_change_appointment(membership: Membership, appointment: Appointment) -> bool:
    """Also the coordinators of an employer elsewhere: they know who is ill, or leaves."""
    theirs = membership.role == Role.COORDINATOR and membership.organisation_id == appointment.employer_id
    return theirs or may_appoint(membership, appointment.project)


def check_may_change_appointment(membership: Membership, appointment: Appointment) -> None:
    check(may_change_appointment(membership, appointment))


def agreement_of(appointment: Appointment) -> ProcessingAgreement | None:
    """What was agreed with the employer of this appointment, when that is another organisation."""
    agreements = appointment.project.agreements.all()
    return next((one for one in agreements if one.employer_id == appointment.employer_id), None)


def is_external(appointment: Appointment) -> bool:
    return appointment.employer_id != appointment.project.organisation_id


def may_enter_participants(appointment: Appointment) -> bool:
    """Real children only where it is on record who is responsible for their data (domain §2)."""
    return not is_external(appointment) or agreement_of(appointment) is not None


def check_may_enter_participants(appointment: Appointment) -> None:
    check(may_enter_participants(appointment))


def controller_of(appointment: Appointment) -> Organisation | None:
    """To whom the children belong that this ambassador records; None as long as no agreement says so."""
    if not is_external(appointment):
        return appointment.project.organisation
    agreement = agreement_of(appointment)
    return agreement.controller if agreement else None
