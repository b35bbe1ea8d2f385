"""Every choice of the dossier beside what happened, in the order of its steps."""

from django.utils.translation import gettext as _

from trajectories.documents.bricks import Choice, Json, long_day
from trajectories.documents.goals import criteria, results
from trajectories.documents.meetings import follow_up, support_group, talks
from trajectories.documents.partners import partners
from trajectories.documents.strategies import strategies
from trajectories.documents.targets import targets
from trajectories.practice import Practice


def practice_document(practice: Practice) -> Json:
    """All of it in words that fit in JSON: a page shows them, a report keeps them.

    `is_known`: false when no figures stand there, because they are not for this reader; `caution` says so.
    """
    return {
        "title": _("Plan and practice"),
        "lead": _lead(practice),
        "is_known": practice.noted is not None,
        "caution": _caution(practice),
        "choices": [choice.as_json() for choice in choices(practice)],
    }


def _lead(practice: Practice) -> str:
    said = _(
        "Since %(since)s there has been an ambassador. Beside each choice of the dossier stands what was noted, up to "
        "%(today)s."
    )
    return said % {"since": long_day(practice.since), "today": long_day(practice.today)}


def _caution(practice: Practice) -> str:
    if practice.noted:
        return _("These are figures of the whole project. They say nothing about one ambassador or one child.")
    return _(
        "Children of this project belong to another organisation. So no figures stand here, only what the dossier "
        "itself knows."
    )


def choices(practice: Practice) -> list[Choice]:
    parts = (talks, strategies, partners, support_group, criteria, results, targets, follow_up)
    return [part(practice) for part in parts]
