"""One's own profile: the name here; log-in and sessions have pages of their own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from organisations.actions import profile as actions
from organisations.forms.profile import ProfileForm
from organisations.requests import WorkRequest


def profile(request: WorkRequest) -> HttpResponse:
    form = ProfileForm(request.POST if request.method == "POST" else None, initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        actions.rename(request.user, name=form.cleaned_data["name"])
        messages.success(request, _("Your name has been saved."))
        return redirect("organisations:profile")
    return render(request, "organisations/profile.html", {"form": form}, status=422 if form.errors else 200)
