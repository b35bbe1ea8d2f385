"""What no person types, but a request can hold. PostgreSQL refuses a zero byte, so a form has to be first."""

from uuid import uuid4

import pytest

from config.testing.cast import address
from trajectories.models import Contact, Provider

OUTBOX = {"X-Outbox": "1"}


@pytest.fixture
def new(cast, client_for):
    def send(page: str, /, **typed: object):
        url = address(cast.ambassador, f"trajectories:{page}")
        return client_for(cast.ambassador).post(url, {"entry_id": str(uuid4())} | typed, headers=OUTBOX)

    return send


@pytest.mark.parametrize("name", ["a\0b", "x" * 100_000])
def test_name_that_no_municipality_can_have_is_refused(new, name):
    answer = new("provider-new", name="Scouts", kind="other", municipality=name)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["municipality"]


def test_way_back_with_a_zero_byte_is_no_way_back(cast, new):
    answer = new("provider-new", name="Scouts", kind="other", next="/a\0b")
    assert answer.json()["location"] == address(cast.ambassador, "trajectories:provider-list")
    assert Provider.objects.get().name == "Scouts"


def test_day_before_all_calendars_is_refused(cast, new):
    far = {"date_on": "other", "date_other_day": "1", "date_other_month": "1", "date_other_year": "0001"}
    answer = new("contact-new", appointment=cast.appointment.uuid, minutes=5, **far)
    assert "date" in answer.json()["errors"]
    assert not Contact.objects.exists()
