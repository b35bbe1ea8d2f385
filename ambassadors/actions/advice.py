"""Answer what the instrument advises: we choose otherwise because…, and take that back."""

from datetime import datetime

from django.db import IntegrityError, transaction

from ambassadors.access import check_may_answer_advice
from ambassadors.models import AdviceAnswer
from organisations.audit import record
from organisations.models import Membership, StaleVersionError, set_fields


@transaction.atomic
def answer_advice(answer: AdviceAnswer, *, version: int, reason: str, by: Membership, now: datetime) -> AdviceAnswer:
    """Keep the reason for choosing otherwise. `answer` is a new one, or the one that stands there.

    Raises StaleVersionError when someone else answered in between. The same reason again changes nothing.
    """
    project = answer.hiring_file.project
    check_may_answer_advice(by, project)
    verb = "changed" if answer.pk else "created"
    if not set_fields(answer, {"reason": reason}):
        return answer
    answer.at, answer.by = now, by
    if answer.pk:
        answer.claim_version(version)
        answer.save()
    else:
        _take_place(answer)
    record(verb, answer, by=by, fields=["reason"], organisation=project.organisation)
    return answer


@transaction.atomic
def withdraw_answer(answer: AdviceAnswer, *, version: int, by: Membership) -> None:
    """The advice counts again. Raises StaleVersionError when someone else changed the answer in between."""
    project = answer.hiring_file.project
    check_may_answer_advice(by, project)
    answer.claim_version(version)
    record("removed", answer, by=by, organisation=project.organisation)
    answer.delete()


def _take_place(answer: AdviceAnswer) -> None:
    """Two who answer the same advice at one moment: the second has not seen what the first wrote."""
    answer.version = 1
    try:
        with transaction.atomic():
            answer.save()
    except IntegrityError as error:
        answer.pk, answer.version = None, 0
        raise StaleVersionError from error
