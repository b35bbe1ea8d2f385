"""Keep the list of providers."""

from typing import Any

from django.db import transaction

from organisations import audit
from organisations.models import Membership, set_fields
from trajectories.access import check_may_change_provider, check_may_keep_providers
from trajectories.models import Provider


@transaction.atomic
def add_provider(*, values: dict[str, Any], by: Membership) -> Provider:
    """A provider of the actor's organisation, from the columns in `values`."""
    check_may_keep_providers(by)
    provider = Provider.objects.create(organisation=by.organisation, **values)
    audit.record("created", provider, by=by)
    return provider


@transaction.atomic
def change_provider(provider: Provider, *, version: int, values: dict[str, Any], by: Membership) -> Provider:
    """Raises StaleVersionError when someone else was first. Enrolments keep what they copied."""
    check_may_change_provider(by, provider)
    provider.claim_version(version)
    changed = set_fields(provider, values)
    provider.save()
    audit.record("changed", provider, by=by, fields=changed)
    return provider
