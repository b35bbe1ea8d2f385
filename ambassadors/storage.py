"""Where the files of a dossier lie: sealed, under names that mean nothing, in the store that the settings name."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from tempfile import SpooledTemporaryFile
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import storages

from organisations import sealing
from organisations.sealing import PIECE, SEALED_PIECE

IN_MEMORY = 1024 * 1024


class StoreError(Exception):
    """The store does not answer, or has another file than the one that was kept."""


@dataclass(frozen=True)
class StoredFile:
    """What a row has to remember of its file."""

    stored_name: str
    key: str
    size: int
    sha256: str


def keep(source: Any) -> StoredFile:
    """Seal a file and store it, a piece at a time. Raises StoreError."""
    key, digest, size = sealing.new_key(), hashlib.sha256(), 0
    source.seek(0)
    with SpooledTemporaryFile(max_size=IN_MEMORY) as sealed:
        for piece in sealing.seal(_weighed(source, digest), key):
            sealed.write(piece)
        size = source.tell()
        sealed.seek(0)
        name = _save(f"attachment/{uuid4().hex}", sealed)
    return StoredFile(name, key, size, digest.hexdigest())


def read(stored_name: str, key: str) -> Iterator[bytes]:
    """The file, readable again, a piece at a time. Raises StoreError before the first piece when it cannot be had."""
    found = _pieces(stored_name, key)
    return chain([next(found, b"")], found)


def discard(stored_name: str) -> None:
    """Whatever happens: without its row nobody can read it."""
    try:
        storages["dossiers"].delete(stored_name)
    except Exception as error:
        raise StoreError from error


def _weighed(source: Any, digest: Any) -> Iterator[bytes]:
    for piece in sealing.pieces(source, PIECE):
        digest.update(piece)
        yield piece


def _save(name: str, sealed: Any) -> str:
    """Each kind of store has errors of its own kind; to a person they are one."""
    try:
        return str(storages["dossiers"].save(name, File(sealed)))
    except Exception as error:
        raise StoreError from error


def _pieces(stored_name: str, key: str) -> Iterator[bytes]:
    try:
        with storages["dossiers"].open(stored_name) as file:
            yield from sealing.unseal(sealing.pieces(file, SEALED_PIECE), key)
    except Exception as error:
        raise StoreError from error
