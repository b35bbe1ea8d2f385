"""One's own sessions: a lost phone is signed out from any other device. The list itself is allauth's."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST


@require_POST
def session_end(request: HttpRequest, session: int) -> HttpResponse:
    """Sign out one device of one's own."""
    get_object_or_404(UserSession, pk=session, user_id=request.user.pk).end()
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")
