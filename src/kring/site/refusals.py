"""The answers when a page cannot be given. One face for absent, forbidden and expired (invariant 4).

Nothing here looks at who asks or why it failed; a test compares the answers byte by byte.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.vault.refusals import Busy, Refused


def refuse(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer `this page is not here for you`: the same text and status whatever the cause."""
    return render(request, "refused.html", status=404)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that could not be read, or that carried too much."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without a valid form token, usually one that stood open too long."""
    return render(request, "403.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer after an error of ours. The page asks nothing of the database or the session."""
    request.colleague = None  # type: ignore[attr-defined]  # else the shell would look up who it is
    return render(request, "500.html", status=500)


class OneFace:
    """Middleware: turns what the vault raises into its page; the vault knows no pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return refuse(request)
        if isinstance(exception, Busy):
            response = render(request, "busy.html", status=503)
            response.headers["Retry-After"] = "3"
            return response
        return None
