"""Merging is pure: whatever two people change, in any order, each change is kept or put before a person."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ambassadors.merging import THEIRS, YOURS, Choices, StepContent, merge

QUESTIONS = ("why", "term", "strategies")
VALUES = st.sampled_from(["", "a", "b", "c"])
ADDRESSES = [UUID(int=number) for number in range(1, 5)]


@st.composite
def rows(draw):
    chosen = draw(st.lists(st.sampled_from(ADDRESSES), unique=True))
    return [{"uuid": one, "name": draw(VALUES), "kind": draw(VALUES)} for one in chosen]


@st.composite
def contents(draw):
    answers = {name: draw(VALUES) for name in QUESTIONS}
    return StepContent(
        note=draw(VALUES), is_ready=draw(st.booleans()), answers=answers, rows={"partners": draw(rows())}
    )


def flat(content):
    """Every cell by its key; a row that is not there has none."""
    cells = dict(content.cells())
    for relation, present in content.rows.items():
        for row in present:
            cells |= {f"{relation}/{row['uuid']}/{name}": value for name, value in row.items() if name != "uuid"}
    return cells


def addresses(content):
    return {row["uuid"] for row in content.rows["partners"]}


def is_covered(key, clashes):
    return any(key == clash.key or key.startswith(f"{clash.key}/") for clash in clashes)


@given(contents(), contents())
def test_who_works_alone_saves_what_was_typed(base, yours):
    merged = merge(base, base, yours)
    assert (flat(merged.content), merged.clashes, merged.taken) == (flat(yours), (), frozenset())


@given(contents(), contents())
def test_who_changed_nothing_gets_what_others_saved(base, theirs):
    merged = merge(base, theirs, base)
    assert (merged.content, merged.clashes) == (theirs, ())


@given(contents(), contents(), contents())
def test_every_change_of_yours_is_saved_or_put_before_you(base, theirs, yours):
    merged = merge(base, theirs, yours)
    before, after, typed = flat(base), flat(merged.content), flat(yours)
    for key in before.keys() | typed.keys():
        if before.get(key) != typed.get(key):
            assert after.get(key) == typed.get(key) or is_covered(key, merged.clashes)


@given(contents(), contents(), contents())
def test_nothing_that_others_saved_is_overwritten_unseen(base, theirs, yours):
    merged = merge(base, theirs, yours)
    before, now, after = flat(base), flat(theirs), flat(merged.content)
    for key in before.keys() | now.keys():
        if before.get(key) != now.get(key):
            assert after.get(key) == now.get(key)


@given(contents(), contents(), contents())
def test_two_who_save_in_the_other_order_meet_the_same_clashes(base, theirs, yours):
    one, other = merge(base, theirs, yours), merge(base, yours, theirs)
    assert {clash.key for clash in one.clashes} == {clash.key for clash in other.clashes}


@given(contents(), contents(), contents(), st.sampled_from([YOURS, THEIRS]))
def test_after_the_choice_nothing_is_open_and_what_was_chosen_stands(base, theirs, yours, choice):
    """The page that showed the clash carries the new version: what stood there then is the base now."""
    first = merge(base, theirs, yours)
    now = first.content
    keys = frozenset(clash.key for clash in first.clashes)
    waiting = merge(now, now, yours, Choices(open=keys))
    assert {clash.key for clash in waiting.clashes} == keys
    settled = merge(now, now, yours, Choices(made=dict.fromkeys(keys, choice)))
    assert settled.clashes == ()
    for clash in first.clashes:
        if "/" not in clash.key:
            assert settled.content.cells()[clash.key] == (clash.yours if choice == YOURS else clash.theirs)


@given(contents(), contents(), contents())
def test_what_was_left_out_is_not_touched(base, theirs, yours):
    only = StepContent(answers={"why": yours.answers["why"]})
    merged = merge(base, theirs, only).content
    assert (merged.note, merged.is_ready, merged.rows) == (theirs.note, theirs.is_ready, theirs.rows)
    assert merged.answers["term"] == theirs.answers["term"]


def test_a_partner_that_each_of_two_people_adds_is_there_twice():
    mine, hers = ({"uuid": one, "name": name} for one, name in zip(ADDRESSES, ("Chiro", "OCMW"), strict=False))
    merged = merge(
        StepContent(rows={"partners": []}),
        StepContent(rows={"partners": [hers]}),
        StepContent(rows={"partners": [mine]}),
    )
    assert merged.content.rows["partners"] == [hers, mine]
    assert merged.clashes == ()


def test_a_row_that_one_removed_and_the_other_changed_waits_for_a_choice():
    row = {"uuid": ADDRESSES[0], "name": "Chiro"}
    base = StepContent(rows={"partners": [row]})
    merged = merge(base, StepContent(rows={"partners": []}), StepContent(rows={"partners": [row | {"name": "KSA"}]}))
    assert [clash.key for clash in merged.clashes] == [f"partners/{ADDRESSES[0]}"]
    assert merged.content.rows["partners"] == []
