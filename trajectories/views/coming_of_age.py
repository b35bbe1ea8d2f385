"""Turning 18: a page with the facts, because what it erases is gone."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from organisations import audit
from organisations.editing import answer_change
from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.actions.coming_of_age import OF_PARENTS, settle_coming_of_age
from trajectories.actions.traces import trace_view
from trajectories.follow_up import comes_of_age_on
from trajectories.forms import ComingOfAgeForm
from trajectories.models import ContactDetails
from trajectories.views.answers import for_ambassadors, posted
from trajectories.views.participants import is_of_age, participant_address, seen_participant


@for_ambassadors
def coming_of_age_edit(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    person = seen_participant(request, membership, participant)
    if not is_of_age(person, request.today):
        raise Http404
    form = ComingOfAgeForm(posted(request), row=person, today=request.today)
    details = ContactDetails.objects.filter(participant=person).first()
    known = [name for name in OF_PARENTS if details and getattr(details, name)]

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {
            "form": form,
            "participant": person,
            "year": comes_of_age_on(person.birth_year or 0).year,
            "known": audit.field_labels("contactdetails", known),
        }
        return render(request, "trajectories/coming_of_age_edit.html", context, status=status)

    def save(version: int) -> None:
        data = form.cleaned_data
        settle_coming_of_age(
            person,
            version=version,
            informed_on=data["informed_on"],
            keep=data["keep"],
            by=membership,
            today=request.today,
        )
        messages.success(request, _("Saved. The details of the parents are erased."))

    if request.method != "POST":
        trace_view(person, by=membership)
        return page()
    return answer_change(
        request,
        form,
        person,
        fresh=lambda fresh: ComingOfAgeForm(row=fresh, today=request.today),
        save=save,
        page=page,
        location=participant_address(membership, person),
    )
