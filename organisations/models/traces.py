"""What was received, and who did what: the receipts of forms, and the audit trail."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models.organisations import Organisation
from organisations.models.people import Membership
from organisations.querysets import AuditEventQuerySet


class Entry(models.Model):
    """The receipt of a form that created something: the same entry is never taken twice (offline design).

    `digest` is an HMAC of what was sent; it is emptied when the person behind it is erased.
    """

    entry_id = models.UUIDField(_("entry"), unique=True)
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="entries", verbose_name=_("membership"))
    kind = models.CharField(_("kind"), max_length=60)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    subject = models.UUIDField(_("what it made"), null=True, db_index=True)
    location = models.CharField(_("where it stands"), max_length=250, blank=True)
    logged_at = models.DateTimeField(_("logged at"))
    received_at = models.DateTimeField(_("received at"))

    class Meta:
        verbose_name = _("entry")

    def __str__(self) -> str:
        return f"entry {self.entry_id}"


class AuditEvent(models.Model):
    """Who did what to which row, when. Field names and codes, never values. Rows are only ever added."""

    at = models.DateTimeField(_("at"), auto_now_add=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="audit_events", verbose_name=_("organisation")
    )
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="audit_events", verbose_name=_("by")
    )
    verb = models.CharField(_("what"), max_length=60)
    subject_kind = models.CharField(_("kind of row"), max_length=40)
    subject = models.UUIDField(_("row"), null=True, db_index=True)
    subject_code = models.CharField(_("code of the row"), max_length=40, blank=True)
    fields = models.JSONField(_("fields"), default=list)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit event")
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_code}"
