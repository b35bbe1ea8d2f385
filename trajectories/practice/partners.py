"""Pure: the partners that the plan needs, beside the names in what was noted.

A name is found only when it is certain: the same letters, whatever capitals and spaces. For the rest a person judges:
a partner that is not found under its name may well be there under another.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

BETWEEN_NAMES = re.compile(r"[,;\n]")


class Place(StrEnum):
    """Where a name turns up."""

    TRIAL = "trial"
    ENROLMENT = "enrolment"
    CONTACT = "contact"
    SUPPORT = "support"
    ACTIVITY = "activity"
    RESULT = "result"


@dataclass(frozen=True)
class Promise:
    """A partner of step 3; `engagement` is what became of its statement, on `day`."""

    name: str
    engagement: str
    day: date | None = None


@dataclass(frozen=True)
class Appearance:
    """A name in what was noted. Support of a provider lasts from a day until another; all else is on one day."""

    name: str
    place: Place
    first: date
    last: date

    def is_in(self, first: date, last: date) -> bool:
        return self.first <= last and self.last >= first


@dataclass(frozen=True)
class PartnerRow:
    promise: Promise
    places: dict[Place, int]

    @property
    def is_found(self) -> bool:
        return bool(self.places)


@dataclass(frozen=True)
class Other:
    """A name that nobody promised, or that was promised under another one."""

    name: str
    places: dict[Place, int]


@dataclass(frozen=True)
class PartnerPractice:
    """`rows` in the order of the dossier, `others` by name."""

    rows: tuple[PartnerRow, ...]
    others: tuple[Other, ...]

    @property
    def found(self) -> list[PartnerRow]:
        return [row for row in self.rows if row.is_found]

    @property
    def unfound(self) -> list[PartnerRow]:
        return [row for row in self.rows if not row.is_found]

    def with_engagement(self, engagement: str) -> list[PartnerRow]:
        return [row for row in self.rows if row.promise.engagement == engagement]


def partners_in_practice(
    promises: Sequence[Promise], appearances: Iterable[Appearance], first: date, last: date
) -> PartnerPractice:
    """Which promised partners appear in a period, how often and where, and who else does."""
    found: dict[str, Counter[Place]] = defaultdict(Counter)
    spelt: dict[str, set[str]] = defaultdict(set)
    for one in appearances:
        if one.is_in(first, last) and (key := plain(one.name)):
            found[key][one.place] += 1
            spelt[key].add(one.name.strip())
    promised = {plain(promise.name) for promise in promises}
    return PartnerPractice(
        rows=tuple(PartnerRow(promise, _places(found.get(plain(promise.name)))) for promise in promises),
        others=tuple(Other(min(spelt[key]), _places(found[key])) for key in sorted(found) if key not in promised),
    )


def _places(counted: Counter[Place] | None) -> dict[Place, int]:
    """In the order of the list, without what is zero."""
    return {place: counted[place] for place in Place if counted and counted[place]}


def plain(name: str) -> str:
    """The name for comparing: without capitals, and with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).split())


def names_in(text: str, known: Collection[str]) -> list[str]:
    """The names in a free text: all of it when it is a `known` one (as `plain` has it), else its parts."""
    if plain(text) in known:
        return [text.strip()]
    return [part.strip() for part in BETWEEN_NAMES.split(text) if part.strip()]
