"""A place to stand still, for tests that kill a worker in the middle of a job. Inert unless a setting asks for it."""

import time
from pathlib import Path

from django.conf import settings


def pause_at(place: str) -> None:
    """Sleep here while the file REPORT_PAUSE_FILE names this place, after a mark beside it that tells the test so."""
    if not settings.REPORT_PAUSE_FILE:
        return
    file = Path(settings.REPORT_PAUSE_FILE)
    if file.exists() and file.read_text() == place:
        file.with_suffix(".reached").touch()
        time.sleep(600)
