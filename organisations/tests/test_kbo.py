"""Numbers of enterprises check themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisations import kbo

sound = st.integers(0, 19_999_999).map(lambda n: f"{n:08}" + kbo.check_digits(f"{n:08}"))


@pytest.mark.parametrize("text", ["0403.170.701", "BE 0403 170 701", "be0403170701", "403170701"])
def test_number_is_read_as_people_copy_it(text):
    assert kbo.normalise(text) == "0403170701"
    assert kbo.is_sound(kbo.normalise(text))


@pytest.mark.parametrize("text", ["", "123", "0403170702", "2403170701", "04031707011", "abcdefghij", "٠٤٠٣١٧٠٧٠١"])
def test_number_that_cannot_be_is_refused(text):
    assert not kbo.is_sound(kbo.normalise(text))


@given(sound)
def test_every_number_with_its_check_digits_is_sound(number):
    assert kbo.is_sound(number)
    assert kbo.normalise(kbo.spaced(number)) == number


@given(sound, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number, place, shift):
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not kbo.is_sound(wrong)
