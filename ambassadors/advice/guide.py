"""Pure: the list of all rules as a page of the user guide, made of the rules themselves, so that it cannot be wrong."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.advice.rule import RULES, Level, Limits, Rule, Source
from ambassadors.instrument import StepNumber

OURS = "°"
# The limits that a sentence names, by the name it gives them; anything else in it depends on the dossier.
IN_SENTENCES = {
    "minimum": "staffing_minimum",
    "preferred": "staffing_preferred",
    "advised": "term_months",
}
LEVELS = {
    Level.MISSING: gettext_lazy("this belongs in every dossier; it is always said"),
    Level.CAUTION: gettext_lazy("this may go wrong"),
    Level.HINT: gettext_lazy("this can be better"),
    Level.GOOD: gettext_lazy("this is how the instrument means it"),
}


class Gap(int):
    """A value that only a dossier can give. It counts as several, and prints as a gap."""

    def __str__(self) -> str:
        return "…"


class Gaps(dict[str, Any]):
    """What fills a sentence when there is no dossier."""

    def __missing__(self, name: str) -> Gap:
        return Gap(2)


def page(limits: Limits) -> str:
    """The page in Markdown, in the language that is active."""
    return "\n".join((*_head(), *_levels(), *_steps(limits), *_capacity())) + "\n"


def _head() -> Iterator[str]:
    yield "# " + _("What the instrument advises")
    yield ""
    yield _("This page is made of the rules themselves, with `manage.py write_guide`. Do not change it by hand.")
    yield ""
    yield _("Advice never blocks: you can save everything, whatever it says.")
    yield _("Do you choose otherwise? Then answer it with your reason: “We choose otherwise”.")
    yield _("Your reason stands beside the advice and in the PDF of the dossier, and the advice counts as answered.")
    yield ""


def _levels() -> Iterator[str]:
    yield _line(_("Kind"), _("Meaning"))
    yield "| --- | --- |"
    for level, meaning in LEVELS.items():
        yield f"| {level.label} | {meaning} |"
    yield ""
    yield _("*Waits*: the advice is about something you did not fill in. It is silent until you mark the step ready.")
    yield ""
    yield _("%(sign)s: our own ruling, where the instrument says nothing. All the rest comes from the instrument.") % {
        "sign": OURS
    }


def _steps(limits: Limits) -> Iterator[str]:
    for step in StepNumber:
        yield ""
        yield "## " + _("Step %(number)s: %(title)s") % {"number": step.value, "title": step.label}
        yield ""
        yield _line(_("Kind"), _("When"), _("What it says"))
        yield "| --- | --- | --- |"
        for rule in in_order(step):
            yield f"| {rule.level.label}{_marks(rule)} | {rule.condition(limits)} | {_sentence(rule, limits)} |"


def in_order(step: StepNumber) -> list[Rule]:
    """The rules of a step, the weightiest first."""
    return sorted((rule for rule in RULES if rule.step == step), key=lambda rule: list(Level).index(rule.level))


def _marks(rule: Rule) -> str:
    ours = OURS if rule.source == Source.OURS else ""
    waits = _("waits")
    return f"{ours} ({waits})" if rule.waits else ours


def _sentence(rule: Rule, limits: Limits) -> str:
    known = asdict(limits)
    return str(rule.sentence % Gaps({said: known[name] for said, name in IN_SENTENCES.items()}))


def _capacity() -> Iterator[str]:
    yield ""
    yield "## " + _("The capacity indication")
    yield ""
    yield _("The instrument gives one indication, for individual guidance only.")
    yield _("In a year, an experienced full-time ambassador can start 80 trajectories and guide 60 to 70 to leisure.")
    yield _("That holds with a wide network, direct access to the group, a broad scope and enough time.")
    yield _("So you tick five conditions first. Without them you see no number.")
    yield ""
    yield _("For other percentages, and for terms under a year, we convert it and round down%(sign)s.") % {"sign": OURS}
    yield _("It always says “own conversion”, and “indication in optimal circumstances, not a norm”.")


def _line(*cells: str) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells)} |"
