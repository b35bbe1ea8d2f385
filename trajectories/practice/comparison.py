"""Pure: the whole plan of a dossier beside the whole practice of its project."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ambassadors.success import Agreed
from organisations.rulings import Rulings
from trajectories.figures import ContactFact
from trajectories.moments import TrajectoryFacts
from trajectories.open_work import ResultFact
from trajectories.practice.meetings import (
    BeforeAfter,
    MeetingPractice,
    PlannedDays,
    before_and_after,
    meetings_in_practice,
    planned_days,
)
from trajectories.practice.partners import Appearance, PartnerPractice, Promise, partners_in_practice
from trajectories.practice.targets import TargetPractice, Targets, targets_in_practice
from trajectories.practice.work import (
    CriterionPractice,
    Deed,
    PlannedGoal,
    ResultPractice,
    StrategyPractice,
    criteria_in_practice,
    results_in_practice,
    strategies_in_practice,
)


@dataclass(frozen=True)
class Plan:
    """What the dossier says. Days may be missing: a dossier is saved as far as it is.

    `meetings`: day and state of each meeting of the support group.
    """

    strategies: frozenset[str] = frozenset()
    goals: Sequence[PlannedGoal] = ()
    targets: Targets = field(default_factory=Targets)
    promises: Sequence[Promise] = ()
    rhythm: str = ""
    meetings: Sequence[tuple[date | None, str]] = ()
    follow_ups: Sequence[date | None] = ()
    talks: Sequence[date | None] = ()
    lifeworld: Sequence[date | None] = ()


@dataclass(frozen=True)
class Facts:
    """What was noted about the project, whenever that was."""

    trajectories: Sequence[TrajectoryFacts] = ()
    contacts: Sequence[ContactFact] = ()
    deeds: Sequence[Deed] = ()
    results: Sequence[ResultFact] = ()
    appearances: Sequence[Appearance] = ()
    agreements: Sequence[Agreed] = ()


@dataclass(frozen=True)
class Noted:
    """The choices beside what was noted; not there for who may not see the figures."""

    strategies: StrategyPractice
    criteria: CriterionPractice
    results: ResultPractice
    targets: TargetPractice
    partners: PartnerPractice


@dataclass(frozen=True)
class Practice:
    """`since`: the first day with an ambassador."""

    plan: Plan
    since: date
    today: date
    noted: Noted | None
    meetings: MeetingPractice
    follow_ups: PlannedDays
    talks: BeforeAfter
    lifeworld: BeforeAfter


def compare(plan: Plan, facts: Facts | None, *, since: date, today: date, rulings: Rulings) -> Practice:
    """From `since` to today, both ends in. Without facts: what the dossier itself knows."""
    return Practice(
        plan=plan,
        since=since,
        today=today,
        noted=_noted(plan, facts, since, today, rulings) if facts else None,
        meetings=meetings_in_practice(plan.meetings, today),
        follow_ups=planned_days(plan.follow_ups, today),
        talks=before_and_after(plan.talks, since),
        lifeworld=before_and_after(plan.lifeworld, since),
    )


def _noted(plan: Plan, facts: Facts, since: date, today: date, rulings: Rulings) -> Noted:
    return Noted(
        strategies=strategies_in_practice(plan.strategies, facts.deeds, since, today),
        criteria=criteria_in_practice(plan.goals, facts.contacts, since, today),
        results=results_in_practice(plan.goals, facts.results, since),
        targets=targets_in_practice(
            plan.targets,
            plan.strategies,
            facts.trajectories,
            facts.agreements,
            since=since,
            today=today,
            rulings=rulings,
        ),
        partners=partners_in_practice(plan.promises, facts.appearances, since, today),
    )
