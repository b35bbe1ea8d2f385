"""What people did together: list, log, change."""

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
from trajectories.actions.open_work import change_activity, log_activity
from trajectories.enums import ActivityKind
from trajectories.forms import ActivityForm
from trajectories.models import Activity, Provider
from trajectories.open_work import Post, first_strategy
from trajectories.views.answers import for_ambassadors, posted
from trajectories.views.open_work import for_readers, posts_of, with_known_providers
from trajectories.views.work_entries import note_work

PER_PAGE = 30


def list_address(membership: Membership) -> str:
    return reverse("trajectories:activity-list", args=[membership.uuid])


@require_safe
@for_readers
def activity_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    rows = Activity.objects.visible_to(membership, today=request.today).select_related("project", "membership__user")
    found = rows.prefetch_related(with_known_providers(membership, request.today))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "trajectories/activity_list.html", {"page": page, "may_log": may_guide(membership)})


@for_ambassadors
def activity_new(request: WorkRequest, membership: Membership) -> HttpResponse:
    def form_for(day: date, appointments: Any) -> ActivityForm:
        return ActivityForm(
            posted(request),
            today=day,
            appointments=appointments,
            providers=Provider.objects.visible_to(membership, today=day),
            initial=last_used(membership, lambda: posts_of(membership, request.today)),
        )

    return note_work(
        request,
        membership,
        kind="activity",
        template="trajectories/activity_new.html",
        form_for=form_for,
        act=log_activity,
        location=lambda _row: list_address(membership),
        said=_("The activity was saved."),
    )


def last_used(membership: Membership, posts: Callable[[], Iterable[Post]]) -> dict[str, Any]:
    """How this person logged last; the first time, what goes with how they work."""
    last = Activity.objects.filter(membership=membership).order_by("-id").values("kind", "strategy").first()
    return last or {"kind": ActivityKind.MEETING, "strategy": first_strategy(posts())}


@for_ambassadors
def activity_edit(request: WorkRequest, membership: Membership, activity: Any) -> HttpResponse:
    row = get_object_or_404(Activity.objects.visible_to(membership, today=request.today), uuid=activity)
    providers = Provider.objects.visible_to(membership, today=request.today)

    def form_for(fresh: Activity) -> ActivityForm:
        return ActivityForm(row=fresh, today=request.today, providers=providers)

    form = ActivityForm(posted(request), row=row, today=request.today, providers=providers)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        return render(request, "trajectories/activity_edit.html", {"form": form, **context}, status=status)

    def save(version: int) -> None:
        change_activity(row, version=version, values=form.values, by=membership, today=request.today)
        messages.success(request, _("Saved."))

    if request.method != "POST":
        return page()
    location = list_address(membership)
    return answer_change(request, form, row, fresh=form_for, save=save, page=page, location=location)
