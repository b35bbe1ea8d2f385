"""Send the support group a letter by links, take a link back, and receive what members write."""

import logging
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from ambassadors.access import check_may_edit_dossier
from ambassadors.enums import ReactionKind, ReactionState
from ambassadors.models import HiringFile, Project, SupportLetter, SupportLink, SupportMember, SupportReaction
from organisations import audit
from organisations.links import digest_of, new_secret
from organisations.models import Membership, set_fields
from organisations.rulings import rulings
from organisations.sending import send

logger = logging.getLogger(__name__)
Json = dict[str, Any]


class ClosedLinkError(Exception):
    """The link was withdrawn or expired since its page was opened."""


class SentBeforeError(Exception):
    """This very form was sent before, with another text."""


@transaction.atomic
def send_letter(
    hiring_file: HiringFile, *, members: list[SupportMember], shared: Json, by: Membership, now: datetime
) -> SupportLetter:
    """A letter, and a link to it for each of `members`. The mails leave once all is saved; secrets are not kept."""
    project = hiring_file.project
    check_may_edit_dossier(by, project)
    letter = SupportLetter.objects.create(hiring_file=hiring_file, shared=shared, made_by=by, made_at=now)
    secrets = {}
    for member in members:
        secret = new_secret()
        link = SupportLink.objects.create(
            letter=letter,
            member=member.uuid,
            name=member.called,
            email=member.email,
            digest=digest_of(secret),
            expires_at=_expiry(now),
        )
        secrets[link] = secret
    audit.record("sent", letter, by=by, organisation=project.organisation)
    transaction.on_commit(lambda: _mail(project, secrets, now))
    return letter


@transaction.atomic
def send_again(link: SupportLink, *, by: Membership, now: datetime) -> None:
    """Mail a new way in to the same letter, valid from now; the link of the first mail no longer works."""
    project = link.letter.hiring_file.project
    check_may_edit_dossier(by, project)
    secret = new_secret()
    values = {"digest": digest_of(secret), "expires_at": _expiry(now), "mailed_at": None, "revoked_at": None}
    SupportLink.objects.filter(pk=link.pk).update(**values)
    audit.record("sent_again", link, by=by, organisation=project.organisation)
    transaction.on_commit(lambda: _mail(project, {link: secret}, now))


@transaction.atomic
def revoke_link(link: SupportLink, *, by: Membership, now: datetime) -> None:
    """The link no longer works, until `restore_link`. Withdrawing twice is withdrawing once."""
    project = link.letter.hiring_file.project
    check_may_edit_dossier(by, project)
    if SupportLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now):
        audit.record("withdrawn", link, by=by, organisation=project.organisation)


@transaction.atomic
def restore_link(link: SupportLink, *, by: Membership) -> None:
    """Take a withdrawal back: the same link works again, as long as it would have."""
    project = link.letter.hiring_file.project
    check_may_edit_dossier(by, project)
    if SupportLink.objects.filter(pk=link.pk).exclude(revoked_at=None).update(revoked_at=None):
        audit.record("restored", link, by=by, organisation=project.organisation)


def note_opened(link: SupportLink, *, now: datetime) -> None:
    """The read trace of a letter: when it was opened first."""
    if link.opened_at is None:
        SupportLink.objects.filter(pk=link.pk, opened_at=None).update(opened_at=now)


@transaction.atomic
def react(link: SupportLink, *, uuid: UUID, kind: str, text: str, now: datetime) -> SupportReaction:
    """A member writes back. Nobody has logged in: the trail names the reaction, and no member.

    `uuid` was chosen by the form. Raises ClosedLinkError, and SentBeforeError for another text under the same one.
    """
    held = SupportLink.objects.select_for_update().get(pk=link.pk)  # twice at one moment: the second one waits here
    if not held.is_open(now):
        raise ClosedLinkError
    if known := SupportReaction.objects.filter(uuid=uuid).first():
        if (known.link_id, known.kind, known.text) != (held.pk, kind, text):
            raise SentBeforeError
        return known
    state = ReactionState.NEW if kind == ReactionKind.SIGNAL else ""
    row = SupportReaction(uuid=uuid, link=held, kind=kind, text=text, state=state, received_at=now)
    row.validate_constraints()
    row.save()
    audit.record("reacted", row, by=None, organisation=link.letter.hiring_file.project.organisation)
    return row


def note_read(project: Project, shown: list[SupportReaction], *, by: Membership, now: datetime) -> None:
    """The read trace of the page with reactions: those that were shown are new to nobody any more."""
    check_may_edit_dossier(by, project)
    if new := [one.pk for one in shown if one.read_at is None]:
        SupportReaction.objects.filter(pk__in=new, read_at=None).update(read_at=now)


@transaction.atomic
def turn_signal(
    reaction: SupportReaction, *, version: int, state: str, note: str, by: Membership, now: datetime
) -> SupportReaction:
    """Where a signal stands now, and what was done about it. Raises StaleVersionError when someone else was first."""
    project = reaction.link.letter.hiring_file.project
    check_may_edit_dossier(by, project)
    reaction.claim_version(version)
    changed = set_fields(reaction, {"state": state, "note": note})
    reaction.turned_at, reaction.turned_by = now, by
    reaction.validate_constraints()
    reaction.save()
    audit.record("turned", reaction, by=by, fields=changed, organisation=project.organisation)
    return reaction


def _expiry(now: datetime) -> datetime:
    return now + timedelta(days=rulings().support_link_days)


def _mail(project: Project, secrets: dict[SupportLink, str], now: datetime) -> None:
    """The page says of each link whether its mail left; one that did not can be sent again."""
    taken = send([_letter(project, link, secret, now) for link, secret in secrets.items()])
    left = [link.pk for link, is_taken in zip(secrets, taken, strict=True) if is_taken]
    SupportLink.objects.filter(pk__in=left).update(mailed_at=now)
    if len(left) < len(secrets):
        logger.warning("%s of %s letters to a support group did not leave.", len(secrets) - len(left), len(secrets))


def _letter(project: Project, link: SupportLink, secret: str, now: datetime) -> EmailMessage:
    """Not even a name: a mail lies open on many machines. What was shared stands behind the link only."""
    address = reverse("support:support-read", args=[secret])
    context = {"project": project, "url": f"{settings.SITE_URL}{address}", "expires_at": _expiry(now)}
    text = render_to_string("ambassadors/mail/support.txt", context)
    return EmailMessage(_("News for the support group"), text, None, [link.email])
