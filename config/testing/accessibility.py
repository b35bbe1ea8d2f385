"""What a page has to stand before everybody can use it. Each look returns complaints, in words; none is good."""

import json
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
PROBES = Path(__file__).with_name("accessibility.js").read_text()

# target-size runs only when wcag22aa is asked for.
LEVELS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# What a window may change: the rest axe said at a desk.
OF_A_WINDOW = {
    "type": "rule",
    "values": [
        "color-contrast",
        "link-in-text-block",
        "target-size",
        "scrollable-region-focusable",
        "aria-hidden-focus",
    ],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
TINY: ViewportSize = {"width": 320, "height": 256}  # 1280 × 1024, magnified four times
TWICE: ViewportSize = {"width": 640, "height": 450}  # a desk, magnified twice
TABLET: ViewportSize = {"width": 768, "height": 1024}
MOST_STOPS = 400


def look_at(page: Page, path: str) -> list[str]:
    """Everything, on one load of the page: what changes is the window, the colours and the spacing."""
    complaints = [*opened(page, path, DESK), *axe(page, LEVELS), *tab_walk(page)]
    page.set_viewport_size(PHONE)
    complaints += [*axe(page, OF_A_WINDOW), *in_the_dark(page)]
    complaints += [one for window in (TINY, TWICE, TABLET) for one in sideways(page, window)]
    complaints += [*with_more_space(page), *with_few_colours(page)]
    return [f"{path}: {complaint}" for complaint in dict.fromkeys(complaints)]


def glance_at(page: Page, path: str) -> list[str]:
    """For a page that was looked at in another role: what its data may have changed."""
    complaints = [*opened(page, path, PHONE), *axe(page, OF_A_WINDOW), *sideways(page, TINY)]
    return [f"{path}: {complaint}" for complaint in dict.fromkeys(complaints)]


def send_empty(page: Page, path: str) -> list[str]:
    """An empty form comes back: errors told first, focused, linked, and beside their fields; nothing typed is lost."""
    opened(page, path, PHONE)
    kept = page.evaluate("probes.empty()")
    with page.expect_navigation():
        page.evaluate("probes.send()")
    page.evaluate(AXE)
    page.evaluate(PROBES)
    complaints = [*page.evaluate(f"probes.refused({json.dumps(kept)})"), *axe(page, LEVELS)]
    return [f"{path}, sent empty: {complaint}" for complaint in complaints]


def opened(page: Page, path: str, window: ViewportSize) -> list[str]:
    page.set_viewport_size(window)
    answer = page.goto(path)
    page.evaluate(AXE)
    page.evaluate(PROBES)
    wrong = [] if answer and answer.ok else [f"answers {answer.status if answer else 'nothing'}"]
    return wrong + complaints_of(page, "structure")


def axe(page: Page, rules: dict[str, Any]) -> list[str]:
    options = json.dumps({"resultTypes": ["violations"], "runOnly": rules})
    violations = page.evaluate(f"axe.run({options}).then((results) => results.violations)")
    return [
        f"{violation['id']} at {node['target']} in {page.viewport_size}: {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"]
    ]


def in_the_dark(page: Page) -> list[str]:
    """Only the colours change with the dark, so only they are asked for again."""
    page.emulate_media(color_scheme="dark")
    complaints = axe(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return [f"dark: {complaint}" for complaint in complaints]


def tab_walk(page: Page) -> list[str]:
    """With Tab through the page: what has the focus is seen to have it, lies uncovered, and nothing is left out."""
    complaints = []
    page.evaluate("probes.startWalk()")
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("probes.stop()")
        if stop is None:
            break
        complaints += stop
    return complaints + complaints_of(page, "left_out")


def sideways(page: Page, window: ViewportSize) -> list[str]:
    page.set_viewport_size(window)
    return complaints_of(page, "sideways")


def with_more_space(page: Page) -> list[str]:
    """The spacing that WCAG 1.4.12 lets a reader set, in three windows."""
    page.evaluate("probes.space(true)")
    complaints = [f"more space: {one}" for window in (TINY, PHONE, DESK) for one in sideways(page, window)]
    page.evaluate("probes.space(false)")
    return complaints


def with_few_colours(page: Page) -> list[str]:
    """Windows' contrast themes take our colours away; borders and shapes have to carry every state."""
    page.emulate_media(forced_colors="active")
    complaints = complaints_of(page, "forced")
    page.emulate_media(forced_colors="none")
    return [f"forced colours: {complaint}" for complaint in complaints]


def complaints_of(page: Page, probe: str) -> list[str]:
    found: list[str] = page.evaluate(f"probes.{probe}()")
    return found
