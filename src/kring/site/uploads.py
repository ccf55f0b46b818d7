"""What is sent to us stays in memory, within bounds and in one alphabet.

Django's own way writes larger files to a readable temporary file, and reads a form in whatever alphabet it claims.
"""

from collections.abc import Callable
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse


class AlwaysUtf8:
    """Our pages are UTF-8, so every form is: one that claims another alphabet could spell what nothing can keep."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.encoding is not None:
            request.encoding = "utf-8"
        return self.get_response(request)


class BoundedMemoryUpload(MemoryFileUploadHandler):
    """Keep every file of one request in memory; refuse the request when together they are too big.

    Raises: RequestDataTooBig beyond FILE_UPLOAD_MAX_MEMORY_SIZE, counted over all files of the request.
    """

    received = 0

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803  Django passes it by this name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        # A stated length is checked before a byte is read; a lying one is caught while counting.
        self._within_bounds(content_length - settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        self.activated = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> Any:
        self.received += len(raw_data)
        self._within_bounds(self.received)
        return super().receive_data_chunk(raw_data, start)

    def _within_bounds(self, size: int) -> None:
        if size > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig("Together these files are too big.")
