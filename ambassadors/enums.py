"""The closed lists of projects and of the hiring instrument. Every list of kinds has "other"."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecognitionState(TextChoices):
    NO_APPLICATION = "no_application", _("no application")
    APPLIED = "applied", _("applied")
    RECOGNISED = "recognised", _("recognised")
    NOT_RETAINED = "not_retained", _("not retained")


class LifeState(TextChoices):
    PREPARATION = "preparation", _("in preparation")
    RUNNING = "running", _("running")
    ENDED = "ended", _("ended")


class TargetGroup(TextChoices):
    CHILDREN = "children", _("children")
    TEENAGERS = "teenagers", _("teenagers")
    YOUNG_PEOPLE = "young_people", _("young people")
    NEWCOMERS = "newcomers", _("young newcomers")
    POVERTY = "poverty", _("children and young people in poverty")
    DISABILITY = "disability", _("children and young people with a disability")
    OTHER = "other", _("other")


class Strategy(TextChoices):
    """The six strategies of the instrument, step 3."""

    BOTTOM_UP = "bottom_up", _("working bottom-up")
    LOW_THRESHOLD = "low_threshold", _("connecting from low-threshold youth work")
    INDIVIDUAL_GUIDANCE = "individual_guidance", _("individual guidance")
    ASSOCIATION_SUPPORT = "association_support", _("supporting associations")
    NETWORKING = "networking", _("cooperation and network building")
    STRUCTURAL = "structural", _("structural work")


class Profile(TextChoices):
    """The profile that goes with each strategy (domain §3)."""

    BOTTOM_UP_WORKER = "bottom_up_worker", _("bottom-up youth worker")
    GROUP_WORKER = "group_worker", _("group worker")
    GUIDE = "guide", _("guide to leisure")
    YOUTH_WORK_SUPPORTER = "youth_work_supporter", _("youth work supporter")
    NETWORK_BROKER = "network_broker", _("network broker")
    POLICY_OFFICER = "policy_officer", _("policy officer")
    OTHER = "other", _("other")


class CutoffMoment(IntegerChoices):
    """The three cut-off moments (cesuurmomenten); which one counts as success, each project agrees (domain §3)."""

    ENROLLED = 1, _("moment 1: enrolled")
    STILL_PARTICIPATES = 2, _("moment 2: still takes part after six to eight months")
    REENROLLED = 3, _("moment 3: enrolled again the next working year")


class Support(TextChoices):
    """Whether who needed support to get there counts as successful too."""

    EITHER = "either", _("with or without support")
    WITHOUT = "without", _("only without support")


class Side(TextChoices):
    DEMAND = "demand", _("demand side")
    SUPPLY = "supply", _("supply side")
    BOTH = "both", _("both sides")


class Threshold(TextChoices):
    """The nine B's of accessibility (de negen B's)."""

    KNOWN = "known", _("known (bekend)")
    REACHABLE = "reachable", _("reachable (bereikbaar)")
    AVAILABLE = "available", _("available (beschikbaar)")
    USABLE = "usable", _("usable (bruikbaar)")
    AFFORDABLE = "affordable", _("affordable (betaalbaar)")
    UNDERSTANDABLE = "understandable", _("understandable (begrijpbaar)")
    TRUSTWORTHY = "trustworthy", _("trustworthy (betrouwbaar)")
    UNDERSTANDING = "understanding", _("understanding (begripvol)")
    ENTERABLE = "enterable", _("easy to enter (betreedbaar)")


class Criterion(TextChoices):
    """The process criterion a contact mainly served, after the instrument's sixth step."""

    RELATION = "relation", _("relation built or kept")
    ASKED = "asked", _("asked and informed")
    BROUGHT_TOGETHER = "brought_together", _("brought together")
    SUPPORTED = "supported", _("supported")
    SIGNAL = "signal", _("signal given")
    STRUCTURE = "structure", _("structure, plan or vision")
    OTHER = "other", _("other")


class ResultKind(TextChoices):
    """What came of the work, after the instrument's sixth step."""

    MEETING = "meeting", _("meeting and exchange")
    CONDITIONS = "conditions", _("conditions for accessibility")
    SUPPORT = "support", _("organisations supported")
    INITIATIVE = "initiative", _("new initiative")
    PLAN = "plan", _("vision text or action plan")
    OTHER = "other", _("other")


STRATEGY_PROFILE = {
    Strategy.BOTTOM_UP: Profile.BOTTOM_UP_WORKER,
    Strategy.LOW_THRESHOLD: Profile.GROUP_WORKER,
    Strategy.INDIVIDUAL_GUIDANCE: Profile.GUIDE,
    Strategy.ASSOCIATION_SUPPORT: Profile.YOUTH_WORK_SUPPORTER,
    Strategy.NETWORKING: Profile.NETWORK_BROKER,
    Strategy.STRUCTURAL: Profile.POLICY_OFFICER,
}

# ° our own ruling: the seed names the sides, not which strategy leans where.
STRATEGY_SIDE = {
    Strategy.BOTTOM_UP: Side.DEMAND,
    Strategy.LOW_THRESHOLD: Side.DEMAND,
    Strategy.INDIVIDUAL_GUIDANCE: Side.DEMAND,
    Strategy.ASSOCIATION_SUPPORT: Side.SUPPLY,
    Strategy.NETWORKING: Side.BOTH,
    Strategy.STRUCTURAL: Side.BOTH,
}

# Strategies whose work is not counted in trajectories of children (domain §4): "niet van toepassing", never 0 %.
STRATEGIES_WITHOUT_TRAJECTORIES = (
    Strategy.BOTTOM_UP,
    Strategy.ASSOCIATION_SUPPORT,
    Strategy.NETWORKING,
    Strategy.STRUCTURAL,
)


class ReactionKind(TextChoices):
    """What a member of the support group writes back."""

    REACTION = "reaction", _("reaction")
    SIGNAL = "signal", _("signal")


class ReactionState(TextChoices):
    """Where a signal of the support group stands."""

    NEW = "new", pgettext_lazy("signal", "new")
    DISCUSSED = "discussed", pgettext_lazy("signal", "discussed")
    FOLLOWED_UP = "followed_up", pgettext_lazy("signal", "followed up")
    NOT_FOLLOWED_UP = "not_followed_up", pgettext_lazy("signal", "not followed up")
