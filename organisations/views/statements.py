"""What the house says about itself, for everyone."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organisations.rulings import rulings


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement; feedback address and complaint route are settings of the installation."""
    context = {"feedback_email": settings.FEEDBACK_EMAIL, "complaint_route_url": settings.COMPLAINT_ROUTE_URL}
    return render(request, "organisations/accessibility.html", context)


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    context = {"feedback_email": settings.FEEDBACK_EMAIL, "small_number": rulings().small_number_threshold}
    return render(request, "organisations/privacy.html", context)
