"""Pure: the rules of step 1, beliefs and expectations."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Level, Limits, Values, rule
from ambassadors.instrument import StepNumber


@rule(
    "no-note",
    Level.MISSING,
    StepNumber.BELIEFS,
    "note",
    _("There is no note yet. Write down what you believe and expect."),
)
def no_note(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    if not dossier.has_beliefs_note:
        yield {}
