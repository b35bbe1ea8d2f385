"""The named cast that all tests share holds what its names promise."""

from ambassadors.models import Appointment
from organisations.models import Membership


def test_cast_has_a_log_in_for_everyone(cast, client_for):
    for membership in cast.memberships.values():
        assert client_for(membership).session["_auth_user_id"] == str(membership.user_id)


def test_cast_is_complete(cast):
    assert set(Membership.objects.all()) == set(cast.memberships.values())
    assert Appointment.objects.count() == 4
    assert cast.external_appointment.employer == cast.employer == cast.agreement.controller
    assert cast.external_project.organisation == cast.organisation
