"""The board's rule: what fits, what does not, and what nobody asked."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from trajectories.board import Fit, Offer, Wish, fit, rank

prices = st.decimals(0, 500, places=2)
offers = st.builds(
    Offer,
    kind=st.sampled_from(["sports_club", "playground"]),
    municipality=st.sampled_from(["", "12025", "44021"]),
    places=st.none() | st.integers(0, 30),
    price=st.none() | prices,
    takes_trials=st.none() | st.booleans(),
    holidays_only=st.booleans(),
)
wishes = st.builds(
    Wish,
    kind=st.sampled_from(["", "sports_club"]),
    municipality=st.sampled_from(["", "12025"]),
    free=st.booleans(),
    price_up_to=st.none() | prices,
    trial=st.booleans(),
    holidays=st.booleans(),
)
OPEN = Offer("sports_club", "12025", 3, Decimal(45), takes_trials=True, holidays_only=False)


def test_offer_that_has_all_fits_a_wish_for_all():
    wish = Wish("sports_club", "12025", free=True, price_up_to=Decimal(45), trial=True)
    assert fit(OPEN, wish) == Fit.YES
    assert fit(replace(OPEN, price=Decimal("45.01")), wish) == Fit.NO
    assert fit(replace(OPEN, places=0), wish) == Fit.NO
    assert fit(replace(OPEN, places=None), wish) == Fit.UNKNOWN
    assert fit(replace(OPEN, places=None, takes_trials=False), wish) == Fit.NO
    assert fit(replace(OPEN, price=Decimal(0)), wish) == Fit.YES


@given(offers)
def test_everything_fits_who_asks_nothing(offer):
    assert fit(offer, Wish()) == Fit.YES


@given(offers, wishes)
def test_asking_more_never_brings_a_better_fit(offer, wish):
    order = [Fit.YES, Fit.UNKNOWN, Fit.NO]
    more = replace(wish, free=True, trial=True, kind="sports_club")
    assert order.index(fit(offer, more)) >= order.index(fit(offer, wish))


@given(offers, wishes, st.integers(0, 30), prices, st.booleans())
def test_unknown_is_just_what_an_answer_can_turn_either_way(offer, wish, places, price, trials):
    """With every question asked nothing is unknown; and an unknown one can still become a yes."""
    asked = replace(
        offer,
        places=places if offer.places is None else offer.places,
        price=price if offer.price is None else offer.price,
        takes_trials=trials if offer.takes_trials is None else offer.takes_trials,
    )
    assert fit(asked, wish) != Fit.UNKNOWN
    if fit(offer, wish) != Fit.UNKNOWN:
        assert fit(asked, wish) == fit(offer, wish), "an answer that was not needed changes nothing"
    else:
        best = replace(
            asked,
            places=1 if offer.places is None else offer.places,
            price=Decimal(0) if offer.price is None else offer.price,
            takes_trials=True if offer.takes_trials is None else offer.takes_trials,
        )
        assert fit(best, wish) == Fit.YES


def test_free_places_come_first_and_full_ones_last():
    assert [rank(replace(OPEN, places=places)) for places in (4, None, 0)] == [0, 1, 2]
