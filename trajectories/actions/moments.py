"""Trials, enrolments and the three moments. An enrolment and the moment that it settles are written in one act."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from organisations.models import Membership, StaleVersionError, set_fields
from organisations.rulings import rulings
from trajectories.access import check_may_change
from trajectories.actions.trajectories import add_status, check_day, locked, record, status_on
from trajectories.calendar import moment_three_due_on, moment_three_opens_on, moment_two_window, years_to_enrol_for
from trajectories.enums import Basis, Outcome, Status
from trajectories.models import Enrolment, Provider, Trajectory, TrialSession

BEFORE_TRYING = (Status.REGISTERED, Status.EXPLORING)
BEFORE_ENROLLING = (*BEFORE_TRYING, Status.TRYING, Status.WAITING)
NOTHING = ""


@transaction.atomic
def record_trial(
    trajectory: Trajectory, *, values: dict[str, Any], by: Membership, logged_at: datetime, now: datetime, today: date
) -> TrialSession:
    """A trial session: `values` are provider and date. Who was still exploring is trying from that day."""
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    check_day(row, values["date"], today=today)
    trial = TrialSession.objects.create(trajectory=row, logged_at=logged_at, received_at=now, **values)
    _move_on(row, Status.TRYING, values["date"], BEFORE_TRYING, logged_at=logged_at, now=now)
    record("tried", row, by=by)
    return trial


@transaction.atomic
def enrol(
    trajectory: Trajectory, *, values: dict[str, Any], by: Membership, logged_at: datetime, now: datetime, today: date
) -> Enrolment:
    """An enrolment: `values` are provider, date, for_working_year and supported.

    The first one is moment 1; one for the working year after that of moment 1 is moment 3. Raises ValidationError.
    """
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    enrolment = _make_enrolment(row, values, logged_at=logged_at, now=now, today=today)
    if moment := _settled_by(row, enrolment):
        settled = values | {"outcome": Outcome.REACHED, "asked_on": enrolment.date, "remark": ""}
        _settle(row, moment, settled, enrolment, logged_at=logged_at, now=now)
    record("enrolled", row, by=by, fields=[f"m{moment}"] if moment else [])
    return enrolment


@transaction.atomic
def end_enrolment(
    enrolment: Enrolment, *, version: int, ended_on: date | None, by: Membership, today: date
) -> Enrolment:
    """The last day of an enrolment, or None when it runs on after all. Raises StaleVersionError or ValidationError."""
    check_may_change(by, enrolment.trajectory, today=today)
    enrolment.claim_version(version)
    enrolment.ended_on = ended_on
    if ended_on:
        check_day(enrolment.trajectory, ended_on, today=today, field="ended_on")
    enrolment.validate_constraints()
    enrolment.save()
    record("ended enrolment", enrolment.trajectory, by=by, fields=["ended_on"])
    return enrolment


def moment_version(trajectory: Trajectory, moment: int) -> int:
    """Which record of a moment someone has before them: 0 for none."""
    received_at = getattr(trajectory, f"m{moment}_received_at")
    return int(received_at.timestamp() * 1_000_000) if received_at else 0


@transaction.atomic
def record_moment(
    trajectory: Trajectory,
    *,
    moment: int,
    version: int,
    values: dict[str, Any],
    by: Membership,
    logged_at: datetime,
    now: datetime,
    today: date,
) -> Trajectory:
    """What came of moment 1, 2 or 3; `values["outcome"]` empty takes back what stood there.

    `values`: outcome, asked_on, supported, remark, and when reached date and provider (moment 1: for_working_year).
    Raises StaleVersionError when someone else recorded this moment, ValidationError when it cannot be.
    """
    check_may_change(by, trajectory, today=today)
    row = locked(trajectory)
    if moment_version(row, moment) != version:
        raise StaleVersionError
    if row.basis == Basis.NO_ENROLMENT:
        raise ValidationError(_("Where no enrolment exists, none of the three moments applies."))
    _check_days(row, values, today)
    next_year, enrolment = row.m3_for_working_year, None
    if moment in (1, 3):
        enrolment = _keep_enrolment(row, moment, values, logged_at=logged_at, now=now, today=today)
    _settle(row, moment, values, enrolment, logged_at=logged_at, now=now)
    if row.m3_for_working_year != next_year:
        _follow_working_year(row, logged_at=logged_at, now=now)
    record("recorded", row, by=by, fields=[f"m{moment}"])
    return row


def _check_days(row: Trajectory, values: dict[str, Any], today: date) -> None:
    if values["outcome"]:
        check_day(row, values["asked_on"], today=today, field="asked_on")
    if values["outcome"] == Outcome.REACHED:
        check_day(row, values["date"], today=today)


def _make_enrolment(
    row: Trajectory, values: dict[str, Any], *, logged_at: datetime, now: datetime, today: date
) -> Enrolment:
    enrolment = Enrolment(trajectory=row, logged_at=logged_at, received_at=now)
    _fill(enrolment, values["provider"], values["date"], values["for_working_year"], today)
    enrolment.save()
    _move_on(row, Status.ENROLLED, enrolment.date, BEFORE_ENROLLING, logged_at=logged_at, now=now)
    return enrolment


def _fill(enrolment: Enrolment, provider: Provider, day: date, year: int, today: date) -> None:
    """Whether it is for the holidays only is copied from the provider when the enrolment is made, or moves."""
    check_day(enrolment.trajectory, day, today=today)
    if year not in years_to_enrol_for(day, rulings()):
        sentence = _("An enrolment on that day is for the working year that runs, or for the next one.")
        raise ValidationError(sentence, code="for_working_year")
    if enrolment.trajectory.basis == Basis.NO_ENROLMENT:
        raise ValidationError(_("This trajectory says that no enrolment exists. Change that first."))
    if enrolment.provider_id != provider.pk:
        enrolment.holidays_only = provider.holidays_only
    enrolment.provider, enrolment.date, enrolment.for_working_year = provider, day, year
    enrolment.validate_constraints()


def _settled_by(row: Trajectory, enrolment: Enrolment) -> int:
    """Which moment a new enrolment settles: 1, 3, or 0 for none."""
    if row.m1_outcome != Outcome.REACHED:
        return 1
    again = enrolment.for_working_year == row.m3_for_working_year
    return 3 if again and row.m3_outcome != Outcome.REACHED else 0


def _keep_enrolment(
    row: Trajectory, moment: int, values: dict[str, Any], *, logged_at: datetime, now: datetime, today: date
) -> Enrolment | None:
    """Make, move or take away the enrolment behind moment 1 or 3, so that both always say the same."""
    known = _enrolment_behind(row, moment)
    if values["outcome"] != Outcome.REACHED:
        if known:
            known.delete()
        _check_no_enrolment_left(row, moment)
        return None
    year = values["for_working_year"] if moment == 1 else row.m3_for_working_year
    if year is None:
        raise ValidationError(_("Moments 2 and 3 need moment 1: first record the enrolment."))
    if known is None:
        return _make_enrolment(row, values | {"for_working_year": year}, logged_at=logged_at, now=now, today=today)
    known.trajectory = row
    _fill(known, values["provider"], values["date"], year, today)
    known.claim_version(known.version).save()
    return known


def _enrolment_behind(row: Trajectory, moment: int) -> Enrolment | None:
    year = row.m1_working_year if moment == 1 else row.m3_for_working_year
    day, provider = getattr(row, f"m{moment}_on"), getattr(row, f"m{moment}_provider_id")
    if day is None or year is None:
        return None
    return row.enrolments.filter(date=day, provider=provider, for_working_year=year).first()


def _check_no_enrolment_left(row: Trajectory, moment: int) -> None:
    years = row.enrolments.values_list("for_working_year", flat=True)
    if years and (moment == 1 or row.m3_for_working_year in years):
        raise ValidationError(_("There is an enrolment on record that says otherwise."), code="outcome")


def _settle(
    row: Trajectory,
    moment: int,
    values: dict[str, Any],
    enrolment: Enrolment | None,
    *,
    logged_at: datetime,
    now: datetime,
) -> None:
    """Write the columns of one moment, and with moment 1 the windows of the others. Raises ValidationError."""
    outcome = values["outcome"]
    reached = outcome == Outcome.REACHED
    columns = {
        "outcome": outcome,
        "on": values["date"] if reached else None,
        "provider": values["provider"] if reached else None,
        "supported": values["supported"] if reached else None,
        "asked_on": values["asked_on"] if outcome else None,
        "remark": values["remark"] if outcome else "",
        "logged_at": logged_at if outcome else None,
        "received_at": now if outcome else None,
    }
    set_fields(row, {f"m{moment}_{name}": value for name, value in columns.items()})
    if moment == 1:
        set_fields(row, _windows(row, enrolment))
    row.validate_constraints()
    row.save()


def _follow_working_year(row: Trajectory, *, logged_at: datetime, now: datetime) -> None:
    """Moment 1 moved to another working year: what moment 3 says must be about the year after that one."""
    if row.m3_outcome:
        sentence = _("Moment 3 is on record for another working year. Take that back first.")
        raise ValidationError(sentence, code="for_working_year")
    again = row.enrolments.filter(for_working_year=row.m3_for_working_year or 0).order_by("date", "id").first()
    if again:
        settled = {"outcome": Outcome.REACHED, "date": again.date, "provider": again.provider, "supported": None}
        _settle(row, 3, settled | {"asked_on": again.date, "remark": ""}, again, logged_at=logged_at, now=now)


def _windows(row: Trajectory, enrolment: Enrolment | None) -> dict[str, Any]:
    """What follows from the enrolment of moment 1, by the rulings of today; all empty without one."""
    if enrolment is None:
        basis = Basis.REGULAR if row.basis == Basis.HOLIDAYS_ONLY else row.basis
        empty = ("m1_working_year", "m2_opens_on", "m2_closes_on", "m3_for_working_year", "m3_opens_on", "m3_due_on")
        return dict.fromkeys(empty) | {"basis": basis}
    numbers, year, holidays = rulings(), enrolment.for_working_year, enrolment.holidays_only
    window = moment_two_window(enrolment.date, numbers)
    return {
        "basis": Basis.HOLIDAYS_ONLY if holidays else Basis.REGULAR,
        "m1_working_year": year,
        "m2_opens_on": None if holidays else window.opens_on,
        "m2_closes_on": None if holidays else window.closes_on,
        "m3_for_working_year": year + 1,
        "m3_opens_on": moment_three_opens_on(year, numbers),
        "m3_due_on": moment_three_due_on(year, numbers, holidays_only=holidays),
    }


def _move_on(
    row: Trajectory, status: Status, day: date, earlier: tuple[Status, ...], *, logged_at: datetime, now: datetime
) -> None:
    """Let the status follow the fact, unless someone already said more, or something later."""
    if status_on(row, day) in earlier and not row.statuses.filter(date__gt=day).exists():
        add_status(row, status, day, logged_at=logged_at, now=now)
