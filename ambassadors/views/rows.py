"""Rows with a page of their own: a talk, a lifeworld contact, a meeting, a goal. Made for a phone too."""

from typing import Any
from uuid import UUID, uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors import access
from ambassadors.actions.dossier import Saved, agree_to_goals, remove_row, restore_row, save_row
from ambassadors.contents import content_of
from ambassadors.forms.page import choices_in
from ambassadors.forms.rows import PageRow
from ambassadors.forms.steps import PAGES
from ambassadors.forms.words import Difference
from ambassadors.instrument import StepNumber
from ambassadors.merging import Row
from ambassadors.models import DossierRow, HiringFile, Step
from ambassadors.repeated import ROWS
from ambassadors.views.steps import again, compared, step_or_404
from organisations.editing import version_in
from organisations.models import Membership, StaleVersionError
from organisations.requests import WorkRequest

NUMBERS = {relation: number for number, names in HiringFile.RELATIONS.items() for relation in names}


@require_http_methods(["GET", "HEAD", "POST"])
def row_new(request: WorkRequest, membership: Membership, project: UUID, relation: str) -> HttpResponse:
    """A new row. Its address is on the page: sending it twice makes one."""
    step = _step(request, membership, project, relation)
    access.check_may_add_row(membership, step.hiring_file.project, relation)
    initial = {"version": step.version, "uuid": uuid4()} | ({"side": request.GET.get("side", "")})
    return _answer(request, membership, step, relation, initial, None)


@require_http_methods(["GET", "HEAD", "POST"])
def row_edit(request: WorkRequest, membership: Membership, project: UUID, relation: str, row: UUID) -> HttpResponse:
    step = _step(request, membership, project, relation)
    known = _row_or_404(step, relation, row)
    access.check_may_change_row(membership, step.hiring_file.project, relation, known)
    return _answer(request, membership, step, relation, {"version": step.version} | known.content(), known)


@require_POST
def row_remove(request: WorkRequest, membership: Membership, project: UUID, relation: str, row: UUID) -> HttpResponse:
    """Reversible: it goes at once, and the banner brings it back."""
    _row_or_404(_step(request, membership, project, relation), relation, row)
    again(
        lambda: remove_row(
            step=_step(request, membership, project, relation),
            relation=relation,
            address=row,
            by=membership,
            now=request.now,
        )
    )
    messages.success(request, _("It is removed."))
    return redirect(_back(membership, project, relation, removed=row))


@require_POST
def row_restore(request: WorkRequest, membership: Membership, project: UUID, relation: str, row: UUID) -> HttpResponse:
    again(
        lambda: restore_row(
            step=_step(request, membership, project, relation),
            relation=relation,
            address=row,
            by=membership,
            now=request.now,
        )
    )
    messages.success(request, _("It is back."))
    return redirect(_back(membership, project, relation))


@require_POST
def goals_agree(request: WorkRequest, membership: Membership, project: UUID) -> HttpResponse:
    """The ambassador agrees to the goals as they stand on the page."""
    step = step_or_404(request, membership, project, StepNumber.GOALS)
    try:
        agree_to_goals(step=step, version=version_in(request.POST), by=membership, now=request.now, today=request.today)
        messages.success(request, _("You agreed to the goals. Whoever changes one asks you again."))
    except StaleVersionError:
        messages.warning(request, _("A goal was changed meanwhile. Read it again before you agree."))
    return redirect("ambassadors:step-answers", membership.uuid, project, StepNumber.GOALS.value)


def _answer(
    request: WorkRequest,
    membership: Membership,
    step: Step,
    relation: str,
    initial: dict[str, Any],
    known: DossierRow | None,
) -> HttpResponse:
    if request.method != "POST":
        return _page(request, step, relation, PAGES[relation](initial=initial, today=request.today), known)
    form = PAGES[relation](request.POST, initial=initial, today=request.today)
    if not form.is_valid():
        return _page(request, step, relation, form, known, status=422)
    row = form.row | {"uuid": known.uuid if known else form.row.get("uuid") or uuid4()}
    saved = _saved(request, membership, step, relation, form, row)
    if saved.clashes:
        return _compare(request, membership, step, relation, row, saved, known)
    messages.success(request, _("It is saved."))
    return redirect(_back(membership, step.hiring_file.project.uuid, relation))


def _saved(request: WorkRequest, membership: Membership, step: Step, relation: str, form: PageRow, row: Row) -> Saved:
    saved: Saved = again(
        lambda: save_row(
            step=_step(request, membership, step.hiring_file.project.uuid, relation),
            version=form.cleaned_data["version"],
            relation=relation,
            row=row,
            by=membership,
            now=request.now,
            choices=choices_in(request.POST),
        )
    )
    return saved


def _compare(
    request: WorkRequest,
    membership: Membership,
    step: Step,
    relation: str,
    row: Row,
    saved: Saved,
    known: DossierRow | None,
) -> HttpResponse:
    """Someone else changed the same: the rest is saved; what was typed still stands in the form."""
    fresh = _step(request, membership, step.hiring_file.project.uuid, relation)
    stands = content_of(fresh).row(relation, row["uuid"]) or {}
    typed = {clash.key.rsplit("/", 1)[1]: clash.yours for clash in saved.clashes if clash.theirs or "/" in clash.key}
    initial = {"version": fresh.version} | row | stands | {name: typed[name] for name in typed if name in row}
    form = PAGES[relation](initial=initial, today=request.today)
    clashes = compared(fresh, saved, request=request, sources=())
    return _page(request, fresh, relation, form, known, clashes=clashes, status=409)


def _page(
    request: WorkRequest,
    step: Step,
    relation: str,
    form: PageRow,
    known: DossierRow | None,
    *,
    clashes: list[Difference] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "helper": _helper(form),
        "project": step.hiring_file.project,
        "step": step,
        "relation": relation,
        "asked": ROWS[relation],
        "row": known,
        "clashes": clashes,
        "back_to": _back(request.membership, step.hiring_file.project.uuid, relation),
    }
    return render(request, "ambassadors/row_edit.html", context, status=status)


def _helper(form: PageRow) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*(Fieldset(heading, *fields) for heading, fields in form.layout), "version", "uuid")
    return helper


def _step(request: WorkRequest, membership: Membership, project: UUID, relation: str) -> Step:
    """The step to which a relation belongs; only rows with a page of their own have an address."""
    if relation not in PAGES:
        raise Http404
    return step_or_404(request, membership, project, NUMBERS[relation])


def _row_or_404(step: Step, relation: str, address: UUID) -> DossierRow:
    for row in getattr(step.hiring_file, relation).all():
        if row.uuid == address:
            found: DossierRow = row
            return found
    raise Http404


def _back(membership: Membership, project: UUID, relation: str, *, removed: UUID | None = None) -> str:
    """Who fills the step in goes to the list on its page, the others to its answers.

    To the top of the page when the banner there is what matters: how to undo, or that it is saved at all.
    """
    page = "step-answers" if membership.has_role("ambassador") else "step-edit"
    address = reverse(f"ambassadors:{page}", args=[membership.uuid, project, NUMBERS[relation]])
    if removed:
        return f"{address}?removed={relation}/{removed}"
    return address if page == "step-answers" else f"{address}#{relation}"
