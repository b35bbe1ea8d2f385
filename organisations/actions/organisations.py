"""Making and changing organisations."""

from typing import Any

from django.db import transaction

from organisations import audit
from organisations.access import check_may_edit_organisation, check_may_make_organisations
from organisations.models import Membership, Organisation, set_fields


@transaction.atomic
def make_organisation(*, by: Membership, values: dict[str, Any]) -> Organisation:
    check_may_make_organisations(by)
    organisation = Organisation.objects.create(**values)
    audit.record("created", organisation, by=by, fields=values)
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Membership, version: int, values: dict[str, Any]) -> None:
    """Save what differs. Raises StaleVersionError when someone else saved since `version`."""
    check_may_edit_organisation(by, organisation)
    fresh = Organisation.objects.get(pk=organisation.pk)
    changed = set_fields(fresh, values)
    if not changed:
        return
    fresh.claim_version(version)
    fresh.save(update_fields=changed)
    audit.record("changed", fresh, by=by, fields=changed)
