"""Trajectories as the coordinator sees them: codes, statuses, moments, figures. No row with a name comes this far."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from ambassadors.access import controller_of
from ambassadors.models import Project, SuccessAgreement
from ambassadors.success import agreed_for
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
from trajectories.models import HandOver, Trajectory
from trajectories.moments import TrajectoryFacts
from trajectories.ownership import appointments_elsewhere
from trajectories.success import SuccessFigure, successes
from trajectories.track import Span, spans, track
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
class SuccessLine:
    """What counts as success, and how it went; `projects` are named where the cohort has more than one definition."""

    figure: SuccessFigure
    projects: str

    @property
    def words(self) -> str:
        counts = self.figure.counts
        return " · ".join(f"{counts[state]} {state.label}" for state in MomentState if counts[state])


@dataclass(frozen=True)
class CohortTable:
    """`without`: the projects that agreed on no definition of success for this cohort, by name."""

    label: str
    figures: CohortFigures
    lines: list[MomentLine]
    success: list[SuccessLine]
    without: str


@dataclass(frozen=True)
class Elsewhere:
    """Why a coordinator sees nothing of a project: others are responsible for its children, or it is not said who."""

    project: str
    employer: str
    controller: str


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
        "elsewhere": _elsewhere(membership, request),
        "ownerless": sum(one.key in alone and needs_someone(one, request.today, rulings()) for one in facts),
    }
    return render(request, "trajectories/card_list.html", context)


def _elsewhere(membership: Membership, request: WorkRequest) -> list[Elsewhere]:
    found = set()
    for one in appointments_elsewhere(membership.organisation_id, request.today):
        controller = controller_of(one)
        if controller is None or controller.pk != membership.organisation_id:
            found.add(Elsewhere(str(one.project), one.employer.name, controller.name if controller else ""))
    return sorted(found, key=lambda row: (row.project, row.employer))


def _cohort_tables(facts: list[TrajectoryFacts], request: WorkRequest) -> list[CohortTable]:
    """The newest working year first."""
    titles = dict(Project.objects.filter(pk__in={one.project for one in facts}).values_list("pk", "title"))
    agreements = SuccessAgreement.objects.of_projects(titles)
    return [
        _cohort_table(figures, *successes(facts, year, request.today, agreements, rulings()), titles)
        for year, figures in sorted(cohorts(facts, request.today, rulings()).items(), reverse=True)
    ]


def _cohort_table(
    figures: CohortFigures, found: list[SuccessFigure], without: Iterable[int], titles: dict[int, str]
) -> CohortTable:
    def names(projects: Iterable[int]) -> str:
        return ", ".join(sorted(titles[project] for project in projects))

    return CohortTable(
        label=working_year_label(figures.working_year),
        figures=figures,
        lines=[MomentLine(str(name), figures.counts[n], figures.rates[n]) for n, name in enumerate(MOMENTS)],
        success=[SuccessLine(figure, names(figure.projects)) for figure in found],
        without=names(without),
    )


def card_detail(request: WorkRequest, membership: Membership, uuid: Any) -> HttpResponse:
    rows = Trajectory.objects.countable_by(membership, today=request.today).filter(uuid=uuid)
    cards = rows.cards(request.today, rulings())
    if not cards:
        raise Http404
    card = cards[0]
    agreements = SuccessAgreement.objects.of_projects([card.facts.project])[card.facts.project]
    found = spans(card.facts, request.today, rulings())
    context = {
        "card": card,
        "moments": _moments(card, found),
        "track": track(found, request.today),
        "success": agreed_for(agreements, card.cohort),
        "timeline": dates_only(card.facts),
        "taken_over": HandOver.objects.taken_over(card.uuid),
        "is_ownerless": needs_someone(card.facts, request.today, rulings())
        and rows.ownerless(today=request.today).exists(),
    }
    return render(request, "trajectories/card_detail.html", context)


def _moments(card: TrajectoryCard, found: list[Span]) -> list[tuple[str, str, Any, Span | None]]:
    """Name, state in words, the day it was reached, and when it can be asked."""
    facts, by_moment = card.facts.outcomes, {span.moment: span for span in found}
    return [
        (
            str(name),
            str(MomentState(card.states[n]).label),
            fact.reached_on if (fact := facts[n]) else None,
            by_moment.get(n + 1),
        )
        for n, name in enumerate(MOMENTS)
    ]
