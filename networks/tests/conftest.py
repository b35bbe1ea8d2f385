"""Learning networks as the guide of the cast keeps them."""

from datetime import date

import pytest

from networks.enums import FindingKind, Origin, SessionState
from networks.models import Attendance, Finding, NextStep, Session

YESTERDAY = date(2026, 11, 21)


@pytest.fixture
def held(cast) -> Session:
    return Session.objects.create(
        topic="Tieners bereiken", state=SessionState.HELD, date=YESTERDAY, place="Gent", head_count=2
    )


@pytest.fixture
def planned(cast) -> Session:
    return Session.objects.create(topic="Verduurzamen", period_from=date(2030, 1, 1), period_until=date(2030, 2, 28))


@pytest.fixture
def attendance(held) -> Attendance:
    return Attendance.objects.create(session=held, name="Roos Geheim", other_organisation="Vzw Zonder")


@pytest.fixture
def draft(held) -> Finding:
    finding = Finding.objects.create(
        kind=FindingKind.BOTTLENECK, text="Nog niet voor iedereen.", origin=Origin.SESSIONS
    )
    finding.sessions.add(held)
    return finding


@pytest.fixture
def published(cast) -> Finding:
    return Finding.objects.create(kind=FindingKind.LESSON, text="Iedereen mag dit weten.", published_on=YESTERDAY)


@pytest.fixture
def step(cast) -> NextStep:
    return NextStep.objects.create(text="Een tweede ronde bevragingen")
