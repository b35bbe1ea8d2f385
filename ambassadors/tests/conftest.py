"""A dossier on the project of the cast, and ways to fill it in."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from ambassadors.actions.dossier import open_hiring_file, save_step
from ambassadors.models import HiringFile, Project
from ambassadors.tests.contents import CONTENTS

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=ZoneInfo("Europe/Brussels"))


def fetched(project):
    """The dossier of a project as a page fetches it."""
    return HiringFile.objects.with_answers().get(project=project)


def fill_in(project, by, contents=CONTENTS):
    """Save steps one by one, as a person would. Returns the dossier as it stands then."""
    hiring_file = fetched(project)
    for number, content in contents.items():
        step = hiring_file.step(number)
        save_step(step=step, version=step.version, content=content, by=by, now=NOW)
    return fetched(project)


@pytest.fixture
def hiring_file(cast):
    """Opened, with nothing in it yet."""
    open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    return fetched(cast.project)


@pytest.fixture
def second_project(cast):
    """Another project of the same organisation, without a dossier."""
    return Project.objects.create(organisation=cast.organisation, title="Tweede project", starts_on=NOW.date())


@pytest.fixture
def open_for():
    """`open_for(project, member)`: a blank dossier of somebody else."""
    return lambda project, member: open_hiring_file(project=project, by=member, now=NOW)


@pytest.fixture
def full_hiring_file(cast, hiring_file):
    """Every question answered, no step ready."""
    return fill_in(cast.project, cast.coordinator)
