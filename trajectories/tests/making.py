"""Rows for tests with a database, each in one line. Real rows, past the forms; the actions have tests of their own."""

import random
from datetime import UTC, date, datetime
from typing import Any

from organisations.rulings import Rulings
from trajectories import codes
from trajectories.calendar import moment_three_due_on, moment_three_opens_on, moment_two_window, working_year
from trajectories.enums import (
    ActivityKind,
    Basis,
    Channel,
    Criterion,
    Intensity,
    Lasts,
    LawfulBasis,
    Outcome,
    ProviderKind,
    ReferredBy,
    ResultKind,
    ResultState,
    SignalAbout,
    SignalState,
    Status,
    WithWhom,
)
from trajectories.models import (
    Activity,
    Assignment,
    Contact,
    Participant,
    Provider,
    ProviderTrajectory,
    Result,
    Signal,
    SignalStep,
    Trajectory,
    TrajectoryStatus,
)

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
STAMPS = {"logged_at": NOW, "received_at": NOW}
FIRST_NAME, NEIGHBOURHOOD, WISH, NOTE = (
    "Zeldzaamnaam",
    "Geheimwijk",
    "Wil leren trampolinespringen",
    "Notitie-over-thuis",
)
_random = random.Random(7)


def make_provider(organisation: Any, name: str = "Chiro De Kade", **values: Any) -> Provider:
    defaults = {"kind": ProviderKind.YOUTH_MOVEMENT, "contact_person": "Leider Geheimpersoon"}
    return Provider.objects.create(organisation=organisation, name=name, **defaults | values)


def make_provider_trajectory(appointment: Any, provider: Provider, **values: Any) -> ProviderTrajectory:
    """A provider's trajectory in the project of this appointment, walked by its ambassador."""
    defaults = {"started_on": date(2024, 9, 10), "intensity": Intensity.REGULAR}
    return ProviderTrajectory.objects.create(
        provider=provider,
        project=appointment.project,
        walked_by=appointment.membership,
        **STAMPS,
        **defaults | values,
    )


def make_participant(controller: Any, registered_by: Any, **values: Any) -> Participant:
    defaults = {
        "code": codes.make_code(_random.choice),
        "first_name": FIRST_NAME,
        "birth_year": 2013,
        "neighbourhood": NEIGHBOURHOOD,
        "lawful_basis": LawfulBasis.PUBLIC_TASK,
    }
    return Participant.objects.create(controller=controller, registered_by=registered_by, **STAMPS, **defaults | values)


def make_trajectory(appointment: Any, participant: Any = None, **values: Any) -> Trajectory:
    """A trajectory of this appointment's ambassador, with its first status, and assigned to them."""
    participant = participant or make_participant(appointment.employer, appointment.membership)
    defaults = {"started_on": date(2024, 9, 10), "referred_by": ReferredBy.SCHOOL, "wish": WISH}
    row = Trajectory.objects.create(participant=participant, project=appointment.project, **STAMPS, **defaults | values)
    TrajectoryStatus.objects.create(trajectory=row, status=Status.REGISTERED, date=row.started_on, **STAMPS)
    Assignment.objects.create(trajectory=row, appointment=appointment, starts_on=row.started_on)
    return row


def make_contact(appointment: Any, *trajectories: Trajectory, **values: Any) -> Contact:
    defaults = {
        "date": date(2025, 2, 1),
        "minutes": 20,
        "channel": Channel.PHONE,
        "with_whom": WithWhom.FAMILY,
        "criterion": Criterion.RELATION,
        "note": NOTE,
    }
    row = Contact.objects.create(
        project=appointment.project,
        controller=appointment.employer,
        membership=appointment.membership,
        **STAMPS,
        **defaults | values,
    )
    row.trajectories.set(trajectories)
    return row


def enrolled(provider: Any, day: date = date(2024, 10, 1), *, basis: str = Basis.REGULAR, **values: Any) -> dict:
    """The columns of a trajectory that reached moment 1, with its windows."""
    rulings = Rulings()
    year = values.pop("year", working_year(day, rulings))
    holidays = basis == Basis.HOLIDAYS_ONLY
    window = moment_two_window(day, rulings)
    return {
        "basis": basis,
        **settled(1, Outcome.REACHED, day, provider),
        "m1_working_year": year,
        "m2_opens_on": None if holidays else window.opens_on,
        "m2_closes_on": None if holidays else window.closes_on,
        "m3_for_working_year": year + 1,
        "m3_opens_on": moment_three_opens_on(year, rulings),
        "m3_due_on": moment_three_due_on(year, rulings, holidays_only=holidays),
        **values,
    }


def settled(moment: int, outcome: str, day: date, provider: Any = None) -> dict:
    """The columns of one moment with an outcome, asked on the day itself."""
    reached = outcome == Outcome.REACHED
    return {
        f"m{moment}_outcome": outcome,
        f"m{moment}_on": day if reached else None,
        f"m{moment}_provider": provider if reached else None,
        f"m{moment}_asked_on": day,
        f"m{moment}_logged_at": NOW,
        f"m{moment}_received_at": NOW,
    }


def of(appointment: Any) -> dict[str, Any]:
    """Whose a row of open work is."""
    return {
        "project": appointment.project,
        "controller": appointment.employer,
        "membership": appointment.membership,
        "date": date(2025, 2, 1),
        **STAMPS,
    }


def make_activity(appointment: Any, *providers: Provider, **values: Any) -> Activity:
    defaults = {"kind": ActivityKind.OUTING, "what": "Samen naar het plein", "strategy": "bottom_up"}
    row = Activity.objects.create(**of(appointment) | defaults | values)
    row.providers.set(providers)
    return row


def make_result(appointment: Any, *providers: Provider, **values: Any) -> Result:
    defaults = {"kind": ResultKind.PLAN, "what": "Visietekst", "state": ResultState.PLANNED, "strategy": "structural"}
    row = Result.objects.create(**of(appointment) | defaults | {"lasts": Lasts.UNKNOWN} | values)
    row.providers.set(providers)
    return row


def make_signal(appointment: Any, *steps: tuple[date, str], **values: Any) -> Signal:
    """Noticed on its date, then these steps (one that is passed on goes to the local government)."""
    row = Signal.objects.create(**of(appointment) | {"about": SignalAbout.AFFORDABLE, "note": NOTE} | values)
    for day, state in ((row.date, SignalState.NOTICED), *steps):
        passed_to = "local_government" if state == SignalState.PASSED_ON else ""
        SignalStep.objects.create(
            signal=row,
            membership=row.membership,
            state=state,
            date=day,
            passed_to=passed_to,
            passed_to_who=f"Wie {row.note}" if passed_to else "",
            note=f"Stap {row.note}",
            **STAMPS,
        )
    return row
