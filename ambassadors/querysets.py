"""Which projects and appointments a membership sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from ambassadors.enums import CutoffMoment, RecognitionState, Support
from ambassadors.instrument import FOR_AMBASSADORS, StepNumber, StepState
from ambassadors.success import Agreed, Definition
from organisations.enums import Province, Role
from organisations.querysets import administers_programme

if TYPE_CHECKING:
    from organisations.models import Membership


def active_on(day: date, prefix: str = "") -> Q:
    """The condition that a period (starts_on, ends_on), both ends in, holds a day."""
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def working_on(day: date, prefix: str = "") -> Q:
    """The condition that an appointment is worked under on a day: it runs, its person is neither absent nor gone."""
    here = Q(**{f"{prefix}absent_from": None}) | Q(**{f"{prefix}absent_from__gt": day})
    back = Q(**{f"{prefix}absent_until__lt": day})
    still = Q(**{f"{prefix}membership__ended_at": None, f"{prefix}membership__user__is_active": True})
    return active_on(day, prefix) & (here | back) & still


class ProjectQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """Title pages: the own organisation's, those one is appointed to; all for guide and ministry's administrator.

        An employer elsewhere sees the projects for which its people work. The ministry itself reads aggregates only.
        """
        if membership.role == Role.GUIDE or administers_programme(membership):
            return self
        if membership.role == Role.AMBASSADOR:
            return self.filter(active_on(today, "appointments__"), appointments__membership=membership).distinct()
        if membership.role in (Role.COORDINATOR, Role.ADMINISTRATOR):
            own = membership.organisation_id
            return self.filter(Q(organisation=own) | Q(agreements__employer=own)).distinct()
        return self.none()

    def with_recognition(self, *, on: date) -> Self:
        """Each with `recognition`: the state on a day, as `Project.recognition_on` has it."""
        decisions = self.model._meta.get_field("recognitions").related_model._default_manager
        newest = decisions.filter(project=OuterRef("pk"), decided_on__lte=on).order_by("-decided_on", "-pk")
        state = Coalesce(Subquery(newest.values("state")[:1]), Value(RecognitionState.NO_APPLICATION.value))
        return self.annotate(recognition=state)

    def in_province(self, province: str) -> Self:
        """Those whose organisation lies there, or that work there."""
        place = Q(organisation__municipality__province=province) | Q(working_area__province=province)
        if province == Province.BRUSSELS:
            place = Q(organisation__in_brussels=True)
        return self.filter(pk__in=self.model._default_manager.filter(place).values("pk"))

    def recognised_during(self, first: date, last: date) -> Self:
        """Projects that were recognised on at least one day of a period, both ends in (domain §2)."""
        ids = [p.pk for p in self.prefetch_related("recognitions") if _was_recognised(p, first, last)]
        return self.filter(pk__in=ids)


def _was_recognised(project: Any, first: date, last: date) -> bool:
    if project.recognition_on(first) == RecognitionState.RECOGNISED:
        return True
    decisions = project.recognitions.all()
    return any(r.state == RecognitionState.RECOGNISED and first <= r.decided_on <= last for r in decisions)


class AppointmentQuerySet(models.QuerySet[Any]):
    def active(self, day: date) -> Self:
        return self.filter(active_on(day))

    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """Those of the own organisation, as applicant or as employer; an ambassador's own."""
        if membership.role == Role.AMBASSADOR:
            return self.filter(membership=membership)
        if administers_programme(membership):
            return self
        if membership.role in (Role.COORDINATOR, Role.ADMINISTRATOR):
            own = membership.organisation_id
            return self.filter(Q(project__organisation=own) | Q(employer=own))
        return self.none()


class SourceQuerySet(models.QuerySet[Any]):
    def for_step(self, step: Any) -> list[Any]:
        """Those that are offered with a step, and those that were taken from the list before."""
        taken = [row.source_id for row in step.hiring_file.consulted_sources.all() if row.source_id]
        return list(self.filter(Q(step=step.number) & (Q(is_active=True) | Q(code__in=taken))))


class HiringFileQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """The coordinators of the organisation that hires; without its costs, the ambassadors appointed today."""
        if membership.role == Role.COORDINATOR:
            return self.filter(project__organisation=membership.organisation_id)
        if membership.role == Role.AMBASSADOR:
            appointed = active_on(today, "project__appointments__")
            return self.filter(appointed, project__appointments__membership=membership).distinct()
        return self.none()

    def with_goals_to_agree(self) -> Self:
        """Those of which step 6 is ready, and a goal is a draft still: the ambassador has the word."""
        ready = Q(steps__number=StepNumber.GOALS, steps__state=StepState.READY)
        return self.filter(ready, goals__isnull=False, goals__agreed_on=None).distinct()

    def with_answers(self) -> Self:
        """Everything that the pages, the rules and the document read, in a fixed number of queries."""
        step = self.model._meta.get_field("steps").related_model
        steps = step._default_manager.select_related("updated_by__user", "ready_by__user")
        project = self.model._meta.get_field("project").related_model
        success = project._meta.get_field("success_agreements").related_model
        agreed = success._default_manager.select_related("recorded_by__user")
        advice = self.model._meta.get_field("advice_answers").related_model
        answered = advice._default_manager.select_related("by__user")
        return self.select_related("project__organisation", *self.model.ANSWERS.values()).prefetch_related(
            models.Prefetch("advice_answers", answered),
            models.Prefetch("steps", steps),
            models.Prefetch("project__success_agreements", agreed),
            "chosen_strategies",
            *chain.from_iterable(self.model.RELATIONS.values()),
            "consulted_sources__source",
            "goals__agreed_by__user",
            "project__appointments",
        )


class AttachmentQuerySet(models.QuerySet[Any]):
    def visible_to(self, membership: Membership, *, today: date) -> Self:
        """All for who fills the dossier in; of the ambassadors appointed to it, the environment analyses only.

        They need those to find their way. A signed engagement statement holds names and signatures of people at a
        partner, and what "another document" holds nobody knows: neither is needed to do the work.
        """
        dossiers = self.model._meta.get_field("hiring_file").related_model._default_manager
        files = self.filter(hiring_file__in=dossiers.visible_to(membership, today=today).values("pk"))
        if membership.role == Role.COORDINATOR:
            return files
        return files.for_ambassadors()

    def for_ambassadors(self) -> Self:
        return self.filter(kind__in=FOR_AMBASSADORS)

    def by_row(self) -> dict[str, list[Any]]:
        """By the address of the analysis or partner they hang on, as text; those of the dossier as a whole are out."""
        found: dict[str, list[Any]] = {}
        for attachment in self.exclude(row=None):
            found.setdefault(str(attachment.row), []).append(attachment)
        return found


class OfCoordinatorsQuerySet(models.QuerySet[Any]):
    """What passes between the support group and the coordinators of the organisation that hires: theirs only.

    Ambassadors do not read it, though they read the dossier. Members write to the coordinator, without an account and
    perhaps about the ambassador's own work; the coordinator passes on what is meant for others (domain §1).
    """

    to_organisation = ""

    def visible_to(self, membership: Membership) -> Self:
        if membership.role != Role.COORDINATOR:
            return self.none()
        return self.filter(**{self.to_organisation: membership.organisation_id})


class SupportLetterQuerySet(OfCoordinatorsQuerySet):
    to_organisation = "hiring_file__project__organisation"

    def with_counts(self) -> Self:
        """Each with `sent`, `opened` and `answers`: links, links that were opened, reactions."""
        return self.annotate(
            sent=Count("links", distinct=True),
            opened=Count("links", distinct=True, filter=Q(links__opened_at__isnull=False)),
            answers=Count("links__reactions", distinct=True),
        )


class SupportLinkQuerySet(OfCoordinatorsQuerySet):
    to_organisation = "letter__hiring_file__project__organisation"


class SupportReactionQuerySet(OfCoordinatorsQuerySet):
    to_organisation = "link__letter__hiring_file__project__organisation"

    def of_project(self, project: Any) -> Self:
        return self.filter(link__letter__hiring_file__project=project)

    def unread(self) -> Self:
        return self.filter(read_at=None)


class SuccessAgreementQuerySet(models.QuerySet[Any]):
    def of_projects(self, projects: Iterable[int]) -> dict[int, list[Agreed]]:
        """What was agreed, by the key of the project; projects without an agreement are there with nothing."""
        found: dict[int, list[Agreed]] = {project: [] for project in projects}
        rows = self.filter(project__in=list(found)).order_by("project", "cohort")
        for project, cohort, moment, support in rows.values_list("project", "cohort", "moment", "support"):
            found[project].append(Agreed(cohort, Definition(CutoffMoment(moment), Support(support))))
        return found
