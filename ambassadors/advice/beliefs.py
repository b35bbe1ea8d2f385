"""Pure: the rules of step 1, beliefs and expectations."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Found, Level, Limits, found, rule
from ambassadors.instrument import StepNumber

STEP = StepNumber.BELIEFS

# The three expectations of the instrument in a few words, by the beginning of their columns on BeliefsAnswers.
EXPECTATIONS = {
    "room": _("one more colleague makes room"),
    "reach": _("the ambassador reaches who was left out so far"),
    "link": _("the ambassador is the missing link"),
}


@rule(
    "no-note",
    Level.MISSING,
    STEP,
    "note",
    _("There is no note yet. Write down what you believe and expect."),
    when=_("There is no note in this step."),
)
def no_note(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.has_beliefs_note:
        yield found()


@rule(
    "expectation-without-reason",
    Level.HINT,
    STEP,
    "own_expectations",
    _("Write why you expect this, or why not: “%(expectation)s”."),
    when=_("An expectation has no reason. It is one of the three, or one of your own."),
    waits=True,
)
def expectation_without_reason(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    for one in dossier.expectations:
        if one.is_told and not one.has_reason:
            yield found(subject=one.subject, field=one.field, expectation=one.name)
