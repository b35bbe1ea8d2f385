"""The request as the middleware hands it to a view, for type checkers."""

from datetime import date, datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from organisations.models import Membership, User


class WorkRequest(HttpRequest):
    """A request of someone who has logged in. Under /w/… it carries the membership they work in."""

    user: User  # type: ignore[assignment]
    membership: Membership
    htmx: HtmxDetails
    now: datetime
    today: date
