"""One step: fill it in, check its answers, reopen it. Saving merges: see ambassadors/merging.py."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ambassadors import access, documents
from ambassadors.actions.dossier import Saved, content_at, reopen_step, save_step
from ambassadors.contents import content_of
from ambassadors.forms.page import StepPage, with_yours
from ambassadors.forms.steps import PAGES
from ambassadors.forms.words import Difference, StepWords
from ambassadors.guidance import GUIDANCE
from ambassadors.instrument import StepNumber
from ambassadors.merging import StepContent
from ambassadors.models import Attachment, Source, Step
from ambassadors.repeated import ROWS
from ambassadors.views.dossier import dossier_or_404
from organisations.models import Membership, StaleVersionError
from organisations.requests import WorkRequest

TRIES = 5


@require_http_methods(["GET", "HEAD", "POST"])
def step_edit(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    """The questions of a step. Saving judges only what does not parse, never what is still missing.

    A POST of htmx saves what parses while one still types, and answers with the parts of the page that follow from it.
    """
    step = step_or_404(request, membership, project, number)
    access.check_may_edit_dossier(membership, step.hiring_file.project)
    sources = Source.objects.for_step(step)
    if request.method != "POST":
        return _form(request, StepPage(step, today=request.today, sources=sources))
    page = StepPage(step, today=request.today, sources=sources, data=request.POST)
    if request.htmx:
        return _autosave(request, membership, page)
    if page.asks_for_row():
        return _form(request, page.with_row())
    if not page.is_valid():
        return _form(request, page, status=422)
    saved = _merged(request, membership, page, lambda step: page.content())
    if saved.clashes:
        return _compare(request, membership, page, saved)
    messages.success(request, _said_of(request, membership, page))
    return redirect(_after_saving(request, membership, step))


@require_safe
def step_answers(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    """Check the answers of one step; what is missing is a link to its question."""
    step = step_or_404(request, membership, project, number)
    row = step.hiring_file.project
    context = {
        "hiring_file": step.hiring_file,
        "project": row,
        "step": step,
        "section": documents.step_section(step, with_costs=access.may_see_costs(membership, row)),
        "workers": step.hiring_file.workers()[step.number],
        "may_edit": access.may_edit_dossier(membership, row),
        "undo": undo_of_removal(request, membership, step),
        "addable": _addable(membership, step),
        "changeable": changeable_rows(membership, step),
        "may_agree": _has_drafts(step) and access.may_agree_to_goals(membership, row),
        "next_number": _next_number(step),
        "back": "step",
    }
    return render(request, "ambassadors/step_answers.html", context)


@require_POST
def step_reopen(request: WorkRequest, membership: Membership, project: UUID, number: int) -> HttpResponse:
    again(lambda: reopen_step(step=step_or_404(request, membership, project, number), by=membership, now=request.now))
    messages.success(request, _("Step %(number)s is open again.") % {"number": number})
    return redirect("ambassadors:step-edit", membership.uuid, project, number)


def step_or_404(request: WorkRequest, membership: Membership, project: UUID, number: int) -> Step:
    if number not in StepNumber:
        raise Http404
    return dossier_or_404(request, membership, project).step(number)


def undo_of_removal(request: WorkRequest, membership: Membership, step: Step) -> dict[str, Any] | None:
    """The button for the banner, on the page that follows when a row was removed (`?removed=relation/address`)."""
    relation, _slash, address = request.GET.get("removed", "").partition("/")
    project = step.hiring_file.project
    try:
        row = UUID(address)
    except ValueError:
        return None
    if relation not in step.relations or not access.may_add_row(membership, project, relation):
        return None
    args = [membership.uuid, project.uuid, relation, row]
    return {"url": reverse("ambassadors:row-restore", args=args), "label": _("Undo")}


def again(save: Callable[[], Any]) -> Any:
    """Call an action that fetches first, once more when someone saved at that very moment."""
    for _attempt in range(TRIES - 1):
        try:
            return save()
        except StaleVersionError:
            continue
    return save()


def compared(page_step: Step, saved: Saved, *, request: WorkRequest, sources: Any) -> list[Difference]:
    """The clashes in words, for the person who chooses."""
    words = StepWords(page_step, today=request.today, sources=sources)
    return [words.clash(clash) for clash in saved.clashes]


def _merged(
    request: WorkRequest, membership: Membership, page: StepPage, content: Callable[[Step], StepContent]
) -> Saved:
    """Save on the step as it stands at this moment."""

    def save() -> Saved:
        step = step_or_404(request, membership, page.step.hiring_file.project.uuid, page.step.number)
        typed = content(step)
        choices = page.choices()
        return save_step(
            step=step, version=page.version, content=typed, by=membership, now=request.now, choices=choices
        )

    saved: Saved = again(save)
    return saved


def _said_of(request: WorkRequest, membership: Membership, page: StepPage) -> str:
    """What the banner says. A step that is ready wakes the advice that waited for it, on a page that one just left."""
    number = {"number": page.step.number}
    if page.form.cleaned_data["ready"] != "yes":
        return _("Step %(number)s is saved.") % number
    advice = documents.advice_on(_fresh(request, membership, page), with_costs=True)
    remarks = sum(1 for one in advice if not (one.is_praise or one.answer))
    if not remarks:
        return _("Step %(number)s is ready.") % number
    sentence = ngettext(
        "Step %(number)s is ready. The instrument still has one remark.",
        "Step %(number)s is ready. The instrument still has %(remarks)s remarks.",
        remarks,
    )
    address = reverse("ambassadors:advice-list", args=[membership.uuid, page.step.hiring_file.project.uuid])
    return format_html('{} <a href="{}">{}</a>', sentence % (number | {"remarks": remarks}), address, _("Read them"))


def _fresh(request: WorkRequest, membership: Membership, page: StepPage) -> Step:
    return step_or_404(request, membership, page.step.hiring_file.project.uuid, page.step.number)


def _compare(request: WorkRequest, membership: Membership, page: StepPage, saved: Saved) -> HttpResponse:
    """Someone else changed the same: all the rest is saved; show both, with what was typed still in the form."""
    step = _fresh(request, membership, page)
    content = with_yours(content_of(step), saved.clashes)
    shown = StepPage(step, today=request.today, sources=page.sources, content=content)
    clashes = compared(step, saved, request=request, sources=page.sources)
    return _form(request, shown, clashes=clashes, status=409)


def _autosave(request: WorkRequest, membership: Membership, page: StepPage) -> HttpResponse:
    """What follows from what was typed: saved at, advice, sums, what others changed, what clashes."""
    saved = _merged(request, membership, page, lambda step: page.understood(content_at(step, page.version)))
    step = _fresh(request, membership, page)
    shown = StepPage(step, today=request.today, sources=page.sources)
    clashing = {clash.key.split("/")[0] for clash in saved.clashes}
    others = saved.taken | page.choices().made.keys()
    taken = {shown.form.name_of(key.split("/")[0]) for key in others - {"is_ready"}} - clashing
    context = _context(request, shown) | {
        "clashes": compared(step, saved, request=request, sources=page.sources),
        "not_understood": page.not_understood(),
        "taken_fields": [shown.form[name] for name in shown.form.fields if name in taken],
        "taken_sections": [section for section in shown.sections() if section.asked and section.name in taken],
    }
    response = render(request, "ambassadors/_step_saved.html", context)
    if taken:
        response.headers["X-Taken"] = "1"
    return response


def _after_saving(request: WorkRequest, membership: Membership, step: Step) -> str:
    """Where the button goes: back to what one was checking, to the dossier, or to the next step."""
    project = step.hiring_file.project.uuid
    back = request.GET.get("back")
    if "later" in request.POST:
        return reverse("ambassadors:dossier-detail", args=[membership.uuid, project])
    if back == "step":
        return reverse("ambassadors:step-answers", args=[membership.uuid, project, step.number])
    following = _next_number(step)
    if back == "all" or following is None:
        return reverse("ambassadors:dossier-answers", args=[membership.uuid, project])
    return reverse("ambassadors:step-edit", args=[membership.uuid, project, following])


def _form(
    request: WorkRequest, page: StepPage, *, clashes: list[Difference] | None = None, status: int = 200
) -> HttpResponse:
    context = _context(request, page) | {
        "clashes": clashes,
        "workers": page.step.hiring_file.workers()[page.step.number],
        "undo": undo_of_removal(request, request.membership, page.step),
    }
    return render(request, "ambassadors/step_edit.html", context, status=status)


def _context(request: WorkRequest, page: StepPage) -> dict[str, Any]:
    step = page.step
    advice: dict[str, list[Any]] = {}
    for one in documents.advice_on(step, with_costs=True):
        advice.setdefault(one.field, []).append(one)
    return {
        "hiring_file": step.hiring_file,
        "project": step.hiring_file.project,
        "step": step,
        "page": page,
        "forms": page.in_order(),
        "sums": step.hiring_file.as_dossier().sums if step.number == StepNumber.BUDGET else None,
        "guidance": GUIDANCE[StepNumber(step.number)],
        "sources": [source for source in page.sources if source.is_active],
        "sections": [(section, advice.get(section.name, [])) for section in page.sections()],
        "advice_by_field": advice,
        "advised": _advised(page, advice),
        "attachments": Attachment.objects.visible_to(request.membership, today=request.today)
        .filter(hiring_file=step.hiring_file)
        .by_row(),
        "may_edit": True,
        "answerable": True,
        "agreements": step.hiring_file.project.success_agreements.all(),
        "next_number": _next_number(step),
        "back": request.GET.get("back", ""),
    }


def _advised(page: StepPage, advice: dict[str, list[Any]]) -> list[tuple[str, list[Any]]]:
    """Every place on the page where advice may stand, with what stands there now."""
    names = [*page.form.fields, *(section.name for section in page.sections() if not section.helper)]
    return [(name, advice.get(name, [])) for name in dict.fromkeys(names) if name not in ("ready", "version")]


def changeable_rows(membership: Membership, step: Step) -> set[str]:
    """The addresses of rows with a page of their own that this person may change."""
    project = step.hiring_file.project
    pages = [name for name in step.relations if name in PAGES]
    rows = [(name, row) for name in pages for row in getattr(step.hiring_file, name).all()]
    return {str(row.uuid) for name, row in rows if access.may_change_row(membership, project, name, row)}


def _addable(membership: Membership, step: Step) -> list[tuple[str, Any]]:
    """What somebody who does not fill the step in may add to it: an ambassador, what they bring from the road."""
    project = step.hiring_file.project
    if access.may_edit_dossier(membership, project):
        return []
    return [(name, ROWS[name]) for name in step.relations if access.may_add_row(membership, project, name)]


def _has_drafts(step: Step) -> bool:
    return step.number == StepNumber.GOALS and any(not goal.is_agreed for goal in step.hiring_file.goals.all())


def _next_number(step: Step) -> int | None:
    return step.number + 1 if step.number < len(StepNumber) else None
