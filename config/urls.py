"""Every address of the house. Work happens under /w/<membership>/; what lies outside it is listed here by name."""

from django.conf import settings
from django.urls import include, path

from organisations.views import errors

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.not_found

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("", include("organisations.urls")),
    path("", include("trajectories.phone_urls")),
    path("calendar/", include("trajectories.feed_urls")),
    path("plaatsen/", include("trajectories.places_urls")),
    path("steungroep/", include("ambassadors.support_urls")),
    path("steungroep/", include("reporting.support_urls")),
    path("w/<uuid:membership>/", include("ambassadors.urls")),
    path("w/<uuid:membership>/", include("trajectories.urls")),
    path("w/<uuid:membership>/", include("networks.urls")),
    path("w/<uuid:membership>/", include("reporting.urls")),
]

if settings.INTERNAL_MAILBOX:
    urlpatterns += [path("postbus/", include("organisations.mailbox_urls"))]
