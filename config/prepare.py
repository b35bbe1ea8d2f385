"""Bring the database up to date before the product starts: tables, the cache table, and demo data when it is empty.

One process for all of it, because starting Django costs more than the work itself.
"""

import os
import sys

import django
from django.core.management import call_command, get_commands


def prepare(*demo_options: str) -> None:
    """Idempotent. Demo data comes only into a database in which nobody has an account, and never in production."""
    from django.conf import settings
    from django.contrib.auth import get_user_model

    for folder in (settings.DATA_DIR, settings.DATA_DIR / "run", settings.DATA_DIR / "private"):
        folder.mkdir(parents=True, exist_ok=True)
    for option in ("data_folder_in", "control_folder"):
        if folder := settings.CELERY_BROKER_TRANSPORT_OPTIONS.get(option):
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - Celery wants these as text
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    nobody_yet = not get_user_model()._default_manager.exists()
    if settings.INTERNAL_MAILBOX and nobody_yet and "demo" in get_commands():
        call_command("demo", *demo_options)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    prepare(*sys.argv[1:])
