"""Telling a worker that a report waits. The bus may be gone: then the row waits, and the sweep tells again."""

import logging

from celery import current_app
from kombu.exceptions import KombuError

TASK = "reporting.tasks.make_report"
GONE = (KombuError, OSError)

log = logging.getLogger(__name__)


def announce(report_id: int) -> bool:
    """Put a message on the bus, without trying again. False when the bus does not answer (within a second or two)."""
    try:
        with current_app.connection_for_write(transport_options=_impatient()) as connection:
            current_app.send_task(TASK, args=[report_id], connection=connection, retry=False, ignore_result=True)
    except GONE as error:
        log.warning("The message bus does not answer (%s); report %s waits.", type(error).__name__, report_id)
        return False
    return True


def _impatient() -> dict[str, object]:
    options = dict(current_app.conf.broker_transport_options)
    return options | {"max_retries": 0, "socket_timeout": 1, "socket_connect_timeout": 1}
