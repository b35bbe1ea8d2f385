"""Trajectories as the coordinator sees them: codes, statuses, moments, figures. No row with a name comes this far."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from organisations.models import Membership
from organisations.requests import WorkRequest
from organisations.rings import MOMENTS
from organisations.rulings import rulings
from trajectories.calendar import working_year_label
from trajectories.cards import TrajectoryCard
from trajectories.enums import MomentState
from trajectories.figures import CohortFigures, MomentCounts, Rate, cohorts
from trajectories.follow_up import needs_someone
from trajectories.forms import TrajectoryFilter
from trajectories.models import Trajectory
from trajectories.moments import TrajectoryFacts
from trajectories.views.timeline import dates_only

PER_PAGE = 50


@dataclass(frozen=True)
class MomentLine:
    """One line of a cohort's table: a moment, its six counts, and its rate."""

    name: str
    counts: MomentCounts
    rate: Rate | None

    @property
    def words(self) -> str:
        """11 bereikt · 2 niet bereikt: every count that is not zero."""
        return " · ".join(f"{self.counts[state]} {state.label}" for state in MomentState if self.counts[state])


@dataclass(frozen=True)
class CohortTable:
    label: str
    figures: CohortFigures
    lines: list[MomentLine]


def card_list(request: WorkRequest, membership: Membership) -> HttpResponse:
    chosen = TrajectoryFilter(request.GET)
    rows = Trajectory.objects.countable_by(membership, today=request.today)
    facts = rows.facts()
    alone = set(rows.ownerless(today=request.today).values_list("pk", flat=True))
    keys = Paginator(chosen.apply(rows, request.today).values_list("pk", flat=True), PER_PAGE)
    page = keys.get_page(request.GET.get("page"))
    context = {
        "filter": chosen,
        "page": page,
        "cards": rows.filter(pk__in=list(page.object_list)).cards(request.today, rulings()),
        "cohorts": _cohort_tables(facts, request),
        "ownerless": sum(one.key in alone and needs_someone(one, request.today, rulings()) for one in facts),
    }
    return render(request, "trajectories/card_list.html", context)


def _cohort_tables(facts: list[TrajectoryFacts], request: WorkRequest) -> list[CohortTable]:
    """The newest working year first."""
    found = cohorts(facts, request.today, rulings())
    return [
        CohortTable(
            working_year_label(year),
            figures,
            [MomentLine(str(name), figures.counts[n], figures.rates[n]) for n, name in enumerate(MOMENTS)],
        )
        for year, figures in sorted(found.items(), reverse=True)
    ]


def card_detail(request: WorkRequest, membership: Membership, uuid: Any) -> HttpResponse:
    rows = Trajectory.objects.countable_by(membership, today=request.today).filter(uuid=uuid)
    found = rows.cards(request.today, rulings())
    if not found:
        raise Http404
    card = found[0]
    context = {
        "card": card,
        "moments": _moments(card),
        "timeline": dates_only(card.facts),
        "is_ownerless": needs_someone(card.facts, request.today, rulings())
        and rows.ownerless(today=request.today).exists(),
    }
    return render(request, "trajectories/card_detail.html", context)


def _moments(card: TrajectoryCard) -> list[tuple[str, str, Any]]:
    """Name, state in words, and the day it was reached."""
    facts = card.facts.outcomes
    return [
        (str(name), str(MomentState(card.states[n]).label), fact.reached_on if (fact := facts[n]) else None)
        for n, name in enumerate(MOMENTS)
    ]
