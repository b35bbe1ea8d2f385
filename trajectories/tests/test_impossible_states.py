"""States that cannot be: written past every form, and refused by the database itself, on both engines.

docs/onmogelijke-toestanden.md lists the same constraints for people; the last test keeps the two together.
"""

from datetime import date

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils.translation import override

from trajectories.enums import Basis, Outcome
from trajectories.models import (
    Assignment,
    Commitment,
    Contact,
    Enrolment,
    HandOver,
    Participant,
    PlacesLink,
    Provider,
    ProviderChange,
    ProviderTrajectory,
    SupportedTheme,
    Trajectory,
    TrajectoryStatus,
    TrajectoryThreshold,
)
from trajectories.tests.making import (
    STAMPS,
    enrolled,
    make_contact,
    make_provider,
    make_provider_trajectory,
    make_trajectory,
    settled,
)

DAY, LATER = date(2024, 10, 1), date(2024, 11, 1)
INSIDE, OUTSIDE = date(2025, 4, 10), date(2025, 6, 2)  # of the window 01/04/2025 to 01/06/2025
ONE_MISSED = settled(1, Outcome.MISSED, DAY)
NOTHING = {f"m{n}_{column}": None for n in (1, 2, 3) for column in ("on", "asked_on", "supported", "provider")} | {
    f"m{n}_outcome": "" for n in (1, 2, 3)
}

STAMPLESS = {f"m{n}_{column}": None for n in (1, 2, 3) for column in ("logged_at", "received_at")}


def refused(name: str, write) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write()


def refused_columns(trajectory, name: str, **columns) -> None:
    """The row that is there cannot become this, nor can such a row be added."""
    refused(name, lambda: Trajectory.objects.filter(pk=trajectory.pk).update(**columns))
    copy = Trajectory(participant=trajectory.participant, project=trajectory.project, **STAMPS)
    copy.started_on, copy.referred_by = trajectory.started_on, trajectory.referred_by
    for column, value in columns.items():
        setattr(copy, column, value)
    refused(name, lambda: Trajectory.objects.bulk_create([copy]))


def test_possible_states_are_accepted(trajectory, provider):
    two = settled(2, Outcome.REACHED, INSIDE, provider) | {"m2_asked_on": OUTSIDE, "m2_supported": False}
    three = settled(3, Outcome.REACHED, date(2025, 6, 20), provider)
    for columns in (
        enrolled(provider, DAY),
        enrolled(provider, DAY, **two, **three),
        enrolled(provider, date(2025, 5, 10), **settled(3, Outcome.MISSED, date(2025, 9, 1))),
        enrolled(provider, DAY, basis=Basis.HOLIDAYS_ONLY, m2_outcome="", m2_on=None, **three),
        enrolled(provider, date(2025, 6, 20), year=2025),
    ):
        assert Trajectory.objects.filter(pk=trajectory.pk).update(**NOTHING | STAMPLESS | columns) == 1


# Each case: the constraint, and columns that break it and no other. `p` is a provider, put in by the test.
ONE = {
    "m1_outcome_known": lambda p: ONE_MISSED | {"m1_outcome": "perhaps"},
    "m1_reached_has_date_and_provider": lambda p: ONE_MISSED | {"m1_on": DAY},
    "m1_outcome_was_asked": lambda p: ONE_MISSED | {"m1_asked_on": None},
    "m1_asked_after_it_happened": lambda p: enrolled(p, LATER) | {"m1_asked_on": DAY},
    "m1_supported_only_when_reached": lambda p: ONE_MISSED | {"m1_supported": True},
    "m1_not_before_the_start": lambda p: settled(1, Outcome.UNKNOWN, date(2024, 9, 9)),
    "m1_has_a_working_year": lambda p: ONE_MISSED | {"m1_working_year": 2024},
    "basis_known": lambda p: {"basis": "perhaps"},
    "no_moments_without_enrolment": lambda p: ONE_MISSED | {"basis": Basis.NO_ENROLMENT},
}
TWO = {
    "m2_outcome_known": lambda p: settled(2, "perhaps", INSIDE),
    "m2_reached_has_date_and_provider": lambda p: settled(2, Outcome.REACHED, INSIDE),
    "m2_outcome_was_asked": lambda p: settled(2, Outcome.MISSED, INSIDE) | {"m2_received_at": None},
    "m2_asked_after_it_happened": lambda p: settled(2, Outcome.REACHED, INSIDE, p) | {"m2_asked_on": date(2025, 4, 9)},
    "m2_supported_only_when_reached": lambda p: settled(2, Outcome.MISSED, INSIDE) | {"m2_supported": False},
    "m2_window_of_the_enrolled": lambda p: {"m2_opens_on": None, "m2_closes_on": None},
    "m2_window_lies_after_m1": lambda p: {"m2_opens_on": DAY},
    "m2_inside_its_window": lambda p: settled(2, Outcome.REACHED, OUTSIDE, p),
    "m2_asked_from_its_opening": lambda p: settled(2, Outcome.MISSED, date(2025, 3, 31)),
}
THREE = {
    "m3_outcome_known": lambda p: settled(3, "perhaps", date(2025, 9, 5)),
    "m3_reached_has_date_and_provider": lambda p: settled(3, Outcome.REACHED, date(2025, 9, 5)),
    "m3_outcome_was_asked": lambda p: {"m3_asked_on": date(2025, 9, 5)},
    "m3_asked_after_it_happened": lambda p: settled(3, Outcome.REACHED, date(2025, 9, 5), p) | {"m3_asked_on": LATER},
    "m3_supported_only_when_reached": lambda p: {"m3_supported": True},
    "m3_window_of_the_enrolled": lambda p: {"m3_opens_on": None, "m3_due_on": None, "m3_for_working_year": None},
    "m3_is_the_next_working_year": lambda p: {"m3_for_working_year": 2026},
    "m3_window_lies_after_m1": lambda p: {"m3_opens_on": DAY},
    "m3_not_before_m1": lambda p: settled(3, Outcome.REACHED, date(2024, 9, 30), p),
    "m3_not_reached_is_asked_in_the_next_year": lambda p: settled(3, Outcome.UNKNOWN, date(2025, 8, 31)),
}


@pytest.mark.parametrize("name", ONE)
def test_moment_one_cannot_lie(trajectory, provider, name):
    refused_columns(trajectory, f"trajectory_{name}", **ONE[name](provider))


@pytest.mark.parametrize("name", [*TWO, *THREE])
def test_moments_two_and_three_cannot_lie(trajectory, provider, name):
    columns = (TWO | THREE)[name](provider)
    refused_columns(trajectory, f"trajectory_{name}", **enrolled(provider, DAY, **columns))


def test_moment_two_needs_moment_one(trajectory, provider):
    refused_columns(trajectory, "trajectory_m2_and_m3_need_m1", **settled(2, Outcome.UNKNOWN, INSIDE))
    refused_columns(trajectory, "trajectory_m2_and_m3_need_m1", **ONE_MISSED, **settled(3, Outcome.UNKNOWN, INSIDE))


def test_windows_without_enrolment_cannot_be(trajectory):
    window = {"m2_opens_on": DAY, "m2_closes_on": LATER}
    refused_columns(trajectory, "trajectory_m2_window_of_the_enrolled", **window)
    refused_columns(trajectory, "trajectory_m3_window_of_the_enrolled", m3_opens_on=DAY)


def test_holiday_offer_has_no_moment_two(trajectory, provider):
    two = settled(2, Outcome.UNKNOWN, INSIDE)
    columns = enrolled(provider, DAY, basis=Basis.HOLIDAYS_ONLY, **two)
    refused_columns(trajectory, "trajectory_m2_not_for_holidays", **columns)


def test_window_of_holiday_offer_cannot_be(trajectory, provider):
    columns = enrolled(provider, DAY, basis=Basis.HOLIDAYS_ONLY) | {"m2_opens_on": LATER, "m2_closes_on": INSIDE}
    refused_columns(trajectory, "trajectory_m2_window_of_the_enrolled", **columns)


@pytest.mark.parametrize("column", ["strategy", "referred_by"])
def test_kinds_outside_the_list_are_refused(trajectory, column):
    refused_columns(trajectory, f"trajectory_{column}_known", **{column: "perhaps"})


def test_participant_cannot_be_half_explained_or_without_code(trajectory):
    person = Participant.objects.filter(pk=trajectory.participant_id)
    refused("participant_explained_when_to_whom_by_whom", lambda: person.update(explained_on=DAY))
    refused("participant_has_a_code", lambda: person.update(code=""))
    refused("participant_birth_year_plausible", lambda: person.update(birth_year=13))
    refused("participant_lawful_basis_known", lambda: person.update(lawful_basis="perhaps"))


def test_code_is_given_once(cast, trajectory):
    other = make_trajectory(cast.other_appointment).participant
    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.filter(pk=other.pk).update(code=trajectory.participant.code)


def test_enrolment_cannot_end_before_it_began_or_stand_twice(trajectory, provider):
    values = {"trajectory": trajectory, "provider": provider, "date": DAY, "holidays_only": False, **STAMPS}
    row = Enrolment.objects.create(for_working_year=2024, **values)
    enrolments = Enrolment.objects.filter(pk=row.pk)
    refused("enrolment_ends_after_it_starts", lambda: enrolments.update(ended_on=date(2024, 9, 30)))
    refused("enrolment_working_year_plausible", lambda: enrolments.update(for_working_year=24))
    with pytest.raises(IntegrityError), transaction.atomic():
        Enrolment.objects.bulk_create([Enrolment(for_working_year=2024, **values)])


def test_assignment_cannot_end_before_it_began_or_stand_twice(cast, trajectory):
    rows = Assignment.objects.filter(trajectory=trajectory)
    refused("assignment_ends_after_it_starts", lambda: rows.update(ends_on=date(2024, 9, 9)))
    again = Assignment(trajectory=trajectory, appointment=cast.appointment, starts_on=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.bulk_create([again])


def test_status_and_threshold_come_from_their_lists(trajectory):
    refused("status_known", lambda: TrajectoryStatus.objects.filter(trajectory=trajectory).update(status="perhaps"))
    refused(
        "threshold_known",
        lambda: TrajectoryThreshold.objects.bulk_create(
            [TrajectoryThreshold(trajectory=trajectory, threshold="perhaps")]
        ),
    )
    twice = [TrajectoryThreshold(trajectory=trajectory, threshold="known") for _ in range(2)]
    with pytest.raises(IntegrityError), transaction.atomic():
        TrajectoryThreshold.objects.bulk_create(twice)


def test_provider_stands_with_a_waiting_list_only(trajectory, provider):
    rows = TrajectoryStatus.objects.filter(trajectory=trajectory)
    refused("status_provider_only_when_waiting", lambda: rows.update(provider=provider))
    assert rows.update(provider=provider, status="waiting") == 1


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("agreed_by_known", {"agreed_by": "perhaps"}),
        ("agreed_before_offered", {"agreed_on": LATER}),
        ("accepted_when_and_by_whom", {"accepted_on": LATER}),
        ("accepted_when_and_by_whom", {"accepted_on": date(2024, 9, 30), "accepted_by": "ambassador"}),
        ("undone_when_and_by_whom", {"undone_by": "ambassador"}),
        ("undone_when_and_by_whom", {"undone_on": date(2024, 9, 30), "undone_by": "ambassador"}),
        (
            "not_accepted_and_undone",
            {"accepted_on": LATER, "accepted_by": "ambassador", "undone_on": LATER, "undone_by": "ambassador"},
        ),
    ],
)
def test_hand_over_is_agreed_accepted_and_undone_by_somebody_in_that_order(cast, trajectory, name, columns):
    row = make_hand_over(cast, trajectory)
    values = {key: cast.ambassador if value == "ambassador" else value for key, value in columns.items()}
    refused(f"hand_over_{name}", lambda: HandOver.objects.filter(pk=row.pk).update(**values))


def test_trajectory_is_offered_once_at_a_time(cast, trajectory):
    row = make_hand_over(cast, trajectory)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_hand_over(cast, trajectory)
    HandOver.objects.filter(pk=row.pk).update(undone_on=LATER, undone_by=cast.ambassador)
    assert make_hand_over(cast, trajectory).pk


def make_hand_over(cast, trajectory) -> HandOver:
    return HandOver.objects.create(
        trajectory=trajectory,
        offered_by=cast.ambassador,
        to_organisation=cast.other_organisation,
        agreed_by="both",
        agreed_on=DAY,
        date=DAY,
        expires_on=LATER,
        **STAMPS,
    )


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("minutes_within_a_day", {"minutes": 0}),
        ("minutes_within_a_day", {"minutes": 1441}),
        ("channel_known", {"channel": "pigeon"}),
        ("with_whom_known", {"with_whom": "nobody"}),
        ("criterion_known", {"criterion": "none"}),
    ],
)
def test_contact_has_plausible_minutes_and_known_kinds(cast, name, columns):
    contact = make_contact(cast.appointment)
    refused(f"contact_{name}", lambda: Contact.objects.filter(pk=contact.pk).update(**columns))


def test_contact_is_corrected_once_by_another(cast):
    contact, correction = make_contact(cast.appointment), make_contact(cast.appointment)
    rows = Contact.objects.filter(pk=contact.pk)
    refused("contact_corrects_another", lambda: rows.update(corrects=contact))
    Contact.objects.filter(pk=correction.pk).update(corrects=contact)
    third = make_contact(cast.appointment)
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.filter(pk=third.pk).update(corrects=contact)


def test_contact_is_never_saved_again(cast):
    contact = make_contact(cast.appointment)
    with pytest.raises(ValueError, match="never changed"):
        contact.save()


def test_provider_kind_comes_from_its_list(cast):
    rows = Provider.objects.filter(pk=make_provider(cast.organisation).pk)
    refused("provider_kind_known", lambda: rows.update(kind="perhaps"))
    refused("provider_other_kind_only", lambda: rows.update(kind_other="circus"))


def test_offer_of_a_provider_cannot_be_half_said(cast):
    rows = Provider.objects.filter(pk=make_provider(cast.organisation).pk)
    for columns in ({"price": 45}, {"price_per": "season"}, {"price": -1, "price_per": "season"}):
        refused("provider_price_is_per_something", lambda columns=columns: rows.update(**columns))
    refused("provider_board_updated_at_a_time", lambda: rows.update(board_updated_by=cast.ambassador))
    assert rows.update(price=0) == rows.update(price=45, price_per="season") == 1


def test_trajectory_of_a_provider_cannot_lie(cast):
    row = make_provider_trajectory(cast.appointment, make_provider(cast.organisation))
    rows = ProviderTrajectory.objects.filter(pk=row.pk)
    refused("provider_trajectory_closes_after_it_starts", lambda: rows.update(closed_on=date(2024, 9, 9)))
    refused("provider_trajectory_intensity_known", lambda: rows.update(intensity="perhaps"))
    for name, made in (
        ("commitment_state_known", Commitment(state="perhaps", date=DAY, **STAMPS)),
        ("provider_change_kind_known", ProviderChange(kind="perhaps", date=DAY, **STAMPS)),
        ("supported_theme_known", SupportedTheme(theme="perhaps")),
    ):
        made.provider_trajectory = row
        refused(name, made.save)
    twice = [SupportedTheme(provider_trajectory=row, theme="money") for _ in range(2)]
    with pytest.raises(IntegrityError), transaction.atomic():
        SupportedTheme.objects.bulk_create(twice)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_provider_trajectory(cast.appointment, row.provider)
    rows.update(closed_on=DAY)
    make_provider_trajectory(cast.appointment, row.provider)


def test_provider_has_one_link_at_a_time(cast):
    values = {"provider": make_provider(cast.organisation), "made_by": cast.ambassador}
    values |= {"made_at": STAMPS["logged_at"], "expires_at": STAMPS["logged_at"]}
    PlacesLink.objects.create(digest="a", **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacesLink.objects.create(digest="b", **values)
    PlacesLink.objects.update(revoked_at=STAMPS["logged_at"])
    PlacesLink.objects.create(digest="b", **values)


def constraints() -> dict[str, models.BaseConstraint]:
    found = apps.get_app_config("trajectories").get_models()
    return {constraint.name: constraint for model in found for constraint in model._meta.constraints}


def test_every_refusal_is_explained_for_people():
    text = (settings.BASE_DIR / "docs" / "onmogelijke-toestanden.md").read_text()
    assert [name for name in constraints() if f"`{name}`" not in text] == []


def test_every_check_speaks_in_human_words():
    silent = {"threshold_once", "threshold_known"}  # set by a list of boxes: no person can get there
    with override("en"):
        unspoken = [n for n, c in constraints().items() if str(c.violation_error_message).startswith("Constraint")]
    assert set(unspoken) <= silent
