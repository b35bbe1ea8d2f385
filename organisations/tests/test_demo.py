"""The invented organisations and people: whole, plainly invented, and the same each time."""

from datetime import date
from random import Random

import pytest
from django.urls import reverse

from organisations import demo, kbo
from organisations.enums import OrganisationKind, Role
from organisations.models import Membership, Organisation, User

TODAY = date(2026, 11, 22)
REAL = {"De Ambrassade", "Bataljong", "Demos", "VVSG", "Karel de Grote Hogeschool"}


@pytest.fixture
def filled(db) -> None:
    demo.fill(TODAY, Random(1))


def test_every_kind_of_organisation_is_there(filled):
    assert set(Organisation.objects.values_list("kind", flat=True)) == set(OrganisationKind.values)


def test_what_is_invented_says_so(filled):
    names = set(Organisation.objects.values_list("name", flat=True))
    assert {name for name in names if not name.endswith("(demo)")} == REAL
    assert all(user.name.endswith("Voorbeeld (demo)") for user in User.objects.all())
    assert all(user.email.endswith("@demo.example") for user in User.objects.all())


def test_numbers_add_up_in_a_range_that_is_not_given_out(filled):
    numbers = Organisation.objects.values_list("kbo_number", flat=True)
    assert all(kbo.is_sound(number) and number.startswith("0999") for number in numbers)


@pytest.mark.parametrize("log_in", ["coordinator", "ambassador", "guide", "ministry", "administrator"])
def test_each_role_has_a_log_in(filled, client, log_in):
    body = {"login": demo.address(log_in), "password": demo.PASSWORD}
    response = client.post(reverse("account_login"), body)
    assert response.status_code == 302
    assert Membership.objects.get(user__email=demo.address(log_in)).role == log_in


def test_coordinator_ambassador_and_administrator_work_in_one_municipality(filled):
    places = {
        Membership.objects.get(user__email=demo.address(log_in)).organisation.name
        for log_in in ("coordinator", "ambassador", "administrator")
    }
    assert places == {"Stad Mechelen (demo)"}


def test_twenty_ambassadors_of_whom_one_works_in_two_places(filled):
    memberships = Membership.objects.filter(role=Role.AMBASSADOR)
    assert memberships.values("user").distinct().count() == 20
    assert memberships.count() == 21


def test_addresses_are_the_same_each_time(db):
    demo.fill(TODAY, Random(1))
    first = list(Organisation.objects.values_list("uuid", flat=True))
    Membership.objects.all().delete()
    User.objects.all().delete()
    Organisation.objects.all().delete()
    demo.fill(TODAY, Random(1))
    assert list(Organisation.objects.values_list("uuid", flat=True)) == first
