"""Say who are brothers and sisters."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from organisations import audit
from organisations.access import check
from organisations.models import Membership
from trajectories.access import check_may_guide
from trajectories.models import Family, Participant


@transaction.atomic
def link_sibling(participant: Participant, *, sibling: Participant, by: Membership, today: date) -> Participant:
    """Both belong to one family from now on. Raises ValidationError when each has a family already."""
    one, other = _both(participant, sibling, by, today)
    if one.family_id and other.family_id:
        if one.family_id == other.family_id:
            raise ValidationError(_("They already belong together."), code="sibling")
        sentence = _("%(code)s already belongs to another family. Take that away first, on the page of %(code)s.")
        raise ValidationError(sentence % {"code": other.code}, code="sibling")
    family = one.family or other.family or Family.objects.create(controller=one.controller)
    for person in (one, other):
        if person.family_id != family.pk:
            _move(person, family, by=by)
    return one


@transaction.atomic
def leave_family(participant: Participant, *, by: Membership, today: date) -> Participant:
    """No longer somebody's brother or sister. A family of one is no family: it goes."""
    check_may_guide(by)
    check(Participant.objects.visible_to(by, today=today).filter(pk=participant.pk).exists())
    row = Participant.objects.select_for_update(of=("self",)).select_related("controller").get(pk=participant.pk)
    family = row.family
    if family is None:
        return row
    _move(row, None, by=by)
    left = list(family.members.select_related("controller")[:2])
    if len(left) < 2:
        for person in left:
            _move(person, None, by=by)
        family.delete()
    return row


def _both(participant: Participant, sibling: Participant, by: Membership, today: date) -> list[Participant]:
    """As they are now, held; only somebody who sees both, of one controller, may link them."""
    check_may_guide(by)
    keys = [participant.pk, sibling.pk]
    check(Participant.objects.visible_to(by, today=today).filter(pk__in=keys).count() == 2)
    rows = Participant.objects.select_for_update(of=("self",)).select_related("controller", "family").in_bulk(keys)
    one, other = rows[participant.pk], rows[sibling.pk]
    check(one.controller_id == other.controller_id)
    return [one, other]


def _move(person: Participant, family: Family | None, *, by: Membership) -> None:
    """Also a new version, so that nobody's form of before writes the old family back."""
    person.claim_version(person.version)
    person.family = family
    person.save(update_fields=["family"])
    audit.record("changed", person, by=by, fields=["family"], organisation=person.controller)
