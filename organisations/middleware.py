"""What every request gets before a view: the time, a log-in, a second factor, a membership."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from organisations.entries import is_outbox
from organisations.models import Membership

GetResponse = Callable[[HttpRequest], HttpResponse]
SEEN_EVERY = timedelta(minutes=5)


class ClockMiddleware:
    """The one place that reads the clock for a request; all that follows is handed `request.now` or `request.today`."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        return self.get_response(request)


class NoStoreMiddleware:
    """Pages show names: neither the browser nor anything between keeps them, so "back" after a log-out shows nothing.

    A view that says itself how long its answer holds is left alone; static files never come this far.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class SeenMiddleware:
    """When a session was last seen, for the list of one's own sessions.

    At most once in five minutes: otherwise every page that is only read would write, and on SQLite wait its turn.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.user.is_authenticated and self._is_due(request):
            UserSession.objects.create_from_request(request)
            request.session["seen"] = request.now.isoformat()
        return self.get_response(request)

    def _is_due(self, request: Any) -> bool:
        noted = request.session.get("seen")
        seen = datetime.fromisoformat(noted) if noted else request.user.last_login
        return seen is None or request.now - seen > SEEN_EVERY


class OutboxLoginRequiredMiddleware(LoginRequiredMiddleware):
    """Log-in by default. The phone's outbox gets a 401: a redirect to a page that answers 200 would lose its entry."""

    def handle_no_permission(self, request: Any, view_func: Any) -> Any:
        if is_outbox(request):
            return JsonResponse({"error": _("Log in again. Your entry is still on this device.")}, status=401)
        if request.htmx:  # a part of a page: the log-in page would stand in its place
            return HttpResponse(status=401)
        return super().handle_no_permission(request, view_func)


class SecondFactorMiddleware:
    """Where the installation asks for it, nobody works without a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        if not settings.SECOND_FACTOR_REQUIRED or "membership" not in kwargs or not request.user.is_authenticated:
            return None
        if get_mfa_adapter().is_mfa_enabled(request.user):
            return None
        sentence = _("First add a second step to your log-in: an app with codes, or a passkey.")
        if is_outbox(request):
            return JsonResponse({"error": sentence}, status=403)
        messages.warning(request, sentence)
        return redirect("mfa_index")


class MembershipMiddleware:
    """Turns the membership in the address into the Membership itself; a stranger's is not found."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        if "membership" not in kwargs:
            return
        membership = Membership.objects.of_user(request.user).with_others().filter(uuid=kwargs["membership"]).first()
        if membership is None:
            raise Http404
        request.membership = kwargs["membership"] = membership
