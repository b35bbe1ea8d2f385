"""The address outside a workplace of a report that went along with a letter. The secret is a part of it."""

from django.urls import path

from reporting.views import letters

app_name = "shared"

urlpatterns = [path("<str:secret>/verslag/", letters.shared_report, name="shared-report")]
