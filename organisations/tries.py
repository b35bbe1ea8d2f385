"""How often somebody may try what can be guessed. Counted in the database cache, so that it holds without Redis."""

from typing import Any

from django.core.cache import cache

WINDOW = 3600  # seconds


def has_tried_too_often(what: str, who: Any, *, most: int) -> bool:
    """Whether `who` tried `what` in vain `most` times within the hour."""
    return int(cache.get(_key(what, who), 0)) >= most


def note_try(what: str, who: Any) -> None:
    """One more in vain. The hour begins again: who goes on trying goes on waiting."""
    cache.set(_key(what, who), int(cache.get(_key(what, who), 0)) + 1, WINDOW)


def _key(what: str, who: Any) -> str:
    return f"tries:{what}:{who}"
