"""Step 3 on paper."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ambassadors.documents.bricks import BLANK, Json, answers, question, table, ticked
from ambassadors.models import HiringFile
from ambassadors.questions import REASONS
from ambassadors.summaries import listed


def blocks(hiring_file: HiringFile) -> Iterator[Json]:
    yield from _focus(hiring_file)
    yield table("wanted_profiles", [_profile_cells(row) for row in hiring_file.wanted_profiles.all()])
    yield table("needed_partners", [_partner_cells(row) for row in hiring_file.needed_partners.all()])


def _focus(hiring_file: HiringFile) -> Iterator[Json]:
    """One of the three ways to draw the line is enough: then the others are not missing."""
    said = hiring_file.strategy_answers
    yield answers(
        _("Focus"),
        question("focus_target_group", said.focus_target_group, optional=said.has_focus),
        question("focus_neighbourhood", said.focus_neighbourhood, optional=said.has_focus),
        question("focus_youth_work", said.focus_youth_work, optional=said.has_focus),
        question("organised", said.get_organised_display()),
        question("orientation", said.get_orientation_display()),
        question("reasons", ticked(said, REASONS)),
        question("why", said.why, optional=True),
    )
    chosen = [row.get_strategy_display() for row in hiring_file.chosen_strategies.all()]
    yield answers(_("Strategies"), question("strategies", capfirst(listed(chosen))))


def _profile_cells(row: Any) -> list[str]:
    return [capfirst(row.called) or BLANK, row.get_leaning_display() or BLANK]


def _partner_cells(row: Any) -> list[str]:
    day = date_format(row.engagement_on, "d/m/Y") if row.engagement_on else BLANK
    return [row.called, row.get_kind_display() or BLANK, row.get_engagement_display(), day]
