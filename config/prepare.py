"""Bring the database up to date before the product starts: tables, the cache table, and demo data when it is empty.

One process for all of it, because starting Django costs more than the work itself.
"""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command


def prepare(*demo_options: str) -> None:
    """Idempotent. Demo data comes only into a database in which nobody has an account, and never in production."""
    from django.conf import settings
    from django.contrib.auth import get_user_model

    for folder in (settings.DATA_DIR, settings.DATA_DIR / "run", settings.DATA_DIR / "private"):
        folder.mkdir(parents=True, exist_ok=True)
    broker = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    for name in ("data_folder_in", "control_folder"):
        if name in broker:
            Path(str(broker[name])).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    nobody_yet = not get_user_model()._default_manager.exists()
    if settings.INTERNAL_MAILBOX and nobody_yet:
        call_command("demo", *demo_options, verbosity=0)
    (settings.DATA_DIR / "run" / "log-ins.txt").write_text(demo_log_ins())


def demo_log_ins() -> str:
    """What the supervisor prints below the address; nothing where there is no demo."""
    from organisations import demo
    from organisations.enums import Role

    if not demo.exists():
        return ""
    addresses = "".join(f"    {role.value}@demo.example\n" for role in Role)
    return f"  Log in, with the password {demo.PASSWORD}, as\n\n{addresses}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    prepare(*sys.argv[1:])
