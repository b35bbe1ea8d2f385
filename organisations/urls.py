"""Addresses of the ground floor: outside a workplace at the root, inside one under /w/<membership>/."""

from django.urls import path

from organisations.views import profile, statements, workplaces

app_name = "organisations"

urlpatterns = [
    path("", workplaces.start, name="start"),
    path("workplaces/", workplaces.workplaces, name="workplaces"),
    path("profile/", profile.profile, name="profile"),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
    path("w/<uuid:membership>/", workplaces.home, name="home"),
]
