"""What people change about themselves."""

from django.db import transaction

from organisations import audit
from organisations.models import Membership, User


@transaction.atomic
def rename(user: User, *, name: str) -> None:
    """Take another name. It shows in every organisation where they work, so each trail tells."""
    if user.name == name:
        return
    user.name = name
    user.save(update_fields=["name"])
    for membership in Membership.objects.of_user(user):
        audit.record("renamed", membership, by=membership, fields=["name"])
