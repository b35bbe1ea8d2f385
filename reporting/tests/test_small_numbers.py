"""What leaves an organisation shows no count of 1 to 4, and none can be worked out from what it does show."""

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from organisations.rulings import Rulings
from reporting.figures.guard import INSIDE, Guard
from reporting.figures.logbook import logbook_json, strategies_json
from reporting.figures.moments import cohort_json
from reporting.tests.attack import SIX, base, equations, found_out, standing
from trajectories.calendar import working_year
from trajectories.enums import Outcome
from trajectories.figures import ContactFact
from trajectories.moments import OutcomeFact, TrajectoryFacts, states
from trajectories.tests.strategies import replaced, trajectories

RULINGS = Rulings()
GUARD = Guard(threshold=5)
DAY = date(2026, 11, 22)
SMALL = range(1, 5)


@st.composite
def cohorts(draw) -> list[TrajectoryFacts]:
    """A few stories, each lived by some children: so that counts of 1 to 4 stand beside larger ones."""
    stories = draw(st.lists(trajectories(), min_size=1, max_size=6))
    started = stories[0].started_on
    copies = [draw(st.integers(1, 9)) for _story in stories]
    return [
        replaced(story, started_on=max(started, story.started_on), project=number % 4)
        for story, times in zip(stories, copies, strict=True)
        for number in range(times)
    ]


def shown(facts, guard=GUARD, day=DAY):
    return cohort_json(facts, working_year(facts[0].started_on, RULINGS), day, RULINGS, guard)


def numbers(value) -> list[int]:
    if isinstance(value, dict):
        return [
            found for name, part in value.items() if name not in ("working_year", "percent") for found in numbers(part)
        ]
    if isinstance(value, list | tuple):
        return [found for part in value for found in numbers(part)]
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []


@given(cohorts())
def test_no_small_number_is_shown(facts):
    assert not any(number in SMALL for number in numbers(shown(facts)))


# Without shrinking: that would take minutes, and the smallest example says no more than the first.
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(cohorts())
def test_no_small_number_can_be_worked_out(facts):
    cohort = shown(facts)
    mine = [fact for fact in facts if working_year(fact.started_on, RULINGS) == cohort["working_year"]]
    stand = [states(fact, DAY, RULINGS) for fact in mine if fact.started_on <= DAY]
    for moment in range(3):
        over_all = Counter(str(row[moment]) for row in stand)
        enrolled = Counter(str(row[moment]) for row in stand if row[0] == "reached")
        for state in SIX:
            if over_all[state] in SMALL:
                assert not found_out(cohort, standing(moment, state)), (moment, state, "over all")
            if moment and enrolled[state] in SMALL:
                assert not found_out(cohort, base(moment) & standing(moment, state)), (moment, state, "enrolled")


def test_attacker_is_no_fool():
    """Moment 1 by its four outcomes, and moment 2 over all beside the enrolled: their difference is who is not due."""
    cohort = {
        "started": 40,
        "taking_part": None,
        "moments": [
            {"six": None, "four": {"reached": 20, "missed": 10, "not_known": 10, "not_applicable": 0}}
            | {"over_all": None, "rate": None},
            {"six": {**dict.fromkeys(SIX, 0), "reached": 12, "not_due": 8}, "four": None}
            | {"over_all": {**dict.fromkeys(SIX, 0), "reached": 12, "not_due": 10, "not_applicable": 18}, "rate": None},
            {"six": None, "four": None, "over_all": None, "rate": None},
        ],
    }
    assert found_out(cohort, standing(0, "not_due"))
    assert len(list(equations(cohort))) == 1 + 4 + 6 + 6


@given(cohorts())
def test_inside_the_organisation_everything_is_shown(facts):
    cohort = shown(facts, INSIDE)
    if not cohort["started"]:
        return
    for moment in cohort["moments"]:
        assert moment["six"] is not None
        assert not moment["rate_left_out"]


def story(number: int, **changes) -> TrajectoryFacts:
    return TrajectoryFacts(started_on=date(2025, 9, 10), project=number, **changes)


def test_cohort_of_four_is_not_shown_at_all():
    cohort = shown([story(number) for number in range(4)])
    assert cohort["started"] is None
    assert numbers(cohort) == []


def test_without_moment_one_the_next_two_are_not_shown():
    missed = (OutcomeFact(Outcome.MISSED, date(2025, 10, 1)), None, None)
    cohort = shown([story(n, outcomes=missed) for n in range(3)] + [story(n) for n in range(30)])
    assert cohort["started"] == 33
    assert all(moment["six"] is None and moment["four"] is None for moment in cohort["moments"])


def test_rate_needs_three_projects():
    missed = (OutcomeFact(Outcome.MISSED, date(2025, 10, 1)), None, None)
    two, three = ([story(n % most, outcomes=missed) for n in range(30)] for most in (2, 3))
    assert shown(two)["moments"][0]["rate_left_out"]
    assert shown(three)["moments"][0]["rate"] == {"reached": 0, "denominator": 30, "percent": 0}


def contact(channel: str, number: int) -> list[ContactFact]:
    return [ContactFact(date(2025, 10, 1), 10, "relation", channel, "family")] * number


def test_breakdown_with_a_small_number_is_left_out_the_others_stay():
    book = logbook_json(contact("phone", 20) + contact("school", 3), date(2025, 9, 1), date(2026, 8, 31), GUARD)
    assert book["by_channel"] is None
    assert {code: count for code, count, _minutes in book["by_with_whom"]}["family"] == 23


def test_four_contacts_in_all_are_not_shown():
    book = logbook_json(contact("phone", 4), date(2025, 9, 1), date(2026, 8, 31), GUARD)
    assert set(book.values()) == {None}


def test_strategies_with_a_small_number_are_left_out():
    facts = [story(1, strategy="bottom_up")] * 3 + [story(1, strategy="individual_guidance")] * 30
    assert strategies_json(facts, GUARD) is None
    assert strategies_json(facts, INSIDE) is not None
