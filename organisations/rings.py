"""The three linked rings: one drawing for screen, print and PDF. Form tells the states apart, so grey is enough."""

import math

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

RADIUS, FIRST, STEP, MIDDLE = 9, 11, 20, 13

# For paper: a PDF gives a drawing no style sheet. On screen rings.css replaces all of it.
PAINT = {
    "reached": 'fill="#0a5a6b" stroke="#0a5a6b"',
    "missed": 'stroke="#16202b"',
    "unknown": 'stroke="#4e5b69" stroke-width="2"',
    "open": 'stroke="#0a5a6b"',
    "not_due": 'stroke="#0a5a6b" stroke-dasharray="1.5 4.2" stroke-linecap="round"',
    "not_applicable": 'stroke="#6b7885" stroke-width="2"',
}

WORDS: dict[str, str | Promise] = {
    "reached": pgettext_lazy("moment", "reached"),
    "missed": pgettext_lazy("moment", "not reached"),
    "unknown": pgettext_lazy("moment", "cannot be found out"),
    "open": pgettext_lazy("moment", "still to ask"),
    "not_due": pgettext_lazy("moment", "not yet due"),
    "not_applicable": pgettext_lazy("moment", "does not apply"),
}
MOMENTS: tuple[str | Promise, ...] = (
    gettext_lazy("Enrolled"),
    gettext_lazy("Still takes part"),
    gettext_lazy("Enrolled again"),
)


def describe(states: list[str]) -> str:
    """Ingeschreven: bereikt. Neemt nog deel: nog te vragen. …"""
    return " ".join(f"{name}: {WORDS[state]}." for name, state in zip(MOMENTS, states, strict=True))


def draw(states: list[str], *, size: str = "", words: bool = True, title: str = "") -> SafeString:
    """The rings as SVG, with their words as its title (for a screen reader, for a PDF), or hidden when `words` is off.

    A `title` stands in for those words where the rings are only the mark.
    Raises KeyError for a state that does not exist.
    """
    shapes = mark_safe("".join(_ring(state, FIRST + place * STEP) for place, state in enumerate(states)))  # noqa: S308
    drawing = format_html('<g fill="none" stroke-width="2.5">{}</g></svg>', shapes)
    start = format_html('<svg class="{}" viewBox="0 0 62 26" ', f"rings {size}".strip())
    if title:
        return start + format_html('role="img"><title>{}</title>', title) + drawing
    if not words:
        return start + mark_safe('aria-hidden="true">') + drawing
    return start + format_html('role="img"><title>{} {}</title>', _("Moments:"), describe(states)) + drawing


def _ring(state: str, x: int) -> str:
    if state not in WORDS:
        raise KeyError(state)
    if state == "not_applicable":
        return _line(state, x - 5, MIDDLE, x + 5, MIDDLE)
    circle = f'<circle class="{state}" {PAINT[state]} cx="{x}" cy="{MIDDLE}" r="{RADIUS}"/>'
    return circle + "".join(_chord(state, x, offset) for offset in _CHORDS.get(state, ()))


# A missed ring is struck once; one that cannot be found out is hatched.
_CHORDS = {"missed": (0.0,), "unknown": (-4.5, 0.0, 4.5)}


def _chord(state: str, x: int, offset: float) -> str:
    """A line at 45 degrees, so far from the middle, from edge to edge."""
    half = math.sqrt(RADIUS**2 - offset**2)
    across, along = offset * math.sqrt(0.5), half * math.sqrt(0.5)
    return _line(state, x + across - along, MIDDLE + across + along, x + across + along, MIDDLE + across - along)


def _line(state: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{state}" {PAINT[state]} x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
