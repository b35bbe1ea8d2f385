"""Pure: what a rule is, what it says, and the one list that holds them all."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from ambassadors.advice.dossier import WHOLE, Dossier
from ambassadors.instrument import AdviceLevel as Level
from ambassadors.instrument import AdviceSource as Source
from ambassadors.instrument import StepNumber

__all__ = ["RULES", "WHOLE", "Advice", "Answer", "Check", "Found", "Level", "Limits", "Rule", "Source", "found", "rule"]

Values = dict[str, Any]


@dataclass(frozen=True)
class Limits:
    """The numbers the rules weigh against. The first three are the instrument's, the last is our own ruling."""

    staffing_minimum: int = 50
    staffing_preferred: int = 80
    term_months: int = 36
    many_strategies: int = 3


@dataclass(frozen=True)
class Found:
    """One thing a check found: what fills the sentence, what it is about (a row's uuid, a choice), and where it stands.

    `field`: blank is that of the rule.
    """

    values: Values
    subject: str = WHOLE
    field: str = ""


def found(*, subject: str = WHOLE, field: str = "", **values: Any) -> Found:
    return Found(values, subject, field)


Check = Callable[[Dossier, Limits], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """When `check` yields, the rule speaks: `sentence` filled with what was found, beside `field` of `step`.

    `when` tells people, for the guide, when that is, with the names of the limits in it. `field` is the name of a
    question, of a group of boxes or of a relation. `waits`: it is about something absent, so it keeps silent until its
    step is marked ready.
    """

    code: str
    level: Level
    step: StepNumber
    field: str
    sentence: Any
    check: Check
    when: Any
    source: Source = Source.SEED
    waits: bool = False

    def speaks_about(self, dossier: Dossier) -> bool:
        return self.level == Level.MISSING or not self.waits or self.step in dossier.ready

    def condition(self, limits: Limits) -> str:
        """When it speaks, in the reader's language."""
        return str(self.when % asdict(limits))

    def advise(self, dossier: Dossier, limits: Limits) -> "Iterator[Advice]":
        if self.speaks_about(dossier):
            for one in self.check(dossier, limits):
                yield Advice(
                    level=self.level,
                    rule=self.code,
                    sentence=self.sentence,
                    step=self.step,
                    field=one.field or self.field,
                    source=self.source,
                    values=one.values,
                    subject=one.subject,
                )


@dataclass(frozen=True)
class Answer:
    """Why they choose otherwise, in their own words; who said so, and on which day."""

    reason: str
    name: str
    day: date

    @property
    def signed(self) -> str:
        return f"{self.name}, {self.day:%d/%m/%Y}"


@dataclass(frozen=True)
class Advice:
    """One thing the instrument says about this dossier. Never a reason to refuse it.

    Rule and subject together stay the same for as long as it is said, so that people can answer it.
    """

    level: Level
    rule: str
    sentence: Any
    step: StepNumber
    field: str
    source: Source
    values: Values
    subject: str = WHOLE
    answer: Answer | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.rule, self.subject

    @property
    def reason(self) -> str:
        """The sentence in the reader's language, with its values."""
        return str(self.sentence % self.values)

    @property
    def source_label(self) -> str:
        return str(self.source.label)

    @property
    def is_praise(self) -> bool:
        return self.level == Level.GOOD

    @property
    def is_open(self) -> bool:
        """It still asks for something: praise does not, and neither does what was answered."""
        return not self.is_praise and self.answer is None


RULES: list[Rule] = []


def rule(
    code: str, level: Level, step: StepNumber, field: str, sentence: Any, *, when: Any, **more: Any
) -> Callable[[Check], Check]:
    """Put a check on the list. `more`: `source` and `waits` (see Rule)."""

    def register(check: Check) -> Check:
        RULES.append(Rule(code, level, step, field, sentence, check, when, **more))
        return check

    return register
