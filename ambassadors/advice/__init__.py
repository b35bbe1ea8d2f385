"""Pure: the instrument's knowledge as rules. A dossier of plain values in, advice out; nothing here blocks saving."""

from ambassadors.advice import beliefs, goals, staffing, strategy  # noqa: F401  (importing them fills the list)
from ambassadors.advice.dossier import Dossier, Partner, Post
from ambassadors.advice.rule import RULES, Advice, Level, Limits, Rule, Source

__all__ = ["RULES", "Advice", "Dossier", "Level", "Limits", "Partner", "Post", "Rule", "Source", "advise"]

WEIGHT = {level: place for place, level in enumerate(Level)}
INSTRUMENT = Limits()


def advise(dossier: Dossier, limits: Limits = INSTRUMENT) -> list[Advice]:
    """Everything the instrument says about this dossier, by step, the weightiest first."""
    spoken = [advice for rule in RULES for advice in rule.advise(dossier, limits)]
    return sorted(spoken, key=lambda advice: (advice.step, WEIGHT[advice.level]))
