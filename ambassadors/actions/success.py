"""Agree what counts as success, from a cohort that has not begun; what holds for one that has is never changed."""

from dataclasses import asdict, dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ambassadors.access import check_may_edit_dossier
from ambassadors.models import Project, SuccessAgreement
from ambassadors.success import Refusal, agreed_for, cohort_starts_on, refusal, refused_day
from organisations import audit
from organisations.models import Membership, set_fields
from organisations.rulings import rulings


@dataclass(frozen=True)
class SuccessContent:
    """What is agreed, and when it was."""

    moment: int
    support: str
    agreed_on: date


@transaction.atomic
def agree_on_success(
    project: Project, *, cohort: int, content: SuccessContent, by: Membership, today: date
) -> SuccessAgreement:
    """From a cohort on, another definition. Raises ValidationError, which says why it is refused.

    What was agreed before the cohort began may be noted later, as long as nothing else held for it.
    """
    check_may_edit_dossier(by, project)
    held = Project.objects.select_for_update().get(pk=project.pk)  # two coordinators at one moment: one after another
    agreements = SuccessAgreement.objects.of_projects([held.pk])[held.pk]
    _raise(
        refusal(
            cohort=cohort,
            agreed_on=content.agreed_on,
            agreements=agreements,
            project_starts_on=held.starts_on,
            today=today,
            rulings=rulings(),
        )
    )
    row = SuccessAgreement(
        project=held,
        cohort=cohort,
        cohort_starts_on=cohort_starts_on(cohort, held.starts_on, rulings()),
        recorded_on=today,
        recorded_by=by,
        supersedes=agreed_for(agreements, cohort) is not None,
        **asdict(content),
    )
    row.validate_constraints()
    row.save()
    audit.record("agreed", row, by=by, fields=asdict(content), organisation=project.organisation)
    return row


@transaction.atomic
def change_success(
    agreement: SuccessAgreement, *, version: int, content: SuccessContent, by: Membership, today: date
) -> SuccessAgreement:
    """Put an agreement right while its cohort has not begun. Raises ValidationError or StaleVersionError."""
    check_may_edit_dossier(by, agreement.project)
    if agreement.cohort_starts_on <= today:
        sentence = _("Working year %(year)s has begun: what was agreed for it does not change any more.")
        raise ValidationError(sentence % {"year": agreement.cohort_label})
    _raise(refused_day(agreement.cohort, content.agreed_on, agreement.cohort_starts_on, today))
    changed = set_fields(agreement, asdict(content))
    if changed:
        agreement.claim_version(version)
        agreement.changed_on = today
        agreement.validate_constraints()
        agreement.save()
        audit.record("changed", agreement, by=by, fields=changed, organisation=agreement.project.organisation)
    return agreement


def _raise(refused: Refusal | None) -> None:
    if refused:
        raise ValidationError(refused.sentence, code=refused.field)
