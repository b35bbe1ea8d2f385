"""Opening, saving and reopening: what changes, who may, what the audit trail keeps."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from ambassadors.actions.dossier import (
    agree_to_goals,
    open_hiring_file,
    remove_row,
    reopen_step,
    restore_row,
    restore_step,
    save_row,
    save_step,
)
from ambassadors.contents import content_of, empty, from_json
from ambassadors.instrument import StepState
from ambassadors.merging import Choices, StepContent
from ambassadors.models import HiringFile, NeededPartner, Step
from ambassadors.tests.conftest import NOW, fetched, fill_in
from ambassadors.tests.contents import BUDGET, CONTENTS, ENVIRONMENT, STRATEGY
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
        reopen_step(step=hiring_file.step(1), by=stranger, now=NOW)
    assert HiringFile.objects.count() == 1


@pytest.mark.parametrize("number", CONTENTS)
def test_step_keeps_everything_that_was_saved(cast, hiring_file, number):
    content = CONTENTS[number]
    save(cast, content, number)
    step = fetched(cast.project).step(number)
    assert step.note == content.note
    assert (step.version, step.updated_at, step.updated_by) == (2, NOW, cast.coordinator)
    saved = content_of(step)
    assert saved.answers == content.answers
    for relation, rows in content.rows.items():
        assert [{name: row[name] for name in rows[0]} for row in saved.rows[relation]] == rows


def test_saving_the_same_again_changes_nothing(cast, full_hiring_file):
    before = AuditEvent.objects.count()
    for number, content in CONTENTS.items():
        assert save(cast, content, number).changed == []
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
    reopen_step(step=step, by=cast.coordinator, now=later)
    step = fetched(cast.project).step(1)
    assert (step.state, step.ready_at, step.ready_by) == (StepState.BUSY, None, None)


def test_empty_step_may_be_ready(cast, hiring_file):
    save(cast, StepContent(is_ready=True), number=5)
    assert fetched(cast.project).step(5).is_ready


def test_what_another_saved_is_not_overwritten_and_the_rest_is_saved(cast, hiring_file):
    save(cast, STRATEGY)
    other = StepContent(note="Anders", answers={"why": "Ook anders"}, rows={"needed_partners": []})
    saved = save(cast, other, version=1)
    assert [(clash.key, clash.theirs, clash.yours) for clash in saved.clashes] == [
        ("note", "Nota drie", "Anders"),
        ("why", STRATEGY.answers["why"], "Ook anders"),
    ]
    step = fetched(cast.project).step(3)
    assert (step.note, step.version, NeededPartner.objects.count()) == ("Nota drie", 2, 2)


def test_two_who_began_alike_and_changed_different_things_both_keep_theirs(cast, full_hiring_file):
    first = save(cast, StepContent(answers={"mandate": "Mag alles"}), number=4, version=2)
    second = save(cast, StepContent(answers={"service": "Dienst Welzijn"}), number=4, version=2)
    answers = fetched(cast.project).budget_answers
    assert (first.clashes, second.clashes, second.taken) == ((), (), {"mandate"})
    assert (answers.mandate, answers.service) == ("Mag alles", "Dienst Welzijn")


def test_a_clash_waits_for_a_choice_and_then_holds(cast, full_hiring_file):
    save(cast, StepContent(note="Van haar"), number=1)
    mine = StepContent(note="Van mij")
    assert save(cast, mine, number=1, version=2).clashes
    step = fetched(cast.project).step(1)
    again = save_step(step=step, version=3, content=mine, by=cast.coordinator, now=NOW, choices=Choices(open={"note"}))
    assert again.clashes
    made = Choices(made={"note": "yours"})
    save_step(step=step, version=3, content=mine, by=cast.coordinator, now=NOW, choices=made)
    assert fetched(cast.project).step(1).note == "Van mij"


def test_who_fetched_before_another_saved_is_told_to_fetch_again(cast, hiring_file):
    stale = fetched(cast.project).step(1)
    save(cast, StepContent(note="Van haar"), number=1)
    with pytest.raises(StaleVersionError):
        save_step(step=stale, version=1, content=StepContent(note="x"), by=cast.coordinator, now=NOW)
    assert fetched(cast.project).step(1).note == "Van haar"


def test_a_row_keeps_its_address_when_it_changes(cast, full_hiring_file):
    before = {row.uuid: row.pk for row in full_hiring_file.needed_partners.all()}
    changed = [row | {"name": "Anders"} for row in STRATEGY.rows["needed_partners"]]
    save(cast, StepContent(rows={"needed_partners": changed}))
    assert {row.uuid: row.pk for row in fetched(cast.project).needed_partners.all()} == before


def test_every_version_is_kept_and_can_come_back(cast, full_hiring_file):
    for number in CONTENTS:
        save(cast, empty(fetched(cast.project).step(number)), number=number)
        assert fetched(cast.project).step(number).state == StepState.TODO
        restore_step(step=fetched(cast.project).step(number), version=2, by=cast.coordinator, now=NOW)
        step = fetched(cast.project).step(number)
        assert content_of(step) == from_json(step, step.revisions.get(version=2).content)
        assert [revision.version for revision in step.revisions.all()] == [4, 3, 2]


def test_a_goal_that_changes_is_a_draft_again_and_only_that_one(cast, full_hiring_file):
    step = fetched(cast.project).step(6)
    agree_to_goals(step=step, version=2, by=cast.ambassador, now=NOW, today=NOW.date())
    step = fetched(cast.project).step(6)
    assert [goal.agreed_by for goal in step.hiring_file.goals.all()] == [cast.ambassador] * 2
    first, second = content_of(step).rows["goals"]
    save(cast, StepContent(rows={"goals": [first | {"target": "Zes clubs"}, second]}), number=6)
    assert [goal.is_agreed for goal in fetched(cast.project).goals.all()] == [False, True]


def test_nobody_agrees_to_goals_that_they_did_not_read(cast, full_hiring_file):
    first, second = content_of(fetched(cast.project).step(6)).rows["goals"]
    save(cast, StepContent(rows={"goals": [first | {"target": "Zes clubs"}, second]}), number=6)
    with pytest.raises(StaleVersionError):
        agree_to_goals(step=fetched(cast.project).step(6), version=2, by=cast.ambassador, now=NOW, today=NOW.date())


def test_an_ambassador_adds_talks_and_corrects_only_their_own(cast, full_hiring_file):
    talk = {"uuid": uuid4(), "partner": "Chiro Zonnebloem", "side": "supply"}

    def put(relation, row):
        step = fetched(cast.project).step(2)
        return save_row(step=step, version=step.version, relation=relation, row=row, by=cast.ambassador, now=NOW)

    assert put("talks", talk).changed == ["talks"]
    assert put("talks", talk | {"diary": "Vrij in mei"}).changed == ["talks"]
    theirs = ENVIRONMENT.rows["talks"][0]
    for relation, row in (("talks", theirs | {"diary": "Nooit"}), ("existing_analyses", {"uuid": uuid4()})):
        with pytest.raises(PermissionDenied):
            put(relation, row)
    with pytest.raises(PermissionDenied):
        remove_row(
            step=fetched(cast.project).step(2), relation="talks", address=theirs["uuid"], by=cast.ambassador, now=NOW
        )


def test_a_row_that_was_removed_comes_back_as_it_was(cast, full_hiring_file):
    address = ENVIRONMENT.rows["talks"][0]["uuid"]
    before = content_of(fetched(cast.project).step(2)).row("talks", address)
    for act in (remove_row, restore_row, restore_row):
        act(step=fetched(cast.project).step(2), relation="talks", address=address, by=cast.coordinator, now=NOW)
    assert content_of(fetched(cast.project).step(2)).row("talks", address) == before


def test_two_steps_do_not_stand_in_each_others_way(cast, hiring_file):
    first, second = fetched(cast.project).step(3), fetched(cast.project).step(4)
    save_step(step=first, version=1, content=STRATEGY, by=cast.coordinator, now=NOW)
    save_step(step=second, version=1, content=BUDGET, by=cast.coordinator, now=NOW)
    assert {step.state for step in (fetched(cast.project).step(3), fetched(cast.project).step(4))} == {"busy"}


def test_audit_trail_holds_names_of_fields_and_never_values(cast, full_hiring_file):
    step = full_hiring_file.step(4)
    event = AuditEvent.objects.get(subject=step.uuid)
    said = {name for name, value in BUDGET.answers.items() if value}
    assert event.fields == sorted({*said, *BUDGET.rows, "note"})
    assert event.membership == cast.coordinator
    assert event.organisation == cast.organisation


def test_trail_names_only_what_changed(cast, full_hiring_file):
    rows = BUDGET.rows | {"funding": BUDGET.rows["funding"][:1]}
    changed = save(cast, replace(BUDGET, rows=rows, answers=BUDGET.answers | {"months": 48}), number=4)
    assert changed.changed == ["funding", "months"]


def test_workers_are_named_once_per_step_the_last_one_first(cast, hiring_file):
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="a")})
    fill_in(cast.project, cast.coordinator, {1: StepContent(note="b"), 2: StepContent(note="c")})
    workers = fetched(cast.project).workers()
    assert [worker.name for worker in workers[1]] == ["Coördinator Eigen"]
    assert workers[6] == []


def test_an_ambassador_brings_back_only_what_they_added_and_it_stays_theirs(cast, full_hiring_file):
    talk = {"uuid": uuid4(), "partner": "Chiro Zonnebloem"}
    theirs = ENVIRONMENT.rows["talks"][0]["uuid"]
    step = fetched(cast.project).step(2)
    save_row(step=step, version=step.version, relation="talks", row=talk, by=cast.ambassador, now=NOW)
    for address in (talk["uuid"], theirs):
        step = fetched(cast.project).step(2)
        remove_row(step=step, relation="talks", address=address, by=cast.coordinator, now=NOW)
    restore_row(
        step=fetched(cast.project).step(2), relation="talks", address=talk["uuid"], by=cast.coordinator, now=NOW
    )
    assert fetched(cast.project).talks.get(uuid=talk["uuid"]).added_by == cast.ambassador
    with pytest.raises(PermissionDenied):
        restore_row(step=fetched(cast.project).step(2), relation="talks", address=theirs, by=cast.ambassador, now=NOW)
