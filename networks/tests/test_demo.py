"""The learning networks of 2022, as the minister answered."""

from datetime import date
from random import Random

import pytest

from networks import demo
from networks.enums import FindingKind
from networks.figures import SessionFact, totals
from networks.models import Finding, NextStep, Session, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def filled(db):
    demo.fill(date(2026, 11, 22), Random(1))


def test_four_were_held_with_fifty_one_attendances():
    sums = totals(SessionFact(s.state, s.head_count) for s in Session.objects.all())
    assert (sums.held, sums.attendances, sums.to_come) == (4, 51, 3)


def test_days_and_places_are_those_of_the_answer():
    rows = Session.objects.exclude(head_count=None).values_list("date", "municipality__name", "head_count")
    assert list(rows) == [
        (date(2022, 3, 18), "Sint-Niklaas", 20),
        (date(2022, 4, 19), "Asse", 9),
        (date(2022, 5, 12), "Mechelen", 16),
        (date(2022, 6, 14), "Kortrijk", 6),
    ]


def test_four_bottlenecks_and_four_successes_have_no_theme():
    for kind in (FindingKind.BOTTLENECK, FindingKind.SUCCESS_FACTOR):
        assert Finding.objects.filter(kind=kind, theme=None).count() == 4
    assert Theme.objects.count() == 3


def test_three_more_are_promised_between_october_and_february():
    winter = NextStep.objects.get(promised=3)
    assert (winter.period_from, winter.period_until) == (date(2022, 10, 1), date(2023, 2, 28))
    assert winter.sessions.count() == 3
