"""The board of places: which offers fit a wish in the street. What nobody asked yet is neither a yes nor a no."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Fit(Enum):
    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


@dataclass(frozen=True)
class Offer:
    """None is what nobody asked."""

    kind: str
    municipality: str
    places: int | None
    price: Decimal | None
    takes_trials: bool | None
    holidays_only: bool


@dataclass(frozen=True)
class Wish:
    """What is left out does not matter. `price_up_to` is what one pays at once, per whatever the price is."""

    kind: str = ""
    municipality: str = ""
    free: bool = False
    price_up_to: Decimal | None = None
    trial: bool = False
    holidays: bool = False


def fit(offer: Offer, wish: Wish) -> Fit:
    """One no is a no. Without one, something unknown makes it unknown: worth a call, not worth leaving out."""
    answers = set(_answers(offer, wish))
    if False in answers:
        return Fit.NO
    return Fit.UNKNOWN if None in answers else Fit.YES


def _answers(offer: Offer, wish: Wish) -> Iterator[bool | None]:
    yield not wish.kind or offer.kind == wish.kind
    yield not wish.municipality or offer.municipality == wish.municipality
    yield not wish.holidays or offer.holidays_only
    if wish.free:
        yield None if offer.places is None else offer.places > 0
    if wish.price_up_to is not None:
        yield None if offer.price is None else offer.price <= wish.price_up_to
    if wish.trial:
        yield offer.takes_trials


def rank(offer: Offer) -> int:
    """Free places first, then those that nobody asked, then those that are full."""
    if offer.places is None:
        return 1
    return 0 if offer.places else 2
