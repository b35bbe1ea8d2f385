"""Step 5 on paper. The addresses of members stay out of it."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.documents.bricks import BLANK, Json, answers, question, table, ticked
from ambassadors.instrument import GROUP_FUNCTIONS
from ambassadors.models import HiringFile, SupportMeeting


def blocks(hiring_file: HiringFile) -> Iterator[Json]:
    said = hiring_file.support_answers
    yield answers(
        _("The group"),
        question("group_form", said.get_group_form_display()),
        question("form_name", said.form_name, optional=True),
        question("breadth", said.get_breadth_display()),
        question("functions", ticked(said, GROUP_FUNCTIONS)),
        question("function_other", said.function_other, optional=True),
    )
    members = hiring_file.support_members.all()
    yield table(
        "support_members",
        [[row.name or BLANK, row.organisation or BLANK, row.role or BLANK] for row in members],
        without=("email",),
    )
    yield answers(_("Its rhythm"), question("rhythm", said.rhythm), question("decides", said.decides, optional=True))
    yield table("support_meetings", [_meeting(row) for row in hiring_file.support_meetings.all()])
    yield answers(
        _("What the ambassador gets to grow"),
        question("training", said.training),
        question("supervision", said.supervision),
        question("coaching", said.coaching),
    )


def _meeting(row: SupportMeeting) -> list[str]:
    return [
        date_format(row.date, "d/m/Y") if row.date else BLANK,
        f"{row.starts_at:%H.%M}" if row.starts_at else BLANK,
        _("%(minutes)s minutes") % {"minutes": row.minutes} if row.minutes else BLANK,
        row.place or BLANK,
        row.get_state_display(),
        row.decisions or BLANK,
    ]
