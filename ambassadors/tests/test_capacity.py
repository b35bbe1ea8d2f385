"""The indication of capacity: the instrument's numbers, converted, rounded down, and never without its caveat."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.capacity import indication
from ambassadors.enums import Strategy
from ambassadors.instrument import CAPACITY_CONDITIONS

GUIDANCE = frozenset({Strategy.INDIVIDUAL_GUIDANCE})


def shown(staffing=100, months=None, strategies=GUIDANCE, conditions=frozenset(CAPACITY_CONDITIONS)):
    return indication(strategies=strategies, conditions=conditions, staffing=staffing, months=months)


def numbers(**more):
    found = shown(**more)
    return found.started, found.guided_least, found.guided_most


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, (80, 60, 70)),
        ({"months": 36}, (80, 60, 70)),
        ({"months": 12}, (80, 60, 70)),
        ({"months": 6}, (40, 30, 35)),
        ({"staffing": 50}, (40, 30, 35)),
        ({"staffing": 50, "months": 6}, (20, 15, 17)),
        ({"staffing": 79}, (63, 47, 55)),
        ({"staffing": 160}, (128, 96, 112)),
        ({"staffing": 1, "months": 1}, (0, 0, 0)),
    ],
)
def test_indication_is_converted_and_rounded_down(more, expected):
    assert numbers(**more) == expected


def test_there_is_none_without_guidance_without_staffing_or_without_one_condition():
    assert shown(strategies=frozenset({Strategy.NETWORKING})) is None
    assert shown(staffing=0) is None
    assert all(shown(conditions=set(CAPACITY_CONDITIONS) - {name}) is None for name in CAPACITY_CONDITIONS)


def test_words_hold_the_label_and_the_caveat():
    with translation.override("nl"):
        words = shown(staffing=50, months=6).words
    assert "eigen omrekening" in words
    assert "indicatie in optimale omstandigheden, geen norm" in words
    assert all(number in words for number in ("20", "15", "17", "50 procent", "6 maanden"))


@given(st.integers(1, 300), st.integers(0, 100), st.integers(1, 240), st.integers(0, 240))
def test_more_hours_or_a_longer_term_never_give_less(staffing, more, months, longer):
    least, most = numbers(staffing=staffing, months=months), numbers(staffing=staffing + more, months=months + longer)
    assert all(before <= after for before, after in zip(least, most, strict=True))
