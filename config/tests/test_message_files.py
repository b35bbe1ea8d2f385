"""A message on files is there whole or not at all: a worker that looks at any moment never reads half of one."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kombu import Connection

import config.message_files  # noqa: F401

MESSAGES = 200


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    messages, control = tmp_path / "messages", tmp_path / "control"
    messages.mkdir()
    folders = {"data_folder_in": str(messages), "data_folder_out": str(messages), "control_folder": str(control)}
    with Connection("files://localhost", transport_options=folders) as one:
        with one.clone() as own, own.SimpleQueue("reports"):
            pass  # the queue is there, as it is after the first start
        yield one


def test_reader_beside_a_writer_gets_every_message_once(connection: Connection) -> None:
    def write() -> None:
        with connection.clone() as own, own.SimpleQueue("reports") as queue:
            for number in range(MESSAGES):
                queue.put({"number": number})

    writer = threading.Thread(target=write)
    writer.start()
    with connection.clone() as own, own.SimpleQueue("reports") as queue:
        numbers = []
        for _ in range(MESSAGES):
            message = queue.get(timeout=20)
            numbers.append(message.payload["number"])
            message.ack()
    writer.join()
    assert sorted(numbers) == list(range(MESSAGES))
