"""Pages for what went wrong: they say what to do and need neither a database nor a session."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from organisations.entries import answer_again, is_outbox


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token has expired. The phone keeps its entry and sends it again with a fresh one."""
    if is_outbox(request):
        sentence = _("Open the app again; your entry is still on this device.")
        return JsonResponse({"error": sentence, "csrf": True}, status=403)
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Any) -> HttpResponse:
    """Too large, too many fields, a forged host: nothing in it was read."""
    if is_outbox(request):
        return JsonResponse({"error": _("This entry is too large. It is still on this device.")}, status=400)
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Any) -> HttpResponse:
    if is_outbox(request):
        if again := answer_again(request):
            return again
        return JsonResponse(
            {"error": _("You are not allowed to do this. Your entry is still on this device.")}, status=403
        )
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Any) -> HttpResponse:
    if is_outbox(request):
        if again := answer_again(request):
            return again
        return JsonResponse(
            {"error": _("This page no longer exists for you. Your entry is still on this device.")}, status=404
        )
    return render(request, "404.html", status=404)
