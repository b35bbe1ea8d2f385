"""Every template is there for a reason."""

import re
from pathlib import Path

import crispy_forms
import pytest
from django.conf import settings
from django.template import engines

pytestmark = pytest.mark.once

TEMPLATES = settings.BASE_DIR / "templates"
SOURCES = ("config", "organisations", "ambassadors", "trajectories", "networks", "reporting", "templates")
ASKED_FOR_BY_DJANGO = {"400.html", "403.html", "404.html", "500.html", "403_csrf.html"}


def our_templates() -> list[str]:
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*") if path.is_file())


def text_of(folders: list[Path], pattern: str) -> str:
    return "\n".join(
        path.read_text() for folder in folders for path in folder.rglob(pattern) if "tests" not in path.parts
    )


def replaces_one_of_a_package(name: str) -> bool:
    """allauth, Django's form widgets: they ask for it, ours comes first."""
    places = [Path(place) for place in engines["django"].template_dirs if not str(place).startswith(str(TEMPLATES))]
    return any((place / name).exists() for place in places)


def test_every_template_is_used():
    ours = [settings.BASE_DIR / folder for folder in SOURCES]
    mentioned = text_of(ours, "*.py") + text_of(ours, "*.html") + text_of(ours, "*.txt")
    crispy = text_of([Path(crispy_forms.__file__).parent], "*.py")
    unused = [
        name
        for name in our_templates()
        if name not in ASKED_FOR_BY_DJANGO
        and not re.search(rf"[\"']{re.escape(name)}[\"']", mentioned)
        and not replaces_one_of_a_package(name)
        and not (name.startswith("house/") and name.removeprefix("house/") in crispy)
    ]
    assert unused == []


def test_no_template_carries_style_or_script_of_its_own():
    """The content security policy would refuse it, silently, in the browser."""
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:")
    wrong = [
        name for name in our_templates() if name.endswith(".html") and inline.search((TEMPLATES / name).read_text())
    ]
    assert wrong == []
