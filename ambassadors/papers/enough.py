"""Whether a dossier holds enough for a document: what is missing, each with the step where it is filled in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import StepNumber
from ambassadors.papers.facts import Facts

Missing = tuple[Any, StepNumber]


def missing(kind: str, facts: Facts) -> list[Missing]:
    """What the dossier does not tell yet and this document needs. Nothing stands in the way of making it."""
    return [(what, step) for is_known, what, step in NEEDED[kind](facts) if not is_known]


def _beliefs_note(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    return [(facts.has_beliefs_note, _("the note"), StepNumber.BELIEFS)]


def _environment(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    step = StepNumber.ENVIRONMENT
    return [
        (facts.has_analysis, _("an analysis that exists, or the needs"), step),
        (bool(facts.offer.strip()), _("what is on offer today"), step),
        (facts.has_talks, _("an exploratory talk"), step),
    ]


def _choices(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    return [
        (facts.focus.is_known, _("the focus"), StepNumber.STRATEGY),
        (bool(facts.strategies), _("a strategy"), StepNumber.STRATEGY),
    ]


def _post(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    return [
        *_choices(facts),
        (bool(facts.profiles), _("a profile"), StepNumber.STRATEGY),
        (bool(facts.percentage), _("the percentage"), StepNumber.BUDGET),
        (facts.open_ended or bool(facts.months), _("the term"), StepNumber.BUDGET),
    ]


def _statement(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    return [
        (bool(facts.partners), _("a partner"), StepNumber.STRATEGY),
        (bool(facts.strategies), _("a strategy"), StepNumber.STRATEGY),
    ]


def _vacancy(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    return [
        *_post(facts),
        (bool(facts.service.strip()), _("the service"), StepNumber.BUDGET),
        (bool(facts.mandate.strip()), _("the mandate"), StepNumber.BUDGET),
    ]


def _tender(facts: Facts) -> list[tuple[bool, Any, StepNumber]]:
    agreed = facts.follow_up
    return [
        *_post(facts),
        (bool(agreed.goals), _("a goal"), StepNumber.GOALS),
        (bool(agreed.evaluator.strip()), _("who evaluates"), StepNumber.GOALS),
        (bool(agreed.gdpr.strip()), _("the GDPR agreements"), StepNumber.GOALS),
    ]


# By the code of the kind of report. A dossier as a whole says itself how far it is.
NEEDED: dict[str, Any] = {
    "beliefs_note": _beliefs_note,
    "environment_analysis": _environment,
    "engagement_statement": _statement,
    "vacancy_text": _vacancy,
    "tender_brief": _tender,
}
