"""The version of a dossier on which a body decided: which one it is, in words, and what each reader may see of it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ambassadors.documents.attachments import without_statements
from ambassadors.documents.bricks import COST_FIELDS, Json, moment
from ambassadors.documents.budget import without_wages
from ambassadors.models import DossierDecision


def version_of(decision: DossierDecision) -> Json:
    """What stands above this version, on screen and on paper."""
    kept = moment(decision.recorded_at) | {"name": decision.recorded_by.user.display_name}
    return {
        "title": _("Dossier decided on %(day)s") % {"day": date_format(decision.decided_on, "j F Y")},
        "taken_by": decision.taken_by,
        "kept": _("Kept as the dossier stood on %(day)s at %(time)s, by %(name)s. It does not change any more.") % kept,
    }


def decided_document(decision: DossierDecision, *, with_costs: bool) -> Json:
    """The document as it was kept, for who may see what it costs or for who may not."""
    document: Json = decision.document
    return document if with_costs else without_costs(document)


def without_costs(document: Json) -> Json:
    """The document that hiring_file_document(with_costs=False) makes, out of one that was kept with its costs."""
    return document | {
        "with_costs": False,
        "steps": [_step_without_costs(step) for step in document["steps"]],
        "attachments": without_statements(document["attachments"]),
    }


def _step_without_costs(section: Json) -> Json:
    blocks = [block for block in section["blocks"] if not block.get("costs")]
    return section | {
        "blocks": [without_wages(block) if block.get("field") == "staffing" else block for block in blocks],
        "advice": [advice for advice in section["advice"] if advice["field"] not in COST_FIELDS],
    }
