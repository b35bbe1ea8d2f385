"""Outside a workplace, for programs that cannot log in. The secret is a part of the address of its own."""

from django.urls import path

from trajectories.views import feeds

app_name = "feeds"

urlpatterns = [path("<str:secret>/follow-up.ics", feeds.calendar_feed, name="calendar-feed")]
