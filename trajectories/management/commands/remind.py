"""Send the weekly mails that are due: a runner of its own, so that a slow mail server holds up nothing else."""

import logging
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.utils import timezone

from trajectories.actions.weekly_mail import Sent, send_due_mails

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Send the weekly mails that are due, each once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on, every REMINDER_SECONDS seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            done = send_due_mails(now=timezone.now())
            self.stdout.write(f"{done.sent} sent, {done.nothing} with nothing to send, {done.postponed} postponed.")
            return
        while True:
            self.remind_once()
            time.sleep(settings.REMINDER_SECONDS)

    def remind_once(self) -> Sent:
        """A database that is away for a moment does not end the loop."""
        close_old_connections()
        try:
            return send_due_mails(now=timezone.now())
        except DatabaseError as error:
            log.warning("The database does not answer (%s); the reminders try again.", type(error).__name__)
            return Sent()
