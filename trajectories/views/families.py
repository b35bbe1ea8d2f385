"""Brothers and sisters: who they are, on a page about one of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisations.models import Membership
from organisations.requests import WorkRequest
from trajectories.actions.families import leave_family, link_sibling
from trajectories.actions.traces import trace_list
from trajectories.forms import FamilyForm
from trajectories.models import Participant
from trajectories.views.answers import answer_entry, for_ambassadors, posted
from trajectories.views.participants import participant_address, seen_participant, siblings_of


@for_ambassadors
def family_edit(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    """Link somebody whom one sees, under the same controller."""
    person = seen_participant(request, membership, participant)
    known = siblings_of(request, membership, person)
    seen = Participant.objects.visible_to(membership, today=request.today).filter(controller=person.controller_id)
    others = seen.exclude(pk__in=[person.pk, *(one.pk for one in known)])
    form = FamilyForm(posted(request), siblings=others)

    def page(status: int = 200, **context: Any) -> HttpResponse:
        context |= {"form": form, "participant": person, "siblings": known}
        return render(request, "trajectories/family_edit.html", context, status=status)

    if request.method != "POST":
        trace_list(seen.values_list("code", flat=True), by=membership)
        return page()
    answer = answer_entry(
        request,
        membership,
        form,
        kind="family",
        create=lambda _logged_at: link_sibling(
            person, sibling=form.cleaned_data["sibling"], by=membership, today=request.today
        ),
        location=lambda _row: participant_address(membership, person),
        page=page,
    )
    if answer.status_code == 302:
        messages.success(request, _("Saved. They belong together."))
    return answer


@require_POST
@for_ambassadors
def family_leave(request: WorkRequest, membership: Membership, participant: Any) -> HttpResponse:
    """Take one out of their family; linking again is the way back."""
    person = seen_participant(request, membership, participant)
    leave_family(person, by=membership, today=request.today)
    messages.success(request, _("Saved. They are no longer linked to brothers or sisters."))
    return redirect(participant_address(membership, person))
