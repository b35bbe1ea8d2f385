"""The private calendar: made, renewed, revoked by its ambassador, and read by whatever program knows the address."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from organisations import audit
from organisations.enums import Role
from organisations.links import digest_of, new_secret
from organisations.models import Membership
from trajectories.access import check_may_guide
from trajectories.models import CalendarFeed


class NewFeed(NamedTuple):
    """`secret` is told once: all we keep of it is a digest."""

    feed: CalendarFeed
    secret: str


@transaction.atomic
def renew_feed(*, by: Membership, now: datetime) -> NewFeed:
    """A calendar with an address of its own; an address that was given out before no longer works."""
    check_may_guide(by)
    secret = new_secret()
    feed, _made = CalendarFeed.objects.update_or_create(
        membership=by, defaults={"digest": digest_of(secret), "made_at": now, "read_on": None}
    )
    audit.record("renewed", feed, by=by)
    return NewFeed(feed, secret)


@transaction.atomic
def revoke_feed(*, by: Membership) -> bool:
    """The address no longer works. False when there was none."""
    check_may_guide(by)
    feed = CalendarFeed.objects.filter(membership=by).first()
    if feed is None:
        return False
    audit.record("revoked", feed, by=by)
    feed.delete()
    return True


def find_feed(secret: str) -> CalendarFeed | None:
    """The calendar behind an address, as long as its owner works here as an ambassador."""
    owners = Membership.objects.active().filter(role=Role.AMBASSADOR)
    feeds = CalendarFeed.objects.select_related("membership__organisation", "membership__user")
    return feeds.filter(digest=digest_of(secret), membership__in=owners).first()


@transaction.atomic
def trace_reading(feed: CalendarFeed, codes: Iterable[str], *, today: date) -> None:
    """One read trace a day, with the codes: calendars ask every hour, also while nobody looks."""
    first_today = Q(read_on=None) | Q(read_on__lt=today)
    if CalendarFeed.objects.filter(first_today, pk=feed.pk).update(read_on=today):
        audit.record("listed", feed, by=feed.membership, fields=set(codes))
