"""Herinneringen: a weekly mail, and a calendar that follows along."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.actions.feeds import renew_feed, revoke_feed
from trajectories.actions.weekly_mail import choose_weekly_mail
from trajectories.enums import MailState
from trajectories.forms import WeeklyMailForm
from trajectories.models import CalendarFeed, WeeklyMail
from trajectories.views.answers import for_ambassadors, posted


@for_ambassadors
def reminders(request: WorkRequest, membership: Membership) -> HttpResponse:
    row = _weekly_mail(membership)
    form = WeeklyMailForm(posted(request), row=row)
    refused = row.state == MailState.REFUSED and row.weekday is not None

    def save(version: int) -> None:
        choice = form.cleaned_data
        choose_weekly_mail(weekday=choice["weekday"], version=version, by=membership, now=request.now)
        messages.success(request, _("A mail comes every week.") if choice["weekday"] else _("No mail comes any more."))

    def page(status: int = 200, **context: Any) -> HttpResponse:
        return _page(request, membership, form, status, refused=refused, **context)

    if request.method != "POST":
        return page()
    return answer_change(
        request,
        form,
        row,
        fresh=lambda _fresh: WeeklyMailForm(row=_weekly_mail(membership)),
        save=save,
        page=page,
        location=_here(membership),
    )


@require_POST
@for_ambassadors
@sensitive_variables("made", "address")
def feed_renew(request: WorkRequest, membership: Membership) -> HttpResponse:
    """Shown on this very answer, and never again: a redirect would have to keep the secret somewhere."""
    made = renew_feed(by=membership, now=request.now)
    address = f"{settings.SITE_URL}{reverse('feeds:calendar-feed', args=[made.secret])}"
    return _page(request, membership, WeeklyMailForm(row=_weekly_mail(membership)), feed_address=address)


@require_POST
@for_ambassadors
def feed_revoke(request: WorkRequest, membership: Membership) -> HttpResponse:
    if revoke_feed(by=membership):
        messages.success(request, _("The address of your calendar no longer works."))
    return redirect(_here(membership))


def _page(request: WorkRequest, membership: Membership, form: Any, status: int = 200, **context: Any) -> HttpResponse:
    context |= {"form": form, "feed": CalendarFeed.objects.filter(membership=membership).first()}
    return render(request, "trajectories/reminders.html", context, status=status)


def _weekly_mail(membership: Membership) -> WeeklyMail:
    """What was chosen; before anything was, a choice for none."""
    return WeeklyMail.objects.filter(membership=membership).first() or WeeklyMail(membership=membership, version=0)


def _here(membership: Membership) -> str:
    return reverse("trajectories:reminders", args=[membership.uuid])
