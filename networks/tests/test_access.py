"""Who sees what of the learning networks."""

import pytest

from config.testing.cast import address
from networks.models import Attendance, Finding, NextStep, Session

READERS = ("guide", "ministry", "coordinator", "ambassador")
OTHERS = ("administrator", "ministry_administrator")


@pytest.mark.parametrize("who", READERS)
def test_sessions_and_published_findings_are_for_every_reader(cast, held, published, who):
    membership = cast.memberships[who]
    assert list(Session.objects.visible_to(membership)) == [held]
    assert published in Finding.objects.visible_to(membership)


@pytest.mark.parametrize("who", READERS[1:] + OTHERS)
def test_draft_is_for_the_guide_only(cast, draft, who):
    assert draft in Finding.objects.visible_to(cast.guide)
    assert draft not in Finding.objects.visible_to(cast.memberships[who])


@pytest.mark.parametrize("who", READERS[1:] + OTHERS)
def test_names_are_for_the_guide_only(cast, client_for, attendance, who):
    membership = cast.memberships[who]
    assert not Attendance.objects.visible_to(membership).exists()
    response = client_for(membership).get(address(membership, "networks:session-detail", attendance.session))
    assert b"Roos Geheim" not in response.content
    assert b"Vzw Zonder" not in response.content


def test_guide_reads_the_names(cast, client_for, attendance):
    response = client_for(cast.guide).get(address(cast.guide, "networks:session-detail", attendance.session))
    assert b"Roos Geheim" in response.content


@pytest.mark.parametrize("who", ["coordinator", "ambassador", *OTHERS])
def test_next_steps_are_for_guide_and_ministry(cast, client_for, step, who):
    membership = cast.memberships[who]
    assert not NextStep.objects.visible_to(membership).exists()
    assert client_for(membership).get(address(membership, "networks:next-step-list")).status_code == 403


@pytest.mark.parametrize("who", OTHERS)
def test_administrators_see_nothing(cast, client_for, held, who):
    membership = cast.memberships[who]
    browser = client_for(membership)
    assert browser.get(address(membership, "networks:session-list")).status_code == 403
    assert browser.get(address(membership, "networks:finding-list")).status_code == 403
    assert browser.get(address(membership, "networks:session-detail", held)).status_code == 404


@pytest.mark.parametrize("who", READERS[1:])
@pytest.mark.parametrize("name", ["networks:session-new", "networks:finding-new", "networks:next-step-new"])
def test_only_the_guide_adds(cast, client_for, who, name):
    membership = cast.memberships[who]
    browser = client_for(membership)
    assert browser.get(address(membership, name)).status_code == 403
    assert browser.post(address(membership, name), {}).status_code == 403


@pytest.mark.parametrize("who", READERS[1:])
def test_only_the_guide_changes(cast, client_for, held, published, who):
    membership = cast.memberships[who]
    browser = client_for(membership)
    assert browser.post(address(membership, "networks:session-edit", held), {}).status_code == 403
    assert browser.post(address(membership, "networks:finding-edit", published), {}).status_code == 403
    assert browser.post(address(membership, "networks:finding-withdraw", published)).status_code == 403
    published.refresh_from_db()
    assert published.is_published
