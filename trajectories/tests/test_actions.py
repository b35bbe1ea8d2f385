"""The verbs: what they write, what they refuse, what they leave in the trail."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ambassadors.models import ProcessingAgreement
from organisations.models import AuditEvent, StaleVersionError
from trajectories.actions.contacts import log_contact
from trajectories.actions.moments import record_trial
from trajectories.actions.participants import change_participant, keep_contact_details, register_participant
from trajectories.actions.trajectories import change_trajectory, start_trajectory, turn_status
from trajectories.codes import is_code
from trajectories.enums import Basis, Channel, Criterion, LawfulBasis, Status, Threshold, WithWhom
from trajectories.tests.making import NOW, make_participant, make_trajectory

TODAY = date(2026, 1, 10)
WHEN = {"logged_at": NOW, "now": NOW, "today": TODAY}
PERSON = {
    "first_name": "Noor",
    "birth_year": 2014,
    "municipality": None,
    "neighbourhood": "",
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
    "explained_on": None,
    "explained_to": "",
    "explanation": "",
}
START = {
    "started_on": date(2024, 9, 10),
    "referred_by": "school",
    "wish": "",
    "thresholds": [Threshold.KNOWN],
    "strategy": "individual_guidance",
    "basis": Basis.REGULAR,
    "shielded": False,
}


def register(**values):
    return register_participant(uuid=uuid4(), **values)


def start(**values):
    return start_trajectory(uuid=uuid4(), **values)


def statuses(trajectory) -> list[str]:
    return list(trajectory.statuses.values_list("status", flat=True))


# --- Participants -----------------------------------------------------------------------------------------------------


def test_participant_gets_a_code_and_belongs_to_the_controller(cast):
    row = register(appointment=cast.appointment, values=PERSON, by=cast.ambassador, **WHEN)
    assert is_code(row.code)
    assert row.controller == cast.organisation
    assert (row.logged_at, row.received_at) == (NOW, NOW)
    event = AuditEvent.objects.get(subject=row.uuid)
    assert (event.verb, event.subject_code, event.organisation) == ("created", row.code, cast.organisation)


def test_participant_of_an_external_employer_belongs_to_the_agreed_controller(cast):
    values = {"values": PERSON, "by": cast.external_ambassador, **WHEN}
    assert register(appointment=cast.external_appointment, **values).controller == cast.employer
    ProcessingAgreement.objects.update(controller=cast.organisation, processor=cast.employer)
    assert register(appointment=cast.external_appointment, **values).controller == cast.organisation


def test_without_agreement_nobody_is_registered(cast):
    ProcessingAgreement.objects.all().delete()
    with pytest.raises(PermissionDenied):
        register_participant(
            uuid=uuid4(), appointment=cast.external_appointment, values=PERSON, by=cast.external_ambassador, **WHEN
        )


def test_nobody_registers_under_anothers_appointment(cast):
    with pytest.raises(PermissionDenied):
        register_participant(
            uuid=uuid4(), appointment=cast.colleague_appointment, values=PERSON, by=cast.ambassador, **WHEN
        )
    with pytest.raises(PermissionDenied):
        register(appointment=cast.appointment, values=PERSON, by=cast.coordinator, **WHEN)


def test_who_explained_is_who_wrote_it_down(cast):
    values = PERSON | {"explained_on": TODAY, "explained_to": "parent"}
    row = register(appointment=cast.appointment, values=values, by=cast.ambassador, **WHEN)
    assert row.explained_by == cast.ambassador
    changed = values | {"withdrawn_on": None, "first_name": "Nora"}
    change_participant(row, version=1, values=changed, by=cast.colleague)
    row.refresh_from_db()
    assert (row.first_name, row.explained_by, row.version) == ("Nora", cast.ambassador, 2)
    change_participant(row, version=2, values=changed | {"explained_on": None, "explained_to": ""}, by=cast.colleague)
    row.refresh_from_db()
    assert row.explained_by is None


def test_trail_names_fields_and_never_values(cast):
    row = make_participant(cast.organisation, cast.ambassador)
    change_participant(row, version=1, values={"first_name": "Heel-andere-naam"}, by=cast.ambassador)
    event = AuditEvent.objects.get(subject=row.uuid)
    assert event.fields == ["first_name"]
    assert "Heel-andere-naam" not in str(AuditEvent.objects.values())


def test_contact_details_are_made_once_and_then_versioned(cast):
    row = make_participant(cast.organisation, cast.ambassador)
    details = keep_contact_details(row, version=0, values={"phone": "0470"}, by=cast.ambassador)
    assert details.version == 1
    with pytest.raises(StaleVersionError):
        keep_contact_details(row, version=0, values={"phone": "0471"}, by=cast.ambassador)
    keep_contact_details(row, version=1, values={"phone": "0472"}, by=cast.ambassador)
    details.refresh_from_db()
    assert details.phone == "0472"


# --- Trajectories and statuses ----------------------------------------------------------------------------------------


def test_trajectory_starts_assigned_and_registered(cast):
    person = make_participant(cast.organisation, cast.ambassador)
    row = start_trajectory(
        uuid=uuid4(), participant=person, appointment=cast.appointment, values=START, by=cast.ambassador, **WHEN
    )
    assert statuses(row) == [Status.REGISTERED]
    assert row.assignments.get().appointment == cast.appointment
    assert [one.threshold for one in row.thresholds.all()] == [Threshold.KNOWN]


def test_trajectory_cannot_start_with_another_controllers_child(cast):
    person = make_participant(cast.employer, cast.external_ambassador)
    with pytest.raises(PermissionDenied):
        start_trajectory(
            uuid=uuid4(), participant=person, appointment=cast.appointment, values=START, by=cast.ambassador, **WHEN
        )


def test_change_moves_the_first_status_with_the_start(cast, trajectory):
    values = START | {"started_on": date(2024, 9, 1), "thresholds": [Threshold.AFFORDABLE]}
    change_trajectory(trajectory, version=1, values=values, by=cast.ambassador, today=TODAY)
    trajectory.refresh_from_db()
    assert trajectory.statuses.get().date == date(2024, 9, 1)
    assert trajectory.version == 2
    assert [one.threshold for one in trajectory.thresholds.all()] == [Threshold.AFFORDABLE]


def test_start_cannot_move_past_what_happened(cast, trajectory, provider):
    record_trial(trajectory, values={"provider": provider, "date": date(2024, 9, 20)}, by=cast.ambassador, **WHEN)
    values = START | {"started_on": date(2024, 9, 21)}
    with pytest.raises(ValidationError) as refused:
        change_trajectory(trajectory, version=1, values=values, by=cast.ambassador, today=TODAY)
    assert refused.value.code == "started_on"
    trajectory.refresh_from_db()
    assert trajectory.version == 1


def test_stale_change_is_refused(cast, trajectory):
    change_trajectory(trajectory, version=1, values=START, by=cast.colleague, today=TODAY)
    with pytest.raises(StaleVersionError):
        change_trajectory(trajectory, version=1, values=START, by=cast.ambassador, today=TODAY)


def test_stopping_needs_a_reason_and_can_be_undone(cast, trajectory):
    stop = {"status": Status.STOPPED, "date": date(2024, 12, 1), "reason": " "}
    with pytest.raises(ValidationError) as refused:
        turn_status(trajectory, values=stop, by=cast.ambassador, **WHEN)
    assert refused.value.code == "reason"
    turn_status(trajectory, values=stop | {"reason": "Geen zin meer"}, by=cast.ambassador, **WHEN)
    again = {"status": Status.EXPLORING, "date": date(2025, 1, 5), "reason": ""}
    turn_status(trajectory, values=again, by=cast.ambassador, **WHEN)
    assert statuses(trajectory) == [Status.REGISTERED, Status.STOPPED, Status.EXPLORING]


@pytest.mark.parametrize("day", [date(2024, 9, 9), TODAY + timedelta(days=1)])
def test_status_lies_between_the_start_and_today(cast, trajectory, day):
    values = {"status": Status.EXPLORING, "date": day, "reason": ""}
    with pytest.raises(ValidationError) as refused:
        turn_status(trajectory, values=values, by=cast.ambassador, **WHEN)
    assert refused.value.code == "date"


def test_stranger_cannot_turn_a_status(cast, trajectory):
    values = {"status": Status.EXPLORING, "date": TODAY, "reason": ""}
    for stranger in (cast.coordinator, cast.other_ambassador, cast.external_ambassador):
        with pytest.raises(PermissionDenied):
            turn_status(trajectory, values=values, by=stranger, **WHEN)


# --- The logbook ------------------------------------------------------------------------------------------------------

LINE = {
    "date": date(2025, 2, 1),
    "minutes": 20,
    "channel": Channel.PHONE,
    "with_whom": WithWhom.FAMILY,
    "criterion": Criterion.RELATION,
    "note": "",
    "provider": None,
}


def logged(cast, *trajectories, by=None, appointment=None, **values):
    return log_contact(
        appointment=appointment or cast.appointment,
        trajectories=[one.uuid for one in trajectories],
        values=LINE | values,
        by=by or cast.ambassador,
        **WHEN,
    )


def test_contact_covers_several_trajectories_and_counts_once(cast, trajectory):
    sibling = make_trajectory(cast.appointment)
    row = logged(cast, trajectory, sibling)
    assert set(row.trajectories.all()) == {trajectory, sibling}
    assert row.controller == cast.organisation


def test_contact_without_a_name_needs_no_agreement(cast):
    ProcessingAgreement.objects.all().delete()
    row = logged(cast, by=cast.external_ambassador, appointment=cast.external_appointment)
    assert row.controller == cast.employer


def test_contact_is_about_trajectories_of_its_project_that_one_sees(cast, trajectory):
    foreign = make_trajectory(cast.other_appointment)
    with pytest.raises(ValidationError):
        logged(cast, trajectory, foreign)
    hidden = make_trajectory(cast.colleague_appointment, shielded=True)
    with pytest.raises(ValidationError):
        logged(cast, hidden)
    with pytest.raises(PermissionDenied):
        logged(cast, by=cast.coordinator)
    with pytest.raises(PermissionDenied):
        logged(cast, appointment=cast.colleague_appointment)


def test_contact_cannot_lie_in_the_future(cast):
    with pytest.raises(ValidationError) as refused:
        logged(cast, date=TODAY + timedelta(days=1))
    assert refused.value.code == "date"
