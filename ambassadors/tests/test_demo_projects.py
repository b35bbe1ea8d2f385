"""The invented projects: over five provinces, in every state, with twenty ambassadors."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from ambassadors import demo_projects
from ambassadors.access import controller_of, is_external, may_enter_participants
from ambassadors.enums import LifeState, RecognitionState
from ambassadors.models import Appointment, Project
from organisations import demo
from organisations.enums import Province

TODAY = date(2026, 11, 22)


@pytest.fixture
def projects(db) -> list[Project]:
    rng = Random(1)
    demo.fill(TODAY, rng)
    demo_projects.fill(TODAY, rng)
    return list(Project.objects.select_related("organisation__municipality").with_recognition(on=TODAY))


def test_fifteen_projects_lie_in_all_five_provinces(projects):
    assert len(projects) == 15
    assert {project.organisation.province for project in projects} == set(Province.values) - {Province.BRUSSELS}


def test_two_provinces_hold_three_recognised_projects(projects):
    recognised = Counter(p.organisation.province for p in projects if p.recognition == RecognitionState.RECOGNISED)
    assert sum(count >= 3 for count in recognised.values()) >= 2


def test_projects_that_were_not_retained_include_one_on_own_money(projects):
    refused = [project for project in projects if project.recognition == RecognitionState.NOT_RETAINED]
    assert len(refused) == 3
    assert [project.organisation.name for project in refused if project.life == LifeState.RUNNING] == [
        "Stad Oostende (demo)"
    ]


def test_one_employer_elsewhere_works_for_the_controller(projects):
    (external,) = [a for a in Appointment.objects.select_related("project__organisation") if is_external(a)]
    assert may_enter_participants(external)
    assert controller_of(external) == external.project.organisation


def test_twenty_ambassadors_one_duo_one_absent_one_in_two_places(projects):
    appointments = list(Appointment.objects.select_related("membership"))
    people = Counter(appointment.membership.user_id for appointment in appointments)
    assert (len(people), sorted(people.values())[-1]) == (20, 2)
    assert sum(appointment.is_absent(TODAY) for appointment in appointments) == 1
    duo = Appointment.objects.filter(project__title="Iedereen speelt mee")
    assert sorted(appointment.percentage for appointment in duo) == [30, 50]


def test_dates_lead_up_to_the_day_that_is_handed_in(projects):
    assert all(project.starts_on < TODAY for project in projects)
    assert all(project.ends_on < TODAY for project in projects if project.life == LifeState.ENDED)
    assert min(project.starts_on for project in projects) < date(2024, 9, 1)
