"""Activities, signals and results of a period, as values that fit in JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from ambassadors.enums import STRATEGIES_WITHOUT_TRAJECTORIES
from trajectories.open_work import (
    ActivityFact,
    ActivityTally,
    ResultFact,
    SignalFact,
    activity_figures,
    result_figures,
    signal_figures,
)

Json = dict[str, Any]


@dataclass(frozen=True)
class OpenWorkFacts:
    """They are about a project and hold no names: no small number of them tells of a child."""

    activities: Sequence[ActivityFact] = field(default=())
    signals: Sequence[SignalFact] = field(default=())
    results: Sequence[ResultFact] = field(default=())


def open_work_json(
    facts: OpenWorkFacts, strategies: Sequence[str], first: date, last: date, reference_date: date
) -> Json | None:
    """None for a project whose strategies are counted in trajectories only, and that noted nothing else in the period.

    `activities`: in all and rows of [code, activities, counted, attendances]; `signals` and `results`: counts by state,
    and results as rows of [kind, planned, under way, reached, given up].
    """
    known = min(last, reference_date)
    activities = activity_figures(facts.activities, first, known)
    signals = signal_figures(facts.signals, first, known)
    results = result_figures(facts.results, first, last)
    some = activities.all.activities + signals.ran + sum(results.by_state.values())
    if not some and not set(strategies) & set(STRATEGIES_WITHOUT_TRAJECTORIES):
        return None
    return {
        "activities": asdict(activities.all)
        | {"by_strategy": _rows(activities.by_strategy), "by_kind": _rows(activities.by_kind)},
        "signals": {"noticed": signals.noticed, "ran": signals.ran, "open": signals.open, "by_state": signals.by_state},
        "results": {
            "by_state": results.by_state,
            "by_kind": [[kind, *counts.values()] for kind, counts in results.by_kind.items()],
            "lasting": results.lasting,
        },
    }


def _rows(tallies: dict[str, ActivityTally]) -> list[list[Any]]:
    return [[code, tally.activities, tally.counted, tally.attendances] for code, tally in tallies.items()]
