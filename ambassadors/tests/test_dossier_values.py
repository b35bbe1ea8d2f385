"""From the rows of a dossier to what the rules read, without a query of its own."""

from datetime import date

from ambassadors.advice import Agreements, Goal, Support, Targets
from ambassadors.enums import Side
from ambassadors.instrument import AnalysisState, Commitment, IndicatorKind, TalkSide
from ambassadors.tests.conftest import fetched


def answer(hiring_file, relation, **values):
    """Answer what is asked once in a step."""
    row = getattr(hiring_file, relation)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def values_of(hiring_file):
    return fetched(hiring_file.project).as_dossier()


def test_a_dossier_becomes_values_without_a_query(full_hiring_file, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert full_hiring_file.as_dossier().staffing == 90
        assert full_hiring_file.all_advice


def test_expectations_of_the_instrument_and_ones_own(hiring_file):
    answer(hiring_file, "beliefs_answers", room_shared="fully", reach_shared="not", reach_why="Te ver", link_why=" ")
    own = hiring_file.own_expectations.create(expectation="Rust " * 40)
    hiring_file.own_expectations.create(expectation="Taal", why="Zo is het")
    room, reach, link, mine, reasoned = values_of(hiring_file).expectations
    assert [one.is_told for one in (room, reach, link, mine, reasoned)] == [True, True, False, True, True]
    assert [one.has_reason for one in (room, reach, link, mine, reasoned)] == [False, True, False, False, True]
    assert (room.subject, room.field) == ("room", "room_why")
    assert (mine.subject, mine.field, len(mine.name)) == (str(own.uuid), "own_expectations", 80)


def test_analyses_talks_and_lifeworld(hiring_file):
    answer(hiring_file, "environment_answers", threshold_affordable="Het lidgeld")
    hiring_file.existing_analyses.create(kind="boa", state="partial")
    hiring_file.existing_analyses.create(kind="boa")
    row = hiring_file.talks.create(partner="De Kade", side="supply", places=0, worries="Leiding", commitment="no")
    hiring_file.talks.create(diary="Vol")
    hiring_file.lifeworld_contacts.create(place="Het park")
    values = values_of(hiring_file)
    kade, nameless = values.talks
    assert (kade.subject, kade.name, kade.side) == (str(row.uuid), "De Kade", TalkSide.SUPPLY)
    assert (kade.asked_places, kade.asked_worries, kade.asked_diary) == (True, True, False)
    assert (kade.commitment, nameless.side, nameless.asked_diary) == (Commitment.NO, None, True)
    assert (values.analyses, values.describes_environment) == ((AnalysisState.PARTIAL,), True)
    assert values.lifeworld_contacts == 1


def test_support(hiring_file):
    assert values_of(hiring_file).support == Support()
    answer(hiring_file, "support_answers", group_form="new", training="x", supervision="x", coaching="x")
    hiring_file.support_members.create(name="An")
    hiring_file.steps.filter(number=5).update(note="Nota")
    assert values_of(hiring_file).support == Support(True, 1, True, True, True, True)


def test_goals_targets_and_agreements(cast, hiring_file):
    assert values_of(hiring_file).agreements == Agreements()
    answer(
        hiring_file,
        "goals_answers",
        factor_tie=True,
        yearly_started=40,
        yearly_guided=0,
        is_experienced=True,
        registration="Contacten",
        gdpr="Zes maanden",
        evaluator="De leidinggevende",
    )
    hiring_file.goals.create(goal="Relaties", kind="process", agreed_on=date(2026, 1, 1), agreed_by=cast.ambassador)
    hiring_file.goals.create(goal="Nog vaag")
    hiring_file.follow_ups.create(with_whom="manager")
    hiring_file.follow_ups.create(with_whom="colleagues", date=date(2027, 1, 1))
    values = values_of(hiring_file)
    assert values.starting_points == {Side.SUPPLY}
    assert values.goals == (Goal(IndicatorKind.PROCESS, True), Goal(None, False))
    assert values.targets == Targets(40, 0, frozenset({"is_experienced"}))
    assert values.agreements == Agreements(False, True, True, True, 1)
