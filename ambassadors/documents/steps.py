"""The answers of each step, block by block, in the order of its page."""

from collections.abc import Iterator

from ambassadors.documents import beliefs, budget, environment, goals, strategy, support
from ambassadors.documents.bricks import Json, answers, question
from ambassadors.instrument import StepNumber
from ambassadors.models import Step

BLOCKS = {
    StepNumber.BELIEFS: beliefs.blocks,
    StepNumber.ENVIRONMENT: environment.blocks,
    StepNumber.STRATEGY: strategy.blocks,
    StepNumber.SUPPORT_GROUP: support.blocks,
    StepNumber.GOALS: goals.blocks,
}


def blocks_of(step: Step, *, with_costs: bool) -> list[Json]:
    """All that was asked in a step; the tables and sums of money only with costs."""
    return [*_structured(step, with_costs=with_costs), _note(step)]


def _structured(step: Step, *, with_costs: bool) -> Iterator[Json]:
    if step.number == StepNumber.BUDGET:
        return budget.blocks(step.hiring_file, with_costs)
    return BLOCKS[StepNumber(step.number)](step.hiring_file)


def _note(step: Step) -> Json:
    """In step 1 the note is what it is about; elsewhere it is what else one wants to say."""
    return answers("", question("note", step.note, optional=step.number != StepNumber.BELIEFS))
