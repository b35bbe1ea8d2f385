"""The audit trail. Every action records what it did, in its own transaction."""

from collections.abc import Iterable
from typing import Any

from organisations.models import AuditEvent, Membership, Organisation


def record(
    verb: str,
    subject: Any,
    *,
    by: Membership | None,
    fields: Iterable[str] = (),
    organisation: Organisation | None = None,
) -> AuditEvent:
    """Record that `by` did `verb` ("changed", "viewed", …) to `subject`.

    `fields` are names of fields, never values. `subject` is a model instance; its `uuid` and, where it has one, its
    `code` are kept. `organisation` is whose trail it is: by default the actor's. Raises ValueError without either.
    """
    owner = organisation or (by.organisation if by else None)
    if owner is None:
        raise ValueError("An audit event without an actor needs an organisation.")
    return AuditEvent.objects.create(
        organisation=owner,
        membership=by,
        verb=verb,
        subject_kind=subject._meta.model_name,
        subject=getattr(subject, "uuid", None),
        subject_code=str(getattr(subject, "code", "") or ""),
        fields=sorted(fields),
    )
