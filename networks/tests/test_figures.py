"""The sums over learning networks, without a database."""

from hypothesis import given
from hypothesis import strategies as st

from networks.enums import SessionState
from networks.figures import Promise, SessionFact, Totals, promise, totals

HELD, PLANNED, MOVED, CANCELLED = SessionState.HELD, SessionState.PLANNED, SessionState.MOVED, SessionState.CANCELLED

counts = st.none() | st.integers(0, 500)
facts = st.lists(
    st.one_of(
        st.builds(SessionFact, st.just(HELD), counts),
        st.builds(SessionFact, st.sampled_from([PLANNED, MOVED, CANCELLED])),
    )
)


def test_attendances_of_2022_are_fifty_one():
    assert totals(SessionFact(HELD, count) for count in (20, 9, 16, 6)) == Totals(4, 0, 0, 51, 0)


def test_session_that_nobody_counted_is_named_and_adds_nothing():
    assert totals([SessionFact(HELD, 12), SessionFact(HELD)]) == Totals(2, 0, 0, 12, 1)


def test_planned_and_moved_sessions_are_to_come():
    assert totals([SessionFact(PLANNED), SessionFact(MOVED), SessionFact(CANCELLED)]).to_come == 2


@given(facts)
def test_every_session_counts_once(sessions):
    sums = totals(sessions)
    assert sums.held + sums.to_come + sums.cancelled == len(sessions)


@given(facts, facts)
def test_totals_add_up(some, others):
    together, one, two = totals(some + others), totals(some), totals(others)
    assert together.attendances == one.attendances + two.attendances


def test_promise_counts_what_was_held_only():
    assert promise(3, [SessionFact(HELD), SessionFact(PLANNED)]) == Promise(3, 1)


def test_promise_without_a_number_is_no_promise():
    assert promise(None, [SessionFact(HELD)]) is None


def test_promise_is_kept_when_all_were_held():
    assert promise(1, [SessionFact(HELD)]).is_kept
    assert not promise(2, [SessionFact(HELD)]).is_kept
