"""Start a process that cannot outlive the one that started it."""

import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def die_with(parent: int, with_signal: signal.Signals) -> Callable[[], None]:
    """For the child, between fork and exec: the kernel sends `with_signal` when `parent` is gone, even by kill -9."""

    def in_child() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, with_signal)
        if os.getppid() != parent:
            os._exit(1)

    return in_child


def spawn(
    command: Sequence[object], *, on_death: signal.Signals = signal.SIGTERM, **options: Any
) -> subprocess.Popen[bytes]:
    """A child in a session of its own (Ctrl-C reaches only us), which dies when we do."""
    return subprocess.Popen(  # noqa: S603 - fixed commands; the code between fork and exec is one system call
        [str(part) for part in command], start_new_session=True, preexec_fn=die_with(os.getpid(), on_death), **options
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(
    ready: Callable[[], bool], *, what: str, seconds: float = 20, process: subprocess.Popen[bytes] | None = None
) -> None:
    """Ask `ready` until it says yes; a TimeoutError names what did not come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process and process.poll() is not None:
            raise RuntimeError(f"{what} ended with code {process.returncode}")
        if ready():
            return
        time.sleep(0.1)
    raise TimeoutError(f"{what} did not answer within {seconds:.0f} s")


def stop(
    process: subprocess.Popen[bytes], *, with_signal: signal.Signals = signal.SIGTERM, patience: float = 10
) -> None:
    """Ask, wait, and end whatever is left of its session."""
    if process.poll() is None:
        process.send_signal(with_signal)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
