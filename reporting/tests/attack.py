"""Somebody with a pencil, who knows our rules and tries to work out from a report what was left out of it.

The unknowns are how many trajectories of a cohort stand in each possible combination of states; every number that a
report shows is an equation. A count is found out when it follows from those equations. What a shown zero means for its
parts is used too.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

SIX = ("reached", "missed", "unknown", "not_asked", "not_due", "not_applicable")
SETTLED = ("reached", "missed")
FOUR = {
    "reached": ("reached",),
    "missed": ("missed",),
    "not_known": ("unknown", "not_asked", "not_due"),
    "not_applicable": ("not_applicable",),
}


class Kind(NamedTuple):
    """One combination: the states of the moments, which of them count in a rate, whether no enrolment exists."""

    states: tuple[str, str, str]
    in_rate: tuple[bool, bool, bool]
    takes_part: bool = False


def kinds() -> Iterator[Kind]:
    for states in _states():
        for in_rate in product((False, True), repeat=3):
            if all(state in SETTLED or not counts for state, counts in zip(states, in_rate, strict=True)):
                yield Kind(states, in_rate)
    yield Kind(("not_applicable",) * 3, (False,) * 3, takes_part=True)


def _states() -> Iterator[tuple[str, str, str]]:
    yield from (("reached", two, three) for two in SIX for three in SIX)
    yield ("not_due", "not_due", "not_due")
    yield from ((one, "not_applicable", "not_applicable") for one in SIX if one not in ("reached", "not_due"))


KINDS = tuple(kinds())
Equation = tuple[frozenset[int], int]


def those(condition: Any) -> frozenset[int]:
    return frozenset(place for place, kind in enumerate(KINDS) if condition(kind))


def base(moment: int) -> frozenset[int]:
    return those(lambda kind: moment == 0 or kind.states[0] == "reached")


def equations(cohort: dict[str, Any]) -> Iterator[Equation]:
    """Every number that is shown of a cohort, with the combinations that it counts."""
    if cohort["started"] is not None:
        yield those(lambda kind: True), cohort["started"]
    if cohort["taking_part"] is not None:
        yield those(lambda kind: kind.takes_part), cohort["taking_part"]
    for moment, shown in enumerate(cohort["moments"]):
        yield from _of_moment(moment, shown)


def _of_moment(moment: int, shown: dict[str, Any]) -> Iterator[Equation]:
    for state, count in (shown["six"] or {}).items():
        yield base(moment) & standing(moment, state), count
    for name, count in (shown["four"] or {}).items():
        yield base(moment) & standing(moment, *FOUR[name]), count
    for state, count in (shown["over_all"] or {}).items():
        yield standing(moment, state), count
    if rate := shown["rate"]:
        counted = those(lambda kind: kind.in_rate[moment])
        yield counted, rate["denominator"]
        yield counted & standing(moment, "reached"), rate["reached"]


def standing(moment: int, *states: str) -> frozenset[int]:
    return those(lambda kind: kind.states[moment] in states)


def found_out(cohort: dict[str, Any], target: frozenset[int]) -> bool:
    """Whether the number of trajectories in `target` follows from what is shown."""
    known = list(equations(cohort))
    nothing = frozenset().union(*(places for places, count in known if count == 0)) if known else frozenset()
    rows = [_vector(places - nothing) for places, _count in known]
    return _in_span(rows, _vector(target - nothing))


def _vector(places: frozenset[int]) -> dict[int, Fraction]:
    return dict.fromkeys(places, Fraction(1))


def _in_span(rows: list[dict[int, Fraction]], target: dict[int, Fraction]) -> bool:
    """Gauss, with sparse rows: reduce the target by each row's leading place."""
    leading: dict[int, dict[int, Fraction]] = {}
    for row in rows:
        if rest := _reduced(row, leading):
            place = min(rest)
            leading[place] = {key: value / rest[place] for key, value in rest.items()}
    return not _reduced(target, leading)


def _reduced(row: dict[int, Fraction], leading: dict[int, dict[int, Fraction]]) -> dict[int, Fraction]:
    row = dict(row)
    for place in sorted(leading):
        if factor := row.get(place):
            for key, value in leading[place].items():
                row[key] = row.get(key, Fraction(0)) - factor * value
    return {key: value for key, value in row.items() if value}
