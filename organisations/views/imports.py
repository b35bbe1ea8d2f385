"""The ministry's administrator adds many organisations at once."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from organisations.access import check_may_make_organisations
from organisations.imports import answer_import
from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.resources import OrganisationResource


def organisation_import(request: WorkRequest, membership: Membership) -> HttpResponse:
    check_may_make_organisations(membership)
    return answer_import(
        request,
        OrganisationResource(by=membership),
        kind="organisation",
        title=_("Import organisations"),
        here=reverse("organisations:organisation-import", args=[membership.uuid]),
        done=reverse("organisations:organisation-list", args=[membership.uuid]),
    )
