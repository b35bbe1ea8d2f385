"""Plan beside practice: rules without a database. Facts in any order, and only those of the period."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ambassadors.enums import Criterion, CutoffMoment, Strategy, Support
from ambassadors.instrument import Engagement, IndicatorKind, MeetingState
from ambassadors.success import Agreed, Definition
from trajectories import documents, figures
from trajectories.calendar import working_year
from trajectories.enums import Channel, Lasts, ResultKind, ResultState, WithWhom
from trajectories.figures import ContactFact
from trajectories.open_work import ResultFact
from trajectories.practice import Facts, Plan, compare
from trajectories.practice.meetings import before_and_after, meetings_in_practice, planned_days
from trajectories.practice.partners import Appearance, Place, Promise, names_in, partners_in_practice, plain
from trajectories.practice.targets import Targets, knows_trajectories, whole_months
from trajectories.practice.work import Deed, PlannedGoal, Work
from trajectories.success import success
from trajectories.tests import strategies
from trajectories.tests.stories import enrolled, started
from trajectories.tests.strategies import RULINGS

SINCE, TODAY = date(2024, 11, 1), date(2026, 3, 15)
EVER = st.dates(date(2024, 1, 1), date(2027, 12, 31))
INSIDE = st.dates(SINCE, TODAY)
OUTSIDE = st.dates(date(2023, 1, 1), SINCE - timedelta(days=1)) | st.dates(TODAY + timedelta(days=1), date(2028, 1, 1))
NAMES = st.sampled_from(["OCMW Eigen", "ocmw  eigen", "Chiro De Kade", "KSA Zuid", ""])


def contacts(days):
    codes = (st.sampled_from(kind.values) for kind in (Criterion, Channel, WithWhom))
    return st.builds(ContactFact, days, st.integers(1, 240), *codes)


def deeds(days):
    return st.builds(Deed, days, st.sampled_from(Strategy.values), st.sampled_from(Work))


def appearances(days):
    spot = st.tuples(st.sampled_from(["OCMW eigen", "Chiro De Kade", "Ander"]), st.sampled_from(Place), days)
    return spot.map(lambda one: Appearance(one[0], one[1], one[2], one[2]))


def results(days):
    codes = (st.sampled_from(kind.values) for kind in (ResultKind, ResultState, Lasts))
    return st.builds(ResultFact, days, *codes)


def facts(days):
    few = {"max_size": 5}
    return st.builds(
        Facts,
        trajectories=st.lists(strategies.trajectories(), **few),
        contacts=st.lists(contacts(days), **few),
        deeds=st.lists(deeds(days), **few),
        results=st.lists(results(days), **few),
        appearances=st.lists(appearances(days), **few),
        agreements=st.just([Agreed(2024, Definition(CutoffMoment.ENROLLED))]),
    )


goals = st.builds(
    PlannedGoal,
    st.sampled_from(["", *IndicatorKind.values]),
    st.sampled_from(["", *Criterion.values]),
    st.sampled_from(["", *ResultKind.values]),
)
plans = st.builds(
    Plan,
    strategies=st.frozensets(st.sampled_from(Strategy.values)),
    goals=st.lists(goals, max_size=4),
    targets=st.builds(Targets, st.none() | st.integers(0, 90), st.none() | st.integers(0, 90)),
    promises=st.lists(st.builds(Promise, NAMES, st.sampled_from(Engagement.values)), max_size=4),
    meetings=st.lists(st.tuples(st.none() | EVER, st.sampled_from(MeetingState.values)), max_size=5),
    follow_ups=st.lists(st.none() | EVER, max_size=4),
    talks=st.lists(st.none() | EVER, max_size=4),
)


def told(plan, known):
    return compare(plan, known, since=SINCE, today=TODAY, rulings=RULINGS)


@settings(max_examples=40)
@given(plans, facts(EVER), st.data())
def test_order_of_facts_changes_nothing(plan, known, data):
    shuffled = Facts(**{name: data.draw(st.permutations(rows)) for name, rows in vars(known).items()})
    assert told(plan, shuffled) == told(plan, known)


@settings(max_examples=40)
@given(plans, facts(INSIDE), st.lists(contacts(OUTSIDE)), st.lists(deeds(OUTSIDE)), st.lists(appearances(OUTSIDE)))
def test_what_lies_outside_the_period_changes_nothing(plan, known, spoken, done, appeared):
    """Results may be planned ahead; those from before the ambassador do not count either."""
    early = ResultFact(SINCE - timedelta(days=1), ResultKind.PLAN, ResultState.REACHED, Lasts.YES)
    more = Facts(
        trajectories=known.trajectories,
        contacts=[*known.contacts, *spoken],
        deeds=[*done, *known.deeds],
        results=[*known.results, early],
        appearances=[*known.appearances, *appeared],
        agreements=known.agreements,
    )
    assert told(plan, more) == told(plan, known)


@settings(max_examples=60)
@given(plans, facts(EVER))
def test_denominators_add_up(plan, known):
    found = told(plan, known)
    work, spoken, came, partners = (
        getattr(found.noted, name) for name in ("strategies", "criteria", "results", "partners")
    )
    assert len(work.seen) + len(work.unseen) == len(work.chosen) == len(plan.strategies)
    assert work.total == sum(SINCE <= deed.day <= TODAY for deed in known.deeds)
    assert sum(row.tally.contacts for row in spoken.rows) == spoken.all.contacts
    assert sum(row.goals for row in spoken.rows) + spoken.unnamed == sum(g.kind == "process" for g in plan.goals)
    assert sum(row.total for row in came.rows) == came.total == sum(fact.day >= SINCE for fact in known.results)
    assert len(partners.found) + len(partners.unfound) == len(plan.promises)
    assert found.meetings.total == len(plan.meetings)
    assert found.follow_ups.total == len(plan.follow_ups)
    assert found.talks.total == len(plan.talks)


@settings(max_examples=40)
@given(plans, facts(EVER))
def test_figures_are_those_of_their_owners(plan, known):
    """The same numbers as any report or page counts, of the same facts."""
    noted = told(plan, known).noted
    assert noted.criteria.all == figures.contact_figures(known.contacts, SINCE, TODAY).all
    assert [row.figures.working_year for row in noted.targets.years] == [2025, 2024]
    for row in noted.targets.years:
        year = row.figures.working_year
        assert row.figures == figures.cohort(known.trajectories, year, TODAY, RULINGS)
        definition = Definition(CutoffMoment.ENROLLED, Support.EITHER)
        assert row.success == success(known.trajectories, year, TODAY, definition, RULINGS)


@settings(max_examples=40)
@given(plans, st.none() | facts(EVER))
def test_everything_can_be_said(plan, known):
    """No sentence fails, whatever is missing; without facts none of them tells a figure of the logbook."""
    found = documents.choices(told(plan, known))
    assert len({choice.key for choice in found}) == 8
    assert all(choice.plan for choice in found)
    for choice in found:
        assert choice.grid is None or (choice.grid.rows and known)
    document = documents.practice_document(told(plan, known))
    assert json.loads(json.dumps(document)) == document


def test_running_year_is_told_as_far_as_it_is_and_as_no_norm():
    rows = [enrolled(date(2025, 10, 1), 2025, begun=date(2025, 9, 10)), started(date(2025, 11, 2))]
    plan = Plan(targets=Targets(started=40, guided=30))
    choice = next(one for one in documents.choices(told(plan, Facts(trajectories=rows))) if one.key == "targets")
    assert choice.plan == ("Te starten in een heel werkjaar: 40.", "Toe te leiden in een heel werkjaar: 30.")
    assert choice.practice == (
        "Werkjaar 2025–2026 tot nu toe (6 volle maanden): 2 gestart. Voor een heel jaar staat in het dossier: 40.",
        "Effectief ingeschreven (moment 1): 1 van de 2. Voor een heel jaar staat in het dossier: 30.",
        "Voor dit werkjaar is niet afgesproken wat een geslaagde toeleiding is.",
        "Dit is een indicatie, geen norm. We rekenen niet door naar een heel jaar.",
        "Voorlopig: het werkjaar loopt nog, of niet elk moment is al aan de orde.",
    )


def test_strategies_without_trajectories_read_as_not_applicable_and_never_as_zero():
    plan = Plan(strategies=frozenset({"structural"}), targets=Targets(started=40))
    choice = next(one for one in documents.choices(told(plan, Facts())) if one.key == "targets")
    assert choice.practice == ("Niet van toepassing: de gekozen strategieën tel je niet in trajecten.",)
    assert choice.grid is None
    assert knows_trajectories({"structural"}, [started(date(2025, 9, 10))])
    assert knows_trajectories({"structural", "individual_guidance"}, [])
    assert knows_trajectories(set(), [])


@pytest.mark.parametrize(
    ("first", "day", "months"),
    [
        (date(2025, 9, 1), date(2025, 9, 30), 0),
        (date(2025, 9, 1), date(2025, 10, 1), 1),
        (date(2025, 8, 31), date(2026, 2, 28), 6),
        (date(2025, 9, 1), date(2026, 8, 31), 11),
        (date(2025, 9, 1), date(2025, 8, 1), 0),
    ],
)
def test_only_whole_months_count(first, day, months):
    assert whole_months(first, day) == months


def test_year_in_which_the_first_ambassador_began_is_no_whole_one():
    found = compare(Plan(), Facts(), since=date(2025, 11, 3), today=TODAY, rulings=RULINGS).noted.targets
    assert (found.began_within, found.months, len(found.years)) == (date(2025, 11, 3), 4, 1)
    assert working_year(TODAY, RULINGS) == found.running.figures.working_year


def test_partner_is_found_only_under_the_same_name():
    promises = [Promise("OCMW Eigen", "signed"), Promise("Chiro De Kade", "asked"), Promise("", "not_asked")]
    seen = [
        Appearance("ocmw   EIGEN ", Place.ACTIVITY, TODAY, TODAY),
        Appearance("Chiro de Kade vzw", Place.TRIAL, TODAY, TODAY),
        Appearance("KSA Zuid", Place.SUPPORT, date(2023, 1, 1), date.max),
        Appearance("Vroeger", Place.SUPPORT, date(2023, 1, 1), date(2023, 6, 1)),
    ]
    found = partners_in_practice(promises, seen, SINCE, TODAY)
    assert [row.places for row in found.rows] == [{Place.ACTIVITY: 1}, {}, {}]
    assert [other.name for other in found.others] == ["Chiro de Kade vzw", "KSA Zuid"]


def test_names_in_a_text_are_its_parts_unless_the_whole_is_a_known_name():
    known = {plain("Huis van het Kind, Eigen")}
    assert names_in("huis van het kind, eigen", known) == ["huis van het kind, eigen"]
    assert names_in("OCMW, KSA Zuid;\nde school ,", known) == ["OCMW", "KSA Zuid", "de school"]
    assert names_in("", known) == []


def test_meeting_that_passed_without_a_word_is_not_called_kept_or_broken():
    yesterday = TODAY - timedelta(days=1)
    rows = [(yesterday, "planned"), (yesterday, "held"), (yesterday, "not_held"), (TODAY, "planned"), (None, "planned")]
    found = meetings_in_practice(rows, TODAY)
    assert (found.held, found.not_held, found.silent, found.to_come) == (1, 1, (yesterday,), (TODAY,))
    assert (found.past, found.undated, found.total) == (3, 1, 5)


def test_days_before_and_after():
    days = [None, SINCE, SINCE - timedelta(days=1), TODAY]
    assert vars(before_and_after(days, SINCE)) == {"before": 1, "after": 2, "undated": 1}
    assert vars(planned_days(days, TODAY)) == {
        "past": (SINCE - timedelta(days=1), SINCE),
        "to_come": (TODAY,),
        "undated": 1,
    }
