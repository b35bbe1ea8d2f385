"""A dossier as the plain values that the rules read. It makes no query: with_answers() fetched all of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.text import Truncator

from ambassadors import advice
from ambassadors.advice.beliefs import EXPECTATIONS
from ambassadors.enums import Profile, Side, Strategy
from ambassadors.instrument import (
    CAPACITY_CONDITIONS,
    DEMAND_FACTORS,
    SUPPLY_FACTORS,
    AnalysisState,
    Commitment,
    Engagement,
    IndicatorKind,
    StepNumber,
    TalkSide,
    TermKind,
)

if TYPE_CHECKING:
    from ambassadors.models.hiring_file import HiringFile

LONGEST_NAME = 80  # characters of an expectation that stand in a sentence about it


def dossier_values(file: "HiringFile") -> advice.Dossier:
    """All six steps."""
    steps = (_beliefs, _environment, _strategy, _budget, _support, _goals)
    values = {name: value for step in steps for name, value in step(file).items()}
    return advice.Dossier(ready=file.ready_steps, **values)


def _beliefs(file: Any) -> dict[str, Any]:
    own = [
        advice.Expectation(
            subject=str(row.uuid),
            field="own_expectations",
            name=Truncator(row.called).chars(LONGEST_NAME),
            is_told=_is_told(row.expectation, row.shared),
            has_reason=_is_told(row.why),
        )
        for row in file.own_expectations.all()
    ]
    return {
        "has_beliefs_note": _has_note(file, StepNumber.BELIEFS),
        "expectations": (*(_expectation(file.beliefs_answers, name) for name in EXPECTATIONS), *own),
    }


def _expectation(said: Any, name: str) -> advice.Expectation:
    """One of the three of the instrument."""
    return advice.Expectation(
        subject=name,
        field=f"{name}_why",
        name=EXPECTATIONS[name],
        is_told=bool(getattr(said, f"{name}_shared")),
        has_reason=_is_told(getattr(said, f"{name}_why")),
    )


def _environment(file: Any) -> dict[str, Any]:
    said = file.environment_answers
    return {
        "analyses": tuple(AnalysisState(row.state) for row in file.existing_analyses.all() if row.state),
        "describes_environment": _is_told(said.needs, said.offer, *said.thresholds.values()),
        "talks": tuple(_talk(row) for row in file.talks.all()),
        "lifeworld_contacts": len(file.lifeworld_contacts.all()),
    }


def _talk(row: Any) -> advice.Talk:
    return advice.Talk(
        subject=str(row.uuid),
        name=row.called,
        side=TalkSide(row.side) if row.side else None,
        asked_places=row.places is not None,
        asked_worries=_is_told(row.worries),
        asked_diary=_is_told(row.diary),
        commitment=Commitment(row.commitment),
    )


def _strategy(file: Any) -> dict[str, Any]:
    return {
        "has_focus": file.strategy_answers.has_focus,
        "strategies": frozenset(Strategy(row.strategy) for row in file.chosen_strategies.all()),
        "profiles": frozenset(Profile(row.profile) for row in file.wanted_profiles.all() if row.profile),
        "partners": tuple(
            advice.Partner(row.called, Engagement(row.engagement), str(row.uuid)) for row in file.needed_partners.all()
        ),
    }


def _budget(file: Any) -> dict[str, Any]:
    said = file.budget_answers
    return {
        "posts": tuple(advice.Post(row.percentage, row.cost) for row in file.staffing.all()),
        "open_ended": said.term == TermKind.OPEN_ENDED,
        "months": said.months,
        "operating_costs": tuple(row.amount for row in file.operating_costs.all()),
        "funding": tuple(row.amount for row in file.funding.all()),
    }


def _support(file: Any) -> dict[str, Any]:
    said = file.support_answers
    support = advice.Support(
        has_form=bool(said.group_form),
        members=len(file.support_members.all()),
        has_note=_has_note(file, StepNumber.SUPPORT_GROUP),
        has_training=_is_told(said.training),
        has_supervision=_is_told(said.supervision),
        has_coaching=_is_told(said.coaching),
    )
    return {"support": support}


def _goals(file: Any) -> dict[str, Any]:
    said = file.goals_answers
    return {
        "starting_points": frozenset(_starting_points(said)),
        "goals": tuple(
            advice.Goal(IndicatorKind(row.kind) if row.kind else None, row.is_agreed) for row in file.goals.all()
        ),
        "targets": advice.Targets(
            started=said.yearly_started,
            guided=said.yearly_guided,
            conditions=frozenset(name for name in CAPACITY_CONDITIONS if getattr(said, name)),
        ),
        "agreements": advice.Agreements(
            on_success=bool(file.project.success_agreements.all()),
            on_registration=_is_told(said.registration),
            on_gdpr=_is_told(said.gdpr),
            on_evaluator=_is_told(said.evaluator),
            follow_ups=sum(row.date is not None for row in file.follow_ups.all()),
        ),
    }


def _starting_points(said: Any) -> Iterable[Side]:
    """The sides of which something was ticked or written."""
    for side, factors, text in (
        (Side.SUPPLY, SUPPLY_FACTORS, said.supply_start),
        (Side.DEMAND, DEMAND_FACTORS, said.demand_start),
    ):
        if _is_told(text) or any(getattr(said, name) for name in factors):
            yield side


def _has_note(file: Any, number: StepNumber) -> bool:
    return _is_told(file.step(number).note)


def _is_told(*texts: str) -> bool:
    return any(text.strip() for text in texts)
