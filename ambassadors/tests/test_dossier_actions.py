"""Opening, saving and reopening: what changes, who may, what the audit trail keeps."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from ambassadors.actions.dossier import StepContent, open_hiring_file, reopen_step, save_step
from ambassadors.instrument import StepState
from ambassadors.models import HiringFile, NeededPartner, Step
from ambassadors.tests.conftest import BUDGET, CONTENTS, NOW, STRATEGY, fetched, fill_in
from organisations.models import AuditEvent, StaleVersionError


def save(cast, content, number=3, version=None, by=None):
    step = fetched(cast.project).step(number)
    version = version or step.version
    return save_step(step=step, version=version, content=content, by=by or cast.coordinator, now=NOW)


def test_opening_makes_six_steps_that_are_to_do(cast, hiring_file):
    assert [(step.number, step.state) for step in hiring_file.steps.all()] == [(n, "todo") for n in range(1, 7)]
    assert hiring_file.opened_by == cast.coordinator


def test_opening_twice_opens_the_same_dossier(cast, hiring_file):
    again = open_hiring_file(project=cast.project, by=cast.coordinator, now=NOW)
    assert again == hiring_file
    assert Step.objects.count() == 6
    assert AuditEvent.objects.filter(subject=hiring_file.uuid).count() == 1


@pytest.mark.parametrize("who", ["ambassador", "administrator", "other_coordinator", "external_coordinator", "guide"])
def test_only_the_coordinator_of_the_project_acts(cast, hiring_file, who):
    stranger = getattr(cast, who)
    with pytest.raises(PermissionDenied):
        open_hiring_file(project=cast.external_project, by=stranger, now=NOW)
    with pytest.raises(PermissionDenied):
        save(cast, StepContent(note="x"), number=1, by=stranger)
    with pytest.raises(PermissionDenied):
        reopen_step(step=hiring_file.step(1), version=1, by=stranger, now=NOW)
    assert HiringFile.objects.count() == 1


@pytest.mark.parametrize("number", CONTENTS)
def test_step_keeps_everything_that_was_saved(cast, hiring_file, number):
    content = CONTENTS[number]
    save(cast, content, number)
    step = fetched(cast.project).step(number)
    assert step.note == content.note
    assert (step.version, step.updated_at, step.updated_by) == (2, NOW, cast.coordinator)
    assert {name: getattr(step.answers, name) for name in content.answers} == content.answers
    for relation, rows in content.rows.items():
        saved = getattr(step.hiring_file, relation).all()
        assert [{name: getattr(row, name) for name in rows[0]} for row in saved] == rows


def test_saving_the_same_again_changes_nothing(cast, full_hiring_file):
    before = AuditEvent.objects.count()
    for number, content in CONTENTS.items():
        assert save(cast, content, number) == []
    assert AuditEvent.objects.count() == before
    assert set(Step.objects.values_list("version", flat=True)) == {2}


def test_step_is_busy_once_something_stands_in_it_and_to_do_when_it_is_emptied(cast, hiring_file):
    save(cast, StepContent(note="Begin"), number=1)
    assert fetched(cast.project).step(1).state == StepState.BUSY
    save(cast, StepContent(note="  "), number=1)
    assert fetched(cast.project).step(1).state == StepState.TODO


def test_ready_keeps_its_first_moment_until_it_is_reopened(cast, hiring_file):
    save(cast, StepContent(note="Klaar", is_ready=True), number=1)
    later = NOW.replace(hour=16)
    step = fetched(cast.project).step(1)
    content = StepContent(note="Nog iets", is_ready=True)
    save_step(step=step, version=step.version, content=content, by=cast.coordinator, now=later)
    step = fetched(cast.project).step(1)
    assert (step.ready_at, step.ready_by, step.updated_at) == (NOW, cast.coordinator, later)
    reopen_step(step=step, version=step.version, by=cast.coordinator, now=later)
    step = fetched(cast.project).step(1)
    assert (step.state, step.ready_at, step.ready_by) == (StepState.BUSY, None, None)


def test_empty_step_may_be_ready(cast, hiring_file):
    save(cast, StepContent(is_ready=True), number=5)
    assert fetched(cast.project).step(5).is_ready


def test_stale_version_saves_nothing_at_all(cast, hiring_file):
    save(cast, STRATEGY)
    other = replace(STRATEGY, note="Anders", rows=STRATEGY.rows | {"needed_partners": []})
    with pytest.raises(StaleVersionError):
        save(cast, other, version=1)
    assert fetched(cast.project).step(3).note == "Nota drie"
    assert NeededPartner.objects.count() == 2


def test_stale_version_reopens_nothing(cast, hiring_file):
    save(cast, StepContent(is_ready=True), number=1)
    with pytest.raises(StaleVersionError):
        reopen_step(step=fetched(cast.project).step(1), version=1, by=cast.coordinator, now=NOW)
    assert fetched(cast.project).step(1).is_ready


def test_two_steps_do_not_stand_in_each_others_way(cast, hiring_file):
    first, second = fetched(cast.project).step(3), fetched(cast.project).step(4)
    save_step(step=first, version=1, content=STRATEGY, by=cast.coordinator, now=NOW)
    save_step(step=second, version=1, content=BUDGET, by=cast.coordinator, now=NOW)
    assert {step.state for step in (fetched(cast.project).step(3), fetched(cast.project).step(4))} == {"busy"}


def test_audit_trail_holds_names_of_fields_and_never_values(cast, full_hiring_file):
    step = full_hiring_file.step(4)
    event = AuditEvent.objects.get(subject=step.uuid)
    said = {name for name, value in BUDGET.answers.items() if value}
    assert event.fields == sorted({*said, *BUDGET.rows, "note", "state"})
    assert event.membership == cast.coordinator
    assert event.organisation == cast.organisation


def test_trail_names_only_what_changed(cast, full_hiring_file):
    rows = BUDGET.rows | {"funding": BUDGET.rows["funding"][:1]}
    changed = save(cast, replace(BUDGET, rows=rows, answers=BUDGET.answers | {"months": 48}), number=4)
    assert changed == ["funding", "months"]


def test_workers_are_named_once_per_step_the_last_one_first(cast, hiring_file):
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="a")})
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="b"), 2: StepContent(note="c")})
    workers = fetched(cast.project).workers()
    assert [worker.name for worker in workers[1]] == ["Coördinator Eigen"]
    assert workers[6] == []
