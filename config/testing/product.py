"""The product as `bin/dev` starts it, on the engine under test, with demo data: gunicorn, worker, sweep, reminders.

The demo data is made once for each run of the tests; every pytest-xdist worker gets a copy, and a product of its own.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

import psycopg2
import pytest

from config.processes import free_port, spawn, stop, wait_until
from config.testing.servers import start_redis

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Product:
    """A running product: `url` for the browser, `database_url` to count for oneself, and its processes to play with."""

    data_dir: Path
    database_url: str
    today: date
    port: int = field(default_factory=free_port)
    redis_port: int | None = None
    _supervisor: subprocess.Popen[bytes] | None = None
    _redis: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """`localhost`, because a passkey refuses an IP address."""
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        ours = {"DATA_DIR": str(self.data_dir), "DATABASE_URL": self.database_url, "PORT": str(self.port)}
        ours |= {"DJANGO_SETTINGS_MODULE": "config.settings.development", "SITE_URL": self.url}
        if self.redis_port:
            ours["REDIS_URL"] = f"redis://127.0.0.1:{self.redis_port}/0"
        return {name: value for name, value in os.environ.items() if name != "REDIS_URL"} | ours

    def manage(self, *arguments: str) -> str:
        """What `manage.py …` prints; when it fails, its complaint fails the test."""
        return self._python("manage.py", *arguments)

    def prepare(self) -> None:
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self._python("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        self._python("-m", "config.prepare", "--today", self.today.isoformat())

    def start(self) -> None:
        self.start_redis()
        with self.log.open("ab") as log:
            self._supervisor = spawn(
                [sys.executable, "-m", "config.supervisor"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        try:
            wait_until(self.answers, what="The product", seconds=60, process=self._supervisor)
        except (TimeoutError, RuntimeError) as error:
            error.add_note(self.log.read_text()[-4000:])
            raise

    def stop(self) -> None:
        for process in (self._supervisor, self._redis):
            if process:
                stop(process)

    def start_redis(self) -> None:
        """Also again, after `stop_redis`, on the same port."""
        if self.redis_port:
            self._redis, _ = start_redis(self.redis_port, self.data_dir)

    def stop_redis(self) -> None:
        assert self._redis, "This product runs on the file broker."
        stop(self._redis, with_signal=signal.SIGKILL)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url, timeout=10) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def kill_supervisor(self, with_signal: signal.Signals) -> None:
        assert self._supervisor
        self._supervisor.send_signal(with_signal)
        self._supervisor.wait(15)

    def pid_of(self, name: str) -> int:
        """Of "gunicorn", "worker", "sweep" or "reminders": the process started last, whether it still lives or not."""
        return int((self.data_dir / "run" / f"{name}.pid").read_text())

    @property
    def log(self) -> Path:
        """Everything the processes wrote."""
        return self.data_dir / "product.log"

    def _python(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout


@pytest.fixture(scope="session")
def product(worker_id: str) -> Iterator[Product]:
    """One for all the journeys of this process. Who changes what others count on asks for `own_product`."""
    with running_copy(f"product_{worker_id}") as copy:
        yield copy


@pytest.fixture
def own_product(worker_id: str) -> Iterator[Product]:
    """One for this test alone, fresh, to break."""
    with running_copy(f"product_{worker_id}_{uuid4().hex[:8]}") as copy:
        yield copy


@contextmanager
def running_copy(name: str) -> Iterator[Product]:
    run_dir = Path(os.environ["TEST_RUN_DIR"])
    copy = copy_of(prepared_once(run_dir), run_dir / name, name)
    try:
        copy.start()
        yield copy
    finally:
        copy.stop()


def prepared_once(run_dir: Path) -> Product:
    """The migrated and filled original; whoever comes first makes it, the others wait."""
    folder, done = run_dir / "product-original", run_dir / "product-original.done"
    name = "product_original"
    with locked(run_dir / "product-original.lock"):
        if not done.exists():
            create_database(name)
            original = Product(folder, database_url(name, folder), date.today())
            original.prepare()
            done.write_text(original.today.isoformat())
    return Product(folder, database_url(name, folder), date.fromisoformat(done.read_text()))


def copy_of(original: Product, folder: Path, name: str) -> Product:
    shutil.copytree(original.data_dir, folder)
    create_database(name, template="product_original")
    redis_port = free_port() if on_postgres() else None
    return Product(folder, database_url(name, folder), original.today, redis_port=redis_port)


def on_postgres() -> bool:
    return os.environ["TEST_ENGINE"] == "postgres"


def database_url(name: str, folder: Path) -> str:
    return f"{postgres_server()}/{name}" if on_postgres() else f"sqlite:///{folder}/db.sqlite3"


def postgres_server() -> str:
    return os.environ["DATABASE_URL"].rpartition("/")[0]


def create_database(name: str, template: str = "template1") -> None:
    """On PostgreSQL; on SQLite the file is the database."""
    if not on_postgres():
        return
    connection = psycopg2.connect(f"{postgres_server()}/postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    connection.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
