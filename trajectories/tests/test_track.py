"""Where the time to ask about each moment lies, seen from today; and the drawing of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from config.testing.cast import address
from trajectories.enums import Basis, MomentState, Outcome, Status
from trajectories.follow_up import ReminderKind, reminders
from trajectories.moments import OutcomeFact
from trajectories.tests import strategies
from trajectories.tests.making import enrolled as enrolled_columns
from trajectories.tests.making import make_trajectory
from trajectories.tests.stories import enrolled, started, turned
from trajectories.tests.strategies import RULINGS
from trajectories.track import HEIGHT, WIDTH, Place, spans, track


def places(facts, day):
    return [(span.moment, span.place, span.days) for span in spans(facts, day, RULINGS)]


def test_windows_lie_ahead_now_and_past():
    facts = enrolled(date(2024, 10, 1), 2024)
    assert places(facts, date(2024, 10, 1)) == [(1, Place.NOW, 0), (2, Place.AHEAD, 182), (3, Place.AHEAD, 335)]
    assert places(facts, date(2025, 4, 1))[1:] == [(2, Place.NOW, 61), (3, Place.AHEAD, 153)]
    assert places(facts, date(2025, 6, 1))[1:] == [(2, Place.NOW, 0), (3, Place.AHEAD, 92)]
    assert places(facts, date(2025, 11, 15))[1:] == [(2, Place.PAST, 0), (3, Place.PAST, 0)]


def test_before_the_enrolment_only_the_first_has_its_days():
    assert places(started(date(2024, 9, 10)), date(2024, 9, 10)) == [(1, Place.NOW, 180)]
    assert track(spans(started(), date(2024, 9, 10), RULINGS), date(2024, 9, 10)) is None


def test_what_does_not_apply_has_no_days():
    assert places(started(basis=Basis.NO_ENROLMENT), date(2024, 10, 1)) == []
    handed_over = turned(enrolled(date(2024, 10, 1), 2024), (date(2024, 12, 1), Status.HANDED_OVER))
    assert [moment for moment, _place, _days in places(handed_over, date(2025, 1, 1))] == [1]


def test_bars_are_painted_by_what_became_of_the_moment():
    two = OutcomeFact(Outcome.MISSED, date(2025, 4, 3))
    found = spans(enrolled(date(2024, 10, 1), 2024, begun=date(2024, 9, 1), two=two), date(2025, 5, 1), RULINGS)
    drawn = track(found, date(2025, 5, 1))
    assert [bar.paint for bar in drawn.bars] == ["reached", "missed", "not_due"]
    assert (drawn.first, drawn.last) == (date(2024, 9, 1), date(2025, 11, 14))


@settings(max_examples=150, deadline=None)
@given(strategies.trajectories(), strategies.days)
def test_spans_agree_with_the_follow_up_list(facts, day):
    if day < facts.started_on:
        return
    found = {span.moment: span for span in spans(facts, day, RULINGS)}
    listed = {reminder.kind for reminder in reminders(facts, day, day, RULINGS)}
    for moment, kind in ((2, ReminderKind.MOMENT_TWO_OPEN), (3, ReminderKind.MOMENT_THREE_OPEN)):
        is_open = moment in found and not found[moment].is_answered and found[moment].place == Place.NOW
        assert (kind in listed) == is_open
    for span in found.values():
        assert span.first - timedelta(days=1) <= span.last
        assert span.state != MomentState.NOT_APPLICABLE


@settings(max_examples=150, deadline=None)
@given(strategies.trajectories(), strategies.days)
def test_drawing_stays_within_its_frame(facts, day):
    if day < facts.started_on or not (drawn := track(spans(facts, day, RULINGS), day)):
        return
    assert 0 <= drawn.today_x <= WIDTH
    for bar in drawn.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert 0 <= bar.y <= bar.y + drawn.bar <= HEIGHT


@pytest.mark.parametrize("who", ["ambassador", "coordinator"])
def test_page_says_and_draws_where_the_windows_lie(cast, client_for, provider, who):
    row = make_trajectory(cast.appointment, **enrolled_columns(provider))
    member = cast.memberships[who]
    shown = client_for(member).get(address(member, "trajectories:trajectory-detail", row)).content.decode()
    assert "De tijd ervoor liep tot en met 1 juni 2025. Je kunt het nog noteren." in " ".join(shown.split())
    assert shown.count("<rect ") == 3
