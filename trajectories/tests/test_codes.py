"""Codes: short, random, and they notice a slip."""

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from trajectories import codes

made = st.integers(0, 10**9).map(lambda seed: codes.make_code(random.Random(seed).choice))
places = st.integers(0, 3)


@given(made)
def test_made_code_is_a_code(code):
    assert codes.is_code(code)
    assert codes.tidy(f" {code.lower().replace('-', ' ')} ") == code


@given(made, places, st.sampled_from(codes.LETTERS))
def test_one_wrong_letter_is_noticed(code, place, letter):
    assume(code[place] != letter)
    assert not codes.is_code(code[:place] + letter + code[place + 1 :])


@given(made, places, places)
def test_two_letters_that_changed_places_are_noticed(code, one, other):
    assume(code[one] != code[other])
    letters = list(code)
    letters[one], letters[other] = letters[other], letters[one]
    assert not codes.is_code("".join(letters))


@given(made, st.sampled_from(codes.CHECKS))
def test_wrong_check_character_is_noticed(code, check):
    assume(code[-1] != check)
    assert not codes.is_code(code[:-1] + check)


@given(st.text(max_size=12))
def test_any_text_can_be_tidied(text):
    assert codes.tidy(codes.tidy(text)) == codes.tidy(text)
    codes.is_code(codes.tidy(text))
