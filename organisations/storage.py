"""Files lie outside the web root under names that mean nothing; only a view behind the access check hands them out."""

from pathlib import PurePath
from typing import Any
from uuid import uuid4


def meaningless_name(instance: Any, filename: str) -> str:
    """`<model>/<random>.<suffix>`: neither the file's own name nor a person's is kept in the path."""
    suffix = PurePath(filename).suffix.lower()[:8]
    return f"{instance._meta.model_name}/{uuid4().hex}{suffix}"
