"""The year in which somebody turns 18: inform them, and erase what was known about their parents."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from organisations import audit
from organisations.access import check
from organisations.models import Membership, set_fields
from trajectories.access import check_may_guide
from trajectories.follow_up import comes_of_age_on
from trajectories.models import ContactDetails, Participant

OF_PARENTS = ("reached_through", "phone", "email", "address")
MAY_BE_THEIR_OWN = ("phone", "email", "address")


@transaction.atomic
def settle_coming_of_age(
    participant: Participant, *, version: int, informed_on: date, keep: Iterable[str], by: Membership, today: date
) -> Participant:
    """Note when they were informed, and erase the contact details but those in `keep`, which are their own.

    It cannot be undone. Raises StaleVersionError when someone else was first, ValidationError when it is too early.
    """
    check_may_guide(by)
    check(Participant.objects.visible_to(by, today=today).filter(pk=participant.pk).exists())
    participant.claim_version(version)
    if not participant.birth_year or informed_on < comes_of_age_on(participant.birth_year):
        raise ValidationError(_("Inform them in the year in which they turn 18, or later."), code="informed_on")
    if informed_on > today:
        raise ValidationError(_("The date cannot lie in the future."), code="informed_on")
    participant.of_age_informed_on = informed_on
    participant.save(update_fields=["of_age_informed_on"])
    audit.record("changed", participant, by=by, fields=["of_age_informed_on"], organisation=participant.controller)
    _erase(participant, set(OF_PARENTS) - (set(keep) & set(MAY_BE_THEIR_OWN)), by=by)
    return participant


def _erase(participant: Participant, names: Iterable[str], *, by: Membership) -> None:
    details = ContactDetails.objects.select_for_update().filter(participant=participant).first()
    erased = set_fields(details, dict.fromkeys(names, "")) if details else []
    if details and erased:
        details.claim_version(details.version).save()
        audit.record("erased", participant, by=by, fields=erased, organisation=participant.controller)
