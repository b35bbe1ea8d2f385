"""Six hundred invented trajectories over two and a half working years, marked as such, up to a given day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import uuid5

from django.utils import timezone

from ambassadors.access import controller_of
from ambassadors.enums import Strategy
from ambassadors.models import Appointment
from organisations.demo import drawn_uuid
from organisations.models import Entry, Municipality, Organisation
from organisations.rulings import rulings
from trajectories.calendar import working_year, working_year_start
from trajectories.codes import make_code
from trajectories.demo_open_work import OpenWorkScribe, Place
from trajectories.demo_stories import Enrolled, Story, Teller
from trajectories.demo_texts import FIRST_NAMES, NEIGHBOURHOODS, NOTES, PROVIDERS, REASONS, WISHES
from trajectories.enums import (
    Channel,
    Criterion,
    ExplainedTo,
    LawfulBasis,
    Outcome,
    ReferredBy,
    Status,
    Threshold,
    WithWhom,
)
from trajectories.models import (
    Assignment,
    Contact,
    Enrolment,
    Participant,
    Provider,
    Trajectory,
    TrajectoryStatus,
    TrajectoryThreshold,
    TrialSession,
)

HOW_MANY = 600


@dataclass(frozen=True)
class Written:
    """One story with its row, its ambassador and the providers of their organisation."""

    story: Story
    trajectory: Trajectory
    appointment: Appointment
    providers: list[Provider]

    def provider_of(self, enrolled: Enrolled | None = None) -> Provider:
        if self.story.basis == "holidays_only":
            return self.providers[-1]
        index = self.trajectory.started_on.toordinal() + (enrolled.for_working_year if enrolled else 0)
        return self.providers[index % (len(self.providers) - 2)]


def fill(today: date, rng: Random) -> None:
    """Make them all. Needs `organisations.demo.fill` and `ambassadors.demo_projects.fill`."""
    Scribe(today, rng).write()


class Scribe:
    """Writes stories down, table by table."""

    def __init__(self, today: date, rng: Random) -> None:
        self.today, self.rng = today, rng
        self.rulings = rulings()
        self.first_day = working_year_start(working_year(today, self.rulings) - 2, self.rulings)
        self.codes: set[str] = set(Participant.objects.values_list("code", flat=True))
        self.controllers: dict[int, Organisation] = {}
        self.providers: dict[int, list[Provider]] = {}

    def write(self) -> None:
        appointments = self._appointments()
        written = self._trajectories(self._share_out(appointments))
        self._statuses(written)
        self._participation(written)
        self._thresholds(written)
        self._contacts(written)
        self._receipts(written)
        OpenWorkScribe(self.today, self.rng).write([self._place(row) for row in appointments])

    def _place(self, row: Appointment) -> Place:
        return Place(row, self.controllers[row.pk], self.providers[row.membership.organisation_id])

    def _appointments(self) -> list[Appointment]:
        """Those under which a controller is known; each organisation gets its providers."""
        rows = Appointment.objects.select_related("project__organisation", "membership__organisation").order_by("pk")
        known = [row for row in rows if row.starts_on < self.today and self._controller(row)]
        for row in known:
            self._make_providers(row.membership.organisation)
        return known

    def _controller(self, appointment: Appointment) -> Organisation | None:
        if controller := controller_of(appointment):
            self.controllers[appointment.pk] = controller
        return controller

    def _make_providers(self, organisation: Organisation) -> None:
        if organisation.pk in self.providers:
            return
        place = organisation.municipality
        rows = [
            Provider(
                uuid=drawn_uuid(self.rng),
                organisation=organisation,
                name=f"{name} {place.name}" if isinstance(place, Municipality) else name,
                kind=kind,
                is_organised=organised,
                is_group_specific=group,
                holidays_only=holidays,
                municipality=place,
                contact_person=f"Demo-{self.rng.choice(FIRST_NAMES)}",
                places=self.rng.choice((None, 2, 4, 6, 10)),
            )
            for name, kind, organised, group, holidays in PROVIDERS
        ]
        self.providers[organisation.pk] = Provider.objects.bulk_create(rows)

    def _share_out(self, appointments: list[Appointment]) -> list[Appointment]:
        """An appointment for each trajectory, by how much of their time people work."""
        weights = [row.percentage for row in appointments]
        at_least_one = appointments * 3
        return at_least_one + self.rng.choices(appointments, weights, k=HOW_MANY - len(at_least_one))

    def _trajectories(self, shared_out: list[Appointment]) -> list[Written]:
        teller = Teller(self.today, self.rulings, self.rng)
        stories = [
            teller.tell(max(self.first_day, row.starts_on), min(self.today, row.ends_on or self.today))
            for row in shared_out
        ]
        pairs = list(zip(stories, shared_out, strict=True))
        people = Participant.objects.bulk_create(self._participant(story, row) for story, row in pairs)
        written = []
        for (story, appointment), participant in zip(pairs, people, strict=True):
            found = self.providers[appointment.membership.organisation_id]
            row = Trajectory(
                uuid=drawn_uuid(self.rng),
                participant=participant,
                project=appointment.project,
                started_on=story.started_on,
                referred_by=self.rng.choice(ReferredBy.values),
                wish=self.rng.choice(WISHES),
                strategy=self._strategy(appointment),
                basis=story.basis,
                shielded=self.rng.random() < 0.02,
                **self._stamps(story.started_on),
            )
            one = Written(story, row, appointment, found)
            self._set_moments(one)
            written.append(one)
        Trajectory.objects.bulk_create([one.trajectory for one in written], batch_size=200)
        Assignment.objects.bulk_create(
            Assignment(trajectory=one.trajectory, appointment=one.appointment, starts_on=one.story.started_on)
            for one in written
        )
        return written

    def _participant(self, story: Story, appointment: Appointment) -> Participant:
        explained = self.rng.random() < 0.85
        return Participant(
            uuid=drawn_uuid(self.rng),
            controller=self.controllers[appointment.pk],
            code=self._code(),
            first_name=f"Demo-{self.rng.choice(FIRST_NAMES)}",
            birth_year=story.started_on.year - self.rng.randint(6, 16),
            neighbourhood=self.rng.choice(NEIGHBOURHOODS),
            municipality=appointment.project.organisation.municipality,
            lawful_basis=LawfulBasis.PUBLIC_TASK,
            explained_on=story.started_on if explained else None,
            explained_to=self.rng.choice((ExplainedTo.PARENT, ExplainedTo.BOTH)) if explained else "",
            explained_by=appointment.membership if explained else None,
            registered_by=appointment.membership,
            **self._stamps(story.started_on),
        )

    def _code(self) -> str:
        while (code := make_code(self.rng.choice)) in self.codes:
            pass
        self.codes.add(code)
        return code

    def _strategy(self, appointment: Appointment) -> str:
        weights = {Strategy.INDIVIDUAL_GUIDANCE: 80, Strategy.LOW_THRESHOLD: 15, Strategy.BOTTOM_UP: 5}
        if appointment.profile == "group_worker":
            weights = {Strategy.LOW_THRESHOLD: 70, Strategy.INDIVIDUAL_GUIDANCE: 30}
        return self.rng.choices(list(weights), list(weights.values()))[0].value

    def _stamps(self, day: date) -> dict[str, Any]:
        """Logged on the day itself, received minutes later."""
        logged_at = timezone.make_aware(datetime.combine(day, time(self.rng.randint(9, 17), self.rng.randint(0, 59))))
        return {"logged_at": logged_at, "received_at": logged_at + timedelta(minutes=self.rng.randint(0, 240))}

    def _set_moments(self, one: Written) -> None:
        for number, told in one.story.told.items():
            again = one.story.enrolments[-1] if number == 3 and len(one.story.enrolments) > 1 else None
            columns = {
                "outcome": told.outcome,
                "on": told.on,
                "asked_on": told.asked_on,
                "supported": told.supported,
                "provider": one.provider_of(again) if told.outcome == Outcome.REACHED else None,
                **self._stamps(told.asked_on),
            }
            for name, value in columns.items():
                setattr(one.trajectory, f"m{number}_{name}", value)
        if one.story.window_three:
            self._set_windows(one.trajectory, one.story, one.story.enrolments[0].for_working_year)

    def _set_windows(self, row: Trajectory, story: Story, year: int) -> None:
        row.m1_working_year, row.m3_for_working_year = year, year + 1
        if story.window_two:
            row.m2_opens_on, row.m2_closes_on = story.window_two.opens_on, story.window_two.closes_on
        if story.window_three:
            row.m3_opens_on, row.m3_due_on = story.window_three.opens_on, story.window_three.closes_on

    def _statuses(self, written: list[Written]) -> None:
        TrajectoryStatus.objects.bulk_create(
            TrajectoryStatus(
                uuid=drawn_uuid(self.rng),
                trajectory=one.trajectory,
                date=day,
                status=status,
                reason=self.rng.choice(REASONS) if status == Status.STOPPED else "",
                provider=one.provider_of() if status == Status.WAITING else None,
                **self._stamps(day),
            )
            for one in written
            for day, status in one.story.statuses
        )

    def _participation(self, written: list[Written]) -> None:
        TrialSession.objects.bulk_create(
            TrialSession(
                uuid=drawn_uuid(self.rng),
                trajectory=one.trajectory,
                provider=one.provider_of(),
                date=day,
                **self._stamps(day),
            )
            for one in written
            for day in one.story.trials
        )
        Enrolment.objects.bulk_create(
            Enrolment(
                uuid=drawn_uuid(self.rng),
                trajectory=one.trajectory,
                provider=one.provider_of(enrolled if place else None),
                date=enrolled.on,
                for_working_year=enrolled.for_working_year,
                ended_on=enrolled.ended_on,
                holidays_only=one.story.basis == "holidays_only",
                **self._stamps(enrolled.on),
            )
            for one in written
            for place, enrolled in enumerate(one.story.enrolments)
        )

    def _thresholds(self, written: list[Written]) -> None:
        TrajectoryThreshold.objects.bulk_create(
            TrajectoryThreshold(trajectory=one.trajectory, threshold=threshold)
            for one in written
            for threshold in self.rng.sample(Threshold.values, self.rng.randint(0, 3))
        )

    def _contacts(self, written: list[Written]) -> None:
        pairs = [(one, day) for one in written for day in one.story.contacts]
        pairs.sort(key=lambda pair: (pair[1], pair[0].trajectory.pk))
        groups = {number for number in range(len(pairs)) if number % 25 == 0}
        rows = Contact.objects.bulk_create(
            (self._contact(one, day, with_group=number in groups) for number, (one, day) in enumerate(pairs)),
            batch_size=500,
        )
        through = Contact.trajectories.through
        through.objects.bulk_create(
            through(contact=row, trajectory=one.trajectory)
            for number, (row, (one, _day)) in enumerate(zip(rows, pairs, strict=True))
            if number not in groups
        )

    def _contact(self, one: Written, day: date, *, with_group: bool) -> Contact:
        """Every so often with a group in the street, without anybody's code."""
        with_whom = self.rng.choices(WithWhom.values, (55, 5, 15, 8, 7, 4, 4, 2))[0]
        channel = self.rng.choices(Channel.values, (12, 18, 15, 8, 20, 15, 2, 4, 5, 1))[0]
        return Contact(
            uuid=drawn_uuid(self.rng),
            project=one.appointment.project,
            controller=self.controllers[one.appointment.pk],
            membership=one.appointment.membership,
            date=day,
            minutes=self.rng.choice((5, 10, 15, 15, 20, 30, 45, 60, 90)),
            criterion=self.rng.choices(Criterion.values, (35, 20, 18, 17, 4, 4, 2))[0],
            note=self.rng.choice(NOTES),
            with_whom=WithWhom.GROUP if with_group else with_whom,
            channel=Channel.STREET if with_group else channel,
            **self._stamps(day),
        )

    def _receipts(self, written: list[Written]) -> None:
        """As if every row had come from the ambassador's own form: so the timeline says who."""
        by = {one.trajectory.pk: one.appointment.membership_id for one in written}
        made: list[tuple[str, Any, int]] = [("trajectory", one.trajectory, one.trajectory.pk) for one in written]
        for kind, model in (("status", TrajectoryStatus), ("trial", TrialSession), ("enrolment", Enrolment)):
            rows: Any = model._default_manager.filter(trajectory__in=by).order_by("pk")
            made += [(kind, row, row.trajectory_id) for row in rows]
        Entry.objects.bulk_create(
            (
                Entry(
                    entry_id=uuid5(row.uuid, "receipt"),
                    membership_id=by[trajectory],
                    kind=kind,
                    subject=row.uuid,
                    logged_at=row.logged_at,
                    received_at=row.received_at,
                )
                for kind, row, trajectory in made
            ),
            batch_size=500,
        )
