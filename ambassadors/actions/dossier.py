"""Open a dossier, save a step of it, reopen a step that was ready."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from ambassadors.access import check_may_edit_dossier
from ambassadors.instrument import StepNumber, StepState
from ambassadors.models import HiringFile, Project, Step
from organisations.audit import record
from organisations.models import Membership, set_fields

Row = dict[str, Any]


@dataclass(frozen=True)
class StepContent:
    """What a step holds once it is saved: `answers` by field, `rows` in order by the name of their relation."""

    note: str = ""
    is_ready: bool = False
    answers: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.note.strip() or any(self.rows.values()) or any(self.answers.values()))


@transaction.atomic
def open_hiring_file(*, project: Project, by: Membership, now: datetime) -> HiringFile:
    """The dossier of a project, with its six steps. Opening it twice opens the same one."""
    check_may_edit_dossier(by, project)
    hiring_file, opened = HiringFile.objects.get_or_create(
        project=project, defaults={"opened_at": now, "opened_by": by}
    )
    if opened:
        Step.objects.bulk_create(Step(hiring_file=hiring_file, number=number) for number in StepNumber)
        for name in HiringFile.ANSWERS.values():
            HiringFile._meta.get_field(name).related_model._default_manager.create(hiring_file=hiring_file)
        record("opened", hiring_file, by=by, organisation=project.organisation)
    return hiring_file


@transaction.atomic
def save_step(*, step: Step, version: int, content: StepContent, by: Membership, now: datetime) -> list[str]:
    """Save all of a step and return the names of what changed; saving what stands there already changes nothing.

    `step` comes from HiringFile.objects.with_answers(); `version` is the one its reader had before them.
    Raises StaleVersionError when someone else saved in between: fetch again and show both.
    """
    project = step.hiring_file.project
    check_may_edit_dossier(by, project)
    changed = _changed_rows(step, content) | _changed_fields(step, content)
    if not changed:
        return []
    step.claim_version(version)
    if step.answers:
        step.answers.save()
    for name in changed & content.rows.keys():
        _replace_rows(getattr(step.hiring_file, name), content.rows[name])
    _set_state(step, _state_after(content), by, now)
    step.updated_at, step.updated_by = now, by
    step.save()
    record("changed", step, by=by, fields=changed, organisation=project.organisation)
    return sorted(changed)


@transaction.atomic
def reopen_step(*, step: Step, version: int, by: Membership, now: datetime) -> Step:
    """Not ready after all; an open step stays as it is. Raises StaleVersionError when someone saved it in between."""
    project = step.hiring_file.project
    check_may_edit_dossier(by, project)
    if step.is_ready:
        step.claim_version(version)
        _set_state(step, StepState.BUSY, by, now)
        step.updated_at, step.updated_by = now, by
        step.save()
        record("reopened", step, by=by, fields=["state"], organisation=project.organisation)
    return step


def _changed_fields(step: Step, content: StepContent) -> set[str]:
    """Set note and answers on the rows in memory. Returns the names of those that differ, and of the state."""
    changed = set(set_fields(step, {"note": content.note}))
    if step.answers:
        changed |= set(set_fields(step.answers, content.answers))
    return changed | ({"state"} if step.state != _state_after(content) else set())


def _changed_rows(step: Step, content: StepContent) -> set[str]:
    return {name for name, rows in content.rows.items() if not _same_rows(getattr(step.hiring_file, name).all(), rows)}


def _same_rows(present: Any, rows: list[Row]) -> bool:
    return len(present) == len(rows) and all(
        getattr(one, name) == value for one, row in zip(present, rows, strict=True) for name, value in row.items()
    )


def _replace_rows(relation: Any, rows: list[Row]) -> None:
    """Rows have no life of their own: nothing refers to them, so the step's version guards them all."""
    relation.all().delete()
    relation.model.objects.bulk_create(relation.model(hiring_file=relation.instance, **row) for row in rows)


def _state_after(content: StepContent) -> StepState:
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
