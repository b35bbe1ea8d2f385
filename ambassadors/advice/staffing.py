"""Pure: the rules of step 4, staffing, term and money."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ambassadors.advice.dossier import Dossier
from ambassadors.advice.rule import Found, Level, Limits, Source, found, rule
from ambassadors.budget import euro
from ambassadors.instrument import StepNumber

STEP = StepNumber.BUDGET


def _weighed(dossier: Dossier, limits: Limits) -> int | None:
    """The staffing to judge, or None while there is none, or while a blank percentage may still change the verdict."""
    settled = dossier.staffing_is_known or STEP in dossier.ready or dossier.staffing >= limits.staffing_preferred
    return dossier.staffing if dossier.percentages and settled else None


def _is_middling(dossier: Dossier, limits: Limits) -> bool:
    weighed = _weighed(dossier, limits)
    return weighed is not None and limits.staffing_minimum <= weighed < limits.staffing_preferred


def _is_ample(dossier: Dossier, limits: Limits) -> bool:
    return (_weighed(dossier, limits) or 0) >= limits.staffing_preferred


def _is_scattered(dossier: Dossier, limits: Limits) -> bool:
    """Several persons, none of whom reaches half-time: two times 25 percent, say."""
    return len(dossier.percentages) > 1 and max(dossier.percentages) < limits.staffing_minimum


@rule(
    "no-staffing",
    Level.CAUTION,
    STEP,
    "staffing",
    _("There is no staffing yet. %(preferred)s to 100 percent is advised, %(minimum)s percent is the least."),
    when=_("There is no staffing."),
    waits=True,
)
def no_staffing(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.percentages:
        yield found(preferred=limits.staffing_preferred, minimum=limits.staffing_minimum)


@rule(
    "staffing-low",
    Level.CAUTION,
    STEP,
    "staffing",
    _("%(staffing)s percent is little. Choose more hours: at least %(minimum)s percent."),
    when=_("All persons together work less than %(staffing_minimum)s percent."),
)
def staffing_low(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    weighed = _weighed(dossier, limits)
    if weighed is not None and weighed < limits.staffing_minimum:
        yield found(staffing=weighed, minimum=limits.staffing_minimum)


@rule(
    "staffing-middling",
    Level.HINT,
    STEP,
    "staffing",
    _("%(staffing)s percent leaves little room. Choose %(preferred)s to 100 percent, or share the work between two."),
    when=_("Together it is %(staffing_minimum)s percent or more, and less than %(staffing_preferred)s percent."),
)
def staffing_middling(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if _is_middling(dossier, limits) and not _is_scattered(dossier, limits):
        yield found(staffing=dossier.staffing, preferred=limits.staffing_preferred)


@rule(
    "staffing-scattered",
    Level.HINT,
    STEP,
    "staffing",
    _("%(persons)s persons share %(staffing)s percent: each has little time. Choose %(preferred)s percent together."),
    when=_("The same, with several persons who each work less than %(staffing_minimum)s percent, such as twice 25."),
)
def staffing_scattered(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if _is_middling(dossier, limits) and _is_scattered(dossier, limits):
        persons = len(dossier.percentages)
        yield found(persons=persons, staffing=dossier.staffing, preferred=limits.staffing_preferred)


@rule(
    "staffing-ample",
    Level.GOOD,
    STEP,
    "staffing",
    _("%(staffing)s percent gives room to do the work well."),
    when=_("One person works %(staffing_preferred)s percent or more."),
)
def staffing_ample(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if _is_ample(dossier, limits) and len(dossier.posts) == 1:
        yield found(staffing=dossier.staffing)


@rule(
    "staffing-shared",
    Level.GOOD,
    STEP,
    "staffing",
    _("%(persons)s persons share %(staffing)s percent: they can complete and strengthen each other."),
    when=_("Several persons work %(staffing_preferred)s percent or more together."),
)
def staffing_shared(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if _is_ample(dossier, limits) and len(dossier.posts) > 1:
        yield found(persons=len(dossier.posts), staffing=dossier.staffing)


@rule(
    "term-short",
    Level.CAUTION,
    STEP,
    "term",
    ngettext_lazy(
        "%(months)s month is short to build trust and a network. Choose %(advised)s months or more.",
        "%(months)s months are short to build trust and a network. Choose %(advised)s months or more.",
        "months",
    ),
    when=_("The term is fixed and shorter than %(term_months)s months."),
)
def term_short(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if dossier.months is not None and dossier.months < limits.term_months:
        yield found(months=dossier.months, advised=limits.term_months)


@rule(
    "term-open-ended",
    Level.GOOD,
    STEP,
    "term",
    _("An open-ended term gives the most certainty."),
    when=_("The term is open-ended."),
)
def term_open_ended(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if dossier.open_ended:
        yield found()


@rule(
    "no-operating-costs",
    Level.CAUTION,
    STEP,
    "operating_costs",
    _("There are no operating costs yet. Without them the ambassador can do little."),
    when=_("There are no operating costs."),
    waits=True,
)
def no_operating_costs(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """A cost whose amount is still unknown is a cost; an amount of nothing is not."""
    if not any(amount is None or amount > 0 for amount in dossier.operating_costs):
        yield found()


@rule(
    "funding-short",
    Level.CAUTION,
    STEP,
    "funding",
    _("The funding does not cover the costs: %(shortage)s a year is still to be found."),
    when=_("The funding does not cover the costs, and every amount is known."),
    source=Source.OURS,
)
def funding_short(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """Speaks only when every amount is known: before that, the sum says nothing."""
    sums = dossier.sums
    if dossier.funding and not sums.unknown and sums.shortage:
        yield found(shortage=euro(sums.shortage))
