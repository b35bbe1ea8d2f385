"""One style sheet for a phone on a slow line: the parts of static/css, joined without a bundler."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/house.css"
PAPER_ONLY = "report.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s*")


def parts(folder: Path) -> list[Path]:
    """Every screen part. layers.css goes first: it declares the layers, after which the order of files is free."""
    found = [path for path in folder.rglob("*.css") if path.name != PAPER_ONLY]
    return sorted(found, key=lambda path: (path.name != "layers.css", path))


def joined(folder: Path) -> str:
    """The parts as one text, without comments and indentation."""
    text = "".join(path.read_text(encoding="utf-8") for path in parts(folder))
    return INDENT.sub("\n", COMMENT.sub("", text)).strip() + "\n"


class StyleSheetFinder(BaseFinder):
    """Offers css/house.css to collectstatic and to the test server, as if it were a file somebody wrote."""

    source = Path(settings.BASE_DIR) / "static" / "css"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=Path(settings.DATA_DIR) / "built")

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure, so nothing to warn about."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The absolute path of the joined file, joined anew."""
        if path != NAME:
            return []
        self._build()
        return [self.storage.path(NAME)] if find_all else self.storage.path(NAME)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """The one file this finder has."""
        self._build()
        yield NAME, self.storage

    def _build(self) -> None:
        target = Path(self.storage.path(NAME))
        text = joined(self.source)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
