"""Add a file to a dossier, remove one, hand one out.

The store knows no transactions. So a file is there before its row, and goes away after it: what can be left behind is
a sealed file that nobody has the key of, never a row without its file.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ambassadors import storage
from ambassadors.access import check_may_edit_dossier
from ambassadors.instrument import AttachmentKind
from ambassadors.models import Attachment, HiringFile
from ambassadors.storage import StoredFile, StoreError
from organisations.audit import record
from organisations.models import Membership

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class AttachmentContent:
    """What a person says of a file, and the type that was recognised in it."""

    kind: AttachmentKind
    name: str
    content_type: str
    row: UUID | None = None


@contextmanager
def kept_file(source: Any) -> Iterator[StoredFile]:
    """Store a file around the transaction that makes its row; without a row it goes away again. Raises StoreError.

    Outside the transaction, which would otherwise wait for the store. Whether there is a row is asked of the database:
    only that knows what was committed.
    """
    stored = storage.keep(source)
    try:
        yield stored
    finally:
        if not Attachment.objects.filter(stored_name=stored.stored_name).exists():
            _discard(stored.stored_name)


@transaction.atomic
def add_attachment(
    *, hiring_file: HiringFile, stored: StoredFile, content: AttachmentContent, by: Membership, now: datetime
) -> Attachment:
    """The row of a file that lies in the store, within `kept_file`."""
    project = hiring_file.project
    check_may_edit_dossier(by, project)
    attachment = Attachment.objects.create(
        hiring_file=hiring_file, uploaded_at=now, uploaded_by=by, **asdict(content), **asdict(stored)
    )
    record("created", attachment, by=by, fields=["kind"], organisation=project.organisation)
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: Attachment, by: Membership) -> None:
    """The file and what is known of it, for good. A second click finds nothing to do."""
    project = attachment.hiring_file.project
    check_may_edit_dossier(by, project)
    removed, _kinds = Attachment.objects.filter(pk=attachment.pk).delete()
    if removed:
        record("removed", attachment, by=by, organisation=project.organisation)
        transaction.on_commit(lambda: _discard(attachment.stored_name))


def read_attachment(*, attachment: Attachment, by: Membership) -> Iterator[bytes]:
    """The file, a piece at a time, and a trace of who read it. Raises StoreError. The reader sees the row already."""
    pieces = storage.read(attachment.stored_name, attachment.key)
    record("downloaded", attachment, by=by, organisation=attachment.hiring_file.project.organisation)
    return pieces


def _discard(stored_name: str) -> None:
    """Too late to tell the person, and no harm: nobody has its key."""
    try:
        storage.discard(stored_name)
    except StoreError:
        logger.warning("The store did not remove %s. Nobody can read it.", stored_name)
