"""For every rule: a dossier about which it speaks, and one, as close to it as can be, about which it does not."""

from dataclasses import replace
from decimal import Decimal

from ambassadors.advice import Agreements, Dossier, Expectation, Goal, Partner, Post, Support, Talk, Targets
from ambassadors.enums import Profile, Side, Strategy
from ambassadors.instrument import (
    CAPACITY_CONDITIONS,
    AnalysisState,
    Commitment,
    Engagement,
    IndicatorKind,
    StepNumber,
    TalkSide,
)

EMPTY = Dossier()
READY = frozenset(StepNumber)
ALL_READY = Dossier(ready=READY)
GUIDANCE, NETWORKING, SUPPORT = Strategy.INDIVIDUAL_GUIDANCE, Strategy.NETWORKING, Strategy.ASSOCIATION_SUPPORT
CONDITIONS = frozenset(CAPACITY_CONDITIONS)
NUMBER, PROCESS = Goal(IndicatorKind.NUMBER, True), Goal(IndicatorKind.PROCESS, True)


def posts(*percentages):
    return tuple(Post(percentage) for percentage in percentages)


def chosen(*strategies, **more):
    return Dossier(strategies=frozenset(strategies), **more)


def aiming(percentage=100, months=None, conditions=CONDITIONS, **targets):
    """Individual guidance, with targets for a year."""
    aims = Targets(conditions=conditions, **targets)
    return chosen(GUIDANCE, posts=posts(percentage), months=months, targets=aims)


def provider(**more):
    asked = {"asked_places": True, "asked_worries": True, "asked_diary": True}
    return Talk("kade", "Jeugdhuis De Kade", TalkSide.SUPPLY, **asked | more)


def expecting(**more):
    return Dossier(ready=READY, expectations=(Expectation("room", "room_why", "Ruimte", **more),))


# code of the rule: a dossier about which it speaks, and one, as close to it as can be, about which it does not
EXAMPLES = {
    # step 1
    "no-note": (EMPTY, Dossier(has_beliefs_note=True)),
    "expectation-without-reason": (expecting(is_told=True), expecting(is_told=True, has_reason=True)),
    # step 2
    "no-analysis": (
        Dossier(ready=READY, analyses=(AnalysisState.NONE,)),
        Dossier(ready=READY, analyses=(AnalysisState.PARTIAL,)),
    ),
    "analysis-complete": (
        Dossier(analyses=(AnalysisState.COMPLETE,)),
        Dossier(analyses=(AnalysisState.IN_THE_MAKING, AnalysisState.PARTIAL)),
    ),
    "no-demand-talk": (
        Dossier(ready=READY, talks=(provider(),)),
        Dossier(ready=READY, talks=(Talk("school", "School", TalkSide.DEMAND),)),
    ),
    "no-supply-talk": (
        Dossier(ready=READY, talks=(Talk("school", "School", TalkSide.DEMAND), Talk("ocmw", "OCMW"))),
        Dossier(ready=READY, talks=(provider(commitment=Commitment.NO),)),
    ),
    "provider-not-asked": (
        Dossier(ready=READY, talks=(provider(asked_diary=False),)),
        Dossier(ready=READY, talks=(provider(), Talk("school", "School", TalkSide.DEMAND))),
    ),
    "no-lifeworld-contact": (ALL_READY, Dossier(ready=READY, lifeworld_contacts=1)),
    # step 3
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
    # step 4
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
    # step 5
    "no-support-group": (EMPTY, Dossier(support=Support(members=1))),
    "no-training": (ALL_READY, Dossier(ready=READY, support=Support(has_coaching=True))),
    # step 6
    "no-success-agreement": (EMPTY, Dossier(agreements=Agreements(on_success=True))),
    "no-registration-agreement": (EMPTY, Dossier(agreements=Agreements(on_registration=True))),
    "no-gdpr-agreement": (EMPTY, Dossier(agreements=Agreements(on_gdpr=True))),
    "no-follow-up": (EMPTY, Dossier(agreements=Agreements(follow_ups=1))),
    "no-evaluator": (EMPTY, Dossier(agreements=Agreements(on_evaluator=True))),
    "no-starting-point": (
        Dossier(ready=READY, starting_points=frozenset({Side.DEMAND})),
        Dossier(ready=READY, starting_points=frozenset({Side.DEMAND, Side.SUPPLY})),
    ),
    "only-numbers": (Dossier(goals=(NUMBER, NUMBER)), Dossier(goals=(NUMBER, Goal()))),
    "no-process-criterion": (Dossier(ready=READY, goals=(NUMBER,)), Dossier(ready=READY, goals=(NUMBER, PROCESS))),
    "goals-not-agreed": (
        Dossier(ready=READY, goals=(PROCESS, replace(NUMBER, is_agreed=False))),
        Dossier(ready=READY, goals=(PROCESS, NUMBER)),
    ),
    "started-above-capacity": (aiming(50, started=41), aiming(50, started=40)),
    "guided-above-capacity": (aiming(50, months=6, guided=18), aiming(50, months=6, guided=17)),
    "capacity-needs-conditions": (
        aiming(started=1, conditions=CONDITIONS - {"has_enough_time"}),
        aiming(conditions=frozenset()),
    ),
}
