"""A body decided on the dossier: freeze it as it stands, beside the living one."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.access import check_may_edit_dossier
from ambassadors.documents import hiring_file_document
from ambassadors.models import DossierDecision, HiringFile, Step
from organisations import audit
from organisations.models import Membership, StaleVersionError


@transaction.atomic
def decide_dossier(
    hiring_file: HiringFile, *, values: dict[str, Any], by: Membership, now: datetime, today: date
) -> DossierDecision:
    """Keep the whole document, costs and all, with `values`: decided_on, body and number.

    `hiring_file` comes from HiringFile.objects.with_answers(). Raises ValidationError for a day to come, and
    StaleVersionError when a step was saved since it was fetched: nobody decided on what they did not see.
    """
    check_may_edit_dossier(by, hiring_file.project)
    if values["decided_on"] > today:
        raise ValidationError(_("The date of the decision cannot lie in the future."), code="decided_on")
    versions = [step.version for step in hiring_file.steps.all()]
    held = Step.objects.select_for_update().filter(hiring_file=hiring_file).order_by("number")
    if [step.version for step in held] != versions:
        raise StaleVersionError
    decision = DossierDecision.objects.create(
        hiring_file=hiring_file,
        document=hiring_file_document(hiring_file, with_costs=True),
        versions=versions,
        recorded_at=now,
        recorded_by=by,
        **values,
    )
    audit.record("decided", decision, by=by, fields=values, organisation=hiring_file.project.organisation)
    return decision
