"""A place to stand still, for tests that kill a worker in the middle of a job. Inert unless a setting asks for it."""

import time
from pathlib import Path

from django.conf import settings


def pause_at(place: str) -> None:
    """Sleep here when REPORT_PAUSE_AT names this place, after a mark that tells the test so."""
    if place == settings.REPORT_PAUSE_AT:
        (Path(settings.DATA_DIR) / f"paused-{place}").touch()
        time.sleep(600)
