"""Pure: the rules of step 6, goals and follow-up."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Level, Limits, Values, rule
from ambassadors.instrument import StepNumber


@rule(
    "no-success-agreement",
    Level.MISSING,
    StepNumber.GOALS,
    "success",
    _("It was not agreed which cut-off moment counts as success. Without it no report has a success figure."),
)
def no_success_agreement(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    if not dossier.has_success_agreement:
        yield {}
