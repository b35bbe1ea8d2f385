"""Fifteen invented projects in five provinces, their recognition and the twenty ambassadors who work on them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ambassadors.enums import LifeState, Profile, RecognitionState, TargetGroup
from ambassadors.models import Appointment, ProcessingAgreement, Project, ProjectTargetGroup, Recognition
from organisations.demo import EXTERNAL_EMPLOYER, address, drawn_uuid, named
from organisations.models import Membership, Municipality, Organisation

MONTH = timedelta(days=30)
GROUP, LIFE, RECOGNITION = TargetGroup, LifeState, RecognitionState


@dataclass(frozen=True)
class Plan:
    """One project: the start of its organisation's name, and how it stands."""

    organisation: str
    title: str
    area: tuple[str, ...]
    groups: tuple[TargetGroup, ...]
    recognition: RecognitionState = RECOGNITION.RECOGNISED
    life: LifeState = LIFE.RUNNING
    months_ago: int = 30
    co_applicants: tuple[str, ...] = ()
    # (log-in, percentage, profile)
    ambassadors: tuple[tuple[str, int, Profile], ...] = field(default=())


PLANS = (
    Plan(
        "Stad Mechelen",
        "Iedereen speelt mee",
        ("Mechelen",),
        (GROUP.CHILDREN, GROUP.NEWCOMERS, GROUP.POVERTY),
        co_applicants=("Sociaal Huis Voorbeeld",),
        ambassadors=(("ambassador", 50, Profile.GUIDE), ("ambassador.02", 30, Profile.YOUTH_WORK_SUPPORTER)),
    ),
    Plan(
        "Stad Turnhout",
        "Vrije tijd voor elk",
        ("Turnhout", "Oud-Turnhout"),
        (GROUP.TEENAGERS, GROUP.YOUNG_PEOPLE),
        ambassadors=(("ambassador.03", 100, Profile.GUIDE), ("ambassador.04", 50, Profile.GROUP_WORKER)),
    ),
    Plan(
        "Gemeente Heist-op-den-Berg",
        "De brug naar de club",
        ("Heist-op-den-Berg",),
        (GROUP.CHILDREN,),
        months_ago=28,
        ambassadors=(("ambassador.05", 50, Profile.GUIDE),),
    ),
    Plan(
        "Stad Sint-Niklaas",
        "Tieners aan zet",
        ("Sint-Niklaas",),
        (GROUP.TEENAGERS, GROUP.POVERTY),
        ambassadors=(("ambassador.06", 80, Profile.GUIDE), ("ambassador.07", 80, Profile.BOTTOM_UP_WORKER)),
    ),
    Plan(
        "Stad Aalst",
        "Samen naar buiten",
        ("Aalst",),
        (GROUP.CHILDREN, GROUP.NEWCOMERS),
        ambassadors=(("ambassador.08", 100, Profile.GUIDE), ("ambassador.09", 60, Profile.NETWORK_BROKER)),
    ),
    Plan(
        "Stad Gent",
        "Nieuw in de stad, thuis in de club",
        ("Gent",),
        (GROUP.NEWCOMERS, GROUP.YOUNG_PEOPLE),
        ambassadors=(("ambassador.10", 100, Profile.GUIDE), ("ambassador.11", 80, Profile.GUIDE)),
    ),
    Plan(
        "Stad Kortrijk",
        "Sterke clubs, open deuren",
        ("Kortrijk", "Kuurne"),
        (GROUP.CHILDREN, GROUP.DISABILITY),
        ambassadors=(("ambassador.12", 80, Profile.YOUTH_WORK_SUPPORTER), ("ambassador.13", 50, Profile.GUIDE)),
    ),
    Plan(
        "Stad Oostende",
        "Zee van tijd",
        ("Oostende",),
        (GROUP.TEENAGERS,),
        recognition=RECOGNITION.NOT_RETAINED,
        months_ago=26,
        ambassadors=(("ambassador.14", 50, Profile.GUIDE),),
    ),
    Plan(
        "Gemeente Asse",
        "Klein maar dichtbij",
        ("Asse",),
        (GROUP.CHILDREN, GROUP.POVERTY),
        months_ago=24,
        ambassadors=(("ambassador.15", 80, Profile.GUIDE),),
    ),
    Plan(
        "Stad Leuven",
        "Buurt in beweging",
        ("Leuven",),
        (GROUP.CHILDREN, GROUP.TEENAGERS),
        ambassadors=(
            ("ambassador.16", 100, Profile.GUIDE),
            ("ambassador.17", 50, Profile.GROUP_WORKER),
            ("ambassador.05", 50, Profile.GUIDE),
        ),
    ),
    Plan(
        "Stad Tienen",
        "Kansen in de vrije tijd",
        ("Tienen",),
        (GROUP.POVERTY,),
        recognition=RECOGNITION.NOT_RETAINED,
        life=LIFE.ENDED,
    ),
    Plan(
        "Stad Genk",
        "Van straat naar sportveld",
        ("Genk",),
        (GROUP.YOUNG_PEOPLE, GROUP.NEWCOMERS),
        ambassadors=(("ambassador.18", 100, Profile.GUIDE), ("ambassador.19", 80, Profile.GUIDE)),
    ),
    Plan(
        "Stad Beringen",
        "Allemaal aan boord",
        ("Beringen",),
        (GROUP.CHILDREN, GROUP.OTHER),
        recognition=RECOGNITION.NOT_RETAINED,
        life=LIFE.PREPARATION,
        months_ago=8,
    ),
    Plan(
        "Jeugdhuis De Proef",
        "Jongeren kiezen zelf",
        ("Roeselare",),
        (GROUP.YOUNG_PEOPLE,),
        recognition=RECOGNITION.APPLIED,
        life=LIFE.PREPARATION,
        months_ago=2,
    ),
    Plan(
        "Speelplein Overal",
        "Speelweken voor iedereen",
        ("Deinze", "Nazareth-De Pinte"),
        (GROUP.CHILDREN,),
        life=LIFE.ENDED,
        ambassadors=(("ambassador.20", 50, Profile.GROUP_WORKER),),
    ),
)
ABSENT = "ambassador.13"
OTHER_GROUP = "kinderen van wie de ouders in ploegen werken"
MANDATE = "Spreekt partners aan in naam van het bestuur en beslist zelf over het werkingsbudget tot € 250."


def fill(today: date, rng: Random) -> None:
    """Make the projects and all that hangs on them. Needs `organisations.demo.fill`."""
    organisations = list(Organisation.objects.all())
    municipalities = {m.name: m for m in Municipality.objects.current()}
    for plan in PLANS:
        project = make_project(plan, named(organisations, plan.organisation), today, rng)
        project.working_area.set(municipalities[name] for name in plan.area)
        project.co_applicants.set(named(organisations, name) for name in plan.co_applicants)
        make_target_groups(project, plan)
        make_recognitions(project, plan)
    make_appointments(organisations, today, rng)
    make_agreement(organisations, rng)


def make_project(plan: Plan, organisation: Organisation, today: date, rng: Random) -> Project:
    starts_on = (today - plan.months_ago * MONTH).replace(day=1)
    return Project.objects.create(
        uuid=drawn_uuid(rng),
        organisation=organisation,
        title=plan.title,
        starts_on=starts_on,
        ends_on=today - 4 * MONTH if plan.life == LIFE.ENDED else None,
        life=plan.life,
    )


def make_target_groups(project: Project, plan: Plan) -> None:
    ProjectTargetGroup.objects.bulk_create(
        ProjectTargetGroup(project=project, group=group, other=OTHER_GROUP if group == GROUP.OTHER else "")
        for group in plan.groups
    )


def make_recognitions(project: Project, plan: Plan) -> None:
    """Everyone applied four months before the start; most heard the answer two months later."""
    Recognition.objects.create(project=project, state=RECOGNITION.APPLIED, decided_on=project.starts_on - 4 * MONTH)
    if plan.recognition != RECOGNITION.APPLIED:
        Recognition.objects.create(project=project, state=plan.recognition, decided_on=project.starts_on - 2 * MONTH)


def make_appointments(organisations: list[Organisation], today: date, rng: Random) -> None:
    memberships = {(m.user.email, m.organisation_id): m for m in Membership.objects.select_related("user")}
    employer_elsewhere = named(organisations, EXTERNAL_EMPLOYER)
    projects = {project.title: project for project in Project.objects.select_related("organisation")}
    for plan in PLANS:
        project = projects[plan.title]
        for log_in, percentage, profile in plan.ambassadors:
            own = memberships.get((address(log_in), project.organisation_id))
            Appointment.objects.create(
                uuid=drawn_uuid(rng),
                membership=own or memberships[address(log_in), employer_elsewhere.pk],
                project=project,
                employer=project.organisation if own else employer_elsewhere,
                percentage=percentage,
                profile=profile,
                service="Dienst Jeugd",
                mandate=MANDATE,
                starts_on=project.starts_on,
                ends_on=project.ends_on,
                absent_from=today - MONTH if log_in == ABSENT else None,
            )


def make_agreement(organisations: list[Organisation], rng: Random) -> None:
    """The municipality that commissions is the controller; the employer elsewhere works with the data for it."""
    employer = named(organisations, EXTERNAL_EMPLOYER)
    project = Project.objects.get(appointments__employer=employer)
    ProcessingAgreement.objects.create(
        uuid=drawn_uuid(rng),
        project=project,
        employer=employer,
        controller=project.organisation,
        processor=employer,
        agreed_on=project.starts_on - MONTH,
        reference="Overeenkomst demo 1, dienst Jeugd",
    )
