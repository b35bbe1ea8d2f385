"""Each rule speaks when it should and is silent when it should not; what holds for all of them, for any dossier."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.advice import RULES, Dossier, Level, Limits, Partner, Post, Source, advise
from ambassadors.enums import STRATEGY_PROFILE, Profile, Strategy
from ambassadors.instrument import Engagement, StepNumber

EMPTY = Dossier()
READY = frozenset(StepNumber)
ALL_READY = Dossier(ready=READY)
GUIDANCE, NETWORKING, SUPPORT = Strategy.INDIVIDUAL_GUIDANCE, Strategy.NETWORKING, Strategy.ASSOCIATION_SUPPORT


def posts(*percentages):
    return tuple(Post(percentage) for percentage in percentages)


def chosen(*strategies, **more):
    return Dossier(strategies=frozenset(strategies), **more)


EMPTY_HEARS = {"no-note", "no-focus", "no-success-agreement"}


def codes(dossier):
    return {advice.rule for advice in advise(dossier)}


# code of the rule: a dossier about which it speaks, and one, as close to it as can be, about which it does not
EXAMPLES = {
    "no-note": (EMPTY, Dossier(has_beliefs_note=True)),
    "no-success-agreement": (EMPTY, Dossier(has_success_agreement=True)),
    "no-focus": (EMPTY, Dossier(has_focus=True)),
    "no-strategy": (ALL_READY, chosen(GUIDANCE, ready=READY)),
    "one-sided": (chosen(GUIDANCE), chosen(GUIDANCE, NETWORKING)),
    "two-sided": (chosen(GUIDANCE, SUPPORT), chosen(GUIDANCE, Strategy.BOTTOM_UP)),
    "many-strategies": (
        chosen(*list(Strategy)[:4], posts=posts(79)),
        chosen(*list(Strategy)[:3], posts=posts(79)),
    ),
    "strategy-without-profile": (
        chosen(GUIDANCE, profiles=frozenset({Profile.OTHER})),
        chosen(GUIDANCE, profiles=frozenset({Profile.GUIDE})),
    ),
    "profile-without-strategy": (
        chosen(GUIDANCE, profiles=frozenset({Profile.GROUP_WORKER})),
        chosen(GUIDANCE, profiles=frozenset({Profile.GUIDE, Profile.OTHER})),
    ),
    "partner-unsigned": (
        Dossier(ready=READY, partners=(Partner("OCMW", Engagement.ASKED),)),
        Dossier(ready=READY, partners=(Partner("OCMW", Engagement.SIGNED),)),
    ),
    "partner-lost": (
        Dossier(partners=(Partner("OCMW", Engagement.REFUSED),)),
        Dossier(partners=(Partner("OCMW", Engagement.ASKED),)),
    ),
    "no-staffing": (ALL_READY, Dossier(ready=READY, posts=posts(50))),
    "staffing-low": (Dossier(posts=posts(49)), Dossier(posts=posts(50))),
    "staffing-middling": (Dossier(posts=posts(79)), Dossier(posts=posts(80))),
    "staffing-scattered": (Dossier(posts=posts(25, 25)), Dossier(posts=posts(50, 20))),
    "staffing-ample": (Dossier(posts=posts(80)), Dossier(posts=posts(40, 40))),
    "staffing-shared": (Dossier(posts=posts(40, 40)), Dossier(posts=posts(40, 39))),
    "term-short": (Dossier(months=35), Dossier(months=36)),
    "term-open-ended": (Dossier(open_ended=True), Dossier(months=120)),
    "no-operating-costs": (
        Dossier(ready=READY, operating_costs=(Decimal(0),)),
        Dossier(ready=READY, operating_costs=(None,)),
    ),
    "funding-short": (
        Dossier(posts=(Post(80, Decimal(60000)),), funding=(Decimal(59999),)),
        Dossier(posts=(Post(80, Decimal(60000)),), funding=(Decimal(60000),)),
    ),
}


def test_every_rule_has_an_example_and_a_code_of_its_own():
    assert [rule.code for rule in RULES] == list(dict.fromkeys(rule.code for rule in RULES))
    assert {rule.code for rule in RULES} == set(EXAMPLES)


@pytest.mark.parametrize("code", EXAMPLES)
def test_rule_speaks_about_its_example_and_not_about_the_other(code):
    speaking, silent = EXAMPLES[code]
    assert code in codes(speaking)
    assert code not in codes(silent)


@pytest.mark.parametrize("code", EXAMPLES)
def test_rule_gives_a_whole_sentence(code):
    reasons = [advice.reason for advice in advise(EXAMPLES[code][0]) if advice.rule == code]
    assert all(reason.endswith(".") and "%(" not in reason for reason in reasons)


def test_empty_dossier_hears_only_what_is_missing():
    assert codes(EMPTY) == EMPTY_HEARS
    assert {advice.level for advice in advise(EMPTY)} == {Level.MISSING}


def test_empty_dossier_hears_what_is_absent_once_its_steps_are_ready():
    assert codes(ALL_READY) == EMPTY_HEARS | {"no-strategy", "no-staffing", "no-operating-costs"}


@pytest.mark.parametrize("ready", [StepNumber.BELIEFS, StepNumber.BUDGET])
def test_what_is_absent_waits_for_its_own_step(ready):
    assert "no-strategy" not in codes(Dossier(ready=frozenset({ready})))


@pytest.mark.parametrize(
    ("percentages", "said"),
    [
        ((1,), "staffing-low"),
        ((49,), "staffing-low"),
        ((25, 24), "staffing-low"),
        ((50,), "staffing-middling"),
        ((60,), "staffing-middling"),
        ((79,), "staffing-middling"),
        ((50, 10), "staffing-middling"),
        ((25, 25), "staffing-scattered"),
        ((80,), "staffing-ample"),
        ((100,), "staffing-ample"),
        ((50, 30), "staffing-shared"),
        ((100, 100), "staffing-shared"),
    ],
)
def test_staffing_is_added_up_over_persons(percentages, said):
    assert {code for code in codes(Dossier(posts=posts(*percentages))) if "staffing" in code} == {said}


def test_blank_percentage_keeps_the_verdict_open_until_the_step_is_ready():
    unfinished = Dossier(posts=posts(40, None))
    assert "staffing-low" not in codes(unfinished)
    assert "staffing-low" in codes(replace(unfinished, ready=READY))


def test_blank_percentage_cannot_spoil_what_is_ample_already():
    assert "staffing-shared" in codes(Dossier(posts=posts(80, None)))


def test_many_strategies_wait_for_the_staffing():
    many = chosen(*Strategy)
    assert "many-strategies" not in codes(many)
    assert "many-strategies" in codes(replace(many, ready=READY))


def test_limit_on_strategies_is_a_setting():
    four = chosen(*list(Strategy)[:4], posts=posts(50))
    assert "many-strategies" not in {a.rule for a in advise(four, Limits(many_strategies=4))}


def test_strategy_without_any_profile_waits_until_the_step_is_ready():
    assert "strategy-without-profile" not in codes(chosen(GUIDANCE))
    assert "strategy-without-profile" in codes(chosen(GUIDANCE, ready=READY))


def test_profile_without_any_strategy_waits_until_the_step_is_ready():
    lone = Dossier(profiles=frozenset({Profile.GUIDE}))
    assert "profile-without-strategy" not in codes(lone)
    assert "profile-without-strategy" in codes(replace(lone, ready=READY))


def test_partners_are_named():
    partners = (Partner("OCMW Voorbeeldegem", Engagement.WITHDRAWN), Partner("Chiro Kapoentje", Engagement.NOT_ASKED))
    spoken = {a.rule: a.values for a in advise(Dossier(ready=READY, partners=partners))}
    assert spoken["partner-lost"] == {"partner": "OCMW Voorbeeldegem"}
    assert spoken["partner-unsigned"] == {"partner": "Chiro Kapoentje"}


def test_unknown_amount_keeps_the_shortage_silent():
    assert "funding-short" not in codes(
        Dossier(posts=(Post(80, None),), operating_costs=(Decimal(9),), funding=(Decimal(1),))
    )


def test_own_rulings_say_that_they_are_ours():
    assert {rule.code for rule in RULES if rule.source == Source.OURS} == {"many-strategies", "funding-short"}


@pytest.mark.parametrize("percentage", [0, -1, 101])
def test_percentage_outside_1_and_100_is_refused(percentage):
    with pytest.raises(ValueError, match="between 1 and 100"):
        Post(percentage)


@pytest.mark.parametrize("term", [{"months": 0}, {"months": 12, "open_ended": True}])
def test_impossible_term_is_refused(term):
    with pytest.raises(ValueError, match="term"):
        Dossier(**term)


# --- What holds for every dossier -------------------------------------------------------------------------------------

percentages = st.integers(1, 100)
amounts = st.none() | st.decimals(0, 99999, places=2)
terms: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}), st.just({"open_ended": True}), st.integers(1, 240).map(lambda months: {"months": months})
)
dossiers = st.builds(
    lambda term, **values: Dossier(**term, **values),
    term=terms,
    ready=st.frozensets(st.sampled_from(StepNumber)),
    has_beliefs_note=st.booleans(),
    has_focus=st.booleans(),
    strategies=st.frozensets(st.sampled_from(Strategy)),
    profiles=st.frozensets(st.sampled_from(Profile)),
    partners=st.lists(st.builds(Partner, st.just("Partner"), st.sampled_from(Engagement)), max_size=3).map(tuple),
    posts=st.lists(st.builds(Post, st.none() | percentages, amounts), max_size=4).map(tuple),
    operating_costs=st.lists(amounts, max_size=3).map(tuple),
    funding=st.lists(amounts, max_size=3).map(tuple),
)
COMFORT = {Level.MISSING: 0, Level.CAUTION: 1, Level.HINT: 2, None: 3, Level.GOOD: 4}


def comfort(dossier, field):
    """How the heaviest advice beside a field sounds: higher is better."""
    return min((COMFORT[a.level] for a in advise(dossier) if a.field == field), default=COMFORT[None])


@given(dossiers)
def test_missing_always_speaks(dossier):
    assert ("no-note" in codes(dossier)) is not dossier.has_beliefs_note
    assert ("no-focus" in codes(dossier)) is not dossier.has_focus


@given(dossiers)
def test_marking_a_step_ready_silences_only_what_judged_a_passing_state(dossier):
    """Ready can only add advice: whatever spoke about an unfinished dossier speaks about the finished one."""
    assert codes(dossier) <= codes(replace(dossier, ready=READY))


@given(dossiers, percentages, percentages)
def test_more_hours_never_sound_worse(dossier, before, more):
    fewer, after = replace(dossier, posts=posts(before)), replace(dossier, posts=posts(min(100, before + more)))
    assert comfort(fewer, "staffing") <= comfort(after, "staffing")


@given(st.lists(percentages, min_size=1, max_size=4), percentages)
def test_one_more_person_never_sounds_worse(shares, one_more):
    assert comfort(Dossier(posts=posts(*shares)), "staffing") <= comfort(
        Dossier(posts=posts(*shares, one_more)), "staffing"
    )


@given(dossiers, st.integers(1, 240), st.integers(0, 240))
def test_longer_term_never_sounds_worse(dossier, months, longer):
    short, long = (replace(dossier, open_ended=False, months=term) for term in (months, months + longer))
    open_ended = replace(dossier, open_ended=True, months=None)
    assert comfort(short, "term") <= comfort(long, "term") <= comfort(open_ended, "term")


@given(dossiers)
def test_staffing_gets_one_verdict_at_most(dossier):
    assert sum(advice.field == "staffing" for advice in advise(dossier)) <= 1


@given(dossiers)
def test_matching_profiles_are_never_doubted(dossier):
    matched = replace(dossier, profiles=frozenset(STRATEGY_PROFILE[strategy] for strategy in dossier.strategies))
    assert not {"strategy-without-profile", "profile-without-strategy"} & codes(matched)


@given(dossiers)
def test_advice_comes_by_step_with_the_weightiest_first(dossier):
    order = [(advice.step, list(Level).index(advice.level)) for advice in advise(dossier)]
    assert order == sorted(order)


def test_every_pair_of_strategies_is_either_one_sided_or_two_sided():
    for pair in combinations(Strategy, 2):
        assert len({"one-sided", "two-sided"} & codes(chosen(*pair))) == 1
