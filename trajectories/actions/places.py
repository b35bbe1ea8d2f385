"""The link by which a provider keeps its own places: make, withdraw, take that back, and use."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from organisations import audit
from organisations.links import digest_of, new_secret
from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.access import check_may_change_provider
from trajectories.actions.providers import set_offer
from trajectories.models import PlacesLink, Provider


class ClosedLinkError(Exception):
    """The link was withdrawn or expired since its page was opened."""


@transaction.atomic
def make_link(provider: Provider, *, by: Membership, now: datetime) -> str:
    """A new link; an older one no longer works. Returns its secret, which nobody can read again later."""
    check_may_change_provider(by, provider)
    _hold(provider)
    PlacesLink.objects.filter(provider=provider, revoked_at=None).update(revoked_at=now)
    secret = new_secret()
    link = PlacesLink.objects.create(
        provider=provider,
        digest=digest_of(secret),
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=rulings().places_link_days),
    )
    audit.record("made", link, by=by)
    return secret


@transaction.atomic
def revoke_link(provider: Provider, *, by: Membership, now: datetime) -> None:
    """The link no longer works, until `restore_link`. Withdrawing twice is withdrawing once."""
    check_may_change_provider(by, provider)
    link = PlacesLink.objects.filter(provider=provider, revoked_at=None).first()
    if link and PlacesLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now):
        audit.record("withdrawn", link, by=by)


@transaction.atomic
def restore_link(provider: Provider, *, by: Membership) -> None:
    """Take a withdrawal back: the same link works again, unless there is a newer one."""
    check_may_change_provider(by, provider)
    _hold(provider)
    newest = PlacesLink.objects.filter(provider=provider).first()
    if newest and newest.revoked_at:
        PlacesLink.objects.filter(pk=newest.pk).update(revoked_at=None)
        audit.record("restored", newest, by=by)


@transaction.atomic
def update_by_link(link: PlacesLink, *, version: int, values: dict[str, Any], now: datetime) -> Provider:
    """The provider says what it offers. Nobody has logged in: the trail names the link, and no member.

    Raises ClosedLinkError, and StaleVersionError when someone else was first.
    """
    held = PlacesLink.objects.select_for_update().get(pk=link.pk)
    if not held.is_open(now):
        raise ClosedLinkError
    provider = link.provider
    changed = set_offer(provider, version=version, values=values, by=None, now=now)
    audit.record("updated_by_link", provider, by=None, fields=changed, organisation=provider.organisation)
    return provider


def _hold(provider: Provider) -> None:
    """Two colleagues who make a link at one moment: the second one waits here."""
    Provider.objects.select_for_update().get(pk=provider.pk)
