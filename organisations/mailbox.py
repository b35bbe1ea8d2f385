"""The mails that Django's file backend wrote to disk, read back for the page that stands in for a mailbox."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

SEPARATOR = b"\n" + b"-" * 79 + b"\n"
NAME = re.compile(r"[\w-]+\.log")


@dataclass(frozen=True)
class Mail:
    """One mail: where it lies (file and place in it), and what a reader sees of it."""

    file: str
    number: int
    to: str
    sender: str
    subject: str
    sent_at: datetime | None
    text: str


def mails(folder: Path) -> list[Mail]:
    """All mails, newest first. Several may lie in one file: those that were sent over one connection."""
    files = sorted(folder.glob("*.log"), key=lambda path: (path.stat().st_mtime, path.name), reverse=True)
    return [mail for path in files for mail in reversed(_in_file(path))]


def find(folder: Path, file: str, number: int) -> Mail | None:
    """One mail, or None when it is not there. `file` is a bare name: nothing outside the folder is read."""
    path = folder / file
    if not NAME.fullmatch(file) or not path.is_file():
        return None
    return next((mail for mail in _in_file(path) if mail.number == number), None)


def _in_file(path: Path) -> list[Mail]:
    parts = [part for part in path.read_bytes().split(SEPARATOR) if part.strip()]
    return [_read(path.name, number, part) for number, part in enumerate(parts, 1)]


def _read(file: str, number: int, content: bytes) -> Mail:
    message = message_from_bytes(content.strip() + b"\n", EmailMessage, policy=policy.default)
    body = message.get_body(("plain", "html"))
    date = message["date"]
    return Mail(
        file=file,
        number=number,
        to=str(message["to"] or ""),
        sender=str(message["from"] or ""),
        subject=str(message["subject"] or ""),
        sent_at=date.datetime if date else None,
        text=body.get_content() if body else "",
    )
