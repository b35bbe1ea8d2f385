"""What each step is for, and what helps to fill it in, in our own plain words after the instrument."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import StepNumber


class Guidance(NamedTuple):
    """What a step is for, and what its note may answer. The note is free: nobody has to follow the list."""

    lead: Any
    ask: tuple[Any, ...] = ()


GUIDANCE = {
    StepNumber.BELIEFS: Guidance(
        _("Write down together why you want an ambassador. A page or two is enough."),
        (
            _("What is leisure worth to children and young people, in a club and outside it?"),
            _("Does one more colleague give you the room to do this thoroughly?"),
            _("Which groups do you not reach today, and will the ambassador reach them?"),
            _("Can the ambassador bring families and clubs together, where the link is missing now?"),
            _("What have you read about the worth of youth work, about diversity, about working with bridge figures?"),
        ),
    ),
    StepNumber.ENVIRONMENT: Guidance(
        _("Look at what is there, what is missing, and who you can count on."),
        (
            _("Which analysis exists already: multi-year plan, BOA decree, label Kindvriendelijke Gemeente?"),
            _("What do children and young people need, and what is on offer?"),
            _("What holds them back? Is the offer known, reachable, affordable, understandable, trusted?"),
            _("Whom did you speak who knows the families: OCMW, Huis van het Kind, school, library?"),
            _("Which clubs did you speak? How many places, which worries, how full is their diary?"),
            _("Where did you meet the young people themselves, and what did you learn?"),
        ),
    ),
    StepNumber.STRATEGY: Guidance(_("Choose where to begin. A focus makes the job feasible.")),
    StepNumber.BUDGET: Guidance(_("Fix who, how much, for how long, and who pays.")),
    StepNumber.SUPPORT_GROUP: Guidance(
        _("An ambassador does not stand alone. Gather people who think along and open doors."),
        (
            _("Do you set up a new group, or make it a fixed item of a meeting that exists?"),
            _("Who sits in it, for which organisation, in which role? Small or broad?"),
            _("What does the group do: listen, give feedback, support actions, open doors, pick up signals?"),
            _("How often do you meet, and who decides what?"),
            _("Which training, peer supervision and coaching does the ambassador get?"),
        ),
    ),
    StepNumber.GOALS: Guidance(
        _("Agree with the ambassador on what you want to reach, and how you follow it up."),
        (
            _("Where do you start from, with the clubs and with the families?"),
            _("Which goals do you set together? Look at the way there too: numbers alone weigh heavily."),
            _("Which cut-off moment counts as success here, with or without support?"),
            _("What is registered, with which tool? Think of the GDPR and of deontology."),
            _("Who follows up, when, and with the mandate to adjust?"),
        ),
    ),
}
