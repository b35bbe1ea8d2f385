"""The Flemish report counted once more, by somebody who reads the tables and knows none of our code.

Plain SQL through the database's own interface. Nothing of ours is imported to count with: a mistake in the figures
would have to be made twice, in two languages.
"""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from organisations.models import Membership
from reporting.actions.making import make_report
from reporting.enums import ReportKind
from reporting.models import Report
from reporting.tests.conftest import NOW, TODAY, YEAR

FIRST, LAST = YEAR

RECOGNISED = """
    SELECT p.id FROM ambassadors_project p
    WHERE EXISTS (SELECT 1 FROM ambassadors_recognition r
                  WHERE r.project_id = p.id AND r.state = 'recognised' AND r.decided_on BETWEEN %(first)s AND %(last)s)
       OR 'recognised' = (SELECT r.state FROM ambassadors_recognition r
                          WHERE r.project_id = p.id AND r.decided_on <= %(first)s ORDER BY r.decided_on DESC LIMIT 1)
"""
# The trajectories of a cohort, each with the day from which it counts as handed over (if it does).
COHORT = f"""
    SELECT t.*, (
        SELECT MIN(s.date) FROM trajectories_trajectorystatus s
        WHERE s.trajectory_id = t.id AND s.status = 'handed_over' AND s.date <= %(day)s
          AND NOT EXISTS (SELECT 1 FROM trajectories_trajectorystatus n
                          WHERE n.trajectory_id = t.id AND n.status <> 'handed_over' AND n.date <= %(day)s
                            AND (n.date > s.date OR (n.date = s.date AND n.id > s.id)))
    ) AS handed_over_on
    FROM trajectories_trajectory t
    WHERE t.started_on BETWEEN %(first)s AND %(last)s AND t.started_on <= %(day)s AND t.project_id IN ({RECOGNISED})
"""
CONTACTS = f"""
    FROM trajectories_contact c
    WHERE c.date BETWEEN %(first)s AND %(last)s AND c.project_id IN ({RECOGNISED})
      AND NOT EXISTS (SELECT 1 FROM trajectories_contact n WHERE n.corrects_id = c.id)
"""


def asked(sql: str, **days: date) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"first": FIRST, "last": LAST, "day": TODAY, **days})
        return cursor.fetchall()


def reached(moment: int, **days: date) -> int:
    sql = f"""
        SELECT COUNT(*) FROM ({COHORT}) t
        WHERE t.m{moment}_outcome = 'reached' AND t.m{moment}_on <= %(day)s
          AND (t.handed_over_on IS NULL OR t.m{moment}_on <= t.handed_over_on)
    """
    return asked(sql, **days)[0][0]


def tally(column: str) -> dict[str, tuple[int, int]]:
    rows = asked(f"SELECT c.{column}, COUNT(*), SUM(c.minutes) {CONTACTS} GROUP BY c.{column}")
    return {code: (contacts, minutes) for code, contacts, minutes in rows}


@pytest.fixture
def figures(db) -> dict:
    """The frozen figures of the demo's Flemish report, made by the job."""
    call_command("demo", "--today", TODAY.isoformat(), stdout=StringIO())
    ministry = Membership.objects.get(user__email="ministry@demo.example")
    report = Report.objects.create(
        kind=ReportKind.FLEMISH_REPORT,
        organisation=ministry.organisation,
        requested_by=ministry,
        requested_at=NOW,
        period_from=FIRST,
        period_until=LAST,
        reference_date=TODAY,
    )
    make_report(report.pk, clock=lambda: NOW)
    report.refresh_from_db()
    return report.figures or {}


def non_zero(value) -> int:
    if isinstance(value, dict):
        return sum(non_zero(part) for part in value.values())
    if isinstance(value, list):
        return sum(non_zero(part) for part in value)
    return isinstance(value, int) and not isinstance(value, bool) and value != 0


def test_frozen_figures_equal_an_independent_count(figures):
    assert figures["projects"]["recognised"] == len(asked(RECOGNISED))
    own = figures["cohorts"][-1]
    assert own["working_year"] == 2025
    assert own["started"] == asked(f"SELECT COUNT(*) FROM ({COHORT}) t")[0][0]
    for moment in (1, 2, 3):
        row = own["moments"][moment - 1]
        assert (row["six"] or row["four"])["reached"] == reached(moment), moment

    before = figures["cohorts"][-2]
    year = {"first": date(2024, 9, 1), "last": date(2025, 8, 31)}
    assert before["started"] == asked(f"SELECT COUNT(*) FROM ({COHORT}) t", **year)[0][0]
    for moment in (1, 2, 3):
        row = before["moments"][moment - 1]
        assert (row["six"] or row["four"])["reached"] == reached(moment, **year), moment

    book = figures["logbook"]
    assert (book["contacts"], book["minutes"]) == asked(f"SELECT COUNT(*), SUM(c.minutes) {CONTACTS}")[0]
    for name, column in (("by_channel", "channel"), ("by_criterion", "criterion"), ("by_with_whom", "with_whom")):
        counted = tally(column)
        assert {code: (contacts, minutes) for code, contacts, minutes in book[name] if contacts} == counted, column

    by_strategy = dict(asked(f"SELECT t.strategy, COUNT(*) FROM ({COHORT}) t GROUP BY t.strategy"))
    assert {code: count for code, count in figures["by_strategy"] if count} == by_strategy

    sums = asked("SELECT COUNT(*), SUM(s.head_count) FROM networks_session s WHERE s.state = 'held'")[0]
    assert (figures["networks"]["totals"]["held"], figures["networks"]["totals"]["attendances"]) == sums == (4, 51)

    shown = {name: part for name, part in figures.items() if name not in ("rulings", "cohort")}
    assert non_zero(shown) >= 20
