"""The named cast: one set of people, organisations and projects that every test can read at a glance.

    def test_list_hides_foreign_projects(cast, client_for):
        response = client_for(cast.coordinator).get(address(cast.coordinator, "ambassadors:project-list"))

`cast.organisation` hires `cast.ambassador` itself on `cast.project`. It also commissions `cast.external_project`, for
which `cast.employer` hires `cast.external_ambassador` and is controller under `cast.agreement`. `cast.other_…` are
strangers to both. Outside all of them stand the guide, the ministry and its administrator.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from ambassadors.enums import LifeState, RecognitionState
from ambassadors.models import Appointment, ProcessingAgreement, Project, Recognition
from organisations.enums import OrganisationKind, Role
from organisations.models import Membership, Municipality, Organisation, User

PASSWORD = "cast-cast-cast"
FIRST_DAY = date(2024, 9, 1)

ClientFor = Callable[[Membership], Client]


@dataclass(frozen=True)
class Cast:
    organisation: Organisation
    other_organisation: Organisation
    employer: Organisation
    guidance_partner: Organisation
    department: Organisation

    coordinator: Membership
    ambassador: Membership
    colleague: Membership
    administrator: Membership
    other_coordinator: Membership
    other_ambassador: Membership
    other_administrator: Membership
    external_coordinator: Membership
    external_ambassador: Membership
    external_administrator: Membership
    guide: Membership
    ministry: Membership
    ministry_administrator: Membership

    project: Project
    other_project: Project
    external_project: Project
    agreement: ProcessingAgreement
    appointment: Appointment
    colleague_appointment: Appointment
    other_appointment: Appointment
    external_appointment: Appointment

    @property
    def memberships(self) -> dict[str, Membership]:
        """Everyone, by name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Membership)}


# name on the cast: (name, role, organisation on the cast)
PEOPLE = {
    "coordinator": ("Coördinator Eigen", Role.COORDINATOR, "organisation"),
    "ambassador": ("Ambassadeur Eigen", Role.AMBASSADOR, "organisation"),
    "colleague": ("Ambassadeur Collega", Role.AMBASSADOR, "organisation"),
    "administrator": ("Beheerder Eigen", Role.ADMINISTRATOR, "organisation"),
    "other_coordinator": ("Coördinator Ander", Role.COORDINATOR, "other_organisation"),
    "other_ambassador": ("Ambassadeur Ander", Role.AMBASSADOR, "other_organisation"),
    "other_administrator": ("Beheerder Ander", Role.ADMINISTRATOR, "other_organisation"),
    "external_coordinator": ("Coördinator Extern", Role.COORDINATOR, "employer"),
    "external_ambassador": ("Ambassadeur Extern", Role.AMBASSADOR, "employer"),
    "external_administrator": ("Beheerder Extern", Role.ADMINISTRATOR, "employer"),
    "guide": ("Begeleider", Role.GUIDE, "guidance_partner"),
    "ministry": ("Medewerker Ministerie", Role.MINISTRY, "department"),
    "ministry_administrator": ("Beheerder Ministerie", Role.ADMINISTRATOR, "department"),
}


@pytest.fixture
def cast(db: None) -> Cast:
    """Everyone and everything, with a log-in each (`<name>@cast.example`, PASSWORD)."""
    organisations = make_organisations()
    memberships = make_memberships(organisations)
    projects = make_projects(organisations)
    return Cast(**organisations, **memberships, **projects, **make_appointments(organisations, memberships, projects))


@pytest.fixture
def client_for() -> ClientFor:
    """A browser in which the person of a membership has logged in."""

    def log_in(membership: Membership) -> Client:
        client = Client()
        client.force_login(membership.user)
        return client

    return log_in


def address(membership: Membership, name: str, *rows: Any) -> str:
    """The address of a page as this membership sees it; `rows` are models with a `uuid`, or plain values, in order."""
    return reverse(name, args=[membership.uuid, *(getattr(row, "uuid", row) for row in rows)])


def make_organisations() -> dict[str, Organisation]:
    places = {m.nis_code: m for m in Municipality.objects.current().filter(nis_code__in=("41002", "71016", "23025"))}
    local = OrganisationKind.LOCAL_GOVERNMENT
    rows = {
        "organisation": Organisation(name="Stad Eigen", kind=local, municipality=places["41002"]),
        "other_organisation": Organisation(name="Gemeente Ander", kind=local, municipality=places["71016"]),
        "employer": Organisation(
            name="Vzw Extern", kind=OrganisationKind.EXTERNAL_PARTNER, municipality=places["23025"]
        ),
        "guidance_partner": Organisation(name="Hogeschool", kind=OrganisationKind.GUIDANCE_PARTNER),
        "department": Organisation(name="Departement", kind=OrganisationKind.MINISTRY, in_brussels=True),
    }
    for row in rows.values():
        row.save()
    return rows


def make_memberships(organisations: dict[str, Organisation]) -> dict[str, Membership]:
    password = make_password(PASSWORD)
    rows = {}
    for key, (name, role, organisation) in PEOPLE.items():
        user = User.objects.create(email=f"{key}@cast.example", name=name, password=password)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        rows[key] = Membership.objects.create(user=user, organisation=organisations[organisation], role=role)
    return rows


def make_projects(organisations: dict[str, Organisation]) -> dict[str, Project]:
    rows = {}
    for key, title, organisation in (
        ("project", "Project Eigen", "organisation"),
        ("other_project", "Project Ander", "other_organisation"),
        ("external_project", "Project Extern", "organisation"),
    ):
        owner = organisations[organisation]
        rows[key] = project = Project.objects.create(
            organisation=owner, title=title, starts_on=FIRST_DAY, life=LifeState.RUNNING
        )
        project.working_area.add(owner.municipality_id)
        Recognition.objects.create(project=project, state=RecognitionState.RECOGNISED, decided_on=FIRST_DAY)
    return rows


def make_appointments(
    organisations: dict[str, Organisation], memberships: dict[str, Membership], projects: dict[str, Project]
) -> dict[str, Any]:
    """Everybody works half time since the first day; the external employer is controller."""

    def appoint(ambassador: str, project: str, employer: str) -> Appointment:
        return Appointment.objects.create(
            membership=memberships[ambassador],
            project=projects[project],
            employer=organisations[employer],
            percentage=50,
            starts_on=FIRST_DAY,
        )

    return {
        "agreement": ProcessingAgreement.objects.create(
            project=projects["external_project"],
            employer=organisations["employer"],
            controller=organisations["employer"],
            agreed_on=FIRST_DAY,
            reference="Overeenkomst 1",
        ),
        "appointment": appoint("ambassador", "project", "organisation"),
        "colleague_appointment": appoint("colleague", "project", "organisation"),
        "other_appointment": appoint("other_ambassador", "other_project", "other_organisation"),
        "external_appointment": appoint("external_ambassador", "external_project", "employer"),
    }
