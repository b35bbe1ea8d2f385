"""How every page here that writes answers, to a person and to the phone's outbox: once, in the same order."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from organisations.editing import WAS_CHANGED, Conflict, add_refusal
from organisations.entries import ClaimedTime, answer_creation, is_outbox
from organisations.models import Membership, StaleVersionError
from organisations.requests import WorkRequest
from trajectories.access import may_guide
from trajectories.actions.late_entries import late_reasons, mark_late
from trajectories.models import Trajectory

Page = Callable[..., HttpResponse]
View = Callable[..., HttpResponse]
Compare = Callable[[], list[Conflict]]
LONGEST_RIGHT = timedelta(days=60)  # so long what waited on a phone is judged by the rights of its own day


def for_ambassadors(view: View) -> View:
    """Whoever is no ambassador does not find this page."""

    @wraps(view)
    def guarded(request: WorkRequest, membership: Membership, **kwargs: Any) -> HttpResponse:
        if not may_guide(membership):
            raise Http404
        return view(request, membership, **kwargs)

    return guarded


def posted(request: WorkRequest) -> QueryDict | None:
    """What a form is bound to: also an empty POST, which is then told what is missing."""
    return request.POST if request.method == "POST" else None


def day_of(request: WorkRequest, allows: Callable[[date], bool]) -> date:
    """The day whose rights count: today, or when today does not allow it, the day on which the entry was written.

    A trajectory that was given to somebody else while the entry waited thus still accepts it. `allows(day)`: whether
    this person could write this on that day.
    """
    if request.method == "POST" and is_outbox(request):
        written = ClaimedTime().clean(request.POST.get("logged_at"))
        if written and request.now - LONGEST_RIGHT <= written <= request.now:
            day = timezone.localdate(written)
            return day if day < request.today and not allows(request.today) else request.today
    return request.today


def answer_entry(
    request: WorkRequest,
    membership: Membership,
    form: Any,
    *,
    kind: str,
    create: Callable[[datetime], Any],
    location: Callable[[Any], str],
    page: Page,
    compare: Compare | None = None,
    about: Callable[[], Iterable[Trajectory]] = tuple,
) -> HttpResponse:
    """Answer a POST that adds something: see organisations.entries, for which this also catches what actions refuse.

    `page(status=…, conflicts=…)` renders the form again; `compare()` tells what a stale entry differs in; `about()`
    are the trajectories on which it is marked when it arrives late.
    """

    def create_and_mark(logged_at: datetime) -> Any:
        when = {"logged_at": logged_at, "now": request.now}
        reasons = late_reasons(about(), by=membership, today=request.today, **when) if is_outbox(request) else {}
        row = create(logged_at)
        mark_late(reasons, kind=kind, by=membership, **when)
        return row

    try:
        return answer_creation(
            request,
            membership,
            form,
            kind=kind,
            create=create_and_mark,
            location=location,
            page=lambda status: page(status=status),
        )
    except ValidationError as error:
        add_refusal(form, error)
        return _refused(request, form, page)
    except StaleVersionError:
        return _stale(request, page, compare() if compare else [])


def _refused(request: WorkRequest, form: Any, page: Page) -> HttpResponse:
    if is_outbox(request):
        return JsonResponse({"entry_id": request.POST.get("entry_id", ""), "errors": form.errors}, status=422)
    return page(status=422)


def _stale(request: WorkRequest, page: Page, differences: list[Conflict]) -> HttpResponse:
    if is_outbox(request):
        body = {"entry_id": request.POST.get("entry_id", ""), "error": str(WAS_CHANGED)}
        return JsonResponse(body, status=409)
    return page(status=409, conflicts=differences)


def refuse_registration(request: WorkRequest, *, has_appointment: bool) -> HttpResponse:
    """No appointment, or no agreement: to a person the page that says what to do, to the outbox a 403 with why."""
    if not is_outbox(request):
        context = {"has_appointment": has_appointment}
        return render(request, "trajectories/participant_refused.html", context, status=403)
    sentence = _("You have no appointment today. Ask your coordinator to record it with the project.")
    if has_appointment:
        sentence = _("No children can be recorded yet: the processing agreement with your employer is not on file.")
    return JsonResponse({"entry_id": request.POST.get("entry_id", ""), "error": sentence}, status=403)


def way_back(request: WorkRequest, otherwise: str) -> str:
    """Where the person came from (`next`), when that is an address of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    keepable = len(wanted) <= 200 and wanted.isprintable()  # it is kept with the receipt
    safe = keepable and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if safe else otherwise
