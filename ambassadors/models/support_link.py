"""What the support group gets to read without a log-in, and what its members write back."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ambassadors.enums import ReactionKind, ReactionState
from ambassadors.models.hiring_file import HiringFile
from ambassadors.querysets import SupportLetterQuerySet, SupportLinkQuerySet, SupportReactionQuerySet
from organisations.fields import EncryptedJSONField, EncryptedTextField
from organisations.models import Addressed, Membership, Versioned


class SupportLetter(Addressed):
    """What the coordinator shared at one moment, frozen when it was sent (its shape: ambassadors.letters)."""

    hiring_file = models.ForeignKey(HiringFile, models.CASCADE, related_name="support_letters")
    shared: Any = EncryptedJSONField(_("what was shared"))
    made_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("sent by"))
    made_at = models.DateTimeField(_("sent at"))

    objects = SupportLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter to the support group")
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"support letter {self.pk}"


class SupportLink(Addressed):
    """The way in of one member to one letter. The address holds a secret; we keep its digest.

    `member` is the address of a row of step 5, which may change or go; so name and e-mail address are copied.
    `opened_at`: when the page was first asked for. A mail program that looks ahead may have done that.
    """

    letter = models.ForeignKey(SupportLetter, models.CASCADE, related_name="links")
    member = models.UUIDField(_("member"))
    name = EncryptedTextField(_("name"))
    email = EncryptedTextField(_("e-mail address"))
    digest = models.CharField(_("digest of the secret"), max_length=64, unique=True)
    expires_at = models.DateTimeField(_("expires at"))
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = SupportLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link for the support group")
        ordering = ("letter", "id")
        constraints = (models.UniqueConstraint(fields=("letter", "member"), name="support_link_once_per_member"),)

    def __str__(self) -> str:
        return f"support link {self.pk}"

    def is_open(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at


class SupportReaction(Addressed, Versioned):
    """What a member wrote back. Its address is chosen by the form, so that sending it twice makes one.

    A signal has a state and a note of the coordinator; a reaction is read, and that is all.
    """

    link = models.ForeignKey(SupportLink, models.CASCADE, related_name="reactions")
    kind = models.CharField(_("kind"), max_length=10, choices=ReactionKind)
    text = EncryptedTextField(_("text"))
    received_at = models.DateTimeField(_("received at"))
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=ReactionState, blank=True)
    note = EncryptedTextField(_("note"), blank=True)
    turned_at = models.DateTimeField(_("state since"), null=True, blank=True)
    turned_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("state by")
    )

    objects = SupportReactionQuerySet.as_manager()

    class Meta:
        verbose_name = _("reaction of the support group")
        ordering = ("-received_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=ReactionKind.REACTION, state="")
                | Q(kind=ReactionKind.SIGNAL, state__in=ReactionState.values),
                name="support_reaction_signal_has_a_state",
                violation_error_message=_("Choose where the signal stands."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("", ReactionState.NEW), turned_at=None, turned_by=None)
                | Q(turned_at__isnull=False, turned_by__isnull=False),
                name="support_reaction_turned_by_someone",
                violation_error_message=_("Say when the signal came to stand there, and by whom."),
            ),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(read_at__gte=F("received_at")),
                name="support_reaction_read_after_it_came",
                violation_error_message=_("A reaction is read after it came."),
            ),
        )

    def __str__(self) -> str:
        return f"support reaction {self.pk}"

    @property
    def is_signal(self) -> bool:
        return self.kind == ReactionKind.SIGNAL

    @property
    def is_closed(self) -> bool:
        return self.state in (ReactionState.FOLLOWED_UP, ReactionState.NOT_FOLLOWED_UP)
