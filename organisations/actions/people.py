"""Who works here: inviting, coming in, ending, and taking an end back."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from organisations import audit
from organisations.access import check_may_end, check_may_handle_invitation, check_may_invite, check_may_reopen
from organisations.links import digest_of, new_secret
from organisations.models import Invitation, Membership, Organisation, User
from organisations.rulings import rulings

logger = logging.getLogger(__name__)


class ClosedInvitationError(Exception):
    """The invitation was used, withdrawn or has expired since its page was opened."""


class KnownPersonError(Exception):
    """Since the page was opened somebody came in with this e-mail address, and another password."""


def person_of(email: str) -> User | None:
    """Whose address it is: what they sign in with, or another one that they confirmed."""
    by_log_in = User.objects.filter(email=email).first()
    return by_log_in or User.objects.filter(emailaddress__email=email, emailaddress__verified=True).first()


@transaction.atomic
def invite(*, by: Membership, organisation: Organisation, role: str, email: str, now: datetime) -> Invitation:
    """Invite an e-mail address to a role. The mail leaves once all is saved."""
    check_may_invite(by, organisation, role)
    secret = new_secret()
    invitation = Invitation.objects.create(
        organisation=organisation,
        role=role,
        email=email.strip().lower(),
        digest=digest_of(secret),
        invited_by=by,
        invited_at=now,
        expires_at=_expiry(now),
    )
    audit.record("invited", invitation, by=by, fields=["email", "role"], organisation=organisation)
    transaction.on_commit(lambda: _mail(invitation, secret, now))
    return invitation


@transaction.atomic
def send_again(invitation: Invitation, *, by: Membership, now: datetime) -> None:
    """Mail a new link, valid from now; the link of the first mail no longer works."""
    check_may_handle_invitation(by, invitation)
    secret = new_secret()
    sent = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
        digest=digest_of(secret), expires_at=_expiry(now), mailed_at=None
    )
    if not sent:
        raise ClosedInvitationError
    invitation.refresh_from_db()
    audit.record("sent_again", invitation, by=by, organisation=invitation.organisation)
    transaction.on_commit(lambda: _mail(invitation, secret, now))


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Membership, now: datetime) -> None:
    """The link no longer works, until `restore`. Withdrawing twice is withdrawing once."""
    check_may_handle_invitation(by, invitation)
    done = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    if done:
        audit.record("withdrawn", invitation, by=by, organisation=invitation.organisation)


@transaction.atomic
def restore(invitation: Invitation, *, by: Membership) -> None:
    """Take a withdrawal back: the same link works again."""
    check_may_handle_invitation(by, invitation)
    done = Invitation.objects.filter(pk=invitation.pk).exclude(withdrawn_at=None).update(withdrawn_at=None)
    if done:
        audit.record("restored", invitation, by=by, organisation=invitation.organisation)


@transaction.atomic
def join(invitation: Invitation, *, name: str, password: str, now: datetime) -> Membership:
    """A new person comes in: the link proves the e-mail address.

    Raises ClosedInvitationError when it closed, KnownPersonError when the person must sign in first.
    """
    invitation = _claim(invitation, now)
    return _accept(invitation, _newcomer(invitation.email, name=name, password=password), now)


@transaction.atomic
def accept(invitation: Invitation, *, user: User, now: datetime) -> Membership:
    """Someone who has a log-in comes in. Raises ClosedInvitationError when it closed meanwhile, or is not theirs."""
    invitation = _claim(invitation, now)
    if person_of(invitation.email) != user:
        raise ClosedInvitationError
    return _accept(invitation, user, now)


@transaction.atomic
def end(membership: Membership, *, by: Membership, now: datetime) -> None:
    """End what someone may do here. Their log-in and what they wrote stay. `reopen` takes it back."""
    # Two administrators who end each other at one moment: the second one waits here, and is refused.
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    check_may_end(by, membership)
    if Membership.objects.filter(pk=membership.pk, ended_at=None).update(ended_at=now):
        audit.record("ended", membership, by=by, organisation=membership.organisation)


@transaction.atomic
def reopen(membership: Membership, *, by: Membership) -> None:
    """Take an end back, unless the person was let in again meanwhile: then there is nothing to do."""
    check_may_reopen(by, membership)
    same = {"user": membership.user_id, "organisation": membership.organisation_id, "role": membership.role}
    if membership.is_active or Membership.objects.filter(**same, ended_at=None).exists():
        return
    Membership.objects.filter(pk=membership.pk).update(ended_at=None)
    audit.record("reopened", membership, by=by, organisation=membership.organisation)


def _expiry(now: datetime) -> datetime:
    return now + timedelta(days=rulings().invitation_days)


def _claim(invitation: Invitation, now: datetime) -> Invitation:
    """The invitation, held until the end of the transaction so that it is used once."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not held.is_open(now):
        raise ClosedInvitationError
    return held


def _newcomer(email: str, *, name: str, password: str) -> User:
    """Two invitations answered at one moment make one person, if it is one: both times with the same password."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, password, name=name)
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    except IntegrityError:
        known = person_of(email)
        if known is None or not known.check_password(password):
            raise KnownPersonError from None
        return known
    return user


def _accept(invitation: Invitation, user: User, now: datetime) -> Membership:
    place: dict[str, Any] = {"user": user, "organisation": invitation.organisation, "role": invitation.role}
    membership, _made = Membership.objects.get_or_create(**place, ended_at=None)
    invitation.accepted_at, invitation.accepted_by = now, user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    audit.record("accepted", invitation, by=membership)
    return membership


def _mail(invitation: Invitation, secret: str, now: datetime) -> None:
    """Send the link. A mail server that is down costs nothing but the mail: the list says that it did not leave."""
    url = f"{settings.SITE_URL}{reverse('organisations:invitation', args=[secret])}"
    text = render_to_string("organisations/mail/invitation.txt", {"invitation": invitation, "url": url})
    try:
        send_mail(_("Your invitation to Verbindingsambassadeurs"), text, None, [invitation.email])
    except (OSError, SMTPException):
        logger.warning("The mail of invitation %s did not leave.", invitation.pk)
        return
    Invitation.objects.filter(pk=invitation.pk).update(mailed_at=now)
