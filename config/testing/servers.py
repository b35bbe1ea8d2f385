"""A pytest plugin: the engine under test, started for this run alone.

`TEST_ENGINE=postgres` (default): a private PostgreSQL and a private Redis on free ports, in a folder that goes away.
`TEST_ENGINE=sqlite`: SQLite and the file broker, as `bin/dev` has them.

Loaded with `-p` and not from a conftest: pytest-django reads the settings before any conftest is imported.
With pytest-xdist the controller starts the servers, and its workers inherit the addresses.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg2
import pytest
import redis

from config.processes import free_port, spawn, stop, wait_until

ENGINES = ("postgres", "sqlite")
DATABASE_FIXTURES = {"db", "transactional_db", "product", "own_product"}
_POSTGRES_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100")


class Servers:
    """What this run started, in `folder`, and how to end it."""

    def __init__(self) -> None:
        self.processes: list[tuple[subprocess.Popen[bytes], signal.Signals]] = []
        self.folder = Path(tempfile.mkdtemp(prefix="test-run-"))
        self.folder.chmod(0o755)  # as root, PostgreSQL works here under another name

    def start_postgres(self) -> str:
        """Start a cluster that trusts this machine and never syncs; its address, without a database name."""
        cluster, port = self.folder / "postgres", free_port()
        cluster.mkdir()
        identity = _postgres_identity(cluster)
        initdb: list[str | Path] = [
            _postgres_program("initdb"),
            "-D",
            cluster,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
        ]
        subprocess.run(
            [*initdb, "--locale=C.UTF-8", "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd=cluster, **identity
        )
        options = [part for option in (*_POSTGRES_QUICK, f"port={port}") for part in ("-c", option)]
        command = [_postgres_program("postgres"), "-D", cluster, "-k", cluster, "-h", "127.0.0.1", *options]
        with (self.folder / "postgres.log").open("wb") as log:
            process = spawn(command, on_death=signal.SIGQUIT, cwd=cluster, stderr=log, **identity)
        self.processes.append((process, signal.SIGINT))
        address = f"postgres://postgres@127.0.0.1:{port}"
        wait_until(lambda: _postgres_answers(address), what="PostgreSQL", process=process)
        return address

    def start_redis(self) -> str:
        process, address = start_redis(free_port(), self.folder)
        self.processes.append((process, signal.SIGTERM))
        return address

    def stop(self) -> None:
        for process, with_signal in reversed(self.processes):
            stop(process, with_signal=with_signal)
        shutil.rmtree(self.folder, ignore_errors=True)


def start_redis(port: int, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """A Redis that keeps nothing on disk, and its address."""
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = spawn(command, on_death=signal.SIGKILL, cwd=folder, stdout=subprocess.DEVNULL)
    address = f"redis://127.0.0.1:{port}/0"
    wait_until(lambda: redis_answers(address), what="Redis", process=process)
    return process, address


def redis_answers(address: str) -> bool:
    try:
        with redis.Redis.from_url(address, socket_connect_timeout=1) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def _postgres_answers(address: str) -> bool:
    try:
        psycopg2.connect(f"{address}/postgres").close()
    except psycopg2.OperationalError:
        return False
    return True


def _postgres_program(name: str) -> str:
    """The newest installed version: Debian keeps the server's programs off the PATH."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda home: int(home.parent.name))
    found = str(homes[-1] / name) if homes else shutil.which(name)
    if not found:
        raise pytest.UsageError(f"{name} is not installed: run bin/setup first")
    return found


def _postgres_identity(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then the user that its Debian package made takes over."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--engine",
        choices=ENGINES,
        default=os.environ.get("TEST_ENGINE", "postgres"),
        help="what the tests run on (also TEST_ENGINE): postgres with Redis, or sqlite with the file broker",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        _use_data_folder(os.environ["PYTEST_XDIST_WORKER"])
        _use_redis_database(os.environ["PYTEST_XDIST_WORKER"])
        return
    engine = early_config.known_args_namespace.engine
    if engine not in ENGINES:
        raise pytest.UsageError(f"TEST_ENGINE is {engine}; it can be {' or '.join(ENGINES)}")
    servers = Servers()
    early_config.add_cleanup(servers.stop)
    os.environ |= {
        "TEST_ENGINE": engine,
        "TEST_RUN_DIR": str(servers.folder),
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's synchronous interface runs a loop of its own
    }
    _use_data_folder("main")
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    if engine == "postgres":
        os.environ["DATABASE_URL"] = f"{servers.start_postgres()}/verbindingsambassadeurs"
        os.environ["REDIS_URL"] = servers.start_redis()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long ones first, for the short ones to fill up. SQLite leaves out what PostgreSQL has proven for both."""
    items.sort(key=lambda item: not _is_long(item))
    if os.environ["TEST_ENGINE"] == "postgres":
        return
    left_out = [item for item in items if _proven_on_postgres(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _is_long(item: pytest.Item) -> bool:
    return not {"journey", "long"}.isdisjoint(mark.name for mark in item.iter_markers())


def _proven_on_postgres(item: pytest.Item) -> bool:
    """Journeys but for the smoke test, what says so itself, and what meets no database."""
    marks = {mark.name for mark in item.iter_markers()}
    if "journey" in marks:
        return "smoke" not in marks
    meets_a_database = "django_db" in marks or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
    return "once" in marks or not (meets_a_database or "both" in marks)


def _use_data_folder(process: str) -> None:
    """Private files, mail and messages of each test process lie apart."""
    folder = Path(os.environ["TEST_RUN_DIR"]) / f"data-{process}"
    (folder / "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it finds none
    os.environ["DATA_DIR"] = str(folder)


def _use_redis_database(process: str) -> None:
    """A message of one test process is not for the workers of another."""
    if address := os.environ.get("REDIS_URL"):
        os.environ["REDIS_URL"] = f"{address.rpartition('/')[0]}/{int(process.removeprefix('gw')) + 1}"
