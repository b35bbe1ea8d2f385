"""Stacked bars as shapes: numbers in, coordinates out. A template draws them, the same on screen and on paper.

Form tells the states apart, so grey is enough: solid reached, grey missed, hatched not known, outlined not yet due.
All charts beside each other share one scale, so that bars may be compared across them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

WIDTH = 200.0
LONGEST = 174.0  # what is left is for a count behind the bar
LABEL, BAR, PITCH = 13.0, 20.0, 45.0
GAP = 1.0
HATCH = 5.0
LETTER = 7.6  # width of a digit at the chart's type size, with room around it

# The colours of tokens.css, for paper.
PAINT = {
    "reached": mark_safe('fill="#0a5a6b"'),
    "missed": mark_safe('fill="#b9c4cc"'),
    "not_due": mark_safe('fill="none" stroke="#0a5a6b" stroke-width="1" stroke-dasharray="2 3"'),
}
REACHED, MISSED, UNKNOWN, NOT_DUE = STATES = ("reached", "missed", "unknown", "not_due")


@dataclass(frozen=True)
class Bar:
    """A label and how many stand in each state, in the order of STATES. `note` stands in for a bar that is left out."""

    label: str
    counts: tuple[int, int, int, int] = (0, 0, 0, 0)
    note: str = ""

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Shape:
    """One part of a bar. `text`: its count, `inside` it, behind the bar, or none; `lines`: strokes of a hatched one."""

    state: str
    x: float
    y: float
    width: float
    height: float
    text: str
    text_x: float
    inside: bool
    lines: tuple[tuple[float, float, float, float], ...] = ()

    @property
    def text_y(self) -> float:
        return self.y + 14.5

    @property
    def paint(self) -> SafeString:
        """For paper, which gives a drawing no style sheet."""
        return PAINT[self.state]


@dataclass(frozen=True)
class Drawn:
    """One bar as drawn: where its label stands, and its parts."""

    label: str
    label_y: float
    note: str
    note_y: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Chart:
    """`height` in the units of `width`; what cannot see reads the table beneath, or the words that go along."""

    width: float
    height: float
    bars: tuple[Drawn, ...]


def scale_of(charts: Sequence[Sequence[Bar]]) -> int:
    """The longest bar of all: the one scale of charts that stand beside each other."""
    return max((bar.total for bars in charts for bar in bars), default=0)


def stacked(bars: Sequence[Bar], scale: int) -> Chart:
    """Draw bars on a scale on which `scale` is the full width."""
    drawn = tuple(_drawn(bar, LABEL + place * PITCH, scale) for place, bar in enumerate(bars))
    return Chart(WIDTH, len(bars) * PITCH, drawn)


def _drawn(bar: Bar, label_y: float, scale: int) -> Drawn:
    top, x, shapes = label_y + 4, 0.0, []
    last = max((place for place, count in enumerate(bar.counts) if count), default=None)
    for place, (state, count) in enumerate(zip(STATES, bar.counts, strict=True)):
        width = LONGEST * count / scale if scale else 0.0
        if count:
            shapes.append(_shape(state, x, top, max(width - GAP, 1.0), count, is_last=place == last))
        x += width
    return Drawn(bar.label, label_y, bar.note, top + 14.5, tuple(shapes))


def _shape(state: str, x: float, y: float, width: float, count: int, *, is_last: bool) -> Shape:
    """Its count stands in it where it fits; behind the bar, when it is the last; else only in the table."""
    fits = width >= len(str(count)) * LETTER + 6 and state != UNKNOWN
    text_x = x + 4 if fits else x + width + 3
    text = str(count) if fits or is_last else ""
    lines = _hatch(x, y, width, BAR) if state == UNKNOWN else ()
    return Shape(state, round(x, 2), y, round(width, 2), BAR, text, round(text_x, 2), fits, lines)


def _hatch(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float, float, float], ...]:
    """Strokes at 45 degrees, from edge to edge of a rectangle: clipped here, so that no drawing program has to."""
    strokes, offset = [], HATCH / 2
    while offset < width + height:
        x1, y1 = (x + offset, y) if offset <= width else (x + width, y + offset - width)
        x2, y2 = (x, y + offset) if offset <= height else (x + offset - height, y + height)
        strokes.append((round(x1, 2), round(y1, 2), round(x2, 2), round(y2, 2)))
        offset += HATCH
    return tuple(strokes)
