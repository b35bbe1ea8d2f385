"""The whole product in one command: the web server, the Celery worker, the sweep of stale jobs and the reminders.

A child that ends is started again, after a pause that grows while it keeps failing. When this process ends, by Ctrl-C
or by kill -9, its children end too. Each child's process id lies in DATA_DIR/run/NAME.pid.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from config.processes import spawn, stop

HOST = "127.0.0.1"
FIRST_PAUSE, LONGEST_PAUSE, HEALTHY_AFTER = 0.5, 30.0, 10.0
PROGRAMS = Path(sys.executable).parent


@dataclass
class Child:
    """One process that has to be there, and how patient we are with it."""

    name: str
    command: list[str]
    on_death: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    start_at: float = field(default=0.0)

    def look_after(self, now: float, folder: Path) -> None:
        """Start it when it is due; when it has ended, decide when that will be."""
        if self.process is None:
            if now >= self.start_at:
                self.start(now, folder)
        elif self.process.poll() is not None:
            self.wait_a_while(now, self.process)

    def start(self, now: float, folder: Path) -> None:
        quiet = {"PYTHONWARNINGS": "ignore:You're running the worker"}  # as root, which a container does
        self.process = spawn(
            self.command, on_death=self.on_death, stdin=subprocess.DEVNULL, env={**os.environ, **quiet}
        )
        self.started = now
        note(folder / f"{self.name}.pid", str(self.process.pid))

    def wait_a_while(self, now: float, ended: subprocess.Popen[bytes]) -> None:
        stop(ended)  # its own children too
        if now - self.started > HEALTHY_AFTER:
            self.pause = FIRST_PAUSE
        say(f"{self.name} ended with code {ended.returncode}; it starts again in {self.pause:g} s")
        self.process, self.start_at = None, now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)


def note(path: Path, text: str) -> None:
    """Put it in place whole: who reads at this moment finds the old number or the new one, never half of it."""
    draft = path.with_suffix(".draft")
    draft.write_text(text)
    draft.replace(path)


def children(port: int) -> list[Child]:
    """Gunicorn ends its own workers when it is asked to. A report that the worker leaves half done, the sweep finds."""
    gunicorn = f"gunicorn config.wsgi --bind {HOST}:{port} --workers 2 --worker-class gthread --threads 4"
    gunicorn += " --graceful-timeout 5 --no-control-socket --log-level warning"
    gunicorn += " --reload" if os.environ.get("DEBUG") else " --preload"
    worker = "celery -A config --quiet worker --pool threads --concurrency 1 --loglevel WARNING"
    worker += " --without-gossip --without-mingle"
    python = [sys.executable, "manage.py"]
    return [
        Child("gunicorn", program(gunicorn)),
        Child("worker", program(worker), on_death=signal.SIGKILL),
        Child("sweep", [*python, "sweep", "--loop"]),
        Child("reminders", [*python, "remind", "--loop"]),
    ]


def program(line: str) -> list[str]:
    name, *arguments = line.split()
    return [str(PROGRAMS / name), *arguments]


def supervise(port: int) -> None:
    """Runs until a signal raises SystemExit."""
    folder = run_folder()
    folder.mkdir(parents=True, exist_ok=True)
    family = children(port)
    greeted = False
    try:
        while True:
            for child in family:
                child.look_after(time.monotonic(), folder)
            greeted = greeted or greet(port, folder)
            time.sleep(0.2 if greeted else 0.5)
    finally:
        say("Ending.")
        end(family)


def end(family: list[Child]) -> None:
    """Ask all of them at once, so that the slowest decides how long it takes."""
    running = [child.process for child in family if child.process]
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        stop(process, patience=6)


def login_page_answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def greet(port: int, folder: Path) -> bool:
    """Say where it is, as soon as it is there: an address that does not answer is of no use to anybody."""
    if not login_page_answers(port):
        return False
    say(f"\n  http://localhost:{port}\n")
    if (log_ins := folder / "log-ins.txt").exists():
        say(log_ins.read_text())
    say("  Ctrl-C ends it.\n")
    return True


def run_folder() -> Path:
    data = Path(os.environ.get("DATA_DIR", Path(__file__).resolve().parent.parent / "var"))
    return data.resolve() / "run"


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def leave(number: int, frame: FrameType | None) -> None:
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    raise SystemExit(0)


def say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 - this is what the person at the terminal reads


def main() -> None:
    port = int(os.environ.get("PORT", "8000"))
    if not port_is_free(port):
        sys.exit(f"Port {port} is in use. Choose another one: PORT={port + 1} bin/dev")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    supervise(port)


if __name__ == "__main__":
    main()
