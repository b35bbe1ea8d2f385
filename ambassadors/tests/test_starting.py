"""A dossier that starts from nothing, from the worked example, or from an earlier one."""

from datetime import date

import pytest

from ambassadors.advice import Level
from ambassadors.contents import content_of
from ambassadors.example import worked_example
from ambassadors.models import HiringFile
from ambassadors.tests.conftest import fetched, fill_in
from ambassadors.tests.contents import CONTENTS
from config.testing.cast import address
from organisations.models import AuditEvent

TODAY = date(2026, 11, 22)


@pytest.fixture
def start(cast, client_for):
    client = client_for(cast.coordinator)

    def opened(project, **typed):
        return client.post(address(cast.coordinator, "ambassadors:dossier-open", project), typed)

    return opened


def test_unsaid_is_blank(cast, start):
    assert start(cast.project).status_code == 302
    hiring_file = fetched(cast.project)
    assert hiring_file.started_from == "blank"
    assert {step.state for step in hiring_file.steps.all()} == {"todo"}


def test_the_example_fills_every_step_and_leaves_all_of_them_open(cast, start):
    start(cast.project, start="example")
    hiring_file = fetched(cast.project)
    assert {step.state for step in hiring_file.steps.all()} == {"busy"}
    assert [step.version for step in hiring_file.steps.all()] == [2] * 6
    said = [advice for advice in hiring_file.all_advice if advice.level == Level.MISSING]
    assert [advice.rule for advice in said] == ["no-success-agreement"]
    assert AuditEvent.objects.filter(verb="changed").count() == 6


def test_the_example_answers_every_question_that_holds(cast):
    blank = {
        f"{number.value} {name}"
        for number, content in worked_example(TODAY).items()
        for name, value in content.answers.items()
        if value in ("", None, [])
    }
    assert blank == set()


def test_an_earlier_dossier_gives_its_thinking_and_none_of_its_agreements(cast, start, second_project):
    start(cast.project)
    fill_in(cast.project, cast.coordinator)
    earlier = fetched(cast.project)
    assert start(second_project, start="earlier", earlier=str(earlier.uuid)).status_code == 302
    strategy = content_of(fetched(second_project).step(3))
    assert strategy.answers == CONTENTS[3].answers
    assert {(row["name"], row["engagement"], row["engagement_on"]) for row in strategy.rows["needed_partners"]} == {
        ("Jeugdhuis De Kade", "not_asked", None),
        ("OCMW Eigen", "not_asked", None),
    }
    left = {5: "support_meetings", 6: "follow_ups"}
    assert [content_of(fetched(second_project).step(number)).rows[name] for number, name in left.items()] == [[], []]
    before = {row["uuid"] for row in content_of(earlier.step(3)).rows["needed_partners"]}
    assert before.isdisjoint(row["uuid"] for row in strategy.rows["needed_partners"])


def test_nobody_starts_from_a_dossier_of_others(cast, start, second_project, open_for):
    theirs = open_for(cast.other_project, cast.other_coordinator)
    response = start(second_project, start="earlier", earlier=str(theirs.uuid))
    assert response.status_code == 422
    assert not HiringFile.objects.filter(project=second_project).exists()


def test_an_earlier_dossier_has_to_be_picked(cast, start, second_project):
    start(cast.project)
    response = start(second_project, start="earlier")
    assert "Kies het dossier waarvan je begint." in response.content.decode()


def test_opening_again_changes_nothing(cast, start):
    start(cast.project)
    start(cast.project, start="example")
    assert {step.version for step in fetched(cast.project).steps.all()} == {1}
