"""The kinds of things in a trajectory. Codes in English, words on screen through gettext; every list has an "other"."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

# The instrument has these three too.
from ambassadors.enums import Criterion as Criterion
from ambassadors.enums import ResultKind as ResultKind
from ambassadors.enums import Side
from ambassadors.enums import Threshold as Threshold


class Basis(TextChoices):
    """What kind of offer a trajectory ends in: it decides which moments apply."""

    REGULAR = "regular", _("enrolment for a working year")
    HOLIDAYS_ONLY = "holidays_only", _("holidays only")
    NO_ENROLMENT = "no_enrolment", _("no enrolment exists")


class Outcome(TextChoices):
    """What is on record about a moment. Nothing on record is empty: "not asked" and "not due" are computed."""

    REACHED = "reached", _("reached")
    MISSED = "missed", _("missed")
    UNKNOWN = "unknown", _("cannot be found out")


class MomentState(TextChoices):
    """How a moment stands at a reference date."""

    REACHED = "reached", _("reached")
    MISSED = "missed", _("missed")
    UNKNOWN = "unknown", _("cannot be found out")
    NOT_ASKED = "not_asked", _("not asked")
    NOT_DUE = "not_due", _("not yet due")
    NOT_APPLICABLE = "not_applicable", _("does not apply")


class Status(TextChoices):
    """Where a trajectory stands, as dated rows."""

    REGISTERED = "registered", _("registered")
    EXPLORING = "exploring", _("exploring")
    TRYING = "trying", _("trial sessions")
    WAITING = "waiting", _("on a waiting list")
    ENROLLED = "enrolled", _("enrolled")
    FOLLOWED_UP = "followed_up", _("in follow-up")
    COMPLETED = "completed", _("completed")
    STOPPED = "stopped", _("stopped")
    HANDED_OVER = "handed_over", _("handed over")


CLOSED_STATUSES = frozenset({Status.COMPLETED, Status.STOPPED, Status.HANDED_OVER})


class LateReason(TextChoices):
    """What had changed about a trajectory when an entry arrived that had waited on a phone."""

    CLOSED = "closed", _("closed meanwhile")
    HANDED_OVER = "handed_over", _("handed over meanwhile")
    REASSIGNED = "reassigned", _("given to somebody else meanwhile")


class Channel(TextChoices):
    """How a contact took place."""

    STREET = "street", _("street or park")
    HOME_VISIT = "home_visit", _("home visit")
    PROVIDER = "provider", _("at the provider's")
    SCHOOL = "school", _("school")
    PHONE = "phone", _("phone")
    MESSAGE = "message", _("message")
    SOCIAL_MEDIA = "social_media", _("social media")
    EMAIL = "email", _("e-mail")
    MEETING = "meeting", _("meeting")
    OTHER = "other", _("other")


class WithWhom(TextChoices):
    """Whom a contact was with."""

    FAMILY = "family", _("child or family")
    GROUP = "group", _("group")
    PROVIDER = "provider", _("provider")
    GO_BETWEEN = "go_between", _("go-between")
    PARTNER = "partner", _("external partner")
    LOCAL_GOVERNMENT = "local_government", _("local government")
    COLLEAGUE = "colleague", _("colleague")
    OTHER = "other", _("other")


# ° our own ruling. Children and families ask for leisure, providers offer it; whoever stands between them serves both.
WITH_WHOM_SIDE = {
    WithWhom.FAMILY: Side.DEMAND,
    WithWhom.GROUP: Side.DEMAND,
    WithWhom.PROVIDER: Side.SUPPLY,
    WithWhom.GO_BETWEEN: Side.BOTH,
    WithWhom.PARTNER: Side.BOTH,
    WithWhom.LOCAL_GOVERNMENT: Side.BOTH,
    WithWhom.COLLEAGUE: Side.BOTH,
    WithWhom.OTHER: Side.BOTH,
}


class ProviderKind(TextChoices):
    """What kind of leisure a provider offers."""

    YOUTH_MOVEMENT = "youth_movement", _("youth movement")
    YOUTH_CLUB = "youth_club", _("youth club")
    PLAYGROUND = "playground", _("playground")
    SPORTS_CLUB = "sports_club", _("sports club")
    SPECIAL_GROUPS = "special_groups", _("youth work for special groups")
    MEDIA_LAB = "media_lab", _("media lab")
    ARTS_EDUCATION = "arts_education", _("arts education")
    CAMP = "camp", _("holiday camp")
    OTHER = "other", _("other")


class PricePer(TextChoices):
    """What the price of an offer is paid for."""

    SEASON = "season", _("season or working year")
    MONTH = "month", _("month")
    TIME = "time", pgettext_lazy("price per", "time")
    WEEK = "week", _("camp or holiday week")
    OTHER = "other", pgettext_lazy("price per", "something else")


class Intensity(TextChoices):
    """How closely a provider is supported. Some first need trust to be built, by going there again and again."""

    TRUST = "trust", _("first building trust, going there again and again")
    NOW_AND_THEN = "now_and_then", _("contact now and then")
    REGULAR = "regular", _("regular contact")
    INTENSIVE = "intensive", _("working together intensively")


class Theme(TextChoices):
    """What else a provider is helped with, besides room for children who are new (° our own list)."""

    LEADERS = "leaders", _("finding and keeping leaders or volunteers")
    GROUP = "group", _("working with a diverse group")
    PARENTS = "parents", _("contact with parents")
    MONEY = "money", _("money and grants")
    PLACE = "place", _("premises and material")
    PROMOTION = "promotion", _("becoming known and enrolling")
    SAFETY = "safety", _("a safe and healthy place")
    RULES = "rules", _("insurance and administration")
    OTHER = "other", _("other")


class CommitmentState(TextChoices):
    """What became of asking a provider to commit. A refusal is a fine answer."""

    ASKED = "asked", pgettext_lazy("engagement", "Asked")
    SIGNED = "signed", pgettext_lazy("engagement", "Signed")
    REFUSED = "refused", pgettext_lazy("engagement", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("engagement", "Withdrawn")


class ChangeKind(TextChoices):
    """What changes at a provider, and makes its commitment come and go."""

    NEW_TEAM = "new_team", _("other leaders or board")
    LEADERS_SHORT = "leaders_short", _("shortage of leaders")
    PRIORITIES = "priorities", _("other worries or priorities")
    BUSY = "busy", _("a full diary")
    ADAPTED = "adapted", _("adapted its way of working")
    PLACES = "places", _("more or fewer places")
    OTHER = "other", _("other")


class ReferredBy(TextChoices):
    """Who brought the child or young person to the ambassador."""

    FAMILY = "family", _("child or family")
    SCHOOL = "school", _("school")
    WELFARE = "welfare", _("public centre for social welfare (OCMW)")
    FAMILY_CENTRE = "family_centre", _("family centre (Huis van het Kind)")
    YOUTH_WORK = "youth_work", _("youth work")
    PROVIDER = "provider", _("provider")
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood work or self-organisation")
    AMBASSADOR = "ambassador", _("the ambassador's own contacts")
    HAND_OVER = "hand_over", _("handed over by another organisation")
    OTHER = "other", _("other")


class LawfulBasis(TextChoices):
    """On what ground a participant is recorded; the DPO decides which one holds."""

    PUBLIC_TASK = "public_task", _("public task")
    CONSENT = "consent", _("consent")
    OTHER = "other", _("other")


class ExplainedTo(TextChoices):
    """To whom it was explained what is recorded, and why."""

    YOUNG_PERSON = "young_person", _("the child or young person")
    PARENT = "parent", _("a parent or guardian")
    BOTH = "both", _("both")
    OTHER = "other", _("other")


class Weekday(IntegerChoices):
    """As ISO 8601 counts them; the words are Django's own."""

    MONDAY = 1, WEEKDAYS[0]
    TUESDAY = 2, WEEKDAYS[1]
    WEDNESDAY = 3, WEEKDAYS[2]
    THURSDAY = 4, WEEKDAYS[3]
    FRIDAY = 5, WEEKDAYS[4]
    SATURDAY = 6, WEEKDAYS[5]
    SUNDAY = 7, WEEKDAYS[6]


class MailState(TextChoices):
    """How far the mail of a week is. From SENDING on nobody begins again: the mail server may have it already."""

    WAITING = "waiting", pgettext_lazy("mail", "waiting")
    CLAIMED = "claimed", pgettext_lazy("mail", "being made")
    SENDING = "sending", pgettext_lazy("mail", "being handed over")
    SENT = "sent", pgettext_lazy("mail", "sent")
    NOTHING = "nothing", pgettext_lazy("mail", "nothing to send")
    REFUSED = "refused", pgettext_lazy("mail", "refused")


class ActivityKind(TextChoices):
    """What people did together."""

    MEETING = "meeting", pgettext_lazy("activity", "people meeting")
    EXCHANGE = "exchange", _("exchange")
    OUTING = "outing", _("outing")
    DROP_IN = "drop_in", _("drop-in")
    OTHER = "other", _("other")


class SignalState(TextChoices):
    """Where a signal stands, as dated rows."""

    NOTICED = "noticed", pgettext_lazy("signal", "noticed")
    DISCUSSED = "discussed", pgettext_lazy("signal", "discussed")
    PASSED_ON = "passed_on", pgettext_lazy("signal", "passed on")
    ANSWERED = "answered", pgettext_lazy("signal", "answered")
    FOLLOWED_UP = "followed_up", pgettext_lazy("signal", "followed up")
    NOT_FOLLOWED_UP = "not_followed_up", pgettext_lazy("signal", "not followed up")


CLOSED_SIGNALS = frozenset({SignalState.FOLLOWED_UP, SignalState.NOT_FOLLOWED_UP})


class SignalAbout(TextChoices):
    """What a signal is about: the nine B's of accessibility, and "other"."""

    KNOWN = Threshold.KNOWN.value, Threshold.KNOWN.label
    REACHABLE = Threshold.REACHABLE.value, Threshold.REACHABLE.label
    AVAILABLE = Threshold.AVAILABLE.value, Threshold.AVAILABLE.label
    USABLE = Threshold.USABLE.value, Threshold.USABLE.label
    AFFORDABLE = Threshold.AFFORDABLE.value, Threshold.AFFORDABLE.label
    UNDERSTANDABLE = Threshold.UNDERSTANDABLE.value, Threshold.UNDERSTANDABLE.label
    TRUSTWORTHY = Threshold.TRUSTWORTHY.value, Threshold.TRUSTWORTHY.label
    UNDERSTANDING = Threshold.UNDERSTANDING.value, Threshold.UNDERSTANDING.label
    ENTERABLE = Threshold.ENTERABLE.value, Threshold.ENTERABLE.label
    OTHER = "other", _("other")

    @property
    def words(self) -> str:
        """What it says of the offer: not affordable enough."""
        if self is SignalAbout.OTHER:
            return gettext("something else")
        return gettext("not enough: %(threshold)s") % {"threshold": self.label}


class PassedTo(TextChoices):
    """To whom a signal was passed on."""

    LOCAL_GOVERNMENT = "local_government", _("local government")
    PROVIDER = "provider", _("provider")
    SUPPORT_GROUP = "support_group", _("support group")
    MANAGER = "manager", _("manager")
    PARTNER = "partner", _("external partner")
    OTHER = "other", _("other")


class ResultState(TextChoices):
    PLANNED = "planned", pgettext_lazy("result", "planned")
    UNDER_WAY = "under_way", pgettext_lazy("result", "under way")
    REACHED = "reached", pgettext_lazy("result", "reached")
    GIVEN_UP = "given_up", pgettext_lazy("result", "given up")


OPEN_RESULTS = frozenset({ResultState.PLANNED, ResultState.UNDER_WAY})


class Lasts(TextChoices):
    """Whether a result stays when the project is over."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not known yet")
