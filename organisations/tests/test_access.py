"""Who may do what on the ground floor, and which rows each sees."""

from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from config.testing.cast import address
from organisations import access
from organisations.context_processors import NAVIGATION, house
from organisations.enums import OrganisationKind, Role, roles_for
from organisations.models import AuditEvent, Invitation, Membership, Organisation
from organisations.rulings import rulings
from organisations.storage import meaningless_name

EVERYONE = (
    "coordinator",
    "ambassador",
    "administrator",
    "other_administrator",
    "external_administrator",
    "guide",
    "ministry",
    "ministry_administrator",
)


def those(cast, question) -> set[str]:
    return {who for who in EVERYONE if question(getattr(cast, who))}


def test_organisations_are_made_by_the_programme(cast):
    assert those(cast, access.may_make_organisations) == {"ministry_administrator"}


def test_organisation_is_kept_by_its_administrator_and_the_programme(cast):
    may = those(cast, lambda who: access.may_edit_organisation(who, cast.organisation))
    assert may == {"administrator", "ministry_administrator"}


def test_people_are_managed_by_administrators(cast):
    assert those(cast, access.may_manage_people) == {who for who in EVERYONE if who.endswith("administrator")}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.AMBASSADOR, {"administrator"}),
        (Role.COORDINATOR, {"administrator"}),
        (Role.ADMINISTRATOR, {"administrator", "ministry_administrator"}),
        (Role.GUIDE, set()),
        (Role.MINISTRY, set()),
    ],
)
def test_people_are_invited_into_roles_that_make_sense_there(cast, role, expected):
    assert those(cast, lambda who: access.may_invite(who, cast.organisation, role)) == expected


@pytest.mark.parametrize("other", ["ambassador", "coordinator"])
def test_membership_is_ended_by_the_own_administrator(cast, other):
    row = getattr(cast, other)
    assert those(cast, lambda who: access.may_end(who, row)) == {"administrator"}


def test_last_administrator_is_ended_from_outside_only(cast):
    may = those(cast, lambda who: access.may_end(who, cast.administrator))
    assert may == {"ministry_administrator"}


def test_each_check_refuses_where_its_question_says_no(cast):
    for check, rows in (
        (access.check_may_make_organisations, ()),
        (access.check_may_edit_organisation, (cast.organisation,)),
        (access.check_may_invite, (cast.organisation, Role.AMBASSADOR)),
        (access.check_may_manage_people, ()),
        (access.check_may_end, (cast.ambassador,)),
        (access.check_may_reopen, (cast.ambassador,)),
    ):
        with pytest.raises(PermissionDenied):
            check(cast.guide, *rows)


def test_programme_sees_all_organisations_and_others_their_own(cast):
    assert Organisation.objects.visible_to(cast.ministry_administrator).count() == 5
    for who in ("coordinator", "ambassador", "administrator"):
        assert set(Organisation.objects.visible_to(getattr(cast, who))) == {cast.organisation}
    assert set(Organisation.objects.visible_to(cast.ministry)) == {cast.department}


@pytest.mark.parametrize("rows", [Membership, Invitation, AuditEvent])
@pytest.mark.parametrize("who", ["coordinator", "ambassador", "guide", "ministry"])
def test_people_and_trail_are_for_administrators(cast, invitation, rows, who):
    assert not rows.objects.visible_to(getattr(cast, who)).exists()
    assert not rows.objects.visible_to(cast.other_administrator).filter(organisation=cast.organisation).exists()


def test_programme_sees_administrators_everywhere_and_no_other_people(cast):
    seen = Membership.objects.visible_to(cast.ministry_administrator).exclude(organisation=cast.department)
    assert set(seen.values_list("role", flat=True)) == {"administrator"}
    assert seen.count() == 3


def test_ended_membership_is_no_workplace(cast):
    Membership.objects.filter(pk=cast.coordinator.pk).update(ended_at=timezone.now())
    assert not Membership.objects.of_user(cast.coordinator.user).exists()


@pytest.mark.parametrize("kind", OrganisationKind.values)
def test_every_kind_of_organisation_can_have_an_administrator(kind):
    assert Role.ADMINISTRATOR in roles_for(kind)


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_places_to_go(cast, client_for, role):
    membership = next(m for m in cast.memberships.values() if m.role == role)
    for _label, name in NAVIGATION[role]:
        response = client_for(membership).get(address(membership, name), follow=True)
        assert response.status_code == 200, name
        assert 'aria-current="page"' in response.content.decode(), name


def test_rulings_can_be_set_by_the_installation(settings):
    settings.RULINGS = settings.RULINGS | {"INVITATION_DAYS": 3}
    assert rulings().invitation_days == 3


def test_stored_files_have_names_that_mean_nothing():
    first, second = (meaningless_name(Organisation(), "Jan Peeters.PDF") for _ in range(2))
    assert first != second
    folder, name = first.split("/")
    assert folder == "organisation"
    assert str(UUID(name.removesuffix(".pdf"), version=4).hex) == name.removesuffix(".pdf")


@pytest.mark.parametrize(
    ("role", "path", "label"),
    [
        (Role.COORDINATOR, "appointments/x/end/", "Projecten"),
        (Role.COORDINATOR, "findings/", "Lerende netwerken"),
        (Role.GUIDE, "findings/", "Bevindingen"),
        (Role.AMBASSADOR, "follow-up/", "Vandaag"),
        (Role.AMBASSADOR, "participants/new/", "Trajecten"),
        (Role.AMBASSADOR, "contacts/new/", "Logboek"),
    ],
)
def test_page_marks_where_it_belongs(cast, rf, role, path, label):
    membership = next(m for m in cast.memberships.values() if m.role == role)
    request = rf.get(address(membership, "organisations:home") + path)
    request.membership, membership.has_others = membership, False
    assert [item.label for item in house(request)["nav"] if item.current] == [label]
