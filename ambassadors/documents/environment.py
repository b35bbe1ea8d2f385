"""Step 2 on paper: the analysis, the talks, the lifeworld."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.documents.bricks import BLANK, Json, answers, empty_rows, question, table, yes_or_no
from ambassadors.models import ExistingAnalysis, ExploratoryTalk, HiringFile, LifeworldContact
from ambassadors.models.environment import OnTheRoad
from ambassadors.repeated import ROWS


def blocks(hiring_file: HiringFile) -> Iterator[Json]:
    said = hiring_file.environment_answers
    yield table("existing_analyses", [_analysis(row) for row in hiring_file.existing_analyses.all()])
    yield answers(
        _("Your own analysis"),
        question("made_by", said.get_made_by_display()),
        question("made_by_whom", said.made_by_whom, optional=True),
        question("needs", said.needs),
        question("offer", said.offer),
    )
    yield answers(
        _("What holds them back: the nine B's"),
        *(question(f"threshold_{threshold.value}", text, optional=True) for threshold, text in said.thresholds.items()),
    )
    yield from talks(hiring_file)
    yield from lifeworld(hiring_file)


def talks(hiring_file: HiringFile) -> Iterator[Json]:
    """Each talk as a block of its own: it says too much for a row of a table."""
    rows, appointed_on = list(hiring_file.talks.all()), hiring_file.appointed_on
    if not rows:
        yield empty_rows("talks")
    for number, talk in enumerate(rows):
        yield _talk(talk, appointed_on, heading=str(ROWS["talks"].heading) if not number else "")


def lifeworld(hiring_file: HiringFile) -> Iterator[Json]:
    rows, appointed_on = list(hiring_file.lifeworld_contacts.all()), hiring_file.appointed_on
    if not rows:
        yield empty_rows("lifeworld_contacts")
    for number, contact in enumerate(rows):
        heading = str(ROWS["lifeworld_contacts"].heading) if not number else ""
        yield _contact(contact, appointed_on, heading=heading)


def _analysis(row: ExistingAnalysis) -> list[str]:
    return [
        row.called or BLANK,
        row.get_state_display() or BLANK,
        yes_or_no(row.is_reused),
        row.missing or BLANK,
    ]


def _talk(talk: ExploratoryTalk, appointed_on: date | None, *, heading: str) -> Json:
    asked = ROWS["talks"].columns

    def row(column: str, answer: object, *, optional: bool = True) -> Json:
        return question("", answer, label=str(asked[column]), optional=optional)

    return answers(
        talk.called,
        row("kind", talk.get_kind_display()),
        row("side", talk.get_side_display()),
        row("date", day_of(talk, appointed_on)),
        row("holidays_only", yes_or_no(talk.holidays_only)),
        row("needs", talk.needs),
        row("worries", talk.worries),
        row("diary", talk.diary),
        row("places", "" if talk.places is None else talk.places),
        row("tie", talk.get_tie_display()),
        row("strengthen", talk.strengthen),
        row("commitment", talk.get_commitment_display()),
    ) | _of(talk, "talks", heading)


def _contact(contact: LifeworldContact, appointed_on: date | None, *, heading: str) -> Json:
    asked = ROWS["lifeworld_contacts"].columns
    return answers(
        contact.called,
        question("", day_of(contact, appointed_on), label=str(asked["date"]), optional=True),
        question("", contact.with_whom, label=str(asked["with_whom"]), optional=True),
        question("", contact.learnt, label=str(asked["learnt"]), optional=True),
    ) | _of(contact, "lifeworld_contacts", heading)


def day_of(row: OnTheRoad, appointed_on: date | None) -> str:
    """The day, and whether there was an ambassador by then."""
    if row.date is None:
        return ""
    day = date_format(row.date, "d/m/Y")
    if not row.is_after(appointed_on):
        return day
    return _("%(day)s, after the appointment") % {"day": day}


def _of(row: OnTheRoad, relation: str, heading: str) -> Json:
    """Where the row has its own page, and the heading above the first of them."""
    return {"relation": relation, "row": str(row.uuid), "above": heading}
