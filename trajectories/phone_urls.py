"""What the phone keeps, at the root: a service worker reaches only what lies below its own address."""

from django.urls import path

from trajectories.views import phone

app_name = "phone"

urlpatterns = [
    path("phone/", phone.shell, name="shell"),
    path("sw.js", phone.service_worker, name="service-worker"),
    path("manifest.webmanifest", phone.manifest, name="manifest"),
]
