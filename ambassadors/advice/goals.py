"""Pure: the rules of step 6 on the starting point, the goals and the targets of a year."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Found, Level, Limits, found, rule
from ambassadors.capacity import Indication, indication
from ambassadors.enums import Side, Strategy
from ambassadors.instrument import IndicatorKind, StepNumber

STEP = StepNumber.GOALS


@rule(
    "no-starting-point",
    Level.HINT,
    STEP,
    "demand_factors",
    _("You did not look at the starting point on the %(side)s yet. It decides which goals are within reach."),
    when=_("On the demand side or on the supply side nothing was ticked or written about the starting point."),
    waits=True,
)
def no_starting_point(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    for side, field in ((Side.SUPPLY, "supply_factors"), (Side.DEMAND, "demand_factors")):
        if side not in dossier.starting_points:
            yield found(subject=side.value, field=field, side=side.label)


@rule(
    "only-numbers",
    Level.CAUTION,
    STEP,
    "goals",
    _("All your indicators are numbers. They can help, and they can weigh on the ambassador: add other ones."),
    when=_("Every goal has a number as its indicator."),
)
def only_numbers(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """A goal whose indicator is still unknown may become another one."""
    if dossier.goals and all(goal.kind == IndicatorKind.NUMBER for goal in dossier.goals):
        yield found()


@rule(
    "no-process-criterion",
    Level.HINT,
    STEP,
    "goals",
    _("No goal looks at the way there. Choose a process criterion too, such as relations that are built."),
    when=_("No goal has a process criterion as its indicator."),
    waits=True,
)
def no_process_criterion(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not any(goal.kind == IndicatorKind.PROCESS for goal in dossier.goals):
        yield found()


@rule(
    "goals-not-agreed",
    Level.HINT,
    STEP,
    "goals",
    ngettext_lazy(
        "%(goals)s goal is a draft. Agree on it with the ambassador.",
        "%(goals)s goals are drafts. Agree on them with the ambassador.",
        "goals",
    ),
    when=_("The ambassador has not agreed to a goal."),
    waits=True,
)
def goals_not_agreed(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    drafts = sum(not goal.is_agreed for goal in dossier.goals)
    if drafts:
        yield found(goals=drafts)


@rule(
    "started-above-capacity",
    Level.CAUTION,
    STEP,
    "yearly_started",
    ngettext_lazy(
        "%(target)s trajectories is more than %(most)s (own conversion: %(staffing)s percent, %(months)s month). "
        "That is an indication in optimal circumstances, not a norm.",
        "%(target)s trajectories is more than %(most)s (own conversion: %(staffing)s percent, %(months)s months). "
        "That is an indication in optimal circumstances, not a norm.",
        "months",
    ),
    when=_("You want to start more trajectories than the capacity indication, and its five conditions are met."),
)
def started_above_capacity(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    shown = _indication(dossier)
    if shown and (dossier.targets.started or 0) > shown.started:
        yield _above(dossier.targets.started, shown.started, shown)


@rule(
    "guided-above-capacity",
    Level.CAUTION,
    STEP,
    "yearly_guided",
    ngettext_lazy(
        "%(target)s children guided is more than %(most)s (own conversion: %(staffing)s percent, %(months)s month). "
        "That is an indication in optimal circumstances, not a norm.",
        "%(target)s children guided is more than %(most)s (own conversion: %(staffing)s percent, %(months)s months). "
        "That is an indication in optimal circumstances, not a norm.",
        "months",
    ),
    when=_("You want to guide more children than the capacity indication, and its five conditions are met."),
)
def guided_above_capacity(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """The instrument gives a range: only what lies above its upper end is too much."""
    shown = _indication(dossier)
    if shown and (dossier.targets.guided or 0) > shown.guided_most:
        yield _above(dossier.targets.guided, shown.guided_most, shown)


@rule(
    "capacity-needs-conditions",
    Level.HINT,
    STEP,
    "conditions",
    _("Weigh your target. The instrument gives an indication only when all five conditions are met."),
    when=_("You chose individual guidance and set a target, but did not tick all five conditions."),
)
def capacity_needs_conditions(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    guides = Strategy.INDIVIDUAL_GUIDANCE in dossier.strategies
    if guides and dossier.targets.are_set and not dossier.targets.meet_all_conditions:
        yield found()


def _indication(dossier: Dossier) -> Indication | None:
    """Nothing while the staffing may still grow."""
    if not dossier.staffing_is_settled:
        return None
    return indication(
        strategies=dossier.strategies,
        conditions=dossier.targets.conditions,
        staffing=dossier.staffing,
        months=dossier.months,
    )


def _above(target: int | None, most: int, shown: Indication) -> Found:
    return found(target=target, most=most, staffing=shown.staffing, months=shown.months)
