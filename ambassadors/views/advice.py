"""All the instrument advises on a dossier in one list, and answering it."""

from itertools import chain
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ambassadors import access, documents
from ambassadors.actions.advice import answer_advice, withdraw_answer
from ambassadors.advice import RULES, Advice
from ambassadors.forms.advice import AnswerForm
from ambassadors.models import AdviceAnswer, HiringFile, Step
from ambassadors.views.dossier import dossier_or_404
from organisations.editing import WAS_CHANGED, Conflict, VersionForm, answer_change
from organisations.models import Membership, StaleVersionError
from organisations.requests import WorkRequest

ROWS = frozenset(chain.from_iterable(HiringFile.RELATIONS.values()))


class Item(NamedTuple):
    """A piece of advice, with the addresses of its question and of answering it."""

    advice: Advice
    question: str
    answer: str


@require_safe
def advice_list(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    hiring_file = dossier_or_404(request, membership, project)
    row = hiring_file.project
    may_edit = access.may_edit_dossier(membership, row)
    costs = access.may_see_costs(membership, row)
    sections = [(step, _items(membership, step, may_edit=may_edit, costs=costs)) for step in hiring_file.steps.all()]
    context = {
        "project": row,
        "sections": [(step, items) for step, items in sections if items],
        "open_count": sum(item.advice.is_open for _step, items in sections for item in items),
        "answered_count": sum(item.advice.answer is not None for _step, items in sections for item in items),
        "may_answer": access.may_answer_advice(membership, row),
    }
    return render(request, "ambassadors/advice_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def advice_answer(request: WorkRequest, membership: Membership, project: UUID, rule: str, subject: str) -> HttpResponse:
    """Say why you choose otherwise. What is not advised any more needs no answer; what was typed stays in sight."""
    hiring_file = dossier_or_404(request, membership, project)
    access.check_may_answer_advice(membership, hiring_file.project)
    advice = _spoken(hiring_file, rule, subject)
    if advice is None and (request.method != "POST" or rule not in {one.code for one in RULES}):
        raise Http404
    row = _answer(hiring_file, rule, subject)
    form = AnswerForm(request.POST if request.method == "POST" else None, answer=row)

    def page(status: int, conflicts: list[Conflict]) -> HttpResponse:
        context = {
            "project": hiring_file.project,
            "advice": advice,
            "answer": row,
            "form": form,
            "conflicts": conflicts,
            "changed_by": row.answer.name if row.pk else "",
            "changed_at": row.at,
        }
        return render(request, "ambassadors/advice_answer.html", context, status=status)

    def save(version: int) -> None:
        reason = form.cleaned_data["reason"]
        answer_advice(row, version=version, reason=reason, by=membership, now=request.now)
        messages.success(request, _("Your reason stands beside the advice."))

    if request.method != "POST":
        return page(200, [])
    if advice is None:
        return page(409, [])
    return answer_change(
        request,
        form,
        row,
        fresh=lambda newer: AnswerForm(answer=newer),
        save=save,
        location=_list_address(membership, project),
        page=page,
    )


@require_POST
def advice_withdraw(
    request: WorkRequest, membership: Membership, project: UUID, rule: str, subject: str
) -> HttpResponse:
    hiring_file = dossier_or_404(request, membership, project)
    access.check_may_answer_advice(membership, hiring_file.project)
    row = _answer(hiring_file, rule, subject)
    if row.pk is None:
        raise Http404
    form = VersionForm(request.POST)
    try:
        withdraw_answer(row, version=form.cleaned_data["version"] if form.is_valid() else 0, by=membership)
    except StaleVersionError:
        messages.warning(request, WAS_CHANGED)
        return redirect("ambassadors:advice-answer", membership.uuid, project, rule, subject)
    messages.success(request, _("The answer is withdrawn. The advice counts again."))
    return redirect(_list_address(membership, project))


def _items(membership: Membership, step: Step, *, may_edit: bool, costs: bool) -> list[Item]:
    """The advice on a step; who may not edit is led to the answers instead of the questions."""
    arguments = [membership.uuid, step.hiring_file.project.uuid]
    page = reverse(f"ambassadors:step-{'edit' if may_edit else 'answers'}", args=[*arguments, step.number])
    return [
        Item(
            advice,
            f"{page}#{anchor(advice.field)}" if may_edit else page,
            reverse("ambassadors:advice-answer", args=[*arguments, advice.rule, advice.subject]),
        )
        for advice in documents.advice_on(step, with_costs=costs)
    ]


def anchor(field: str) -> str:
    """The id, on the page of its step, of a question or of the rows of a relation."""
    return field if field in ROWS else f"id_{field}_field"


def _spoken(hiring_file: HiringFile, rule: str, subject: str) -> Advice | None:
    """What the instrument says now, if it can be answered: praise cannot."""
    said = (one for one in hiring_file.all_advice if one.key == (rule, subject) and not one.is_praise)
    return next(said, None)


def _answer(hiring_file: HiringFile, rule: str, subject: str) -> AdviceAnswer:
    """What stands there, or a new one without a version."""
    kept = {row.key: row for row in hiring_file.advice_answers.all()}
    new = AdviceAnswer(hiring_file=hiring_file, rule=rule, subject=subject, version=0)
    return kept.get((rule, subject), new)


def _list_address(membership: Membership, project: UUID) -> str:
    return reverse("ambassadors:advice-list", args=[membership.uuid, project])
