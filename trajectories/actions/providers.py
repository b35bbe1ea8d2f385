"""Keep the list of providers, and what they have to offer."""

from datetime import datetime
from typing import Any

from django.db import transaction

from organisations import audit
from organisations.models import Membership, set_fields
from trajectories.access import check_may_change_provider, check_may_keep_providers
from trajectories.models import OFFER, Provider


@transaction.atomic
def add_provider(*, values: dict[str, Any], by: Membership, now: datetime) -> Provider:
    """A provider of the actor's organisation, from the columns in `values`."""
    check_may_keep_providers(by)
    provider = Provider(organisation=by.organisation, **values)
    if any(values.get(name) not in (None, "") for name in OFFER):
        provider.board_updated_at, provider.board_updated_by = now, by
    provider.validate_constraints()
    provider.save()
    audit.record("created", provider, by=by)
    return provider


@transaction.atomic
def change_provider(provider: Provider, *, version: int, values: dict[str, Any], by: Membership) -> Provider:
    """Who it is, not what it offers. Raises StaleVersionError when someone else was first.

    Enrolments keep what they copied.
    """
    check_may_change_provider(by, provider)
    provider.claim_version(version)
    changed = set_fields(provider, values)
    provider.save()
    audit.record("changed", provider, by=by, fields=changed)
    return provider


@transaction.atomic
def change_offer(
    provider: Provider, *, version: int, values: dict[str, Any], by: Membership, now: datetime
) -> Provider:
    """What it offers today, as a colleague heard it. Saying that all is still true counts: the board shows the day."""
    check_may_change_provider(by, provider)
    changed = set_offer(provider, version=version, values=values, by=by, now=now)
    audit.record("changed", provider, by=by, fields=changed)
    return provider


def set_offer(
    provider: Provider, *, version: int, values: dict[str, Any], by: Membership | None, now: datetime
) -> list[str]:
    """Only the columns of the offer are written. `by` is None for the provider itself."""
    provider.claim_version(version)
    changed = set_fields(provider, {name: values[name] for name in OFFER})
    provider.board_updated_at, provider.board_updated_by = now, by
    provider.validate_constraints()
    provider.save(update_fields=[*OFFER, "board_updated_at", "board_updated_by"])
    return changed
