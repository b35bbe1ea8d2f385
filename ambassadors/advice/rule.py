"""Pure: what a rule is, what it says, and the one list that holds them all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ambassadors.advice.dossier import Dossier
from ambassadors.instrument import AdviceLevel as Level
from ambassadors.instrument import AdviceSource as Source
from ambassadors.instrument import StepNumber

__all__ = ["RULES", "Advice", "Check", "Level", "Limits", "Rule", "Source", "Values", "rule"]

Values = dict[str, Any]


@dataclass(frozen=True)
class Limits:
    """The numbers the rules weigh against. The first three are the instrument's, the last is our own ruling."""

    staffing_minimum: int = 50
    staffing_preferred: int = 80
    term_months: int = 36
    many_strategies: int = 3


Check = Callable[[Dossier, Limits], Iterator[Values]]


@dataclass(frozen=True)
class Rule:
    """When `check` yields, the rule speaks: `sentence` filled with what was yielded, beside `field` of `step`.

    `waits`: the rule is about something absent, so it keeps silent until its step is marked ready.
    """

    code: str
    level: Level
    step: StepNumber
    field: str
    sentence: Any
    check: Check
    source: Source = Source.SEED
    waits: bool = False

    def speaks_about(self, dossier: Dossier) -> bool:
        return self.level == Level.MISSING or not self.waits or self.step in dossier.ready

    def advise(self, dossier: Dossier, limits: Limits) -> "Iterator[Advice]":
        if self.speaks_about(dossier):
            for values in self.check(dossier, limits):
                yield Advice(self.level, self.code, self.sentence, self.step, self.field, self.source, values)


@dataclass(frozen=True)
class Advice:
    """One thing the instrument says about this dossier. Never a reason to refuse it."""

    level: Level
    rule: str
    sentence: Any
    step: StepNumber
    field: str
    source: Source
    values: Values

    @property
    def reason(self) -> str:
        """The sentence in the reader's language, with its values."""
        return str(self.sentence % self.values)

    @property
    def source_label(self) -> str:
        return str(self.source.label)


RULES: list[Rule] = []


def rule(code: str, level: Level, step: StepNumber, field: str, sentence: Any, **more: Any) -> Callable[[Check], Check]:
    """Put a check on the list. `more`: `source` and `waits` (see Rule)."""

    def register(check: Check) -> Check:
        RULES.append(Rule(code, level, step, field, sentence, check, **more))
        return check

    return register
