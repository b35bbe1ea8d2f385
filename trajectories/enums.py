"""The kinds of things in a trajectory. Codes in English, words on screen through gettext; every list has an "other"."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class Criterion(TextChoices):
    """The process criterion a contact mainly served, after the instrument's sixth step."""

    RELATION = "relation", _("relation built or kept")
    ASKED = "asked", _("asked and informed")
    BROUGHT_TOGETHER = "brought_together", _("brought together")
    SUPPORTED = "supported", _("supported")
    SIGNAL = "signal", _("signal given")
    STRUCTURE = "structure", _("structure, plan or vision")
    OTHER = "other", _("other")


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
