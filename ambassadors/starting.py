"""Pure: what a new dossier takes over from an older one: the thinking, not what was agreed or happened then."""

from dataclasses import replace

from ambassadors.instrument import Engagement, StepNumber
from ambassadors.merging import Row, StepContent

# Facts of then: meetings, follow-up and adjustments have their own dates, and a dossier of its own begins without.
LEFT_BEHIND = ("support_meetings", "follow_ups", "adjustments")
AGAIN: dict[str, Row] = {
    "needed_partners": {"engagement": Engagement.NOT_ASKED.value, "engagement_on": None},
    "goals": {"agreed_on": None, "agreed_by_id": None},
}


def carried_over(contents: dict[StepNumber, StepContent]) -> dict[StepNumber, StepContent]:
    """The contents for a new dossier: nothing ready, nothing signed, nothing agreed; every row a new one."""
    return {number: _anew(content) for number, content in contents.items()}


def _anew(content: StepContent) -> StepContent:
    rows = {
        relation: [] if relation in LEFT_BEHIND else [_row(relation, row) for row in present]
        for relation, present in content.rows.items()
    }
    return replace(content, is_ready=False, rows=rows)


def _row(relation: str, row: Row) -> Row:
    kept = {name: value for name, value in row.items() if name not in ("uuid", "added_by_id")}
    return kept | AGAIN.get(relation, {})
