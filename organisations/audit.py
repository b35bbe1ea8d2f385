"""The audit trail. Every action records what it did, in its own transaction."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from organisations.models import AuditEvent, Membership, Organisation

# Every verb that any app records, in words. The trail keeps the code.
VERBS: dict[str, Any] = {
    "accepted": _("accepted"),
    "agreed": _("agreed"),
    "assigned": _("assigned"),
    "changed": _("changed"),
    "changed contact details": _("changed contact details"),
    "corrected": _("corrected"),
    "created": _("added"),
    "decided": _("decided"),
    "downloaded": _("downloaded"),
    "ended": _("ended"),
    "ended enrolment": _("ended an enrolment"),
    "enrolled": _("enrolled"),
    "erased": _("erased"),
    "exported": _("took along as a table"),
    "invited": _("invited"),
    "left": _("no longer walks along"),
    "listed": _("viewed in a list"),
    "logged": _("logged"),
    "made": _("made"),
    "offered": _("offered for a hand-over"),
    "opened": _("opened"),
    "read the folder": _("read the handover folder"),
    "recorded": _("recorded"),
    "removed": _("removed"),
    "renewed": _("renewed"),
    "revoked": _("revoked"),
    "renamed": _("took another name"),
    "reacted": _("reacted by link"),
    "reopened": _("reopened"),
    "requested": _("requested"),
    "restored": _("put back"),
    "retracted": _("took back"),
    "sent": _("sent"),
    "sent_again": _("sent again"),
    "switched off": _("switched off"),
    "switched on": _("switched on"),
    "tried": _("noted a trial session"),
    "turned": _("changed the status"),
    "updated_by_link": _("updated by the provider's link"),
    "viewed": _("viewed"),
    "viewed contact details": _("viewed contact details"),
    "withdrawn": _("withdrew"),
}


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


def verb_label(verb: str) -> str:
    return str(VERBS.get(verb, verb))


def kinds() -> dict[str, type[Model]]:
    """Every model of ours that can stand in the trail, by the name under which it does."""
    ours = {"organisations", "ambassadors", "trajectories", "networks", "reporting"}
    return {model._meta.model_name or "": model for model in apps.get_models() if model._meta.app_label in ours}


def kind_label(kind: str) -> str:
    """What a kind of row is called on screen."""
    model = kinds().get(kind)
    return str(model._meta.verbose_name) if model else kind


def field_labels(kind: str, names: Iterable[str]) -> list[str]:
    """What fields are called on screen; the name itself where the model does not have it (any more)."""
    return [_field_label(kinds().get(kind), name) for name in names]


def _field_label(model: type[Model] | None, name: str) -> str:
    try:
        field: Any = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        field = None
    label = getattr(field, "verbose_name", None)
    if label is None and field is not None and field.related_model:
        label = field.related_model._meta.verbose_name
    return str(label or name.replace("_", " "))


def kind_choices() -> list[tuple[str, str]]:
    """Kinds by their word, for a filter."""
    return sorted(((kind, str(capfirst(kind_label(kind)))) for kind in kinds()), key=lambda choice: choice[1])
