"""Which engagement can stand where. A refusal is an answer like the others."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trajectories.commitments import Dated, Objection, objection, standing
from trajectories.enums import CommitmentState

ASKED, SIGNED, REFUSED, WITHDRAWN = CommitmentState
FIRST = date(2025, 1, 1)


def on(day: int, state: CommitmentState) -> Dated:
    return Dated(FIRST + timedelta(days=day), state)


attempts = st.lists(st.builds(on, st.integers(0, 9), st.sampled_from(CommitmentState)), max_size=12)


def insert(rows: list[Dated], new: Dated) -> list[Dated]:
    """As the table does: by day, and of one day in the order in which they were written."""
    return sorted([*rows, new], key=lambda row: row.day)


def test_no_is_a_fine_answer_at_once_and_one_may_ask_again():
    rows = [on(0, REFUSED)]
    assert objection([], rows[0]) is None
    assert objection(rows, on(5, ASKED)) is None
    assert objection(rows, on(5, SIGNED)) is None


def test_only_what_is_signed_can_be_withdrawn():
    assert objection([], on(0, WITHDRAWN)) == Objection.NOTHING_SIGNED
    assert objection([on(0, ASKED)], on(3, WITHDRAWN)) == Objection.NOTHING_SIGNED
    signed = [on(0, ASKED), on(3, SIGNED)]
    assert objection(signed, on(2, WITHDRAWN)) == Objection.NOTHING_SIGNED
    assert objection(signed, on(3, WITHDRAWN)) is None
    withdrawn = [*signed, on(8, WITHDRAWN)]
    assert objection(withdrawn, on(5, REFUSED)) == Objection.IS_WITHDRAWN_LATER


def test_nothing_is_said_twice_on_end():
    rows = [on(0, ASKED), on(4, SIGNED)]
    assert objection(rows, on(2, ASKED)) == Objection.STANDS_ALREADY
    assert objection(rows, on(2, SIGNED)) == Objection.STANDS_ALREADY
    assert objection(rows, on(9, SIGNED)) == Objection.STANDS_ALREADY


@given(attempts)
def test_whatever_people_try_in_whatever_order_the_story_stays_possible(tried):
    rows: list[Dated] = []
    for new in tried:
        if objection(rows, new) is None:
            rows = insert(rows, new)
    states = [row.state for row in rows]
    assert all(before != after for before, after in pairwise(states))
    assert all(before == SIGNED for before, after in pairwise([None, *states]) if after == WITHDRAWN)


@given(attempts, st.integers(0, 9))
def test_standing_is_the_last_word_of_the_last_day(tried, day):
    rows = sorted(tried, key=lambda row: row.day)
    past = [row for row in rows if row.day <= FIRST + timedelta(days=day)]
    assert standing(rows, FIRST + timedelta(days=day)) == (past[-1] if past else None)
