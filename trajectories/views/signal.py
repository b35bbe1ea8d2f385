"""Signals: list, note, what became of them. Ambassadors read the note; coordinators what was written for them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_guide
from trajectories.actions.signal import change_signal, notice_signal, take_signal_further
from trajectories.enums import PassedTo, SignalState
from trajectories.forms import SignalForm, SignalStepForm
from trajectories.models import Signal, SignalStep
from trajectories.open_work import NEXT_STATE
from trajectories.views.answers import answer_entry, day_of, for_ambassadors, posted
from trajectories.views.open_work import for_readers
from trajectories.views.timeline import Line
from trajectories.views.work_entries import note_work

PER_PAGE = 30


@dataclass(frozen=True)
class NextStep:
    state: str
    words: str


def detail_address(membership: Membership, signal: Signal) -> str:
    return reverse("trajectories:signal-detail", args=[membership.uuid, signal.uuid])


def readable_text(membership: Membership) -> str:
    """The column that this person may read."""
    return "note" if may_guide(membership) else "shared_text"


@require_safe
@for_readers
def signal_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    found = Signal.objects.countable_by(membership, today=request.today).open_first(request.today)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    cards = page.object_list.cards(text=readable_text(membership))  # type: ignore[attr-defined]
    return render(request, "trajectories/signal_list.html", {"page": page, "cards": cards, **_rights(membership)})


def _rights(membership: Membership) -> dict[str, bool]:
    return {"may_change": may_guide(membership)}


@require_safe
@for_readers
def signal_detail(request: WorkRequest, membership: Membership, signal: Any) -> HttpResponse:
    rows = Signal.objects.countable_by(membership, today=request.today).filter(uuid=signal).with_state(request.today)
    cards = rows.cards(text=readable_text(membership))
    if not cards:
        raise Http404
    steps, shared = SignalStep.objects.filter(signal__in=rows.values("pk")), ""
    if may_guide(membership):
        found = steps.select_related("membership__user")
        lines = [_line(step.date, step.state, step.passed_to, step) for step in found]
        shared = rows.values_list("shared_text", flat=True)[0]
    else:  # neither a note nor a name leaves the database
        lines = [_line(*row) for row in steps.values_list("date", "state", "passed_to")]
    context = {
        "card": cards[0],
        "shared": shared,
        "timeline": lines[::-1],
        "next_step": _next_step(cards[0].state),
        **_rights(membership),
    }
    return render(request, "trajectories/signal_detail.html", context)


def _line(day: date, state: str, passed_to: str, step: SignalStep | None = None) -> Line:
    """One step; in full for whoever walks along with it."""
    title = str(SignalState(state).label).capitalize()
    if passed_to:
        title = _("Passed on to: %(whom)s") % {"whom": PassedTo(passed_to).label}
    if step is None:
        return Line(day, title)
    detail = "\n".join(filter(None, (step.passed_to_who, step.note)))
    return Line(day, title, detail, step.membership.user.display_name)


def _next_step(state: str) -> NextStep | None:
    """What usually comes next; None when the signal is closed."""
    sentences = {
        SignalState.DISCUSSED: _("Discuss it with your colleagues or the support group."),
        SignalState.PASSED_ON: _("Pass it on to who can do something about it."),
        SignalState.ANSWERED: _("Ask for an answer, and note it."),
        SignalState.FOLLOWED_UP: _("See whether something changes, and note that too."),
    }
    following = NEXT_STATE.get(SignalState(state))
    return NextStep(following, sentences[following]) if following else None


@for_ambassadors
def signal_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    return note_work(
        request,
        membership,
        kind="signal",
        template="trajectories/signal_new.html",
        form_for=lambda day, appointments: SignalForm(posted(request), today=day, appointments=appointments),
        act=notice_signal,
        location=lambda row: detail_address(membership, row),
        said=_("The signal was saved."),
    )


def _mine(membership: Membership, signal: Any, day: date) -> Signal:
    return get_object_or_404(Signal.objects.visible_to(membership, today=day), uuid=signal)


@for_ambassadors
def signal_edit(request: WorkRequest, membership: Membership, signal: Any) -> HttpResponse:
    """What it is about, the note, and what is shared."""
    row = _mine(membership, signal, request.today)
    form = SignalForm(posted(request), row=row, today=request.today)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "signal": row}
        return render(request, "trajectories/signal_edit.html", context, status=status)

    def save(version: int) -> None:
        change_signal(row, version=version, values=form.values, by=membership, today=request.today)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: SignalForm(row=fresh, today=request.today),
        save=save,
        page=page,
        location=detail_address(membership, row),
    )


@for_ambassadors
def signal_step_new(request: WorkRequest, membership: Membership, signal: Any) -> HttpResponse:
    seen = Signal.objects.filter(uuid=signal)
    day = day_of(request, lambda day: seen.visible_to(membership, today=day).exists())
    row = _mine(membership, signal, day)
    card = Signal.objects.filter(pk=row.pk).with_state(request.today).cards(text="note")[0]
    usual = NEXT_STATE.get(SignalState(card.state), "")
    form = SignalStepForm(posted(request), today=day, initial={"state": usual})

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "card": card}
        return render(request, "trajectories/signal_step_new.html", context, status=status)

    if request.method != "POST":
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind=f"step of signal {row.uuid}",
        create=lambda logged_at: take_signal_further(
            row, values=form.values, by=membership, logged_at=logged_at, now=request.now, today=day
        ),
        location=lambda _step: detail_address(membership, row),
        page=page,
    )
