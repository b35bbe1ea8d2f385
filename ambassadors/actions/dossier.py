"""Open a dossier, save a step of it, reopen a step that was ready, go back to what a step was."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ambassadors.access import (
    check_may_add_row,
    check_may_agree_to_goals,
    check_may_change_row,
    check_may_edit_dossier,
)
from ambassadors.contents import as_json, content_of, empty, from_json, row_model
from ambassadors.instrument import StartedFrom, StepNumber, StepState
from ambassadors.merging import Choices, Clash, Row, StepContent, changed_keys, merge
from ambassadors.models import ChosenStrategy, HiringFile, Project, Step, StepRevision
from organisations.audit import record
from organisations.models import Membership, StaleVersionError, set_fields

Contents = dict[StepNumber, StepContent]
AGREEMENT = ("agreed_on", "agreed_by_id")


@dataclass(frozen=True)
class Saved:
    """What became of a save: the names of what changed, what waits for a choice, what others had changed."""

    changed: list[str]
    clashes: tuple[Clash, ...] = ()
    taken: frozenset[str] = frozenset()


@transaction.atomic
def open_hiring_file(
    *,
    project: Project,
    by: Membership,
    now: datetime,
    started_from: str = StartedFrom.BLANK,
    contents: Contents | None = None,
) -> HiringFile:
    """The dossier of a project, with its six steps: blank, or with what it starts from (`contents` by step).

    Opening it twice opens the same one, as it was opened first.
    """
    check_may_edit_dossier(by, project)
    hiring_file, opened = HiringFile.objects.get_or_create(
        project=project, defaults={"opened_at": now, "opened_by": by, "started_from": started_from}
    )
    if opened:
        Step.objects.bulk_create(Step(hiring_file=hiring_file, number=number) for number in StepNumber)
        for name in HiringFile.ANSWERS.values():
            answers: Any = HiringFile._meta.get_field(name).related_model
            answers._default_manager.create(hiring_file=hiring_file)
        record("opened", hiring_file, by=by, organisation=project.organisation)
        _start_with(hiring_file, contents or {}, by=by, now=now)
    return hiring_file


def _start_with(hiring_file: HiringFile, contents: Contents, *, by: Membership, now: datetime) -> None:
    """The first version of each step."""
    fetched = HiringFile.objects.with_answers().get(pk=hiring_file.pk) if contents else hiring_file
    for number, content in contents.items():
        _merge_in(fetched.step(number), 1, content, by=by, now=now, choices=None)


@transaction.atomic
def save_step(
    *,
    step: Step,
    version: int,
    content: StepContent,
    by: Membership,
    now: datetime,
    choices: Choices | None = None,
) -> Saved:
    """Save what a person changed since `version`, the one that they had before them, beside what others changed.

    `step` comes from HiringFile.objects.with_answers(). Where both changed the same, nothing is overwritten: it comes
    back as a clash until `choices` decides. Saving what stands there already changes nothing.
    Raises StaleVersionError when someone saved since `step` was fetched: fetch again, and save again.
    """
    check_may_edit_dossier(by, step.hiring_file.project)
    return _merge_in(step, version, content, by=by, now=now, choices=choices)


@transaction.atomic
def save_row(
    *,
    step: Step,
    version: int,
    relation: str,
    row: Row,
    by: Membership,
    now: datetime,
    choices: Choices | None = None,
) -> Saved:
    """Save one row of a step, new or changed, and leave the rest alone. `row` carries its address. As `save_step`."""
    project = step.hiring_file.project
    known = next((one for one in getattr(step.hiring_file, relation).all() if one.uuid == row["uuid"]), None)
    if known:
        check_may_change_row(by, project, relation, known)
    else:
        check_may_add_row(by, project, relation)
    base = content_at(step, version).rows[relation]
    kept = [row if one["uuid"] == row["uuid"] else one for one in base]
    added = [] if any(one["uuid"] == row["uuid"] for one in base) else [row]
    content = StepContent(rows={relation: kept + added})
    return _merge_in(step, version, content, by=by, now=now, choices=choices)


@transaction.atomic
def remove_row(*, step: Step, relation: str, address: UUID, by: Membership, now: datetime) -> Saved:
    """Take a row out of a step; it stays in the step's history, from which `restore_row` brings it back."""
    project = step.hiring_file.project
    known = next((one for one in getattr(step.hiring_file, relation).all() if one.uuid == address), None)
    if known is None:
        return Saved([])
    check_may_change_row(by, project, relation, known)
    before = content_of(step)
    kept = [row for row in before.rows[relation] if row["uuid"] != address]
    return Saved(_write(step, before, replace(before, rows=before.rows | {relation: kept}), by=by, now=now))


@transaction.atomic
def restore_row(*, step: Step, relation: str, address: UUID, by: Membership, now: datetime) -> Saved:
    """Undo `remove_row`: the row as it was last. A row that stands there, or never did, changes nothing."""
    check_may_add_row(by, step.hiring_file.project, relation)
    before = content_of(step)
    if before.row(relation, address):
        return Saved([])
    contents = (from_json(step, revision.content) for revision in step.revisions.order_by("-version"))
    row = next((found for content in contents if (found := content.row(relation, address))), None)
    if row is None:
        return Saved([])
    check_may_change_row(by, step.hiring_file.project, relation, row_model(relation)(**row))
    kept = [*before.rows[relation], row]
    return Saved(_write(step, before, replace(before, rows=before.rows | {relation: kept}), by=by, now=now))


@transaction.atomic
def agree_to_goals(*, step: Step, version: int, by: Membership, now: datetime, today: date) -> Saved:
    """The ambassador agrees to every goal that is a draft still, as they read them in `version`.

    Raises StaleVersionError when a goal says something else now: read again, and agree to that.
    """
    check_may_agree_to_goals(by, step.hiring_file.project)
    before = content_of(step)
    if content_at(step, version).rows["goals"] != before.rows["goals"]:
        raise StaleVersionError
    agreed = {"agreed_on": today, "agreed_by_id": by.pk}
    goals = [goal if goal["agreed_on"] else goal | agreed for goal in before.rows["goals"]]
    return Saved(_write(step, before, replace(before, rows=before.rows | {"goals": goals}), by=by, now=now))


@transaction.atomic
def reopen_step(*, step: Step, by: Membership, now: datetime) -> Step:
    """Not ready after all; an open step stays as it is. Raises StaleVersionError like `save_step`."""
    check_may_edit_dossier(by, step.hiring_file.project)
    if step.is_ready:
        _write(step, content_of(step), replace(content_of(step), is_ready=False), by=by, now=now)
    return step


@transaction.atomic
def restore_step(*, step: Step, version: int, by: Membership, now: datetime) -> Saved:
    """Make a step what it was at a version; what it is now stays in its history.

    Raises StepRevision.DoesNotExist for a version that it never had, StaleVersionError like `save_step`.
    """
    check_may_edit_dossier(by, step.hiring_file.project)
    before = content_of(step)
    kept = from_json(step, step.revisions.get(version=version).content)
    return Saved(_write(step, before, replace(kept, is_ready=before.is_ready), by=by, now=now))


def content_at(step: Step, version: int) -> StepContent:
    """What a step held at a version. A version that never was is taken for the very first: all of it may clash."""
    if version == step.version:
        return content_of(step)
    revision = step.revisions.filter(version=version).first()
    return from_json(step, revision.content) if revision else empty(step)


def _merge_in(
    step: Step, version: int, content: StepContent, *, by: Membership, now: datetime, choices: Choices | None
) -> Saved:
    present = content_of(step)
    base = present if version == step.version else content_at(step, version)
    merged = merge(base, present, _completed(content, base, by), choices)
    changed = _write(step, present, _agreements_kept(present, merged.content), by=by, now=now)
    return Saved(changed, merged.clashes, merged.taken)


def _completed(content: StepContent, base: StepContent, by: Membership) -> StepContent:
    """Every row with all its columns: those that the form did not ask are as they were; a new row gets an address."""
    rows = {
        relation: [
            _whole(relation, row, base.row(relation, row["uuid"]) if "uuid" in row else None, by) for row in typed
        ]
        for relation, typed in content.rows.items()
    }
    return replace(content, rows=rows)


def _whole(relation: str, row: Row, before: Row | None, by: Membership) -> Row:
    """A new row says who added it, where the model asks; it stays theirs in every version."""
    model = row_model(relation)
    new = {"uuid": model().uuid} | model.blank()
    return (before or new | ({"added_by_id": by.pk} if "added_by_id" in new else {})) | row


def _agreements_kept(before: StepContent, after: StepContent) -> StepContent:
    """A goal that changed is a draft again: nobody agreed to what it says now (step 6)."""
    if "goals" not in after.rows:
        return after
    goals = [_as_draft(before.row("goals", goal["uuid"]), goal) for goal in after.rows["goals"]]
    return replace(after, rows=after.rows | {"goals": goals})


def _as_draft(before: Row | None, goal: Row) -> Row:
    same = before is not None and all(before[name] == value for name, value in goal.items() if name not in AGREEMENT)
    return goal if same else goal | dict.fromkeys(AGREEMENT)


def _write(step: Step, before: StepContent, after: StepContent, *, by: Membership, now: datetime) -> list[str]:
    """Put a content in the place of the present one, as a version of its own. Returns the names of what changed."""
    changed = changed_keys(before, after)
    state = _state_of(after)
    if not changed and step.state == state:
        return []
    names = sorted({"state" if name == "is_ready" else name for name in changed})
    step.claim_version(step.version)
    _write_answers(step, after.answers)
    for relation in changed & after.rows.keys():
        _write_rows(step.hiring_file, relation, after.rows[relation])
    step.note = after.note or ""
    _set_state(step, state, by, now)
    step.updated_at, step.updated_by = now, by
    step.save()
    StepRevision.objects.create(step=step, version=step.version, content=as_json(after), changed=names, at=now, by=by)
    record("changed", step, by=by, fields=names, organisation=step.hiring_file.project.organisation)
    return names


def _write_answers(step: Step, answers: dict[str, Any]) -> None:
    if set_fields(step.answers, {name: value for name, value in answers.items() if name != "strategies"}):
        step.answers.save()
    if step.number != StepNumber.STRATEGY:
        return
    wanted, relation = answers["strategies"], step.hiring_file.chosen_strategies
    if [row.strategy for row in relation.all()] != wanted:
        relation.all().delete()
        relation.bulk_create(ChosenStrategy(hiring_file=step.hiring_file, strategy=one) for one in wanted)


def _write_rows(hiring_file: HiringFile, relation: str, rows: list[Row]) -> None:
    """Rows keep their address: what hangs on one (a file, a link) stays with it."""
    model: Any = row_model(relation)
    manager = getattr(hiring_file, relation)
    present: dict[UUID, Any] = {row.uuid: row for row in manager.all()}
    gone = present.keys() - {row["uuid"] for row in rows}
    if gone:
        manager.filter(uuid__in=gone).delete()
    for row in rows:
        known = present.get(row["uuid"])
        if known is None:
            model._default_manager.create(hiring_file=hiring_file, **row)
        elif set_fields(known, row):
            known.save()


def _state_of(content: StepContent) -> StepState:
    if content.is_ready:
        return StepState.READY
    return StepState.TODO if content.is_empty else StepState.BUSY


def _set_state(step: Step, state: StepState, by: Membership, now: datetime) -> None:
    """Ready keeps its first moment and name until the step is reopened."""
    if state != StepState.READY:
        step.ready_at = step.ready_by = None
    elif not step.is_ready:
        step.ready_at, step.ready_by = now, by
    step.state = state
