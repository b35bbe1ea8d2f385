"""States of activities, signals and results that cannot be: refused by the database itself, on both engines."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from trajectories.models import Activity, Result, Signal, SignalStep
from trajectories.tests.making import STAMPS, make_activity, make_result, make_signal


@pytest.mark.parametrize(
    ("make", "name", "columns"),
    [
        (make_activity, "activity_kind_known", {"kind": "party"}),
        (make_activity, "activity_other_kind_only", {"kind_other": "circus"}),
        (make_activity, "activity_strategy_known", {"strategy": "waiting"}),
        (make_activity, "activity_head_count_plausible", {"head_count": 0}),
        (make_activity, "activity_head_count_plausible", {"head_count": 20_001}),
        (make_activity, "activity_link_is_https", {"post_url": "http://www.instagram.com/p/a"}),
        (make_activity, "activity_link_is_https", {"post_url": "javascript:alert(1)"}),
        (make_result, "result_kind_known", {"kind": "party"}),
        (make_result, "result_other_kind_only", {"kind_other": "circus"}),
        (make_result, "result_state_known", {"state": "perhaps"}),
        (make_result, "result_strategy_known", {"strategy": "waiting"}),
        (make_result, "result_lasts_known", {"lasts": "perhaps"}),
        (make_result, "result_given_up_does_not_last", {"state": "given_up", "lasts": "yes"}),
        (make_result, "result_link_is_https", {"evidence_url": "http://www.example.be"}),
        (make_signal, "signal_about_known", {"about": "weather"}),
    ],
)
def test_row_cannot_become_this(cast, make, name, columns):
    row = make(cast.appointment)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**columns)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("signal_step_state_known", {"state": "perhaps"}),
        ("signal_step_passed_on_to_someone", {"state": "passed_on"}),
        ("signal_step_passed_on_to_someone", {"state": "passed_on", "passed_to": "nobody"}),
        ("signal_step_passed_on_to_someone", {"state": "discussed", "passed_to": "provider"}),
    ],
)
def test_step_cannot_be_this(cast, name, columns):
    signal = make_signal(cast.appointment)
    step = SignalStep(signal=signal, membership=cast.ambassador, date=date(2025, 2, 2), **STAMPS, **columns)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        step.save()


def test_signal_is_noticed_once(cast):
    signal = make_signal(cast.appointment)
    with pytest.raises(IntegrityError), transaction.atomic():
        SignalStep.objects.create(
            signal=signal, membership=cast.ambassador, state="noticed", date=date(2025, 2, 2), **STAMPS
        )


def test_possible_states_are_accepted(cast):
    make_activity(cast.appointment, kind="other", kind_other="braderie", head_count=20_000, post_url="https://a.be/p")
    make_result(cast.appointment, state="given_up", lasts="no", evidence_url="https://a.be/p")
    make_signal(cast.appointment, (date(2025, 2, 2), "passed_on"), (date(2025, 2, 3), "passed_on"))
    assert [model.objects.count() for model in (Activity, Result, Signal, SignalStep)] == [1, 1, 1, 3]
