"""Look after the reports that nobody is making: a runner of its own, beside the workers."""

import logging
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.utils import timezone

from reporting.actions.jobs import sweep

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Requeue reports whose worker died, and tell the workers again about those that wait."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on, every REPORT_SWEEP_SECONDS seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            swept = sweep(now=timezone.now())
            self.stdout.write(
                f"{swept.requeued} requeued, {swept.failed} failed, {swept.told} of {swept.waiting} told."
            )
            return
        while True:
            self.sweep_once()
            time.sleep(settings.REPORT_SWEEP_SECONDS)

    def sweep_once(self) -> None:
        """A database that is away for a moment does not end the loop."""
        close_old_connections()
        try:
            swept = sweep(now=timezone.now())
        except DatabaseError as error:
            log.warning("The database does not answer (%s); the sweep tries again.", type(error).__name__)
            return
        if swept.requeued or swept.failed:
            log.warning("Swept: %s requeued, %s failed.", swept.requeued, swept.failed)
