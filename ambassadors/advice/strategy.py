"""Pure: the rules of step 3, focus, strategies, partners and profile."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Found, Level, Limits, Source, found, rule
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
    when=_("No target group, neighbourhood or form of youth work was chosen."),
)
def no_focus(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.has_focus:
        yield found()


@rule(
    "no-strategy",
    Level.CAUTION,
    STEP,
    "strategies",
    _("No strategy was chosen. Choose one or more, so that you know whom you are looking for."),
    when=_("No strategy was chosen."),
    waits=True,
)
def no_strategy(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.strategies:
        yield found()


@rule(
    "one-sided",
    Level.HINT,
    STEP,
    "strategies",
    _("All your strategies work on the %(side)s. Combine them with one on the %(other)s if you can."),
    when=_("All strategies are on the demand side, or all on the supply side."),
)
def one_sided(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    sides = _sides(dossier)
    if len(sides) == 1 and (side := sides.pop()) in ONE_SIDED:
        yield found(side=side.label, other=ONE_SIDED[side].label)


@rule(
    "two-sided",
    Level.GOOD,
    STEP,
    "strategies",
    _("You combine the demand side and the supply side."),
    when=_("The strategies cover the demand side and the supply side."),
)
def two_sided(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    sides = _sides(dossier)
    if len(dossier.strategies) > 1 and (Side.BOTH in sides or len(sides) > 1):
        yield found()


def _sides(dossier: Dossier) -> set[Side]:
    return {STRATEGY_SIDE[strategy] for strategy in dossier.strategies}


@rule(
    "many-strategies",
    Level.CAUTION,
    STEP,
    "strategies",
    _("%(strategies)s strategies are a lot for %(staffing)s percent. Choose fewer, or more hours."),
    when=_("More than %(many_strategies)s strategies were chosen, for less than %(staffing_preferred)s percent."),
    source=Source.OURS,
)
def many_strategies(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """Waits for the staffing, which stands in the next step."""
    weighable = dossier.staffing_is_known or StepNumber.BUDGET in dossier.ready
    if weighable and len(dossier.strategies) > limits.many_strategies and dossier.staffing < limits.staffing_preferred:
        yield found(strategies=len(dossier.strategies), staffing=dossier.staffing)


@rule(
    "strategy-without-profile",
    Level.CAUTION,
    STEP,
    "wanted_profiles",
    _("“%(strategy)s” asks for the profile “%(profile)s”. Add that profile, or choose another strategy."),
    when=_("A strategy was chosen without the profile that goes with it. Waits while there is no profile."),
)
def strategy_without_profile(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """As long as no profile at all was filled in, that is an absence: it waits until the step is ready."""
    if not dossier.profiles and STEP not in dossier.ready:
        return
    for strategy in Strategy:
        if strategy in dossier.strategies and STRATEGY_PROFILE[strategy] not in dossier.profiles:
            yield found(subject=strategy.value, strategy=strategy.label, profile=STRATEGY_PROFILE[strategy].label)


@rule(
    "profile-without-strategy",
    Level.CAUTION,
    STEP,
    "wanted_profiles",
    _("The profile “%(profile)s” goes with “%(strategy)s”, which you did not choose."),
    when=_("A profile was chosen without the strategy that goes with it. Waits while there is no strategy."),
)
def profile_without_strategy(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """A profile in one's own words cannot be matched, and is never doubted."""
    if not dossier.strategies and STEP not in dossier.ready:
        return
    for strategy, profile in STRATEGY_PROFILE.items():
        if profile in dossier.profiles and strategy not in dossier.strategies:
            yield found(subject=profile.value, profile=profile.label, strategy=strategy.label)


@rule(
    "partner-unsigned",
    Level.HINT,
    STEP,
    "needed_partners",
    _("%(partner)s has not signed an engagement statement yet. Ask for it."),
    when=_("A partner who is needed has not signed an engagement statement. By name."),
    waits=True,
)
def partner_unsigned(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    for partner in dossier.partners:
        if partner.engagement in (Engagement.NOT_ASKED, Engagement.ASKED):
            yield found(subject=partner.subject, partner=partner.name)


@rule(
    "partner-lost",
    Level.HINT,
    STEP,
    "needed_partners",
    _("%(partner)s does not sign. Look for another partner, or see whether your choice holds without."),
    when=_("A partner who is needed refused, or withdrew. By name."),
)
def partner_lost(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    for partner in dossier.partners:
        if partner.engagement in (Engagement.REFUSED, Engagement.WITHDRAWN):
            yield found(subject=partner.subject, partner=partner.name)
