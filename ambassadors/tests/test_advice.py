"""Each rule speaks when it should and is silent when it should not."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from django.utils import translation

from ambassadors.advice import (
    RULES,
    WHOLE,
    Agreements,
    Dossier,
    Expectation,
    Level,
    Limits,
    Partner,
    Post,
    Source,
    Support,
    Talk,
    advise,
)
from ambassadors.enums import Profile, Strategy
from ambassadors.instrument import Commitment, Engagement, StepNumber, TalkSide
from ambassadors.tests.advice_examples import (
    ALL_READY,
    CONDITIONS,
    EMPTY,
    EXAMPLES,
    GUIDANCE,
    NETWORKING,
    READY,
    aiming,
    chosen,
    posts,
    provider,
)

EMPTY_HEARS = {
    "no-note",
    "no-focus",
    "no-support-group",
    "no-success-agreement",
    "no-registration-agreement",
    "no-gdpr-agreement",
    "no-follow-up",
    "no-evaluator",
}
ABSENT = {
    "no-analysis",
    "no-demand-talk",
    "no-supply-talk",
    "no-lifeworld-contact",
    "no-strategy",
    "no-staffing",
    "no-operating-costs",
    "no-training",
    "no-starting-point",
    "no-process-criterion",
}


def codes(dossier):
    return {advice.rule for advice in advise(dossier)}


def said(dossier, code):
    """What a rule says about a dossier, in Dutch, by its subject."""
    with translation.override("nl"):
        return {advice.subject: advice.reason for advice in advise(dossier) if advice.rule == code}


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
    reasons = said(EXAMPLES[code][0], code).values()
    assert all(reason.endswith((".", "?")) and "%(" not in reason for reason in reasons)


def test_empty_dossier_hears_only_what_is_missing():
    assert codes(EMPTY) == EMPTY_HEARS
    assert {advice.level for advice in advise(EMPTY)} == {Level.MISSING}


def test_empty_dossier_hears_what_is_absent_once_its_steps_are_ready():
    assert codes(ALL_READY) == EMPTY_HEARS | ABSENT


@pytest.mark.parametrize("code", sorted(ABSENT))
def test_what_is_absent_waits_for_its_own_step(code):
    own = next(rule.step for rule in RULES if rule.code == code)
    assert code not in codes(Dossier(ready=READY - {own}))
    assert code in codes(Dossier(ready=frozenset({own})))


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
    partners = (
        Partner("OCMW Voorbeeldegem", Engagement.WITHDRAWN, "een"),
        Partner("Chiro Kapoentje", Engagement.NOT_ASKED, "twee"),
    )
    spoken = {a.key: a.values for a in advise(Dossier(ready=READY, partners=partners)) if a.subject != WHOLE}
    assert spoken["partner-lost", "een"] == {"partner": "OCMW Voorbeeldegem"}
    assert spoken["partner-unsigned", "twee"] == {"partner": "Chiro Kapoentje"}


def test_provider_is_named_with_what_was_not_asked():
    talks = (provider(asked_places=False, asked_diary=False), Talk("chiro", "Chiro Kapoentje", TalkSide.SUPPLY))
    assert said(Dossier(ready=READY, talks=talks), "provider-not-asked") == {
        "kade": "Vraag aan Jeugdhuis De Kade ook: hoeveel plaatsen er zijn, hoe vol de agenda zit.",
        "chiro": "Vraag aan Chiro Kapoentje ook: hoeveel plaatsen er zijn, wat de zorgen en prioriteiten zijn, "
        "hoe vol de agenda zit.",
    }


@pytest.mark.parametrize("side", TalkSide)
def test_no_is_a_fine_answer_and_never_warns(side):
    refused, asked = (
        Dossier(ready=READY, talks=(Talk("kade", "De Kade", side, commitment=answer),))
        for answer in (Commitment.NO, Commitment.YES)
    )
    assert codes(refused) <= codes(asked)
    assert "kade" not in {advice.subject for advice in advise(refused)}


def test_expectations_without_a_reason_stand_beside_their_own_question():
    three = [Expectation(key, f"{key}_why", key, is_told=True) for key in ("room", "reach", "link")]
    own = Expectation("eigen", "own_expectations", "Meer rust", is_told=True)
    spoken = advise(Dossier(ready=READY, expectations=(*three, own)))
    assert [(a.field, a.subject) for a in spoken if a.rule == "expectation-without-reason"] == [
        ("room_why", "room"),
        ("reach_why", "reach"),
        ("link_why", "link"),
        ("own_expectations", "eigen"),
    ]


def test_expectation_of_which_nobody_said_anything_is_left_in_peace():
    quiet = (Expectation("room", "room_why", "Ruimte"),)
    assert "expectation-without-reason" not in codes(Dossier(ready=READY, expectations=quiet))


@pytest.mark.parametrize("support", [Support(has_form=True), Support(members=1), Support(has_note=True)])
def test_any_sign_of_a_support_group_is_one(support):
    assert "no-support-group" not in codes(Dossier(support=support))


def test_each_agreement_is_missed_on_its_own():
    all_made = Agreements(True, True, True, True, 1)
    assert not {rule for rule in codes(Dossier(agreements=all_made)) if rule in EMPTY_HEARS} - {
        "no-note",
        "no-focus",
        "no-support-group",
    }


# --- The capacity indication ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["started-above-capacity", "guided-above-capacity"])
def test_indication_says_that_it_is_converted_and_no_norm(code):
    (sentence,) = said(aiming(50, months=6, started=99, guided=99), code).values()
    assert "eigen omrekening: 50 procent, 6 maanden" in sentence
    assert "indicatie in optimale omstandigheden, geen norm" in sentence
    assert (" 20 " if code.startswith("started") else " 17 ") in sentence


@pytest.mark.parametrize("lacking", sorted(CONDITIONS))
def test_without_one_of_the_conditions_no_number_is_shown(lacking):
    dossier = aiming(started=999, guided=999, conditions=CONDITIONS - {lacking})
    spoken = codes(dossier)
    assert "capacity-needs-conditions" in spoken
    assert not {"started-above-capacity", "guided-above-capacity"} & spoken
    (sentence,) = said(dossier, "capacity-needs-conditions").values()
    assert not any(letter.isdigit() for letter in sentence)


def test_indication_is_for_individual_guidance_only():
    guiding = aiming(started=999, guided=999)
    spoken = codes(replace(guiding, strategies=frozenset({NETWORKING})))
    assert not [code for code in spoken if "capacity" in code]


def test_indication_waits_for_the_staffing():
    unsettled = replace(aiming(started=81), posts=(Post(100), Post()))
    assert "started-above-capacity" not in codes(unsettled)
    assert "started-above-capacity" in codes(replace(unsettled, ready=frozenset({StepNumber.BUDGET})))


# --- Staffing, partners and money -------------------------------------------------------------------------------------


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


def test_every_pair_of_strategies_is_either_one_sided_or_two_sided():
    for pair in combinations(Strategy, 2):
        assert len({"one-sided", "two-sided"} & codes(chosen(*pair))) == 1
