"""The message bus on files, for whoever has no Redis: kombu's own, but a message is there whole or not at all.

Kombu opens the file in the place where readers look, then writes it. A worker that looked in between read nothing, lost
the message and ended ("Unrecoverable error: JSONDecodeError").
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]
        inbox = Path(self.data_folder_in)
        with TemporaryDirectory(dir=inbox, prefix="draft") as drafts:
            self.data_folder_out = drafts
            super()._put(queue, payload, **kwargs)
            for message in Path(drafts).iterdir():
                message.replace(inbox / message.name)


class Transport(filesystem.Transport):
    Channel = Channel


TRANSPORT_ALIASES["files"] = f"{__name__}:Transport"
