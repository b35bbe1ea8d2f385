"""The way in: the page behind the link of an invitation. It needs no log-in and writes nothing until asked."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from organisations.actions import people as actions
from organisations.forms.people import JoinForm
from organisations.links import digest_of
from organisations.models import Invitation, Membership, User
from organisations.requests import WorkRequest

JUST_NOW = timedelta(minutes=1)


@login_not_required
@sensitive_post_parameters("password")
def invitation(request: WorkRequest, secret: str) -> HttpResponse:
    """A link that was used, withdrawn, expired or made up gives the same page: it tells nothing to a stranger."""
    found = Invitation.objects.select_related("organisation").filter(digest=digest_of(secret)).first()
    if found is None or not found.is_open(request.now):
        return _closed(request, found)
    try:
        return _answer(request, found)
    except actions.ClosedInvitationError:
        found.refresh_from_db()
        return _closed(request, found)
    except actions.KnownPersonError:
        return redirect(request.path)


def _answer(request: WorkRequest, invitation: Invitation) -> HttpResponse:
    person = actions.person_of(invitation.email)
    if request.user.is_authenticated:
        return _someone_signed_in(request, invitation, person)
    if person:
        return _someone_known(request, invitation)
    return _someone_new(request, invitation)


def _someone_signed_in(request: WorkRequest, invitation: Invitation, person: User | None) -> HttpResponse:
    if request.user != person:
        return render(request, "organisations/invitation_other_person.html", {"invitation": invitation})
    if request.method == "POST":
        return _welcome(request, actions.accept(invitation, user=request.user, now=request.now))
    return render(request, "organisations/invitation_accept.html", {"invitation": invitation})


def _someone_known(request: WorkRequest, invitation: Invitation) -> HttpResponse:
    """Also who pressed twice: the first press may have made this person since the link was read."""
    if not Invitation.objects.get(pk=invitation.pk).is_open(request.now):
        raise actions.ClosedInvitationError
    return render(request, "organisations/invitation_sign_in.html", {"invitation": invitation})


def _someone_new(request: WorkRequest, invitation: Invitation) -> HttpResponse:
    form = JoinForm(request.POST if request.method == "POST" else None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        membership = actions.join(invitation, now=request.now, **form.cleaned_data)
        login(request, membership.user, backend=settings.AUTHENTICATION_BACKENDS[0])
        UserSession.objects.create_from_request(request)
        return _welcome(request, membership)
    context = {"invitation": invitation, "form": form}
    return render(request, "organisations/invitation_join.html", context, status=422 if form.errors else 200)


def _welcome(request: HttpRequest, membership: Membership) -> HttpResponse:
    messages.success(request, _("Welcome to %(organisation)s.") % {"organisation": membership.organisation.name})
    return redirect("organisations:home", membership.uuid)


def _closed(request: WorkRequest, found: Invitation | None) -> HttpResponse:
    """Who pressed twice, or comes back, came in by it: they go on to their work, or to the log-in on the way there."""
    if found and found.accepted_at and (request.user == found.accepted_by or _is_second_press(request, found)):
        return redirect("organisations:start")
    return render(request, "organisations/invitation_closed.html", status=404)


def _is_second_press(request: WorkRequest, found: Invitation) -> bool:
    """The answer to the first press, with the new session, may be thrown away by the browser: nobody is logged in."""
    return request.method == "POST" and found.accepted_at is not None and request.now - found.accepted_at < JUST_NOW
