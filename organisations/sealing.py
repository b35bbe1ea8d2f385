"""A file is sealed piece by piece, under a key of its own that lies encrypted in the file's row.

So the house's keys are rotated in the rows alone: the file stays as it lies, wherever that is. And once its row is
gone nobody can read it any more, whatever copy was left behind.

Each piece is AES-256-GCM. Its nonce says which piece it is and whether it is the last one: a piece that was changed,
left out, moved, or taken from another file does not open.
"""

import base64
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIECE = 256 * 1024
SEALED_PIECE = PIECE + 16


class BrokenSealError(Exception):
    """The file is not the one that was sealed under this key."""


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def new_key() -> str:
    """For one file, and never for another: the nonces only count."""
    return base64.b64encode(AESGCM.generate_key(256)).decode()


def pieces(source: Readable, size: int) -> Iterator[bytes]:
    """A source piece by piece, each but the last of `size` bytes."""
    return iter(partial(source.read, size), b"")


def seal(plain: Iterable[bytes], key: str) -> Iterator[bytes]:
    """Pieces of PIECE bytes, sealed."""
    cipher = _cipher(key)
    for nonce, piece in _numbered(plain):
        yield cipher.encrypt(nonce, piece, None)


def unseal(sealed: Iterable[bytes], key: str) -> Iterator[bytes]:
    """Pieces of SEALED_PIECE bytes, readable again. Raises BrokenSealError; what came before it was sound."""
    cipher = _cipher(key)
    for nonce, piece in _numbered(sealed):
        try:
            yield cipher.decrypt(nonce, piece, None)
        except InvalidTag as error:
            raise BrokenSealError from error


def _cipher(key: str) -> AESGCM:
    return AESGCM(base64.b64decode(key))


def _numbered(parts: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """(nonce, piece): eleven bytes of number and one that is 1 for the last. Nothing at all is one empty piece."""
    rest = iter(parts)
    number, piece = 0, next(rest, b"")
    for following in rest:
        yield number.to_bytes(11) + b"\0", piece
        number, piece = number + 1, following
    yield number.to_bytes(11) + b"\1", piece
