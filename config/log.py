"""Whoever reads the log must not be able to come in: secrets in addresses are left out of every record.

Of an invitation, a calendar, a provider's places, a new password and the confirmation of an e-mail address the link is
the secret. Django names the address of each answer from 400 on, so here the record itself forgets it: no handler, ours
or another's, ever sees it.
"""

import logging
import logging.config
import re
from typing import Any

# All that follows goes, for people retype and cut off; %2F is the slash of an address inside an address (?next=).
PLACES = "invitation|calendar|plaatsen|reset/key|reset%2Fkey|confirm-email"
SECRET_PART = re.compile(rf"((?:{PLACES})(?:/|%2F)+)\s*\S+", re.IGNORECASE)


def masked(text: str) -> str:
    return SECRET_PART.sub(r"\1***", text)


class DiscreetRecord(logging.LogRecord):
    def getMessage(self) -> str:  # noqa: N802 its name in the standard library
        return masked(super().getMessage())


def configure(settings: dict[str, Any]) -> None:
    """What Django calls with LOGGING, in every process."""
    logging.setLogRecordFactory(DiscreetRecord)
    logging.config.dictConfig(settings)
