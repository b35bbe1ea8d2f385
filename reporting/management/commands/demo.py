"""Fill an empty installation with invented organisations, people and children, to try it out."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from ambassadors import demo_dossier, demo_projects, demo_support
from networks import demo as demo_networks
from organisations import demo as demo_organisations
from trajectories import demo as demo_trajectories
from trajectories import demo_companions, demo_supply

Fill = Callable[[date, Random], None]

# From the ground up: each may use what the ones before it made.
STEPS: tuple[Fill, ...] = (
    demo_organisations.fill,
    demo_projects.fill,
    demo_trajectories.fill,
    demo_networks.fill,
    demo_dossier.fill,
    demo_companions.fill,
    demo_supply.fill,
    demo_support.fill,
)
SEED = 2022


class Command(BaseCommand):
    help = "Fill an empty installation with demo data. Nothing happens when the demo data are there already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            default=None,
            metavar="YYYY-MM-DD",
            help="the day that all dates lead up to (default: today)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if demo_organisations.exists():
            self.stdout.write("There is demo data already; nothing was changed.")
            return
        fill(options["today"] or timezone.localdate())
        self.stdout.write("Demo data made.")


@transaction.atomic
def fill(today: date) -> None:
    """All of it or nothing, the same for the same day."""
    rng = Random(SEED)  # noqa: S311 drawn again the same, no secret
    for step in STEPS:
        step(today, rng)
