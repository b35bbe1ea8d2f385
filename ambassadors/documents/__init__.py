"""The dossier as plain sections that fit in JSON: every question with its answer, the tables, the advice.

The check of the answers shows them; the report job makes the PDF of them (templates/ambassadors/dossier_pdf.html).
What goes out by itself is a paper: steps 1 and 2 by apart.py, what is for others by ambassadors/papers from facts_of().
A section holds `blocks`, in the order of the page. A block is either
    {"kind": "answers", "title", "rows": [{"field", "question", "answer", "optional"}]}   "" is: not answered yet
    {"kind": "table", "field", "title", "columns": [cell], "rows": [[cell]], "total": [cell]}
with a cell as {"label", "numeric", "text"}. A block that is about money only carries `costs`.
"""

from django.utils.translation import gettext as _

from ambassadors.advice import Advice
from ambassadors.documents.apart import beliefs_note, environment_analysis
from ambassadors.documents.attachments import attachments_block
from ambassadors.documents.bricks import COST_FIELDS, Json, moment
from ambassadors.documents.decided import decided_document, version_of, without_costs
from ambassadors.documents.papers import facts_of, partner_of
from ambassadors.documents.steps import blocks_of
from ambassadors.models import HiringFile, Step
from ambassadors.summaries import listed, progress

__all__ = [
    "advice_on",
    "beliefs_note",
    "decided_document",
    "environment_analysis",
    "facts_of",
    "hiring_file_document",
    "partner_of",
    "saved",
    "step_section",
    "version_of",
    "without_costs",
]


def hiring_file_document(hiring_file: HiringFile, *, with_costs: bool) -> Json:
    """The whole dossier, of a `hiring_file` fetched with_answers(). Without costs: no amount in euro."""
    workers = hiring_file.workers()
    return {
        "title": _("Hiring a connection ambassador"),
        "project": hiring_file.project.title,
        "organisation": hiring_file.project.organisation.name,
        "progress": progress(hiring_file),
        "with_costs": with_costs,
        "steps": [
            step_section(step, with_costs=with_costs)
            | {"workers": listed([worker.name for worker in workers[step.number]])}
            for step in hiring_file.steps.all()
        ],
        "attachments": attachments_block(hiring_file, with_statements=with_costs),
    }


def step_section(step: Step, *, with_costs: bool) -> Json:
    """One step, with what the instrument says about it."""
    return {
        "number": step.number,
        "title": step.title,
        "state": step.state,
        "state_label": step.get_state_display(),
        "saved": saved(step),
        "blocks": blocks_of(step, with_costs=with_costs),
        "advice": [_plain(advice) for advice in advice_on(step, with_costs=with_costs)],
    }


def advice_on(step: Step, *, with_costs: bool) -> list[Advice]:
    """The advice about a step; what speaks of amounts only to those who see them."""
    return [
        advice
        for advice in step.hiring_file.all_advice
        if advice.step == step.number and (with_costs or advice.field not in COST_FIELDS)
    ]


def saved(step: Step) -> str:
    """Who saved it last and when, or nothing."""
    if step.updated_at is None or step.updated_by is None:
        return ""
    values = moment(step.updated_at) | {"name": step.updated_by.user.display_name}
    return _("Saved on %(day)s at %(time)s by %(name)s") % values


def _plain(advice: Advice) -> Json:
    return {
        "field": advice.field,
        "level": advice.level.value,
        "label": str(advice.level.label),
        "reason": advice.reason,
        "source": advice.source.value,
        "source_label": advice.source_label,
        "answer": {"reason": advice.answer.reason, "signed": advice.answer.signed} if advice.answer else None,
    }
