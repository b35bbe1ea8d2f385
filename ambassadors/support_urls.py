"""The address outside a workplace where a member of the support group reads and reacts. The secret is a part of it."""

from django.urls import path

from ambassadors.views import support_link

app_name = "support"

urlpatterns = [path("<str:secret>/", support_link.support_read, name="support-read")]
