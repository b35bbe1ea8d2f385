"""From the database to a dossier's plan beside its practice: few queries, values only, no name of a child and no note.

How many queries it takes does not depend on how much there is.
"""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import Any

from ambassadors.access import controller_of
from ambassadors.enums import Strategy
from ambassadors.models import HiringFile, Project, SuccessAgreement
from organisations.enums import Role
from organisations.models import Membership
from organisations.rulings import rulings
from trajectories.enums import ResultState
from trajectories.models import (
    Activity,
    Contact,
    Enrolment,
    Participant,
    Provider,
    ProviderTrajectory,
    Result,
    Trajectory,
    TrialSession,
)
from trajectories.practice import Facts, Plan, Practice, compare
from trajectories.practice.partners import Appearance, Place, Promise, names_in, plain
from trajectories.practice.targets import Targets
from trajectories.practice.work import Deed, PlannedGoal, Work

DONE = (ResultState.REACHED, ResultState.UNDER_WAY)
PLAN = (
    "chosen_strategies",
    "needed_partners",
    "goals",
    "follow_ups",
    "support_meetings",
    "talks",
    "lifeworld_contacts",
    "project__appointments",
    "project__agreements__controller",
)


def with_plan(hiring_files: Any) -> Any:
    """The rows that a comparison reads."""
    answers = ("goals_answers", "support_answers", "project__organisation")
    return hiring_files.select_related(*answers).prefetch_related(*PLAN)


def practice_of(hiring_file: HiringFile, membership: Membership | None, *, today: date) -> Practice | None:
    """As this membership may see it, or all of it for None; nothing until there is an ambassador. Needs `with_plan`."""
    since = hiring_file.appointed_on
    if since is None or since > today:
        return None
    plan = plan_of(hiring_file)
    protected = membership is not None and _is_protected_from(membership, hiring_file.project, today)
    facts = None if protected else _facts(hiring_file.project, plan, membership, since, today)
    return compare(plan, facts, since=since, today=today, rulings=rulings())


def plan_of(hiring_file: HiringFile) -> Plan:
    goals, support = hiring_file.goals_answers, hiring_file.support_answers
    partners = hiring_file.needed_partners.all()
    return Plan(
        strategies=frozenset(row.strategy for row in hiring_file.chosen_strategies.all()),
        goals=[PlannedGoal(row.kind, row.criterion, row.result) for row in hiring_file.goals.all()],
        targets=Targets(goals.yearly_started, goals.yearly_guided),
        promises=[Promise(row.name, row.engagement, row.engagement_on) for row in partners],
        rhythm=support.rhythm,
        meetings=[(row.date, row.state) for row in hiring_file.support_meetings.all()],
        follow_ups=[row.date for row in hiring_file.follow_ups.all()],
        talks=[row.date for row in hiring_file.talks.all()],
        lifeworld=[row.date for row in hiring_file.lifeworld_contacts.all()],
    )


def _is_protected_from(membership: Membership, project: Project, today: date) -> bool:
    """A coordinator reads for the own organisation, an ambassador for whom they work on this project."""
    if membership.role == Role.AMBASSADOR:
        return is_protected(project, _controllers(project, membership, today))
    return is_protected(project, {membership.organisation_id})


def is_protected(project: Project, mine: Collection[int]) -> bool:
    """Whether children of this project belong, or can belong, to another organisation than these (by key).

    Then who reads for these sees aggregates only: those of a report, where small numbers are suppressed. An agreement
    is enough, or the first child would show.
    """
    if any(agreement.controller_id not in mine for agreement in project.agreements.all()):
        return True
    children = Participant.objects.filter(trajectories__project=project)
    contacts = Contact.objects.filter(project=project)
    return any(rows.exclude(controller__in=mine).exists() for rows in (children, contacts))


def _controllers(project: Project, membership: Membership, today: date) -> set[int]:
    """For whom an ambassador works on this project today."""
    own = [one for one in project.appointments.all() if one.membership_id == membership.pk and one.is_active(today)]
    return {controller.pk for one in own if (controller := controller_of(one))}


def _facts(project: Project, plan: Plan, membership: Membership | None, since: date, today: date) -> Facts:
    seen = Seen(project, membership, since, today)
    trajectories = Trajectory.objects.filter(project=project).facts()
    promised = {plain(promise.name) for promise in plan.promises}
    return Facts(
        trajectories=trajectories,
        contacts=seen.contacts.facts(),
        deeds=[Deed(fact.started_on, fact.strategy, Work.TRAJECTORY) for fact in trajectories] + seen.deeds(),
        results=seen.results.facts(),
        appearances=[*seen.by_key(), *seen.in_words(promised)],
        agreements=SuccessAgreement.objects.of_projects([project.pk])[project.pk],
    )


class Seen:
    """What was noted of one project since a day, as far as it tells of strategies and of partners."""

    def __init__(self, project: Project, membership: Membership | None, since: date, today: date) -> None:
        self.project, self.today = project, today
        providers = Provider.objects.all()
        self.known = providers.visible_to(membership, today=today) if membership else providers
        self.contacts = Contact.objects.filter(project=project, date__range=(since, today))
        self.activities = Activity.objects.filter(project=project, date__range=(since, today))
        self.results = Result.objects.filter(project=project, date__gte=since)

    @cached_property
    def supported(self) -> list[tuple[int, date, date | None]]:
        rows = ProviderTrajectory.objects.filter(project=self.project).order_by("pk")
        return list(rows.values_list("provider", "started_on", "closed_on"))

    @cached_property
    def open_work(self) -> list[tuple[Place, date, str, str]]:
        """Activities, and results that are there or under way: place, day, strategy, other partners."""
        columns = ("date", "strategy", "partners")
        activities = self.activities.order_by("pk").values_list(*columns)
        results = self.results.filter(state__in=DONE).order_by("pk").values_list(*columns, "state")
        return [(Place.ACTIVITY, *row) for row in activities] + [
            (Place.RESULT, self._day(day, state), strategy, partners) for day, strategy, partners, state in results
        ]

    def deeds(self) -> list[Deed]:
        """Whoever supports a provider works by the strategy of that name."""
        work = {Place.ACTIVITY: Work.ACTIVITY, Place.RESULT: Work.RESULT}
        support = Strategy.ASSOCIATION_SUPPORT.value
        return [Deed(day, strategy, work[place]) for place, day, strategy, _partners in self.open_work] + [
            Deed(started_on, support, Work.PROVIDER) for _provider, started_on, _closed_on in self.supported
        ]

    def by_key(self) -> list[Appearance]:
        """Providers that this person knows."""
        names: dict[int, str] = dict(self.known.order_by("pk").values_list("pk", "name"))
        days = [(place, who, day, day) for place, rows in self._dated().items() for who, day in rows]
        spans = [(Place.SUPPORT, who, first, last or date.max) for who, first, last in self.supported]
        return [Appearance(names[who], place, first, last) for place, who, first, last in days + spans if who in names]

    def _dated(self) -> dict[Place, Any]:
        """Rows of provider and day."""
        children = {"trajectory__project": self.project}
        trials, enrolments = (model.objects.filter(**children) for model in (TrialSession, Enrolment))
        spoken = self.contacts.standing().filter(provider__isnull=False)
        activities = Activity.providers.through.objects.filter(activity__in=self.activities)
        return {
            Place.TRIAL: trials.order_by("pk").values_list("provider", "date"),
            Place.ENROLMENT: enrolments.order_by("pk").values_list("provider", "date"),
            Place.CONTACT: spoken.order_by("pk").values_list("provider", "date"),
            Place.ACTIVITY: activities.order_by("pk").values_list("provider", "activity__date"),
            Place.RESULT: self._of_results(),
        }

    def _of_results(self) -> list[tuple[int, date]]:
        rows = Result.providers.through.objects.filter(result__in=self.results, result__state__in=DONE)
        found = rows.order_by("pk").values_list("provider", "result__date", "result__state")
        return [(provider, self._day(day, state)) for provider, day, state in found]

    def _day(self, day: date, state: str) -> date:
        """A result under way is something of today: its date is the day on which it is expected."""
        return day if state == ResultState.REACHED else self.today

    def in_words(self, promised: set[str]) -> Iterator[Appearance]:
        """Partners that are no providers: typed with an activity or a result, which holds no names of people."""
        for place, day, _strategy, partners in self.open_work:
            for name in names_in(partners, promised):
                yield Appearance(name, place, day, day)
