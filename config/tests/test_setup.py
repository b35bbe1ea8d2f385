"""Setting up again costs next to nothing, so that both commands can do it every time."""

import subprocess
import time
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.once


def set_up(data_dir: Path) -> str:
    environment = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "DATA_DIR": str(data_dir)}
    command = [settings.BASE_DIR / "bin" / "setup"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_setting_up_again_does_nothing_and_says_nothing(tmp_path: Path):
    assert "Collecting static files" in set_up(tmp_path)
    started = time.monotonic()
    assert set_up(tmp_path) == ""
    assert time.monotonic() - started < 3
