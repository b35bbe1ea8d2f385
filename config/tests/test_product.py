"""The product starts, and starts again what is killed."""

import os
import signal
import time

import pytest

from config.testing.product import Product

pytestmark = [pytest.mark.journey, pytest.mark.smoke]


@pytest.mark.parametrize("name", ["gunicorn", "worker", "sweep"])
def test_a_killed_process_is_started_again(product: Product, name: str):
    before = product.pid_of(name)
    os.kill(before, signal.SIGKILL)
    end = time.monotonic() + 20
    while product.pid_of(name) == before:
        assert time.monotonic() < end, product.log.read_text()
        time.sleep(0.1)


def test_pages_answer_again_after_gunicorn_was_killed(product: Product):
    os.kill(product.pid_of("gunicorn"), signal.SIGKILL)
    end = time.monotonic() + 20
    while time.monotonic() < end:
        time.sleep(0.5)
        if product.answers():
            return
    pytest.fail(product.log.read_text())
