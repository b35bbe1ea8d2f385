"""What came of the work: list, add, change. Coordinators change too."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.access import may_guide
from trajectories.actions.open_work import add_result, change_result
from trajectories.enums import ResultKind, ResultState
from trajectories.forms import ResultForm
from trajectories.models import Provider, Result
from trajectories.open_work import Post, first_strategy, is_overdue
from trajectories.views.answers import for_ambassadors, posted
from trajectories.views.open_work import for_readers, posts_of, with_known_providers
from trajectories.views.work_entries import note_work

PER_PAGE = 30


def list_address(membership: Membership) -> str:
    return reverse("trajectories:result-list", args=[membership.uuid])


@require_safe
@for_readers
def result_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    found = Result.objects.visible_to(membership, today=request.today).select_related("project", "membership__user")
    found = found.prefetch_related(with_known_providers(membership, request.today))
    page = Paginator(found.open_first(), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(row, is_overdue(row.state, row.date, request.today)) for row in page.object_list]
    context = {"page": page, "rows": rows, "may_add": may_guide(membership)}
    return render(request, "trajectories/result_list.html", context)


@for_ambassadors
def result_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    def form_for(day: date, appointments: Any) -> ResultForm:
        return ResultForm(
            posted(request),
            today=day,
            appointments=appointments,
            providers=Provider.objects.visible_to(membership, today=day),
            initial=last_used(membership, lambda: posts_of(membership, request.today)),
        )

    return note_work(
        request,
        membership,
        kind="result",
        template="trajectories/result_new.html",
        form_for=form_for,
        act=add_result,
        location=lambda _row: list_address(membership),
        said=_("The result was saved."),
    )


def last_used(membership: Membership, posts: Callable[[], Iterable[Post]]) -> dict[str, Any]:
    """The strategy of this person's last result; the first time, the one that goes with how they work."""
    last = Result.objects.filter(membership=membership).order_by("-id").values("kind", "strategy").first()
    begin = {"kind": ResultKind.MEETING, "strategy": first_strategy(posts())}
    return {"state": ResultState.PLANNED, **(last or begin)}


@for_readers
def result_edit(request: WorkRequest, membership: Membership, result: Any) -> HttpResponse:
    row = get_object_or_404(Result.objects.visible_to(membership, today=request.today), uuid=result)
    providers = Provider.objects.visible_to(membership, today=request.today)

    def form_for(fresh: Result) -> ResultForm:
        return ResultForm(row=fresh, today=request.today, providers=providers)

    form = ResultForm(posted(request), row=row, today=request.today, providers=providers)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        return render(request, "trajectories/result_edit.html", {"form": form, **context}, status=status)

    def save(version: int) -> None:
        change_result(row, version=version, values=form.values, by=membership, today=request.today)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    location = list_address(membership)
    return answer_change(request, form, row, fresh=form_for, save=save, page=page, location=location)
