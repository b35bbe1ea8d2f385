"""The invented dossiers: each in another stage, all of them possible."""

from datetime import date, datetime, time
from random import Random

import pytest
from django.utils import timezone

from ambassadors import demo_dossier, demo_projects
from ambassadors.documents import hiring_file_document
from ambassadors.models import HiringFile, Project
from organisations import demo

TODAY = date(2026, 11, 22)


@pytest.fixture
def dossiers(db):
    rng = Random(1)
    for fill in (demo.fill, demo_projects.fill, demo_dossier.fill):
        fill(TODAY, rng)
    return list(HiringFile.objects.with_answers())


def test_demo_shows_every_stage_of_a_dossier(dossiers):
    ready = [len(dossier.ready_steps) for dossier in dossiers]
    assert {0, 1, 3, 4, 5, 6} <= set(ready)
    assert Project.objects.filter(hiring_file=None).count() == 1
    assert any(len(dossier.staffing.all()) == 2 for dossier in dossiers if len(dossier.ready_steps) == 6)


def test_demo_lies_in_the_past_and_lets_every_level_of_advice_speak(dossiers):
    end = datetime.combine(TODAY, time(0), timezone.get_default_timezone())
    saved = [step.updated_at for dossier in dossiers for step in dossier.steps.all() if step.updated_at]
    assert max(saved) < end
    said = {one["level"] for dossier in dossiers for step in document(dossier)["steps"] for one in step["advice"]}
    assert said == {"missing", "caution", "hint", "good"}


def test_demo_has_numbers_for_a_year_within_what_is_possible(dossiers):
    """The first one too: it is where whoever tries it out begins."""
    filled = [dossier for dossier in dossiers if dossier.goals.all()]
    assert min(dossiers, key=lambda dossier: dossier.project_id) in filled
    assert all(0 < dossier.goals_answers.yearly_guided < dossier.goals_answers.yearly_started for dossier in filled)
    said = {advice.rule for dossier in filled for advice in dossier.all_advice}
    assert not {"started-above-capacity", "guided-above-capacity"} & said


def document(dossier):
    return hiring_file_document(dossier, with_costs=True)
