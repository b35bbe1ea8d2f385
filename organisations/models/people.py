"""Who works here: a person, and what they may do in which organisation."""

import base64
import secrets
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from organisations.enums import Role
from organisations.fields import EncryptedTextField
from organisations.models.base import Addressed
from organisations.models.organisations import Organisation
from organisations.querysets import InvitationQuerySet, MembershipQuerySet


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who logs in with this e-mail address (stored in lower case)."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


def new_phone_secret() -> str:
    """256 random bits in base64: the AES key of what waits on this person's phones."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


class User(AbstractBaseUser, Addressed):
    """A person with a log-in. What they may do is on their memberships, never here.

    `phone_secret` locks what waits on their phones: a phone gets it when they have logged in, and forgets it when
    somebody else does. What they logged stays there, unreadable, until they come back.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    name = EncryptedTextField(_("name"), blank=True)
    phone_secret = EncryptedTextField(_("key of the phone"), default=new_phone_secret, editable=False)
    is_active = models.BooleanField(_("can log in"), default=True)
    date_joined = models.DateTimeField(_("joined at"), auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("user")
        constraints = (models.UniqueConstraint(Lower("email"), name="user_email_once_in_any_case"),)

    def __str__(self) -> str:
        return f"user {self.pk}"

    @property
    def display_name(self) -> str:
        return self.name or self.email


class Membership(Addressed):
    """One person in one organisation in one role. They work in one at a time; its UUID stands in every address."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("user"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="memberships", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        ordering = ("organisation__name", "role", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "organisation", "role"),
                condition=Q(ended_at=None),
                name="membership_once_at_a_time",
                violation_error_message=_("This person already has this role in this organisation."),
            ),
        )

    def __str__(self) -> str:
        return f"membership {self.pk}"

    @property
    def is_active(self) -> bool:
        return self.ended_at is None

    def has_role(self, *roles: str) -> bool:
        return self.role in roles


class Invitation(Addressed):
    """A way in, by e-mail only. The address holds a secret; we keep its digest."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="invitations", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    email = EncryptedTextField(_("e-mail address"))
    digest = models.CharField(_("digest of the secret"), max_length=64, unique=True)
    invited_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("invited by"))
    invited_at = models.DateTimeField(_("invited at"))
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("accepted by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        ordering = ("-invited_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="invitation_accepted_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_accepted_or_withdrawn"
            ),
        )

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    def is_open(self, now: datetime) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and now < self.expires_at
