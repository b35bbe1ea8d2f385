"""The words of the six-step instrument: its steps and the kinds of answer in steps 3 and 4."""

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


class AdviceLevel(TextChoices):
    """How much a piece of advice matters, the weightiest first."""

    MISSING = "missing", pgettext_lazy("advice", "Missing")
    CAUTION = "caution", pgettext_lazy("advice", "Mind this")
    HINT = "hint", pgettext_lazy("advice", "Hint")
    GOOD = "good", pgettext_lazy("advice", "Good")


class AdviceSource(TextChoices):
    SEED = "seed", _("the ministry's instrument")
    OURS = "ours", _("our own ruling")
