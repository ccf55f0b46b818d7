"""Logs that tell what happened and never to whom: route names, statuses, kinds of error.

A path can hold a link token, an exception text can hold what somebody typed. So our own lines are written from
route names, and of everybody else's lines only the fixed text is kept, without the values put into it.
"""

import logging
import traceback
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter

requests = logging.getLogger("kring.requests")


class RouteLog:
    """One line a request: method, route name, status, milliseconds."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = self.get_response(request)
        spent = (perf_counter() - begun) * 1000
        route = request.resolver_match.view_name if request.resolver_match else "-"
        requests.info("%s %s %d %.0fms", request.method, route, response.status_code, spent)
        return response


class QuietFormatter(logging.Formatter):
    """Full lines from `kring.*`; of other loggers the fixed text only; of exceptions the kind and the place."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name == "kring" or record.name.startswith("kring.")
        text = record.getMessage() if ours else str(record.msg) if record.args else "(text left out)"
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {text}"
        if record.exc_info and record.exc_info[1]:
            line += f" | {kind_and_place(record.exc_info[1])}"
        return line


def kind_and_place(error: BaseException) -> str:
    """`ValueError at actions.py:12 in log_contact`, without the text of the error."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = next((frame for frame in reversed(frames) if "/kring/" in frame.filename), frames[-1])
    short = last.filename.rpartition("/kring/")[2]
    return f"{type(error).__name__} at {short}:{last.lineno} in {last.name}"


class SilentReporter(ExceptionReporter):
    """Takes the place of Django's error report, which shows local variables and the request."""

    def get_traceback_text(self) -> SafeString:
        return SafeString(kind_and_place(self.exc_value) if self.exc_value else "error")

    def get_traceback_html(self) -> SafeString:
        return self.get_traceback_text()
