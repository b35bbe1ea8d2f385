"""Making and changing projects, and recording what was decided about them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from ambassadors.access import (
    check_may_decide,
    check_may_edit_project,
    check_may_import_project,
    check_may_make_project,
)
from ambassadors.enums import TargetGroup
from ambassadors.models import Project, ProjectTargetGroup, Recognition
from organisations import audit
from organisations.models import Membership, Municipality, Organisation, set_fields


@dataclass(frozen=True)
class ProjectContent:
    """What a project holds: `values` by field; target groups with, for "other", which one."""

    values: dict[str, Any]
    working_area: list[Municipality] = field(default_factory=list)
    co_applicants: list[Organisation] = field(default_factory=list)
    target_groups: dict[str, str] = field(default_factory=dict)


def groups_with_other(groups: list[str], other: str) -> dict[str, str]:
    """Target groups as ProjectContent wants them: the words for "other" go with "other" only."""
    return {group: other if group == TargetGroup.OTHER else "" for group in groups}


@transaction.atomic
def make_project(*, by: Membership, organisation: Organisation, content: ProjectContent) -> Project:
    check_may_make_project(by, organisation)
    return _make(by, organisation, content)


@transaction.atomic
def change_project(project: Project, *, by: Membership, version: int, content: ProjectContent) -> None:
    """Save what differs. Raises StaleVersionError when someone else saved since `version`."""
    check_may_edit_project(by, project)
    _change(by, project, version, content)


@transaction.atomic
def import_project(
    *, by: Membership, organisation: Organisation, project: Project | None, content: ProjectContent
) -> Project:
    """One row of a table: a new project, or `project` as the table has it."""
    check_may_import_project(by, organisation)
    if project is None:
        return _make(by, organisation, content)
    _change(by, project, project.version, content)
    return project


@transaction.atomic
def change_life(project: Project, *, by: Membership, version: int, life: str, ends_on: date | None) -> None:
    """From preparation to running to ended, or back: a project may start again."""
    check_may_edit_project(by, project)
    fresh = Project.objects.get(pk=project.pk)
    changed = set_fields(fresh, {"life": life, "ends_on": ends_on})
    if changed:
        fresh.claim_version(version)
        fresh.save(update_fields=changed)
        audit.record("changed", fresh, by=by, fields=changed, organisation=fresh.organisation)


@transaction.atomic
def record_decision(project: Project, *, by: Membership, state: str, decided_on: date) -> Project:
    """A dated decision on recognition. On a day that has one already, it takes its place."""
    check_may_decide(by)
    Recognition.objects.update_or_create(project=project, decided_on=decided_on, defaults={"state": state})
    audit.record("decided", project, by=by, fields=["recognition"], organisation=project.organisation)
    return project


@transaction.atomic
def remove_decision(project: Project, *, by: Membership, decided_on: date) -> str | None:
    """Take out a decision that was recorded by mistake. Returns its state, or None when there was none."""
    check_may_decide(by)
    decision = Recognition.objects.filter(project=project, decided_on=decided_on).first()
    if decision is None:
        return None
    decision.delete()
    audit.record("removed", project, by=by, fields=["recognition"], organisation=project.organisation)
    return decision.state


def _make(by: Membership, organisation: Organisation, content: ProjectContent) -> Project:
    project = Project.objects.create(organisation=organisation, **content.values)
    _relate(project, content)
    audit.record("created", project, by=by, fields=content.values, organisation=organisation)
    return project


def _change(by: Membership, project: Project, version: int, content: ProjectContent) -> None:
    fresh = Project.objects.get(pk=project.pk)
    changed = set_fields(fresh, content.values)
    related = _relate(fresh, content)
    if changed or related:
        fresh.claim_version(version)
        fresh.save(update_fields=changed or ["version"])
        audit.record("changed", fresh, by=by, fields=changed + related, organisation=fresh.organisation)


def _relate(project: Project, content: ProjectContent) -> list[str]:
    """Set working area, co-applicants and target groups. Returns the names of those that changed."""
    changed = []
    for name, rows in (("working_area", content.working_area), ("co_applicants", content.co_applicants)):
        related = getattr(project, name)
        if {row.pk for row in related.all()} != {row.pk for row in rows}:
            related.set(rows)
            changed.append(name)
    groups = {row.group: row.other for row in project.target_groups.all()}
    if groups != content.target_groups:
        project.target_groups.all().delete()
        ProjectTargetGroup.objects.bulk_create(
            ProjectTargetGroup(project=project, group=group, other=other)
            for group, other in content.target_groups.items()
        )
        changed.append("target_groups")
    return changed
