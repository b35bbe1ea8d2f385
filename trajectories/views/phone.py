"""What the phone keeps without a name in it: the shell, the worker that serves it, and what it is called as an app.

The shell holds our own forms, empty. Days, people, providers and projects are filled in on the phone, from the snapshot
(trajectories.views.snapshot). So it is the same for everybody, and needs no log-in.
"""

import hashlib
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ambassadors.models import Appointment
from organisations.rings import MOMENTS
from trajectories import forms
from trajectories.models import Provider, Trajectory

MODULES = ("fill", "forms", "known", "outbox", "parts", "phone", "shell", "store", "vault")
ANY_DAY = date(2000, 1, 1)  # so that the shell changes with its words and fields, not with the calendar
SHELL = "trajectories/shell.html"


@require_safe
@login_not_required
@cache_control(no_cache=True, public=True)
def shell(request: HttpRequest) -> HttpResponse:
    """The app as it opens without a request."""
    return render(request, SHELL, shell_context())


def shell_context() -> dict[str, Any]:
    found = empty_forms()
    return {
        "user": None,  # whoever asks
        "on_device": True,
        "forms": found,
        "moments": [(name, found[f"moment{n}"]) for n, name in enumerate(MOMENTS, start=1)],
    }


def empty_forms() -> dict[str, Any]:
    """Every form that the outbox can send, by name."""
    nothing: dict[str, Any] = {"initial": {"entry_id": ""}}
    dated = nothing | {"today": ANY_DAY, "providers": Provider.objects.none()}
    projects = nothing | {"today": ANY_DAY, "appointments": Appointment.objects.none()}
    return {
        "contact": forms.ContactForm(trajectories=Trajectory.objects.none(), **dated | projects),
        "participant": forms.ParticipantForm(**projects),
        "trajectory": forms.TrajectoryForm(**projects),
        "provider": forms.ProviderForm(**nothing),
        "activity": forms.ActivityForm(**dated | projects),
        "signal": forms.SignalForm(**projects),
        "result": forms.ResultForm(**dated | projects),
        "trial": forms.TrialForm(**dated),
        "enrolment": forms.EnrolmentForm(**dated),
        "status": forms.StatusForm(now_at="", **dated),
        **{f"moment{n}": forms.MomentForm(trajectory=Trajectory(), moment=n, **dated) for n in (1, 2, 3)},
    }


def kept_files() -> list[str]:
    """What the shell is made of, under names that change with what is in them."""
    scripts = ["js/house.js", *(f"js/phone/{name}.js" for name in MODULES)]
    return [static(name) for name in ("css/house.css", "icons/rings.svg", *scripts)]


@require_safe
@login_not_required
@cache_control(no_cache=True, public=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """Its text changes with the shell and its files: then the phone keeps the new one whole before the old one goes."""
    files = kept_files()
    page = render_to_string(SHELL, shell_context())
    version = hashlib.sha256("".join([page, *files]).encode()).hexdigest()[:12]
    context = {"version": version, "files": files, "shell": reverse("phone:shell")}
    return render(request, "trajectories/worker.js", context, content_type="text/javascript")


@require_safe
@login_not_required
@cache_control(max_age=86_400, public=True)
def manifest(request: HttpRequest) -> HttpResponse:
    """How it stands among the apps of the phone."""
    home = reverse("phone:shell")
    icons = [{"src": static("icons/rings.svg"), "sizes": "any", "type": "image/svg+xml"}]
    icons += [
        {"src": static(f"icons/app-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    body = {
        "name": _("Connection ambassadors"),
        "short_name": _("Ambassador"),
        "lang": "nl",
        "id": home,
        "start_url": home,
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0a5a6b",
        "icons": icons,
    }
    return JsonResponse(body, content_type="application/manifest+json")
