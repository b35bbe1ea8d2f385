"""What every page of the house shows: who works here, in which role, and where they can go."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from organisations.enums import Role
from organisations.models import Membership
from organisations.querysets import administers_programme


@dataclass(frozen=True)
class NavItem:
    label: str
    url: str
    current: bool


# (label, url name) by role; a url name is the one word in which apps above show themselves here.
NAVIGATION: dict[str, list[tuple[Any, str]]] = {
    Role.COORDINATOR: [
        (_("Projects"), "ambassadors:project-list"),
        (_("Trajectories"), "trajectories:trajectory-list"),
        (_("Providers"), "trajectories:provider-list"),
        (_("Learning networks"), "networks:session-list"),
        (_("Reports"), "reporting:report-list"),
        (_("More"), "trajectories:more"),
    ],
    Role.AMBASSADOR: [
        (_("Today"), "trajectories:today"),
        (_("Trajectories"), "trajectories:trajectory-list"),
        (_("Contact log"), "trajectories:contact-list"),
        # Providers and their trajectories are one tap further: the menu of a phone stays short.
        (_("Board of places"), "trajectories:places-board"),
        (_("Dossier"), "ambassadors:project-list"),
        (_("Learning networks"), "networks:session-list"),
        (_("Reports"), "reporting:report-list"),
        (_("More"), "trajectories:more"),
    ],
    Role.GUIDE: [
        (_("Learning networks"), "networks:session-list"),
        (_("Findings"), "networks:finding-list"),
        (_("Next steps"), "networks:next-step-list"),
        (_("Projects"), "ambassadors:project-list"),
    ],
    Role.MINISTRY: [
        (_("Reports"), "reporting:report-list"),
        (_("Learning networks"), "networks:session-list"),
        (_("Findings"), "networks:finding-list"),
        (_("Next steps"), "networks:next-step-list"),
    ],
    Role.ADMINISTRATOR: [
        (_("Users"), "organisations:membership-list"),
        (_("Organisations"), "organisations:organisation-list"),
        (_("Projects"), "ambassadors:project-list"),
        (_("Audit trail"), "organisations:audit-list"),
    ],
}

# What the ministry's administrator keeps for everybody, before their audit trail.
OF_PROGRAMME = (_("Sources"), "ambassadors:source-list")

# Folders that lie under no item of their own, and the item they belong to.
BELONGS = {
    "ambassadors:project-list": ("appointments/",),
    "networks:session-list": ("findings/",),
    "trajectories:today": ("follow-up/",),
    "trajectories:trajectory-list": ("participants/", "enrolments/"),
}


def house(request: HttpRequest) -> dict[str, Any]:
    membership: Membership | None = getattr(request, "membership", None)
    return {
        "membership": membership,
        "home_url": reverse("organisations:home", args=[membership.uuid]) if membership else None,
        # Outside a workplace nobody counts: the list of workplaces goes straight on when there is one.
        "other_memberships": membership.has_others if membership else True,  # type: ignore[attr-defined]
        "nav": SimpleLazyObject(lambda: _navigation(request.path, membership) if membership else []),
        "today": getattr(request, "today", None),
        "internal_mailbox": settings.INTERNAL_MAILBOX,
    }


def _navigation(path: str, membership: Membership) -> list[NavItem]:
    home = reverse("organisations:home", args=[membership.uuid])
    places = NAVIGATION[membership.role]
    if administers_programme(membership):
        places = [*places[:-1], OF_PROGRAMME, places[-1]]
    items = [(label, name, reverse(name, args=[membership.uuid])) for label, name in places]
    has_own = any(path.startswith(url) for _label, _name, url in items)
    folders = {} if has_own else BELONGS
    return [
        NavItem(str(label), url, path.startswith((url, *(home + folder for folder in folders.get(name, ())))))
        for label, name, url in items
    ]
