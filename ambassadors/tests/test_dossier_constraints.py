"""States that cannot be: the database refuses them, whoever asks."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ambassadors.models import (
    BudgetAnswers,
    ChosenStrategy,
    Funding,
    HiringFile,
    NeededPartner,
    OperatingCost,
    Staffing,
    Step,
    StrategyAnswers,
    WantedProfile,
)
from ambassadors.tests.conftest import NOW

DAY = date(2026, 11, 1)
ROWS = [
    (Staffing, {"percentage": 0}),
    (Staffing, {"percentage": 101}),
    (Staffing, {"cost": -1}),
    (OperatingCost, {"amount": -1}),
    (Funding, {"amount": -1}),
    (NeededPartner, {"engagement": "signed"}),
    (NeededPartner, {"engagement": "not_asked", "engagement_on": DAY}),
    (NeededPartner, {"engagement": "perhaps", "engagement_on": DAY}),
    (WantedProfile, {"profile": "guide", "other": "Theatermaker"}),
    (Step, {"number": 7}),
    (Step, {"number": 3}),
]
STEPS = [
    {"state": "ready"},
    {"state": "busy", "ready_at": NOW},
    {"state": "done"},
    {"updated_at": NOW},
]
BUDGETS = [
    {"months": 12},
    {"months": 12, "term": "open_ended"},
    {"months": 0, "term": "months"},
    {"initiator_other": "Vzw", "initiator": "local_government"},
]


def refused(save):
    with pytest.raises(IntegrityError), transaction.atomic():
        save()
    return True


@pytest.mark.parametrize(("model", "values"), ROWS)
def test_impossible_row_is_refused(hiring_file, model, values):
    assert refused(lambda: model.objects.create(hiring_file=hiring_file, **values))


@pytest.mark.parametrize("values", STEPS)
def test_impossible_step_is_refused(hiring_file, values):
    assert refused(lambda: Step.objects.filter(hiring_file=hiring_file, number=1).update(**values))


@pytest.mark.parametrize("values", BUDGETS)
def test_impossible_budget_is_refused(hiring_file, values):
    assert refused(lambda: BudgetAnswers.objects.filter(hiring_file=hiring_file).update(**values))


def test_strategy_is_chosen_once(hiring_file):
    ChosenStrategy.objects.create(hiring_file=hiring_file, strategy="structural")
    assert refused(lambda: ChosenStrategy.objects.create(hiring_file=hiring_file, strategy="structural"))


def test_project_has_one_dossier(cast, hiring_file):
    assert refused(lambda: HiringFile.objects.create(project=cast.project, opened_at=NOW, opened_by=cast.coordinator))


@pytest.mark.parametrize("model", [StrategyAnswers, BudgetAnswers])
def test_dossier_has_one_set_of_answers(hiring_file, model):
    assert refused(lambda: model.objects.create(hiring_file=hiring_file))


def test_notes_and_names_are_encrypted_in_the_database(full_hiring_file):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM ambassadors_step UNION ALL SELECT name FROM ambassadors_neededpartner")
        stored = " ".join(row[0] for row in cursor.fetchall())
    assert "Nota" not in stored
    assert "Kade" not in stored
