"""Take a contact back, and put it back. Asked twice, each does it once."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from organisations import audit
from organisations.models import Membership
from trajectories.access import check_may_retract
from trajectories.models import Contact, Retraction


@transaction.atomic
def retract_contact(contact: Contact, *, by: Membership, now: datetime) -> Retraction:
    """Out of lists and figures. Of a contact that was corrected, the correction is what one takes back.

    Taking back a correction does not bring the first line back: what is taken back is that it took place.
    Raises ValidationError when a correction stands in its place.
    """
    check_may_retract(by, contact)
    if Contact.objects.filter(corrects=contact).exists():
        raise ValidationError(_("This contact was corrected. Take back the line that took its place."))
    retraction, is_new = Retraction.objects.get_or_create(contact=contact, defaults={"membership": by, "at": now})
    if is_new:
        audit.record("retracted", contact, by=by)
    return retraction


@transaction.atomic
def restore_contact(contact: Contact, *, by: Membership) -> Contact:
    """Back in lists and figures, as it was."""
    check_may_retract(by, contact)
    removed, _rows = Retraction.objects.filter(contact=contact).delete()
    if removed:
        audit.record("restored", contact, by=by)
    return contact
