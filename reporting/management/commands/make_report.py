"""Make a report without the web: for whoever has the machine, and may see all of it."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ambassadors.models import Project
from organisations.rulings import rulings
from reporting import documents, pdf
from reporting.contents import Brief, NothingToTellError, figures_for
from reporting.enums import OF_A_PROJECT, ReportKind
from trajectories.calendar import working_year, working_year_end, working_year_start


class Command(BaseCommand):
    help = "Make a report of a working year and write it to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=ReportKind.values)
        parser.add_argument("--project", help="number or address (UUID) of the project")
        parser.add_argument("--working-year", type=int, help="2024: from 1 September 2024 (default: this one)")
        parser.add_argument("--today", type=date.fromisoformat, default=None, help="reference date (default: today)")
        parser.add_argument("--format", choices=["pdf"], default="pdf")
        parser.add_argument("--out", type=Path, required=True, help="where to write it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            figures = figures_for(self.brief(options))
        except NothingToTellError as error:
            raise CommandError("There is no dossier for this project yet.") from error
        options["out"].write_bytes(pdf.render(documents.lay_out(figures)))
        self.stdout.write(f"{options['out']}")

    def brief(self, options: dict[str, Any]) -> Brief:
        kind, today = options["kind"], options["today"] or timezone.localdate()
        year = working_year(today, rulings()) if options["working_year"] is None else options["working_year"]
        period = working_year_start(year, rulings()), working_year_end(year, rulings())
        project = self.project(options["project"]) if kind in OF_A_PROJECT else None
        return Brief(kind, today, project, None if kind == ReportKind.HIRING_FILE else period)

    def project(self, number: str | None) -> Project:
        if number is None:
            raise CommandError("This report is about a project: say which one with --project.")
        try:
            key = {"pk": int(number)} if number.isdecimal() else {"uuid": UUID(number)}
            return Project.objects.select_related("organisation").get(**key)
        except (ValueError, Project.DoesNotExist) as error:
            raise CommandError(f"There is no project {number}.") from error
