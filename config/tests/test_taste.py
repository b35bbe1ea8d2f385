"""What we do not want to find in the house, now or later."""

import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from config import stylesheet

pytestmark = pytest.mark.once

ROOT = settings.BASE_DIR
WITHOUT_A_SUBJECT = {"utils", "util", "helpers", "helper", "common", "misc", "services", "signals"}
CSS_BYTES = 15 * 1024
# Put together here, so that this file does not contain them.
REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
]
INDEX_OPTIONS = ["--index" + "-url", "--extra-index" + "-url", "--find" + "-links", "--trusted" + "-host"]
OF_ONE_MACHINE = ["/" + "work/", "/" + "home/", "/" + "root/", "/" + "tmp/team"]


def committed_files() -> list[Path]:
    """Tracked, or about to be: all that git does not ignore."""
    listed = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> Iterator[tuple[Path, str]]:
    for path in committed_files():
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_every_file_has_a_name_that_says_what_it_is_about():
    assert [path for path in committed_files() if path.stem in WITHOUT_A_SUBJECT] == []


def test_no_file_names_a_package_registry():
    assert list(found(REGISTRIES + INDEX_OPTIONS)) == []


def test_no_file_names_a_folder_of_one_machine():
    assert list(found(OF_ONE_MACHINE)) == []


def found(words: list[str]) -> Iterator[str]:
    pattern = re.compile("|".join(rf"(?<![\w.]){re.escape(word)}" for word in words))
    for path, text in texts():
        for match in pattern.finditer(text):
            yield f"{path}: {match[0]}"


def test_the_style_sheet_is_light_enough_for_a_slow_phone():
    weight = len(gzip.compress(stylesheet.joined(ROOT / "static" / "css").encode(), 9))
    assert weight <= CSS_BYTES


def test_no_third_party_script_or_style_is_committed():
    assert [path for path in committed_files() if re.search(r"\.min\.(js|css)$", path.name)] == []
