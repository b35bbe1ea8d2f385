"""The code of a participant: short enough to say on the phone, random, and it notices a slip.

KVTB-7: four consonants (no word, no name comes of them) and a check character. One wrong character, or two that changed
places, is always noticed: the weights are distinct and 23 is prime.
"""

import re
from collections.abc import Callable

LETTERS = "BCDFGHJKLMNPRSTVWXZQ"
CHECKS = "23456789BCDFGHJKLMNPRST"
WEIGHTS = (2, 3, 4, 5, 6, 7)
SHAPE = re.compile(rf"^([{LETTERS}]{{4,6}})-([{CHECKS}])$")


def make_code(choose: Callable[[str], str], *, length: int = 4) -> str:
    """A new code of 4 to 6 letters. `choose` picks one character of a string at random (secrets.choice in real use)."""
    letters = "".join(choose(LETTERS) for _ in range(length))
    return f"{letters}-{check_character(letters)}"


def check_character(letters: str) -> str:
    total = sum(weight * LETTERS.index(letter) for weight, letter in zip(WEIGHTS, letters, strict=False))
    return CHECKS[total % len(CHECKS)]


def tidy(text: str) -> str:
    """A code as it was typed or heard, in its own shape: " kvtb 7" is KVTB-7."""
    plain = re.sub(r"[^A-Z0-9]", "", text.upper())
    return f"{plain[:-1]}-{plain[-1]}" if plain else ""


def is_code(text: str) -> bool:
    """True when the shape and the check character are right; whether anybody has this code is another matter."""
    match = SHAPE.match(text)
    return match is not None and check_character(match[1]) == match[2]
