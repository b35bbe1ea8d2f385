"""What import-linter cannot say: which doors are closed to other apps, and what pure modules keep out."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

APPS = ("organisations", "ambassadors", "networks", "trajectories", "reporting")
DOORS = ("urls", "views", "forms", "tasks", "templatetags", "management")
CHOICES = ("django.db.models.TextChoices", "django.db.models.IntegerChoices")  # lists of words, no tables
NOT_PURE = ("django.db", "django.http", "django.shortcuts", "django.template", "django.utils.timezone", "time")


def sources(app: str) -> Iterator[Path]:
    for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
        if not {"tests", "migrations"} & set(path.parts):
            yield path


def imports(path: Path) -> set[str]:
    """Every module, and every name out of a module, that the file asks for."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def starts(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def test_no_app_comes_in_through_another_apps_door():
    wrong = [
        f"{path.relative_to(settings.BASE_DIR)} uses {name}"
        for app in APPS
        for path in sources(app)
        for name in imports(path)
        for other in APPS
        if other != app and starts(name, tuple(f"{other}.{door}" for door in DOORS))
    ]
    assert wrong == []


def pure_modules() -> set[str]:
    """The second layer from the ground in pyproject.toml."""
    contracts = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    inside = next(contract for contract in contracts if contract["id"] == "inside")
    return set(inside["layers"][-2].replace("(", "").replace(")", "").split(" : "))


def test_pure_modules_use_no_database_no_request_and_no_clock():
    pure = pure_modules()
    assert "moments" in pure
    models = tuple(f"{app}.{layer}" for app in APPS for layer in ("models", "querysets", "actions", "access"))
    wrong = [
        f"{path.relative_to(settings.BASE_DIR)} uses {name}"
        for app in APPS
        for path in sources(app)
        if pure & {part.removesuffix(".py") for part in path.relative_to(settings.BASE_DIR).parts[1:2]}
        for name in sorted(imports(path))
        if starts(name, NOT_PURE + models) and name not in CHOICES
    ]
    assert wrong == []
