"""The words of the six-step instrument: its steps and the kinds of answer in each."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StepNumber(IntegerChoices):
    """The six steps, as the ministry's instrument and the user's card number them together."""

    BELIEFS = 1, _("Beliefs and expectations")
    ENVIRONMENT = 2, _("Environment analysis")
    STRATEGY = 3, _("Strategy and profile")
    BUDGET = 4, _("Budget and hire")
    SUPPORT_GROUP = 5, _("Support group")
    GOALS = 6, _("Goals and follow-up")


class StepState(TextChoices):
    TODO = "todo", pgettext_lazy("step", "To do")
    BUSY = "busy", pgettext_lazy("step", "Busy")
    READY = "ready", pgettext_lazy("step", "Ready")


class StartedFrom(TextChoices):
    """What a dossier began with."""

    BLANK = "blank", _("Nothing: every question is blank")
    EXAMPLE = "example", _("A worked example that you adapt")
    EARLIER = "earlier", _("An earlier dossier of your organisation")


class Organised(TextChoices):
    ORGANISED = "organised", _("Organised leisure")
    UNORGANISED = "unorganised", _("Unorganised leisure")
    BOTH = "both", pgettext_lazy("leisure", "Both")


class Orientation(TextChoices):
    INCLUSIVE = "inclusive", _("Inclusive activities")
    GROUP_SPECIFIC = "group_specific", _("Activities for one group")
    BOTH = "both", pgettext_lazy("leisure", "Both")


class Leaning(TextChoices):
    """Where the feeling of the person wanted mainly lies."""

    DEMAND = "demand", _("More on the demand side")
    SUPPLY = "supply", _("More on the supply side")
    BOTH = "both", _("On both sides equally")


class PartnerKind(TextChoices):
    """Kinds of partner the instrument names for talks; the same bodies carry out the strategies."""

    SOCIAL_WELFARE = "social_welfare", _("OCMW")
    FAMILY_HOUSE = "family_house", _("Huis van het Kind")
    SCHOOL = "school", _("School (care coordinator, OKAN teacher)")
    LIBRARY = "library", _("Library")
    NEIGHBOURHOOD_WORK = "neighbourhood_work", _("Neighbourhood work")
    SELF_ORGANISATION = "self_organisation", _("Self-organisation")
    POLICE = "police", _("Police")
    YOUTH_MOVEMENT = "youth_movement", _("Youth movement")
    YOUTH_CLUB = "youth_club", _("Youth club")
    PLAYGROUND = "playground", _("Playground work")
    SPORTS_CLUB = "sports_club", _("Sports club")
    SPECIAL_GROUPS = "special_groups", _("Youth work for special groups")
    MEDIA_LAB = "media_lab", _("Media lab")
    ARTS_EDUCATION = "arts_education", _("Arts education")
    OTHER = "other", _("Other kind")


class Engagement(TextChoices):
    """What became of the engagement statement."""

    NOT_ASKED = "not_asked", pgettext_lazy("engagement", "Not asked yet")
    ASKED = "asked", pgettext_lazy("engagement", "Asked")
    SIGNED = "signed", pgettext_lazy("engagement", "Signed")
    REFUSED = "refused", pgettext_lazy("engagement", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("engagement", "Withdrawn")


class TermKind(TextChoices):
    OPEN_ENDED = "open_ended", _("Open-ended")
    MONTHS = "months", _("A number of months")


class Initiator(TextChoices):
    LOCAL_GOVERNMENT = "local_government", _("The local government")
    LOCAL_ASSOCIATION = "local_association", _("A local association")
    OTHER = "other", _("Another organisation")


class Route(TextChoices):
    HIRE = "hire", _("We hire someone ourselves")
    TENDER = "tender", _("We put it out to tender")


# The instrument's arguments for each route, by the name of their column on BudgetAnswers.
ROUTE_ARGUMENTS = {
    Route.HIRE: {
        "argument_team": _("The ambassador is fully part of the team: talking and working together is easier"),
        "argument_service": _("The ambassador has a place in a service, with a clear mandate and profile"),
    },
    Route.TENDER: {
        "argument_expertise": _("The other organisation can offer more expertise and peer supervision"),
        "argument_latitude": _("The ambassador has more room to act, for example in language or professional secrecy"),
        "argument_independence": _(
            "The ambassador is more independent: families who distrust the government talk sooner"
        ),
    },
}


class OperatingCategory(TextChoices):
    PARTICIPATION_FEES = "participation_fees", _("Contribution to participation fees")
    VOLUNTEERS = "volunteers", _("Volunteers: compensation and insurance")
    TRAVEL = "travel", _("Travel and stay")
    MATERIAL = "material", _("Play and camp material")
    CATERING = "catering", _("Catering")
    PROMOTION = "promotion", _("Print and promotion")
    OTHER = "other", _("Other costs")


class SourceGroup(TextChoices):
    """What a source is about: the three groups of step 1, and what helps with the other steps."""

    YOUTH_WORK = "youth_work", _("the worth of youth work")
    DIVERSITY = "diversity", _("diversity in youth work")
    BRIDGE_FIGURES = "bridge_figures", _("working with bridge figures")
    ANALYSIS = "analysis", _("making an environment analysis")
    LIFEWORLD = "lifeworld", _("the lifeworld of children and young people")
    OTHER = "other", _("something else")


class Shared(TextChoices):
    """How far an expectation is shared by those who prepare the hire."""

    NOT = "not", _("hardly shared")
    PARTLY = "partly", _("shared by some")
    FULLY = "fully", _("shared by everyone")


class AnalysisKind(TextChoices):
    """Existing environment analyses that may be used again."""

    POLICY_PLAN = "policy_plan", _("Policy plan or multi-year plan")
    BOA = "boa", _("BOA decree")
    CHILD_FRIENDLY = "child_friendly", _("Label Kindvriendelijke Gemeente")
    OTHER = "other", _("Another analysis")


class AnalysisState(TextChoices):
    NONE = "none", pgettext_lazy("analysis", "None")
    PARTIAL = "partial", pgettext_lazy("analysis", "Partial")
    IN_THE_MAKING = "in_the_making", pgettext_lazy("analysis", "In the making")
    COMPLETE = "complete", pgettext_lazy("analysis", "Complete")


class MadeBy(TextChoices):
    """Who makes the environment analysis."""

    OURSELVES = "ourselves", _("We do it ourselves")
    PARTNER = "partner", _("An external partner does it")
    OTHER = "other", _("Another way")


class TalkSide(TextChoices):
    DEMAND = "demand", _("demand side: knows the families")
    SUPPLY = "supply", _("supply side: offers leisure")


# Where the instrument puts each kind of partner; another kind may stand on either side.
KIND_SIDE = {
    PartnerKind.SOCIAL_WELFARE: TalkSide.DEMAND,
    PartnerKind.FAMILY_HOUSE: TalkSide.DEMAND,
    PartnerKind.SCHOOL: TalkSide.DEMAND,
    PartnerKind.LIBRARY: TalkSide.DEMAND,
    PartnerKind.NEIGHBOURHOOD_WORK: TalkSide.DEMAND,
    PartnerKind.SELF_ORGANISATION: TalkSide.DEMAND,
    PartnerKind.POLICE: TalkSide.DEMAND,
    PartnerKind.YOUTH_MOVEMENT: TalkSide.SUPPLY,
    PartnerKind.YOUTH_CLUB: TalkSide.SUPPLY,
    PartnerKind.PLAYGROUND: TalkSide.SUPPLY,
    PartnerKind.SPORTS_CLUB: TalkSide.SUPPLY,
    PartnerKind.SPECIAL_GROUPS: TalkSide.SUPPLY,
    PartnerKind.MEDIA_LAB: TalkSide.SUPPLY,
    PartnerKind.ARTS_EDUCATION: TalkSide.SUPPLY,
}


class Tie(TextChoices):
    """How strong the tie with a partner is now."""

    NONE = "none", _("no tie yet")
    WEAK = "weak", _("weak")
    FAIR = "fair", _("fair")
    STRONG = "strong", _("strong")


class Commitment(TextChoices):
    """Whether a partner would commit. A no is a fine answer."""

    NOT_ASKED = "not_asked", pgettext_lazy("commitment", "Not asked")
    NOT_YET = "not_yet", pgettext_lazy("commitment", "Not yet")
    NO = "no", pgettext_lazy("commitment", "No")
    YES = "yes", pgettext_lazy("commitment", "Yes")


class GroupForm(TextChoices):
    NEW = "new", _("A new group")
    PLATFORM = "platform", _("A fixed item on a platform that exists")
    OTHER = "other", _("Another form")


class Breadth(TextChoices):
    BROAD = "broad", _("Broad: heads of partners, volunteers and professionals")
    SMALL = "small", _("Small: manager, member of the board and close colleagues")


# What a support group does, by the name of its column on SupportAnswers.
GROUP_FUNCTIONS = {
    "is_sounding_board": _("It is a sounding board"),
    "gives_feedback": _("It gives feedback"),
    "supports_actions": _("It supports actions"),
    "opens_doors": _("It opens doors"),
    "picks_up_signals": _("It picks up signals"),
}


class MeetingState(TextChoices):
    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    HELD = "held", pgettext_lazy("meeting", "Held")
    NOT_HELD = "not_held", pgettext_lazy("meeting", "Not held")


# The starting point, by the name of its column on GoalsAnswers: ticked means "we looked at this".
SUPPLY_FACTORS = {
    "factor_tie": _("The tie with the local youth workers"),
    "factor_roots": _("How well the ambassador knows youth work from the inside"),
    "factor_worries": _("The worries, priorities and full diaries of the clubs"),
    "factor_willing": _("How willing clubs are to do more, and to change habits"),
    "factor_places": _("The number of available places"),
    "factor_changes": _("Changes in the teams of volunteers"),
}
DEMAND_FACTORS = {
    "factor_share": _("The employment percentage of the ambassador"),
    "factor_network": _("The network of the ambassador"),
    "factor_offer": _("How available and open the present offer is"),
    "factor_access": _("Access to the young people or the family"),
    "factor_distance": _("The distance between the family and the present offer"),
    "factor_needs": _("The questions, needs and priorities of the family"),
    "factor_latitude": _("The room to act: sport and culture too, time to follow up longer"),
}

# The five conditions under which the instrument gives its indication of capacity, by their column on GoalsAnswers.
CAPACITY_CONDITIONS = {
    "is_experienced": _("The ambassador is experienced"),
    "has_wide_network": _("The ambassador has a wide network"),
    "has_direct_access": _("The ambassador reaches the group directly"),
    "has_broad_scope": _("The scope is broad: youth work, sport and culture"),
    "has_enough_time": _("There is enough time to follow up"),
}


class IndicatorKind(TextChoices):
    PROCESS = "process", pgettext_lazy("indicator", "Process")
    RESULT = "result", pgettext_lazy("indicator", "Result")
    NUMBER = "number", pgettext_lazy("indicator", "Number")


class FollowUpWith(TextChoices):
    MANAGER = "manager", _("the manager")
    COLLEAGUES = "colleagues", _("direct colleagues")
    OTHER = "other", _("somebody else")


class AttachmentKind(TextChoices):
    """What a file of the dossier is."""

    ENVIRONMENT_ANALYSIS = "environment_analysis", _("environment analysis")
    ENGAGEMENT_STATEMENT = "engagement_statement", _("engagement statement")
    OTHER = "other", _("another document")


# The files that ambassadors read: they need them to find their way.
FOR_AMBASSADORS = (AttachmentKind.ENVIRONMENT_ANALYSIS,)


class AdviceLevel(TextChoices):
    """How much a piece of advice matters, the weightiest first."""

    MISSING = "missing", pgettext_lazy("advice", "Missing")
    CAUTION = "caution", pgettext_lazy("advice", "Mind this")
    HINT = "hint", pgettext_lazy("advice", "Hint")
    GOOD = "good", pgettext_lazy("advice", "Good")


class AdviceSource(TextChoices):
    SEED = "seed", _("the ministry's instrument")
    OURS = "ours", _("our own ruling")
