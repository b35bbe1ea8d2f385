"""What a form brings along is read only as far as anybody would take it."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUploadHandler(FileUploadHandler):
    """Stands before the handlers that keep a file, and lets no more through than one byte over the largest limit.

    So a form still sees that its file is too large and says so, while what lands on the disk has an end, also for who
    has not logged in: a form is read before its view is reached. The bound holds for all files of a request together.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.left = max(settings.UPLOAD_MAX_BYTES, settings.UPLOAD_LIMIT_MB * 1024 * 1024) + 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        taken = raw_data[: self.left]
        self.left -= len(taken)
        return taken or None

    def file_complete(self, file_size: int) -> None:
        """The next handlers have it."""
