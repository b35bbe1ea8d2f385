"""The product starts as one, starts again what is killed, and ends as one."""

import os
import signal
from pathlib import Path

import pytest

from config.processes import wait_until
from config.testing.product import Product

pytestmark = pytest.mark.journey

CHILDREN = ("gunicorn", "worker", "sweep", "reminders")


def family_of(pid: int) -> list[int]:
    """The process and all below it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family_of(int(child)))]


def lives(pid: int) -> bool:
    """A process that ended but was not collected by its parent yet is dead to us."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.parametrize("name", CHILDREN)
def test_a_killed_process_is_started_again(product: Product, name: str):
    before = product.pid_of(name)
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: product.pid_of(name) != before and lives(product.pid_of(name)), what=f"A new {name}")


@pytest.mark.smoke
def test_pages_answer_again_after_gunicorn_was_killed(product: Product):
    before = product.pid_of("gunicorn")
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: product.pid_of("gunicorn") != before and product.answers(), what="The log-in page")


@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_when_the_supervisor_ends(own_product: Product, with_signal: signal.Signals):
    processes = [pid for name in CHILDREN for pid in family_of(own_product.pid_of(name))]
    assert len(processes) >= len(CHILDREN)
    own_product.kill_supervisor(with_signal)
    wait_until(lambda: not any(map(lives, processes)), what="The end of every process")


def test_first_screen_names_the_address_and_the_demo_log_ins(product: Product):
    """The greeting comes a moment after the first answer, and the last line of it last."""
    wait_until(lambda: "Ctrl-C" in product.log.read_text(), what="The greeting")
    said = product.log.read_text()
    assert f"http://localhost:{product.port}" in said
    assert "coordinator@demo.example" in said
