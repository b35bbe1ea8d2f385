"""What people did together: list, log, change."""

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
from trajectories.open_work import first_strategy
from trajectories.views.answers import answer_entry, for_ambassadors, posted, way_back
from trajectories.views.open_work import (
    active_appointments,
    day_to_write,
    for_readers,
    posts_of,
    with_known_providers,
)

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
    day = day_to_write(request, membership)
    appointments = active_appointments(membership, day)
    if not appointments:
        return render(request, "trajectories/participant_refused.html", {"has_appointment": False}, status=403)
    form = ActivityForm(
        posted(request),
        today=day,
        appointments=appointments,
        providers=Provider.objects.visible_to(membership, today=day),
        initial=_last_used(request, membership),
    )

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "next": way_back(request, "")}
        return render(request, "trajectories/activity_new.html", context, status=status)

    def create(logged_at: Any) -> Activity:
        values = form.values
        return log_activity(
            uuid=form.cleaned_data["entry_id"],
            appointment=values.pop("appointment"),
            values=values,
            by=membership,
            logged_at=logged_at,
            now=request.now,
            today=day,
        )

    if request.method != "POST":
        return page()
    answer = answer_entry(
        request,
        membership,
        form,
        kind="activity",
        create=create,
        location=lambda _row: way_back(request, list_address(membership)),
        page=page,
    )
    if answer.status_code == 302:
        messages.success(request, _("The activity was saved."))
    return answer


def _last_used(request: WorkRequest, membership: Membership) -> dict[str, Any]:
    """How this person logged last; the first time, what goes with how they work."""
    last = Activity.objects.filter(membership=membership).order_by("-id").values("kind", "strategy").first()
    return last or {"kind": ActivityKind.MEETING, "strategy": first_strategy(posts_of(membership, request.today))}


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
