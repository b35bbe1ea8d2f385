"""Which activities, signals and results a membership sees.

They are about a project, not about children, and hold no names; so they follow the project. Of a signal, the note is
the exception: it is read by ambassadors (`visible_to`); from `countable_by` come cards, of which it is no part.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from ambassadors.models import Appointment
from organisations.enums import Role
from trajectories.cards import SignalCard
from trajectories.enums import CLOSED_SIGNALS, OPEN_RESULTS, SignalState
from trajectories.open_work import ActivityFact, ResultFact, SignalFact
from trajectories.ownership import works_under

if TYPE_CHECKING:
    from organisations.models import Membership

OPEN_SIGNALS = [state for state in SignalState.values if state not in CLOSED_SIGNALS]


class OfAProject(models.QuerySet[Any]):
    """Rows without names, with a `project`, and the organisation (`controller`) for which they were logged."""

    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """Ambassadors, of the projects of today; coordinators of who commissions and of who employs."""
        if membership.role == Role.COORDINATOR:
            own = membership.organisation_id
            return self.filter(Q(project__organisation=own) | Q(controller=own))
        if membership.role == Role.AMBASSADOR:
            return self.filter(project__in=_projects(membership, today))
        return self.none()


def _projects(membership: Membership, today: date) -> models.QuerySet[Any, Any]:
    return Appointment.objects.active(today).filter(membership=membership).values("project")


class ActivityQuerySet(OfAProject):
    def facts(self) -> list[ActivityFact]:
        rows = self.order_by("date", "id").values_list("date", "kind", "strategy", "head_count")
        return [ActivityFact(*row) for row in rows]


class ResultQuerySet(OfAProject):
    def facts(self) -> list[ResultFact]:
        rows = self.order_by("date", "id").values_list("date", "kind", "state", "lasts")
        return [ResultFact(*row) for row in rows]

    def open(self) -> Self:
        """Planned and under way, the first expected first."""
        return self.filter(state__in=OPEN_RESULTS).order_by("date", "id")

    def open_first(self) -> Self:
        """What is still to come by the day it is expected; then the rest, newest first."""
        is_open = Q(state__in=OPEN_RESULTS)
        return self.annotate(is_done=Case(When(is_open, then=Value(0)), default=Value(1))).order_by(
            "is_done", Case(When(is_open, then=F("date"))), F("date").desc(), "-id"
        )


class SignalQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """With the note: one's own on the projects of today, and those of colleagues with the same controller."""
        if membership.role != Role.AMBASSADOR:
            return self.none()
        with_data = works_under(membership, today, controller="controller", project="project")
        return self.filter(Q(with_data) | Q(membership=membership, project__in=_projects(membership, today)))

    def countable_by(self, membership: Membership, *, today: date) -> Self:
        """Without the note: also for the coordinators of who commissions and of who employs."""
        if membership.role == Role.COORDINATOR:
            own = membership.organisation_id
            return self.filter(Q(project__organisation=own) | Q(controller=own))
        return self.visible_to(membership, today=today)

    def with_state(self, today: date) -> Self:
        """Annotates `state` and `state_since`, as they are today."""
        steps = self.model._meta.get_field("steps").related_model
        latest = steps._default_manager.filter(signal=OuterRef("pk"), date__lte=today).order_by("-date", "-id")
        state, since = Subquery(latest.values("state")[:1]), Subquery(latest.values("date")[:1])
        return self.annotate(state=state, state_since=since)

    def open_first(self, today: date) -> Self:
        """With their state: the open ones first, who waits longest at the top; then the closed ones, newest first."""
        is_open = Q(state__in=OPEN_SIGNALS)
        return (
            self.with_state(today)
            .annotate(is_closed=Case(When(is_open, then=Value(0)), default=Value(1)))
            .order_by("is_closed", Case(When(is_open, then=F("state_since"))), F("state_since").desc(), "id")
        )

    def open(self, today: date) -> Self:
        """Those that still go somewhere, who waits longest first."""
        return self.with_state(today).filter(state__in=OPEN_SIGNALS).order_by("state_since", "id")

    def cards(self, *, text: str) -> list[SignalCard]:
        """In their order. `text`: the column that the reader may read, "note" or "shared_text"; no other one is read.

        Needs `with_state`.
        """
        names = ("uuid", "project__title", "about", "date", "state", "state_since", text)
        return [SignalCard(*row) for row in self.values_list(*names)]

    def facts(self) -> list[SignalFact]:
        """Two columns of their steps. Two queries, however many there are."""
        steps: dict[int, list[tuple[date, str]]] = {key: [] for key in self.order_by("pk").values_list("pk", flat=True)}
        model = self.model._meta.get_field("steps").related_model
        rows = model._default_manager.filter(signal__in=self.order_by().values("pk")).order_by("date", "id")
        for key, day, state in rows.values_list("signal", "date", "state"):
            steps[key].append((day, state))
        return [SignalFact(tuple(found)) for found in steps.values()]
