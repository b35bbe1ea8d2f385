"""Write the pages of the user guide that are made of the code."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from ambassadors.advice import INSTRUMENT
from ambassadors.advice.guide import page

GUIDE = Path("docs", "gids", "adviezen.md")


def guide_page() -> str:
    """The list of advice in Dutch, with the numbers as they are shipped."""
    with translation.override("nl"):
        return page(INSTRUMENT)


class Command(BaseCommand):
    help = "Write docs/gids/adviezen.md from the rules of the instrument."

    def handle(self, *args: Any, **options: Any) -> None:
        (settings.BASE_DIR / GUIDE).write_text(guide_page(), encoding="utf-8")
        self.stdout.write(str(GUIDE))
