"""Routes that name their view: its module is imported at the first request for it, not when the site starts.

A worker that starts again answers its first page sooner by what it does not import. The start-up check still sees the
door of every view, since asking for `door` imports it; production asks at deployment (`check`), not at each start.
"""

from functools import cached_property
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseBase
from django.utils.module_loading import import_string

PASSED_ON = ("door", "csrf_exempt", "reads_form_itself")
"""What the framework and the checks ask of a view before they call it."""


class Later:
    """A view by its dotted name. Without a door it is never called, check or no check."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def view(self) -> Any:
        """The view itself, imported once."""
        return import_string(self.name)

    def __getattr__(self, asked: str) -> Any:
        if asked not in PASSED_ON:
            raise AttributeError(asked)
        return getattr(self.view, asked)

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not hasattr(self.view, "door"):
            raise ImproperlyConfigured(f"{self.name} has no door")
        answer: HttpResponseBase = self.view(request, *args, **kwargs)
        return answer


def to(name: str) -> Later:
    """The view of a route, by its dotted name."""
    return Later(name)
