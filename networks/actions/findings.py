"""Changes to findings and to the promised next steps."""

from datetime import date
from typing import Any

from django.db import transaction

from networks.access import check_may_edit
from networks.actions.sessions import with_theme
from networks.models import Finding, NextStep
from organisations import audit
from organisations.models import Membership, set_fields


@transaction.atomic
def create_finding(*, values: dict[str, Any], by: Membership) -> Finding:
    """A new finding, not yet published. `values` holds the columns, and "sessions" as a list."""
    check_may_edit(by)
    columns = with_theme(values)
    sessions = columns.pop("sessions")
    finding = Finding.objects.create(**columns)
    finding.sessions.set(sessions)
    audit.record("created", finding, by=by)
    return finding


@transaction.atomic
def change_finding(finding: Finding, *, version: int, values: dict[str, Any], by: Membership) -> Finding:
    """Raises StaleVersionError when someone else was first. What was published stays published."""
    check_may_edit(by)
    return _change(finding, version, with_theme(values), by)


@transaction.atomic
def publish_finding(finding: Finding, *, on: date, by: Membership) -> Finding:
    """Show it to ministry, coordinators and ambassadors. Done again, the first day stands."""
    check_may_edit(by)
    if finding.published_on is None:
        _set_publication(finding, on, "published", by)
    return finding


@transaction.atomic
def withdraw_finding(finding: Finding, *, by: Membership) -> Finding:
    """Undo the publication: from now on only the guide reads it."""
    check_may_edit(by)
    if finding.published_on is not None:
        _set_publication(finding, None, "withdrawn", by)
    return finding


def _set_publication(finding: Finding, on: date | None, verb: str, by: Membership) -> None:
    finding.published_on = on
    finding.save(update_fields=["published_on"])
    audit.record(verb, finding, by=by, fields=["published_on"])


@transaction.atomic
def create_next_step(*, values: dict[str, Any], by: Membership) -> NextStep:
    """A new promise. `values` holds the columns, and "sessions" as a list."""
    check_may_edit(by)
    columns = dict(values)
    sessions = columns.pop("sessions")
    step = NextStep.objects.create(**columns)
    step.sessions.set(sessions)
    audit.record("created", step, by=by)
    return step


@transaction.atomic
def change_next_step(step: NextStep, *, version: int, values: dict[str, Any], by: Membership) -> NextStep:
    """Raises StaleVersionError when someone else was first."""
    check_may_edit(by)
    return _change(step, version, dict(values), by)


def _change(row: Any, version: int, columns: dict[str, Any], by: Membership) -> Any:
    row.claim_version(version)
    sessions = columns.pop("sessions")
    changed = set_fields(row, columns)
    if set(row.sessions.all()) != set(sessions):
        changed.append("sessions")
        row.sessions.set(sessions)
    row.save()
    audit.record("changed", row, by=by, fields=changed)
    return row
