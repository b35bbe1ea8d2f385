"""Pure: the rules of step 6 on what has to be agreed before the work begins."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Found, Level, Limits, found, rule
from ambassadors.instrument import StepNumber

STEP = StepNumber.GOALS


@rule(
    "no-success-agreement",
    Level.MISSING,
    STEP,
    "success",
    _("It was not agreed which cut-off moment counts as success. Without it no report has a success figure."),
    when=_("It was not agreed which cut-off moment counts as success."),
)
def no_success_agreement(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.agreements.on_success:
        yield found()


@rule(
    "no-registration-agreement",
    Level.MISSING,
    STEP,
    "registration",
    _("There is no agreement on registration yet. Agree with the ambassador what is registered."),
    when=_("It does not say what is registered."),
)
def no_registration_agreement(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.agreements.on_registration:
        yield found()


@rule(
    "no-gdpr-agreement",
    Level.MISSING,
    STEP,
    "gdpr",
    _("There is no agreement on the GDPR yet. Ask your data protection officer what you may keep, and for how long."),
    when=_("There is no agreement on the GDPR."),
)
def no_gdpr_agreement(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.agreements.on_gdpr:
        yield found()


@rule(
    "no-follow-up",
    Level.MISSING,
    STEP,
    "follow_ups",
    _("No follow-up moment was planned yet. Fix a day with the manager, and one with direct colleagues."),
    when=_("No follow-up moment has a day."),
)
def no_follow_up(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.agreements.follow_ups:
        yield found()


@rule(
    "no-evaluator",
    Level.MISSING,
    STEP,
    "evaluator",
    _("It does not say yet who evaluates the work. Choose somebody whose mandate allows to adjust the plan."),
    when=_("It does not say who evaluates."),
)
def no_evaluator(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.agreements.on_evaluator:
        yield found()
