"""Pure: the rules of step 2, the environment analysis and the exploratory talks."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors.advice.dossier import Dossier, Talk
from ambassadors.advice.rule import Found, Level, Limits, found, rule
from ambassadors.instrument import AnalysisState, Commitment, StepNumber, TalkSide

STEP = StepNumber.ENVIRONMENT


@rule(
    "no-analysis",
    Level.HINT,
    STEP,
    "existing_analyses",
    _("Write what children need, what is on offer and what holds them back, or use an analysis that exists."),
    when=_("There is no analysis, not even a partial one, and needs, offer and thresholds were not described."),
    waits=True,
)
def no_analysis(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.describes_environment and not set(dossier.analyses) - {AnalysisState.NONE}:
        yield found()


@rule(
    "analysis-complete",
    Level.GOOD,
    STEP,
    "existing_analyses",
    _("There is a complete analysis already: you do not have to make one again."),
    when=_("An analysis that exists is complete."),
)
def analysis_complete(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if AnalysisState.COMPLETE in dossier.analyses:
        yield found()


@rule(
    "no-demand-talk",
    Level.HINT,
    STEP,
    "talks",
    _("You did not talk with anybody on the demand side yet: who knows the families, such as the OCMW or a school?"),
    when=_("No talk is on the demand side."),
    waits=True,
)
def no_demand_talk(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not _talks(dossier, TalkSide.DEMAND):
        yield found()


@rule(
    "no-supply-talk",
    Level.HINT,
    STEP,
    "talks",
    _("You did not talk with anybody on the supply side yet: which clubs do you want to work with?"),
    when=_("No talk is on the supply side."),
    waits=True,
)
def no_supply_talk(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not _talks(dossier, TalkSide.SUPPLY):
        yield found()


@rule(
    "provider-not-asked",
    Level.HINT,
    STEP,
    "talks",
    _("Ask %(provider)s too: %(subjects)s."),
    when=_("A provider was not asked about places, about worries and priorities, or about room in the diary. By name."),
    waits=True,
)
def provider_not_asked(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    """Who said no is left in peace: that is a fine answer."""
    for talk in _talks(dossier, TalkSide.SUPPLY):
        unasked = _unasked(talk)
        if unasked and talk.commitment != Commitment.NO:
            yield found(subject=talk.subject, provider=talk.name, subjects=", ".join(unasked))


@rule(
    "no-lifeworld-contact",
    Level.HINT,
    STEP,
    "lifeworld_contacts",
    _("You did not meet the young people themselves yet. Go where they are, or let somebody introduce you."),
    when=_("There is no lifeworld contact."),
    waits=True,
)
def no_lifeworld_contact(dossier: Dossier, limits: Limits) -> Iterator[Found]:
    if not dossier.lifeworld_contacts:
        yield found()


def _talks(dossier: Dossier, side: TalkSide) -> list[Talk]:
    return [talk for talk in dossier.talks if talk.side == side]


def _unasked(talk: Talk) -> list[str]:
    """What is still to be asked, in the reader's words."""
    asked = {
        gettext("how many places there are"): talk.asked_places,
        gettext("what their worries and priorities are"): talk.asked_worries,
        gettext("how full their diary is"): talk.asked_diary,
    }
    return [subject for subject, done in asked.items() if not done]
