"""The one address outside a workplace: where a provider keeps its places. The secret is a part of its own."""

from django.urls import path

from trajectories.views import places_link

app_name = "places"

urlpatterns = [path("<str:secret>/", places_link.places_keep, name="places-keep")]
