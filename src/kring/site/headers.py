"""Headers every answer carries, and the one that empties a browser at sign-out (security.md 4.21).

The policy itself is a setting (`settings/browser.py`), written by Django's own middleware.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
EVERYTHING = '"cache", "cookies", "storage"'


class Isolation:
    """For pages and static files alike: no other site may load, frame or observe them."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        return response


class NeverStored:
    """For everything a view answers: kept nowhere, a fragment never mistaken for its page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        patch_vary_headers(response, ["HX-Request"])
        return response


def empty_browser(response: HttpResponse) -> HttpResponse:
    """Make the browser drop cache, cookies and storage with this answer; for the sign-out view."""
    response.headers["Clear-Site-Data"] = EVERYTHING
    return response
