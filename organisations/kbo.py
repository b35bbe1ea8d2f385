"""Numbers of the Crossroads Bank for Enterprises: ten digits, of which the last two check the others."""

import re

SEPARATORS = re.compile(r"[\s./-]+")


def normalise(text: str) -> str:
    """`BE 0123.456.749` → `0123456749`: as people copy it, without the country and the points."""
    bare = SEPARATORS.sub("", text).upper().removeprefix("BE")
    return f"0{bare}" if re.fullmatch(r"[1-9]\d{8}", bare) else bare


def check_digits(first_eight: str) -> str:
    """The two digits that belong to the first eight: 97 less their remainder by 97."""
    return f"{97 - int(first_eight) % 97:02}"


def is_sound(number: str) -> bool:
    """Whether ten digits, as `normalise` writes them, can be a number of an enterprise."""
    return bool(re.fullmatch(r"[01]\d{9}", number)) and check_digits(number[:8]) == number[8:]


def spaced(number: str) -> str:
    """`0123456749` → `0123.456.749`, as it is written on paper."""
    return f"{number[:4]}.{number[4:7]}.{number[7:]}" if len(number) == 10 else number
