"""What holds for the advice on any dossier, whatever is in it."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ambassadors.advice import (
    RULES,
    Agreements,
    Dossier,
    Expectation,
    Goal,
    Level,
    Partner,
    Post,
    Support,
    Talk,
    Targets,
    advise,
)
from ambassadors.enums import STRATEGY_PROFILE, Profile, Side, Strategy
from ambassadors.instrument import (
    CAPACITY_CONDITIONS,
    AnalysisState,
    Commitment,
    Engagement,
    IndicatorKind,
    StepNumber,
    TalkSide,
)
from ambassadors.tests.advice_examples import CONDITIONS, GUIDANCE, READY, posts

percentages = st.integers(1, 100)
words = st.sampled_from(("een", "twee", "drie", "vier"))
amounts = st.none() | st.decimals(0, 99999, places=2)
terms: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}), st.just({"open_ended": True}), st.integers(1, 240).map(lambda months: {"months": months})
)
dossiers = st.builds(
    lambda term, **values: Dossier(**term, **values),
    term=terms,
    ready=st.frozensets(st.sampled_from(StepNumber)),
    has_beliefs_note=st.booleans(),
    expectations=st.lists(
        st.builds(Expectation, words, st.just("room_why"), words, st.booleans(), st.booleans()),
        max_size=3,
        unique_by=lambda one: one.subject,
    ).map(tuple),
    analyses=st.lists(st.sampled_from(AnalysisState), max_size=2).map(tuple),
    describes_environment=st.booleans(),
    talks=st.lists(
        st.builds(
            Talk,
            words,
            words,
            st.none() | st.sampled_from(TalkSide),
            st.booleans(),
            st.booleans(),
            st.booleans(),
            st.sampled_from(Commitment),
        ),
        max_size=3,
        unique_by=lambda one: one.subject,
    ).map(tuple),
    lifeworld_contacts=st.integers(0, 2),
    has_focus=st.booleans(),
    strategies=st.frozensets(st.sampled_from(Strategy)),
    profiles=st.frozensets(st.sampled_from(Profile)),
    partners=st.lists(
        st.builds(Partner, words, st.sampled_from(Engagement), words), max_size=3, unique_by=lambda one: one.subject
    ).map(tuple),
    posts=st.lists(st.builds(Post, st.none() | percentages, amounts), max_size=4).map(tuple),
    operating_costs=st.lists(amounts, max_size=3).map(tuple),
    funding=st.lists(amounts, max_size=3).map(tuple),
    support=st.builds(Support, st.booleans(), st.integers(0, 2), *[st.booleans()] * 4),
    starting_points=st.frozensets(st.sampled_from(Side)),
    goals=st.lists(st.builds(Goal, st.none() | st.sampled_from(IndicatorKind), st.booleans()), max_size=3).map(tuple),
    targets=st.builds(
        Targets,
        st.none() | st.integers(0, 200),
        st.none() | st.integers(0, 200),
        st.just(CONDITIONS) | st.frozensets(st.sampled_from(sorted(CAPACITY_CONDITIONS))),
    ),
    agreements=st.builds(Agreements, *[st.booleans()] * 4, st.integers(0, 2)),
)
COMFORT = {Level.MISSING: 0, Level.CAUTION: 1, Level.HINT: 2, None: 3, Level.GOOD: 4}


def codes(dossier):
    return {advice.rule for advice in advise(dossier)}


def comfort(dossier, field):
    """How the heaviest advice beside a field sounds: higher is better."""
    return min((COMFORT[a.level] for a in advise(dossier) if a.field == field), default=COMFORT[None])


@given(dossiers)
def test_missing_always_speaks(dossier):
    """Whatever is ready or not, and whatever else was filled in."""
    missed = {
        "no-note": not dossier.has_beliefs_note,
        "no-focus": not dossier.has_focus,
        "no-support-group": not dossier.support.has_group,
        "no-success-agreement": not dossier.agreements.on_success,
        "no-registration-agreement": not dossier.agreements.on_registration,
        "no-gdpr-agreement": not dossier.agreements.on_gdpr,
        "no-follow-up": not dossier.agreements.follow_ups,
        "no-evaluator": not dossier.agreements.on_evaluator,
    }
    assert missed.keys() == {rule.code for rule in RULES if rule.level == Level.MISSING}
    assert {code for code, speaks in missed.items() if speaks} == codes(dossier) & missed.keys()


@given(dossiers)
def test_marking_a_step_ready_only_adds_advice(dossier):
    """Whatever was said about an unfinished dossier is said about the finished one."""
    assert codes(dossier) <= codes(replace(dossier, ready=READY))


@given(dossiers)
def test_what_waits_is_silent_until_its_own_step_is_ready(dossier):
    waiting = {rule.code: rule.step for rule in RULES if rule.waits}
    assert all(waiting[code] in dossier.ready for code in codes(dossier) & waiting.keys())


@given(dossiers)
def test_advice_is_known_by_its_rule_and_subject(dossier):
    keys = [advice.key for advice in advise(dossier)]
    assert len(keys) == len(set(keys))


@given(dossiers)
def test_no_never_warns(dossier):
    """Of whoever said no, nothing is asked any more."""
    refused = tuple(replace(talk, commitment=Commitment.NO) for talk in dossier.talks)
    assert codes(replace(dossier, talks=refused)) == codes(dossier) - {"provider-not-asked"}


@given(dossiers, st.integers(1, 200), st.integers(1, 200), percentages, percentages)
def test_more_hours_never_bring_a_target_above_the_indication(dossier, started, guided, before, more):
    aims = Targets(started, guided, CONDITIONS)
    aiming = replace(dossier, targets=aims, strategies=dossier.strategies | {GUIDANCE})
    fewer, after = replace(aiming, posts=posts(before)), replace(aiming, posts=posts(before, more))
    for field in ("yearly_started", "yearly_guided"):
        assert comfort(fewer, field) <= comfort(after, field)


@given(dossiers, st.integers(1, 200), st.integers(1, 200), percentages, st.integers(1, 24), st.integers(0, 24))
def test_longer_term_never_brings_a_target_above_the_indication(dossier, started, guided, share, months, longer):
    aims = Targets(started, guided, CONDITIONS)
    aiming = replace(
        dossier, targets=aims, strategies=dossier.strategies | {GUIDANCE}, posts=posts(share), open_ended=False
    )
    short, long = (replace(aiming, months=term) for term in (months, months + longer))
    for field in ("yearly_started", "yearly_guided"):
        assert comfort(short, field) <= comfort(long, field)


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
