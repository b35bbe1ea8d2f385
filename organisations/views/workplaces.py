"""Where one works: the way in after logging in, and the first page of each role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from organisations.enums import Role
from organisations.models import Membership
from organisations.requests import WorkRequest

FIRST_PAGE = {
    Role.COORDINATOR: "ambassadors:project-list",
    Role.AMBASSADOR: "trajectories:today",
    Role.GUIDE: "networks:session-list",
    Role.MINISTRY: "reporting:report-list",
    Role.ADMINISTRATOR: "organisations:membership-list",
}


def start(request: HttpRequest) -> HttpResponse:
    """The bare address of the house leads to one's work."""
    return redirect("organisations:workplaces")


def workplaces(request: WorkRequest) -> HttpResponse:
    """One's roles and organisations. Whoever has only one goes straight on."""
    memberships = list(Membership.objects.of_user(request.user))
    if len(memberships) == 1:
        return redirect(first_page(memberships[0]))
    return render(request, "organisations/workplace_list.html", {"workplaces": memberships})


def home(request: WorkRequest, membership: Membership) -> HttpResponse:
    return redirect(first_page(membership))


def first_page(membership: Membership) -> str:
    """Where someone in this role starts."""
    return reverse(FIRST_PAGE[Role(membership.role)], args=[membership.uuid])
