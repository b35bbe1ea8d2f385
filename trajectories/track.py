"""When the three moments can be asked, and where that lies from today: facts in, spans and a drawing out.

The drawing has three bars on one line of time, one for each moment, and a mark for today. It needs no words of its own:
the page says the same beside it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from organisations.rulings import Rulings
from trajectories.enums import MomentState
from trajectories.follow_up import asked_again_from
from trajectories.moments import TrajectoryFacts, moment_one_deadline, states

WIDTH, HEIGHT, EDGE, BAR, GAP, TOP = 320, 86, 16, 12, 8, 6
LEAST = 4  # a bar is seen, however short


class Place(StrEnum):
    """Where a span lies, seen from today."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Span:
    """The days on which a moment can be asked in time, both ends in."""

    moment: int
    state: MomentState
    first: date
    last: date
    today: date

    @property
    def place(self) -> Place:
        if self.today < self.first:
            return Place.AHEAD
        return Place.PAST if self.today > self.last else Place.NOW

    @property
    def days(self) -> int:
        """How many days until it opens (ahead), or how many there still are, today included (now)."""
        return max(0, ((self.first if self.place == Place.AHEAD else self.last) - self.today).days)

    @property
    def is_worth_saying(self) -> bool:
        """How long it took to enrol, the drawing shows; the days of that stand elsewhere."""
        return not (self.moment == 1 and self.is_answered)

    @property
    def is_answered(self) -> bool:
        return self.state not in (MomentState.NOT_DUE, MomentState.NOT_ASKED)


def spans(facts: TrajectoryFacts, today: date, rulings: Rulings) -> list[Span]:
    """Of the moments that apply, in their order: the second and third only once someone enrolled."""
    one, two, three = states(facts, today, rulings)
    known = facts.outcome_on(1, today)
    until = known.day if known else moment_one_deadline(facts, today, rulings)
    found = [(1, one, facts.started_on, until)]
    if one == MomentState.REACHED:
        if window := facts.window_two:
            found.append((2, two, window.opens_on, window.closes_on))
        if window := facts.window_three:
            first = max(window.opens_on, asked_again_from(facts))
            found.append((3, three, first, window.closes_on - timedelta(days=1)))
    return [Span(*span, today) for span in found if span[1] != MomentState.NOT_APPLICABLE]


@dataclass(frozen=True)
class Bar:
    """`paint` is a class of the charts' style sheet: reached, missed, unknown, not_due."""

    moment: int
    paint: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Track:
    """The drawing: bars, today's place, and the days at both ends of the line."""

    bars: list[Bar]
    today_x: float
    first: date
    last: date
    width: int = WIDTH
    height: int = HEIGHT
    bar: int = BAR

    @property
    def floor(self) -> int:
        """How far down the mark of today goes, and the line of time lies."""
        return TOP + 3 * (BAR + GAP)

    @property
    def today_anchor(self) -> str:
        """The word stays inside the drawing at both ends."""
        if self.today_x < WIDTH * 0.2:
            return "start"
        return "end" if self.today_x > WIDTH * 0.8 else "middle"


PAINT = {
    MomentState.REACHED: "reached",
    MomentState.MISSED: "missed",
    MomentState.UNKNOWN: "unknown",
    MomentState.NOT_ASKED: "unknown",
    MomentState.NOT_DUE: "not_due",
}


def track(found: list[Span], today: date) -> Track | None:
    """None with fewer than two spans: one sentence says as much as one bar."""
    if len(found) < 2:
        return None
    first, last = min(span.first for span in found), max(*(span.last for span in found), today)
    scale = (WIDTH - 2 * EDGE) / max(1, (last - first).days)

    def place(day: date) -> float:
        return round(EDGE + (max(day, first) - first).days * scale, 1)

    bars = [
        Bar(
            moment=span.moment,
            paint=PAINT[span.state],
            x=place(span.first),
            y=TOP + (span.moment - 1) * (BAR + GAP),
            width=max(LEAST, round(place(span.last) - place(span.first), 1)),
        )
        for span in found
    ]
    return Track(bars, place(today), first, last)
