"""Who leads with open work, and its figures, against a count done by hand, day by day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.enums import STRATEGIES_WITHOUT_TRAJECTORIES, STRATEGY_PROFILE, Profile, Strategy
from trajectories.enums import CLOSED_SIGNALS, ActivityKind, Lasts, ResultKind, ResultState, SignalState, WithWhom
from trajectories.figures import ContactFact, contact_figures
from trajectories.open_work import (
    ActivityFact,
    Post,
    ResultFact,
    SignalFact,
    activity_figures,
    first_strategy,
    is_overdue,
    leads_with_open_work,
    result_figures,
    signal_figures,
)

FIRST, LAST = date(2025, 9, 1), date(2025, 10, 31)
days = st.dates(date(2025, 8, 1), date(2025, 11, 30))
profiles = st.sampled_from(["", *Profile.values])
chosen = st.lists(st.sampled_from(Strategy.values), max_size=3).map(tuple)
posts = st.lists(st.builds(Post, profiles, chosen), max_size=3)


@pytest.mark.parametrize(
    ("profile", "strategies", "leads"),
    [
        (Profile.POLICY_OFFICER, (), True),
        (Profile.POLICY_OFFICER, (Strategy.INDIVIDUAL_GUIDANCE,), True),
        (Profile.GUIDE, (Strategy.STRUCTURAL,), False),
        (Profile.GROUP_WORKER, (), False),
        (Profile.OTHER, (Strategy.NETWORKING, Strategy.STRUCTURAL), True),
        ("", (Strategy.NETWORKING, Strategy.INDIVIDUAL_GUIDANCE), False),
        ("", (), False),
    ],
)
def test_profile_says_first_what_someones_day_is_about_then_the_dossier(profile, strategies, leads):
    assert leads_with_open_work([Post(profile, strategies)]) is leads


def test_nobody_without_a_post_leads_with_open_work():
    assert not leads_with_open_work([])


@given(posts)
def test_one_post_with_trajectories_or_without_a_word_brings_the_moments_back(found):
    without = {Profile(STRATEGY_PROFILE[one]) for one in STRATEGIES_WITHOUT_TRAJECTORIES}
    known = set(STRATEGY_PROFILE.values())

    def knows_no_trajectories(post: Post) -> bool:
        if post.profile in known:
            return post.profile in without
        return bool(post.chosen) and all(one in STRATEGIES_WITHOUT_TRAJECTORIES for one in post.chosen)

    assert leads_with_open_work(found) == (len(found) > 0 and all(map(knows_no_trajectories, found)))


@given(posts)
def test_suggested_strategy_is_one_of_the_posts_own(found):
    mine = set().union(*(post.strategies for post in found)) if found else set()
    assert first_strategy(found) in mine or (first_strategy(found) == "" and not mine)


def signals():
    """Noticed on a day, and up to four steps on later days."""
    steps = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(SignalState.values[1:])), max_size=4)
    return st.builds(_signal, days, steps)


def _signal(noticed, steps):
    later = sorted((noticed + timedelta(days=after), state) for after, state in steps)
    return SignalFact(((noticed, "noticed"), *later))


@given(st.lists(signals(), max_size=6))
def test_signals_of_a_period_are_those_that_were_open_or_moved_on_one_of_its_days(found):
    period = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

    def lived(signal: SignalFact) -> bool:
        moved = {day for day, _state in signal.steps}
        return any(day in moved or signal.state_on(day) not in {None, *CLOSED_SIGNALS} for day in period)

    by_hand = Counter(signal.state_on(LAST) for signal in found if lived(signal))
    figures = signal_figures(found, FIRST, LAST)
    assert {state: number for state, number in figures.by_state.items() if number} == dict(by_hand)
    assert figures.ran == sum(by_hand.values())
    assert figures.open == sum(number for state, number in by_hand.items() if state not in CLOSED_SIGNALS)
    assert figures.noticed == sum(signal.steps[0][0] in period for signal in found)


activities = st.builds(
    ActivityFact,
    days,
    st.sampled_from(ActivityKind.values),
    st.sampled_from(Strategy.values),
    st.none() | st.integers(1, 99),
)


@given(st.lists(activities, max_size=12))
def test_activities_and_heads_add_up_in_every_breakdown(found):
    known = [one for one in found if FIRST <= one.day <= LAST]
    figures = activity_figures(found, FIRST, LAST)
    assert figures.all.activities == len(known)
    for breakdown, column in ((figures.by_strategy, "strategy"), (figures.by_kind, "kind")):
        for code, tally in breakdown.items():
            heads = [one.head_count for one in known if getattr(one, column) == code]
            counted = [number for number in heads if number]
            assert (tally.activities, tally.counted, tally.attendances) == (len(heads), len(counted), sum(counted))
        assert sum(tally.attendances for tally in breakdown.values()) == figures.all.attendances


results = st.builds(
    ResultFact,
    days,
    st.sampled_from(ResultKind.values),
    st.sampled_from(ResultState.values),
    st.sampled_from(Lasts.values),
)


@given(st.lists(results, max_size=12))
def test_results_count_by_their_day_in_the_state_they_have(found):
    known = [one for one in found if FIRST <= one.day <= LAST]
    figures = result_figures(found, FIRST, LAST)
    pairs = Counter((one.kind, one.state) for one in known)
    assert {(k, s): n for k, states in figures.by_kind.items() for s, n in states.items() if n} == dict(pairs)
    assert {s: n for s, n in figures.by_state.items() if n} == dict(Counter(one.state for one in known))
    assert figures.lasting == len([one for one in known if (one.state, one.lasts) == ("reached", "yes")])


def test_result_is_overdue_the_day_after_it_was_expected():
    assert [is_overdue("planned", FIRST, FIRST + timedelta(days=n)) for n in (0, 1)] == [False, True]
    assert not is_overdue("reached", FIRST, LAST)


contacts = st.builds(
    ContactFact, days, st.integers(1, 90), st.just("relation"), st.just("phone"), st.sampled_from(WithWhom.values)
)


@given(st.lists(contacts, max_size=12))
def test_side_of_a_contact_follows_from_whom_it_was_with(found):
    figures = contact_figures(found, FIRST, LAST)
    whom, sides = figures.by_with_whom, figures.by_side
    assert sides["demand"].minutes == whom["family"].minutes + whom["group"].minutes
    assert sides["supply"] == whom["provider"]
    assert sum(tally.contacts for tally in sides.values()) == figures.all.contacts
