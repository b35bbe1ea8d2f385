"""Random trajectories for hypothesis: facts as they could stand in the database."""

from datetime import date, timedelta

from hypothesis import strategies as st

from organisations.rulings import Rulings
from trajectories.calendar import Window, moment_three_due_on, moment_three_opens_on, moment_two_window, working_year
from trajectories.enums import Basis, Outcome, Status
from trajectories.follow_up import Around
from trajectories.moments import DatedStatus, EnrolmentFact, OutcomeFact, TrajectoryFacts

RULINGS = Rulings()
FIRST, LAST = date(2023, 1, 1), date(2028, 12, 31)

days = st.dates(FIRST, LAST)
arounds = st.builds(
    Around,
    is_ownerless=st.booleans(),
    born_in=st.none() | st.integers(2003, 2012),
    told_of_age_on=st.none() | days,
    withdrawn_on=st.none() | days,
)


def after(day: date, most: int = 500) -> st.SearchStrategy[date]:
    return st.integers(0, most).map(lambda n: day + timedelta(days=n))


@st.composite
def trajectories(draw: st.DrawFn, *, with_support: bool = False) -> TrajectoryFacts:
    """Any trajectory that the database would take; `with_support` also says of what was reached how."""
    started_on = draw(st.dates(FIRST, date(2025, 12, 31)))
    basis = draw(st.sampled_from([Basis.REGULAR] * 4 + [Basis.HOLIDAYS_ONLY, Basis.NO_ENROLMENT]))
    later = draw(st.lists(st.tuples(after(started_on, 900), st.sampled_from(Status)), max_size=4))
    statuses = (
        DatedStatus(started_on, Status.REGISTERED),
        *(DatedStatus(*row) for row in sorted(later, key=lambda row: row[0])),
    )
    trials = tuple(draw(st.lists(after(started_on, 400), max_size=3)))
    facts = TrajectoryFacts(started_on=started_on, basis=basis, statuses=statuses, trials=trials)
    if basis == Basis.NO_ENROLMENT:
        return facts
    found = draw(with_outcomes(facts))
    return draw(supported(found)) if with_support else found


@st.composite
def supported(draw: st.DrawFn, facts: TrajectoryFacts) -> TrajectoryFacts:
    said, known = st.sampled_from([None, True, False]), facts.outcomes
    outcomes = tuple(one and OutcomeFact(one.outcome, one.asked_on, one.reached_on, draw(said)) for one in known)
    return replaced(facts, outcomes=outcomes)


@st.composite
def with_outcomes(draw: st.DrawFn, facts: TrajectoryFacts) -> TrajectoryFacts:
    one = draw(st.sampled_from([None, Outcome.MISSED, Outcome.UNKNOWN] + [Outcome.REACHED] * 4))
    asked = draw(after(facts.started_on))
    if one is None:
        return facts
    if one != Outcome.REACHED:
        return replaced(facts, outcomes=(OutcomeFact(one, asked), None, None))
    year = working_year(asked, RULINGS) + draw(st.integers(0, 1))
    holidays = facts.basis == Basis.HOLIDAYS_ONLY
    two = None if holidays else moment_two_window(asked, RULINGS)
    three = Window(moment_three_opens_on(year, RULINGS), moment_three_due_on(year, RULINGS, holidays_only=holidays))
    return replaced(
        facts,
        enrolments=draw(enrolments(asked, year, holidays)),
        outcomes=(
            OutcomeFact(one, draw(after(asked, 40)), asked),
            draw(outcome(two.opens_on, two.closes_on, two.opens_on)) if two else None,
            draw(outcome(asked, three.closes_on, three.opens_on)),
        ),
        window_two=two,
        window_three=three,
        moment_three_year=year + 1,
    )


@st.composite
def enrolments(draw: st.DrawFn, first: date, year: int, holidays: bool) -> tuple[EnrolmentFact, ...]:
    ends = st.none() | after(first, 700)
    rows = [EnrolmentFact(first, year, draw(ends), holidays)]
    for day, ended in draw(st.lists(st.tuples(after(first, 600), st.none() | st.integers(0, 300)), max_size=2)):
        end = None if ended is None else day + timedelta(days=ended)
        rows.append(EnrolmentFact(day, working_year(day, RULINGS) + draw(st.integers(0, 1)), end, holidays))
    return tuple(rows)


@st.composite
def outcome(draw: st.DrawFn, first: date, last: date, asked_from: date) -> OutcomeFact | None:
    kind = draw(st.none() | st.sampled_from(Outcome))
    if kind is None:
        return None
    if kind != Outcome.REACHED:
        return OutcomeFact(kind, draw(after(asked_from)))
    reached = draw(st.dates(first, last))
    return OutcomeFact(kind, draw(after(reached, 60)), reached)


def replaced(facts: TrajectoryFacts, **changes: object) -> TrajectoryFacts:
    return TrajectoryFacts(**{**facts.__dict__, **changes})


def known_on(facts: TrajectoryFacts, day: date) -> TrajectoryFacts:
    """The same trajectory, without anything that happened after a day."""
    return replaced(
        facts,
        statuses=tuple(row for row in facts.statuses if row.day <= day),
        trials=tuple(trial for trial in facts.trials if trial <= day),
        enrolments=tuple(_known(row, day) for row in facts.enrolments if row.day <= day),
        outcomes=tuple(fact if fact and fact.day <= day else None for fact in facts.outcomes),
    )


def _known(row: EnrolmentFact, day: date) -> EnrolmentFact:
    ended_on = row.ended_on if row.ended_on and row.ended_on <= day else None
    return EnrolmentFact(row.day, row.for_working_year, ended_on, row.holidays_only)
