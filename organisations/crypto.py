"""Encryption of names, contact details and notes, with keys of our own that can be rotated."""

import hashlib
import hmac
from collections.abc import Iterable
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@lru_cache(maxsize=4)
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    try:
        return MultiFernet([Fernet(key) for key in keys])
    except ValueError as error:
        raise ImproperlyConfigured("FIELD_ENCRYPTION_KEYS must hold Fernet keys, separated by commas.") from error


def cipher() -> MultiFernet:
    """The first key writes, all keys read."""
    return _cipher(tuple(settings.FIELD_ENCRYPTION_KEYS))


def encrypt(text: str) -> str:
    """Encrypt; an empty text stays empty, so that "nothing was said" needs no key."""
    return cipher().encrypt(text.encode()).decode() if text else ""


def decrypt(token: str) -> str:
    """Decrypt. Raises ImproperlyConfigured when no known key fits (a key was taken away too soon)."""
    if not token:
        return ""
    try:
        return cipher().decrypt(token.encode()).decode()
    except InvalidToken as error:
        raise ImproperlyConfigured("An encrypted value fits none of FIELD_ENCRYPTION_KEYS.") from error


def rotate(token: str) -> str:
    """The same text under the first key. Empty stays empty."""
    return cipher().rotate(token.encode()).decode() if token else ""


def digests(purpose: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Keyed digests of ordered (name, value) pairs, one for each known secret key, the present one first."""
    message = "\x1e".join(f"{name}\x1f{value}" for name, value in pairs).encode()
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [hmac.new(f"{purpose}{key}".encode(), message, hashlib.sha256).hexdigest() for key in keys]
