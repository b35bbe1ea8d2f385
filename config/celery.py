"""The message bus. The work itself is durable elsewhere: on the row of each report (reporting.jobs)."""

import os

from celery import Celery

from config import message_files  # noqa: F401 - so that the broker's address may say files://

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")

app = Celery("verbindingsambassadeurs")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
