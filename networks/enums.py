"""The closed lists of the learning networks. Every list of kinds has "other" (domain, introduction)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SessionState(TextChoices):
    """A moved session has a new date or period and is still to come."""

    PLANNED = "planned", pgettext_lazy("learning network", "planned")
    MOVED = "moved", pgettext_lazy("learning network", "moved")
    HELD = "held", pgettext_lazy("learning network", "held")
    CANCELLED = "cancelled", pgettext_lazy("learning network", "cancelled")


TO_COME = (SessionState.PLANNED, SessionState.MOVED)


class FindingKind(TextChoices):
    BOTTLENECK = "bottleneck", _("bottleneck")
    SUCCESS_FACTOR = "success_factor", _("success factor")
    SOLUTION = "solution", _("solution")
    LESSON = "lesson", _("lesson")
    RECOMMENDATION = "recommendation", _("recommendation")
    OTHER = "other", _("other finding")


# What stands above a list of them.
FINDING_HEADINGS = {
    FindingKind.BOTTLENECK: _("Bottlenecks"),
    FindingKind.SUCCESS_FACTOR: _("Success factors"),
    FindingKind.SOLUTION: _("Solutions"),
    FindingKind.LESSON: _("Lessons"),
    FindingKind.RECOMMENDATION: _("Recommendations"),
    FindingKind.OTHER: _("Other findings"),
}


class FindingState(TextChoices):
    PROVISIONAL = "provisional", pgettext_lazy("finding", "provisional")
    FINAL = "final", pgettext_lazy("finding", "final")


class Origin(TextChoices):
    """Where a finding comes from. Which sessions, when they are known, stands beside it."""

    SESSIONS = "sessions", _("learning networks")
    INTERVIEWS = "interviews", _("interviews")
    BOTH = "both", _("learning networks and interviews")
    NONE_RECORDED = "none_recorded", _("no origin recorded")


class StepState(TextChoices):
    PLANNED = "planned", pgettext_lazy("next step", "planned")
    UNDER_WAY = "under_way", pgettext_lazy("next step", "under way")
    HELD = "held", pgettext_lazy("next step", "done")
    DROPPED = "dropped", pgettext_lazy("next step", "dropped")
