"""Every page opens for whoever may see it, and is not found for everyone else."""

import pytest

from config.testing.cast import address
from trajectories.enums import Outcome
from trajectories.models import Enrolment, Trajectory
from trajectories.tests.making import STAMPS, enrolled, make_contact

FOR_AMBASSADORS = (
    "today",
    "follow-up-list",
    "participant-new",
    "contact-list",
    "contact-new",
)
ABOUT_ONE = ("trajectory-edit", "status-new", "trial-new", "enrolment-new")
OUTSIDERS = ("guide", "ministry", "ministry_administrator", "administrator", "coordinator")


@pytest.fixture
def followed(trajectory, provider):
    """The trajectory, enrolled and with a contact."""
    Trajectory.objects.filter(pk=trajectory.pk).update(**enrolled(provider))
    Enrolment.objects.create(
        trajectory=trajectory,
        provider=provider,
        date=enrolled(provider)["m1_on"],
        for_working_year=2024,
        holidays_only=False,
        **STAMPS,
    )
    trajectory.refresh_from_db()
    assert trajectory.m1_outcome == Outcome.REACHED
    return trajectory


def addresses(cast, membership, trajectory) -> list[str]:
    contact = make_contact(cast.appointment, trajectory)
    enrolment = trajectory.enrolments.get()
    person = trajectory.participant
    return [
        *(address(membership, f"trajectories:{name}") for name in FOR_AMBASSADORS),
        *(address(membership, f"trajectories:{name}", trajectory) for name in ABOUT_ONE),
        *(address(membership, "trajectories:moment-edit", trajectory, moment) for moment in (1, 2, 3)),
        address(membership, "trajectories:enrolment-end", enrolment),
        address(membership, "trajectories:contact-correct", contact),
        *(
            address(membership, f"trajectories:{name}", person)
            for name in ("participant-detail", "participant-edit", "contact-details-edit", "trajectory-new")
        ),
    ]


def test_ambassador_opens_every_page(cast, client_for, followed):
    client = client_for(cast.ambassador)
    pages = addresses(cast, cast.ambassador, followed)
    pages += [
        address(cast.ambassador, "trajectories:trajectory-detail", followed),
        address(cast.ambassador, "trajectories:trajectory-list"),
        address(cast.ambassador, "trajectories:provider-list"),
        address(cast.ambassador, "trajectories:provider-new"),
        address(cast.ambassador, "trajectories:provider-edit", followed.m1_provider),
    ]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


@pytest.mark.parametrize("name", OUTSIDERS)
def test_nobody_else_finds_the_ambassadors_pages(cast, client_for, followed, name):
    membership = cast.memberships[name]
    client = client_for(membership)
    pages = addresses(cast, membership, followed)
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)
