"""Letters that leave by mail. A mail server that is away costs nothing but the mail: who calls is told what left."""

from collections.abc import Iterable
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMessage, get_connection


def send(letters: Iterable[EmailMessage]) -> list[bool]:
    """Hand letters over one by one, over one connection. Returns for each, in their order, whether it was taken."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, SMTPException):
        return [False for _letter in letters]
    try:
        return [_is_taken(letter, connection) for letter in letters]
    finally:
        connection.close()


def _is_taken(letter: EmailMessage, connection: Any) -> bool:
    """A refused address leaves the others alone."""
    letter.connection = connection
    try:
        return bool(letter.send())
    except (OSError, SMTPException):
        return False
