"""Everything the product says, it says in Dutch."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once

CATALOGUE = Path("locale/nl/LC_MESSAGES/django.po")
SPEAKING = ("config", "organisations", "ambassadors", "trajectories", "networks", "reporting", "templates")
SILENT = shutil.ignore_patterns("tests", "testing", "migrations", "__pycache__")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue drawn afresh from a copy of the sources, so that ours stays as it is."""
    copy = tmp_path_factory.mktemp("extraction")
    for folder in SPEAKING:
        shutil.copytree(settings.BASE_DIR / folder, copy / folder, ignore=SILENT)
    (copy / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "nl", "--no-obsolete", "--no-wrap"]
    subprocess.run(command, cwd=copy, env={"PATH": "/usr/bin:/bin"}, check=True, capture_output=True)
    return copy / CATALOGUE


def test_no_string_is_missing_empty_or_fuzzy_in_dutch(extracted: Path):
    compare = ["msgcmp", str(settings.BASE_DIR / CATALOGUE), str(extracted)]
    done = subprocess.run(compare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, "\n".join(complaints(done.stderr))


def complaints(stderr: str) -> Iterator[str]:
    """msgcmp names a file and a line; a person wants to read the message and where it is said."""
    for line in stderr.splitlines():
        if match := re.match(r"(.+\.po):(\d+): (?!warning)([^/]*)", line):
            catalogue, number, complaint = match.groups()
            lines = Path(catalogue).read_text().splitlines()
            entry = "\n".join(lines[: int(number)]).rpartition("\n\n")[2]
            yield f"{entry}  ← {complaint}"


def test_placeholders_survive_translation():
    check = ["msgfmt", "--check", "--output-file", "/dev/null", str(settings.BASE_DIR / CATALOGUE)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
