"""The joined style sheet, and the contrast of every pair of colours that meet."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from config import stylesheet

pytestmark = pytest.mark.once

FOLDER = settings.BASE_DIR / "static" / "css"
TEXT, CONTROL = 4.5, 3.0
PAIRS = [
    ("ink", "ground", 7.0),
    ("ink", "wash", 7.0),
    ("muted", "ground", TEXT),
    ("muted", "wash", TEXT),
    ("link", "ground", TEXT),
    ("link", "wash", TEXT),
    ("brand", "ground", TEXT),
    ("brand", "wash", TEXT),
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-deep", TEXT),
    ("ok", "ground", TEXT),
    ("ok", "ok-tint", TEXT),
    ("caution", "ground", TEXT),
    ("caution", "wash", TEXT),
    ("caution", "caution-tint", TEXT),
    ("error", "ground", TEXT),
    ("error", "error-tint", TEXT),
    ("on-error", "error", TEXT),
    ("edge", "ground", CONTROL),
    ("edge", "wash", CONTROL),
    ("focus", "ground", CONTROL),
    ("focus", "halo", CONTROL),
]


def tokens() -> dict[str, tuple[str, str]]:
    """Each colour as (light, dark)."""
    text = (FOLDER / "tokens.css").read_text()
    return {name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", text)}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=[f"{front} on {back}" for front, back, _least in PAIRS])
def test_colours_that_meet_can_be_read(front, back, least, scheme):
    colours = tokens()
    assert contrast(colours[front][scheme], colours[back][scheme]) >= least


def test_style_sheet_declares_its_layers_first():
    assert stylesheet.joined(FOLDER).startswith("@layer tokens, reset, base, components, pages, print;")


def test_style_sheet_holds_every_screen_part_and_no_paper():
    names = {path.relative_to(FOLDER).as_posix() for path in stylesheet.parts(FOLDER)}
    assert {"tokens.css", "components/form.css", "pages/phone.css", "print.css"} <= names
    assert "report.css" not in names


def test_every_part_lies_in_a_layer():
    loose = [path.name for path in stylesheet.parts(FOLDER) if not re.search(r"^@layer \w+", path.read_text(), re.M)]
    assert loose == []


def test_style_sheet_is_found_like_a_file():
    found = finders.find(stylesheet.NAME)
    assert found is not None
    assert Path(found).read_text(encoding="utf-8") == stylesheet.joined(FOLDER)
