"""Links that are keys: whoever has the address gets in, without a log-in. The database holds a digest only."""

import secrets
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import HttpResponseBase

View = Callable[..., HttpResponseBase]


def new_secret() -> str:
    """256 bits, fit for an address: not to be found by trying."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What we keep of a secret that is long and random: enough to recognise it, not to write it down again."""
    return sha256(secret.encode()).hexdigest()


def secret_in_address(view: View) -> View:
    """The address is the key: nobody keeps the page, no other site hears of it, no search engine lists it.

    Not "no-referrer": a browser then sends its forms with `Origin: null`, and Django refuses them.
    """

    @wraps(view)
    def careful(request: Any, secret: str) -> HttpResponseBase:
        response = view(request, secret)
        response.headers["Referrer-Policy"] = "strict-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Cache-Control"] = "no-store"
        return response

    return careful


def is_too_often(kind: str, link: Any, *, most: int, seconds: int) -> bool:
    """Whether a link was used more than `most` times within so many seconds, this time counted.

    Counted for each link, in the cache that also limits log-ins.
    """
    key = f"{kind}:{link.pk}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two lines
        return False
