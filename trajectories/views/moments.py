"""Trials, enrolments and the three moments of one trajectory."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from organisations.editing import answer_change, conflicts
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rings import MOMENTS
from trajectories.actions.moments import end_enrolment, enrol, moment_version, record_moment, record_trial
from trajectories.actions.traces import trace_view
from trajectories.enums import Basis
from trajectories.forms import EndForm, EnrolmentForm, MomentForm, TrialForm
from trajectories.models import Enrolment, Provider, Trajectory
from trajectories.views.answers import Page, answer_entry, for_ambassadors, posted
from trajectories.views.trajectories import detail_address, seen_trajectory


def offered(request: WorkRequest, membership: Membership, day: date) -> dict[str, Any]:
    """What the forms on this page need: the day, the providers, and the provider just added."""
    providers = Provider.objects.visible_to(membership, today=day)
    fresh = request.GET.get("provider")
    return {"today": day, "providers": providers, "initial": {"provider": fresh} if fresh else {}}


@for_ambassadors
def trial_new(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    row, day = seen_trajectory(request, membership, trajectory)
    form = TrialForm(posted(request), **offered(request, membership, day))
    return _added(request, membership, row, day, form, "trial", record_trial)


@for_ambassadors
def enrolment_new(request: WorkRequest, membership: Membership, trajectory: Any) -> HttpResponse:
    row, day = seen_trajectory(request, membership, trajectory)
    form = EnrolmentForm(posted(request), **offered(request, membership, day))
    return _added(request, membership, row, day, form, "enrolment", enrol)


def _added(
    request: WorkRequest,
    membership: Membership,
    row: Trajectory,
    day: date,
    form: Any,
    kind: str,
    act: Callable[..., Any],
) -> HttpResponse:
    templates = {"trial": "trajectories/trial_new.html", "enrolment": "trajectories/enrolment_new.html"}

    def page(status: int = 200, **context: Any) -> HttpResponse:
        return render(request, templates[kind], {"form": form, "trajectory": row, **context}, status=status)

    if request.method != "POST":
        trace_view(row.participant, by=membership)
        return page()
    return answer_entry(
        request,
        membership,
        form,
        kind=kind,
        create=lambda logged_at: act(
            row, values=form.values, by=membership, logged_at=logged_at, now=request.now, today=day
        ),
        location=lambda _row: detail_address(membership, row),
        page=page,
        about=lambda: [row],
    )


@for_ambassadors
def enrolment_end(request: WorkRequest, membership: Membership, enrolment: Any) -> HttpResponse:
    seen = Trajectory.objects.visible_to(membership, today=request.today)
    rows = Enrolment.objects.filter(trajectory__in=seen.order_by().values("pk"))
    row = get_object_or_404(rows.select_related("trajectory__participant__controller", "provider"), uuid=enrolment)
    form = EndForm(posted(request), row=row, today=request.today)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "enrolment": row, "trajectory": row.trajectory}
        return render(request, "trajectories/enrolment_end.html", context, status=status)

    def save(version: int) -> None:
        data = form.cleaned_data
        end_enrolment(row, version=version, ended_on=data["ended_on"], by=membership, today=request.today)
        messages.success(request, _("The end of the enrolment was saved."))

    if request.method != "POST":
        trace_view(row.trajectory.participant, by=membership)
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda fresh: EndForm(row=fresh, today=request.today),
        save=save,
        page=page,
        location=detail_address(membership, row.trajectory),
    )


@for_ambassadors
def moment_edit(request: WorkRequest, membership: Membership, trajectory: Any, moment: int) -> HttpResponse:
    """What came of moment 1, 2 or 3."""
    row, day = seen_trajectory(request, membership, trajectory)
    if moment not in (1, 2, 3) or not _applies(row, moment):
        raise Http404

    def form_for(data: Any = None) -> MomentForm:
        return MomentForm(data, trajectory=row, moment=moment, **offered(request, membership, day))

    form = form_for(posted(request))

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "trajectory": row, "moment": moment, "name": MOMENTS[moment - 1]}
        return render(request, "trajectories/moment_edit.html", context, status=status)

    if request.method != "POST":
        trace_view(row.participant, by=membership)
        return page()
    return _answer_moment(request, membership, row, moment, day, form, form_for, page)


def _answer_moment(
    request: WorkRequest,
    membership: Membership,
    row: Trajectory,
    moment: int,
    day: date,
    form: MomentForm,
    fresh: Callable[[], MomentForm],
    page: Page,
) -> HttpResponse:
    def compare() -> Any:
        row.refresh_from_db()
        return conflicts(form, fresh(), cast("Any", _Recorded(moment_version(row, moment))))

    return answer_entry(
        request,
        membership,
        form,
        kind=f"moment {moment}",
        create=lambda logged_at: record_moment(
            row,
            moment=moment,
            version=form.cleaned_data["version"],
            values=form.values,
            by=membership,
            logged_at=logged_at,
            now=request.now,
            today=day,
        ),
        location=lambda _row: detail_address(membership, row),
        page=page,
        compare=compare,
        about=lambda: [row],
    )


class _Recorded:
    """A moment as `editing` compares it: by the version of its own columns, not of the whole trajectory."""

    def __init__(self, version: int) -> None:
        self.version = version


def _applies(row: Trajectory, moment: int) -> bool:
    if row.basis == Basis.NO_ENROLMENT:
        return False
    return moment == 1 or (moment == 2 and row.m2_opens_on is not None) or (moment == 3 and row.m3_opens_on is not None)
