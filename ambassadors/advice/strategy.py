"""Pure: the rules of step 3, focus, strategies, partners and profile."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Level, Limits, Source, Values, rule
from ambassadors.enums import STRATEGY_PROFILE, STRATEGY_SIDE, Side, Strategy
from ambassadors.instrument import Engagement, StepNumber

STEP = StepNumber.STRATEGY
ONE_SIDED = {Side.DEMAND: Side.SUPPLY, Side.SUPPLY: Side.DEMAND}


@rule(
    "no-focus",
    Level.MISSING,
    STEP,
    "focus_target_group",
    _("There is no focus yet. Choose a target group, a neighbourhood or a form of youth work."),
)
def no_focus(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    if not dossier.has_focus:
        yield {}


@rule(
    "no-strategy",
    Level.CAUTION,
    STEP,
    "strategies",
    _("No strategy was chosen. Choose one or more, so that you know whom you are looking for."),
    waits=True,
)
def no_strategy(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    if not dossier.strategies:
        yield {}


@rule(
    "one-sided",
    Level.HINT,
    STEP,
    "strategies",
    _("All your strategies work on the %(side)s. Combine them with one on the %(other)s if you can."),
)
def one_sided(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    sides = _sides(dossier)
    if len(sides) == 1 and (side := sides.pop()) in ONE_SIDED:
        yield {"side": side.label, "other": ONE_SIDED[side].label}


@rule("two-sided", Level.GOOD, STEP, "strategies", _("You combine the demand side and the supply side."))
def two_sided(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    sides = _sides(dossier)
    if len(dossier.strategies) > 1 and (Side.BOTH in sides or len(sides) > 1):
        yield {}


def _sides(dossier: Dossier) -> set[Side]:
    return {STRATEGY_SIDE[strategy] for strategy in dossier.strategies}


@rule(
    "many-strategies",
    Level.CAUTION,
    STEP,
    "strategies",
    _("%(strategies)s strategies are a lot for %(staffing)s percent. Choose fewer, or more hours."),
    source=Source.OURS,
)
def many_strategies(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    """Waits for the staffing, which stands in the next step."""
    weighable = dossier.staffing_is_known or StepNumber.BUDGET in dossier.ready
    if weighable and len(dossier.strategies) > limits.many_strategies and dossier.staffing < limits.staffing_preferred:
        yield {"strategies": len(dossier.strategies), "staffing": dossier.staffing}


@rule(
    "strategy-without-profile",
    Level.CAUTION,
    STEP,
    "wanted_profiles",
    _("“%(strategy)s” asks for the profile “%(profile)s”. Add that profile, or choose another strategy."),
)
def strategy_without_profile(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    """As long as no profile at all was filled in, that is an absence: it waits until the step is ready."""
    if not dossier.profiles and STEP not in dossier.ready:
        return
    for strategy in Strategy:
        if strategy in dossier.strategies and STRATEGY_PROFILE[strategy] not in dossier.profiles:
            yield {"strategy": strategy.label, "profile": STRATEGY_PROFILE[strategy].label}


@rule(
    "profile-without-strategy",
    Level.CAUTION,
    STEP,
    "wanted_profiles",
    _("The profile “%(profile)s” goes with “%(strategy)s”, which you did not choose."),
)
def profile_without_strategy(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    """A profile in one's own words cannot be matched, and is never doubted."""
    if not dossier.strategies and STEP not in dossier.ready:
        return
    for strategy, profile in STRATEGY_PROFILE.items():
        if profile in dossier.profiles and strategy not in dossier.strategies:
            yield {"profile": profile.label, "strategy": strategy.label}


@rule(
    "partner-unsigned",
    Level.HINT,
    STEP,
    "needed_partners",
    _("%(partner)s has not signed an engagement statement yet. Ask for it."),
    waits=True,
)
def partner_unsigned(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    for partner in dossier.partners:
        if partner.engagement in (Engagement.NOT_ASKED, Engagement.ASKED):
            yield {"partner": partner.name}


@rule(
    "partner-lost",
    Level.HINT,
    STEP,
    "needed_partners",
    _("%(partner)s does not sign. Look for another partner, or see whether your choice holds without."),
)
def partner_lost(dossier: Dossier, limits: Limits) -> Iterator[Values]:
    for partner in dossier.partners:
        if partner.engagement in (Engagement.REFUSED, Engagement.WITHDRAWN):
            yield {"partner": partner.name}
