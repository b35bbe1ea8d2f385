"""Pure: the rules of step 5, the support group and what the ambassador gets to grow."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Found, Level, Limits, found, rule
from ambassadors.instrument import StepNumber

STEP = StepNumber.SUPPORT_GROUP


@rule(
    "no-support-group",
    Level.MISSING,
    STEP,
    "group_form",
    _("There is no support group yet. Set one up, or make it a fixed item of a meeting that exists."),
    when=_("No form was chosen, the group has no member, and there is no note in this step."),
)
def no_support_group(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.support.has_group:
        yield found()


@rule(
    "no-training",
    Level.HINT,
    STEP,
    "training",
    _("The ambassador gets no training, peer supervision or coaching yet. Look for one that fits the work."),
    when=_("There is no training, no peer supervision and no coaching."),
    waits=True,
)
def no_training(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.support.lets_grow:
        yield found()
