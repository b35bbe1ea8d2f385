"""States that cannot be, refused by the database."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from networks.enums import SessionState, StepState
from networks.models import Attendance, NextStep, Session
from organisations.models import Organisation

DAY, LATER = date(2026, 1, 1), date(2026, 2, 1)

IMPOSSIBLE_SESSIONS = {
    "held without a date": {"state": SessionState.HELD, "period_from": DAY, "period_until": LATER},
    "neither date nor period": {},
    "date and period": {"date": DAY, "period_from": DAY, "period_until": LATER},
    "period without a last day": {"period_from": DAY},
    "period without a first day": {"period_until": DAY},
    "period the wrong way round": {"period_from": LATER, "period_until": DAY},
    "head count of what is planned": {"date": DAY, "head_count": 3},
    "head count of what was cancelled": {"date": DAY, "state": SessionState.CANCELLED, "head_count": 3},
}
IMPOSSIBLE_STEPS = {
    "done without a date": {"state": StepState.HELD},
    "date of what is not done": {"held_on": DAY},
    "period the wrong way round": {"period_from": LATER, "period_until": DAY},
    "promise of nothing": {"promised": 0},
}


def refused(model, **columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**columns)


@pytest.mark.django_db
@pytest.mark.parametrize("columns", IMPOSSIBLE_SESSIONS.values(), ids=IMPOSSIBLE_SESSIONS)
def test_session_cannot_be(columns):
    refused(Session, topic="x", **columns)


@pytest.mark.django_db
@pytest.mark.parametrize("columns", IMPOSSIBLE_STEPS.values(), ids=IMPOSSIBLE_STEPS)
def test_next_step_cannot_be(columns):
    refused(NextStep, text="x", **columns)


def test_attendance_cannot_have_two_organisations(held):
    refused(Attendance, session=held, name="x", organisation=Organisation.objects.first(), other_organisation="Nog een")
