"""Pure: the instrument's knowledge as rules. A dossier of plain values in, advice out; nothing here blocks saving."""

from ambassadors.advice import (  # noqa: F401  (importing them fills the list)
    agreements,
    beliefs,
    environment,
    goals,
    staffing,
    strategy,
    support,
)
from ambassadors.advice.dossier import (
    Agreements,
    Dossier,
    Expectation,
    Goal,
    Partner,
    Post,
    Support,
    Talk,
    Targets,
)
from ambassadors.advice.rule import RULES, WHOLE, Advice, Answer, Level, Limits, Rule, Source

__all__ = [
    "INSTRUMENT",
    "RULES",
    "WHOLE",
    "Advice",
    "Agreements",
    "Answer",
    "Dossier",
    "Expectation",
    "Goal",
    "Level",
    "Limits",
    "Partner",
    "Post",
    "Rule",
    "Source",
    "Support",
    "Talk",
    "Targets",
    "advise",
]

WEIGHT = {level: place for place, level in enumerate(Level)}
INSTRUMENT = Limits()


def advise(dossier: Dossier, limits: Limits = INSTRUMENT) -> list[Advice]:
    """Everything the instrument says about this dossier, by step, the weightiest first."""
    spoken = [advice for rule in RULES for advice in rule.advise(dossier, limits)]
    return sorted(spoken, key=lambda advice: (advice.step, WEIGHT[advice.level]))
