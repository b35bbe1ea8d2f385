"""What the dossier asks, in the words of the page, the check of the answers and the document alike."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from ambassadors.instrument import StepNumber

QUESTIONS: dict[str, Any] = {
    "note": _("Note"),
    # step 3
    "focus_target_group": _("Which children or young people?"),
    "focus_neighbourhood": _("Which neighbourhood or place?"),
    "focus_youth_work": _("Which form of youth work?"),
    "organised": _("Organised or unorganised leisure?"),
    "orientation": _("For one group or for everyone?"),
    "reasons": _("Why this focus?"),
    "why": _("Explain your choice"),
    "strategies": _("Which strategies do you choose?"),
    # step 4
    "term": _("How long does the appointment last?"),
    "months": _("How many months?"),
    "initiator": _("Who takes the initiative?"),
    "initiator_other": _("Which other organisation?"),
    "route": _("How do you find someone?"),
    "arguments_hire": _("What speaks for hiring someone yourselves?"),
    "arguments_tender": _("What speaks for a tender?"),
    "argument_other": _("Other arguments"),
    "service": _("In which service will the ambassador work?"),
    "mandate": _("What is the mandate?"),
    "post_profile": _("What profile does the post ask for?"),
    # step 6
    "success": _("Which cut-off moment counts as success, with or without support?"),
}

REASONS = {
    "greatest_needs": _("The needs are greatest here"),
    "good_start": _("The ambassador has a good starting point here"),
}


class Rows(NamedTuple):
    """How the rows of one relation are asked for and shown. `columns`: column name and heading."""

    heading: Any
    columns: dict[str, Any]
    add_label: Any
    hint: Any = ""


ROWS = {
    "wanted_profiles": Rows(
        _("Which profile are you looking for?"),
        {"profile": _("Profile"), "other": _("Which other profile?"), "leaning": _("Feeling for")},
        _("Add a profile"),
        _("Several strategies often ask for several profiles."),
    ),
    "needed_partners": Rows(
        _("Which partners do you need?"),
        {
            "name": _("Name of the partner"),
            "kind": _("Kind of partner"),
            "engagement": _("Engagement statement"),
            "engagement_on": _("On which day?"),
        },
        _("Add a partner"),
        _("Ask each of them to sign an engagement statement."),
    ),
    "staffing": Rows(
        _("How many people, for what percentage?"),
        {"label": _("Post"), "percentage": _("Percentage"), "cost": _("Wage cost a year")},
        _("Add a person"),
        _("One row for each person, by the name of the post. We add up the percentages."),
    ),
    "operating_costs": Rows(
        _("Which operating costs do you foresee?"),
        {"category": _("Kind of cost"), "description": _("What for?"), "amount": _("Amount a year")},
        _("Add a cost"),
    ),
    "funding": Rows(_("Who pays for it?"), {"source": _("Source"), "amount": _("Amount a year")}, _("Add a source")),
}


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
