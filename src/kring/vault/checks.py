"""Start-up checks: a view without a door, or a habit of Django that writes plaintext, stops the machine."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

OPEN_MODULES = ("django.views.static", "whitenoise", "django.contrib.staticfiles")


def views() -> Iterator[tuple[str, Any]]:
    """Every (route, view) of the site."""

    def walk(patterns: list[Any], prefix: str) -> Iterator[tuple[str, Any]]:
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, route)
            elif isinstance(pattern, URLPattern):
                yield route, pattern.callback

    yield from walk(get_resolver().url_patterns, "/")


@register()
def every_view_has_a_door(**_: Any) -> list[Error]:
    """Refuse to start with a view that nobody guards."""
    return [
        Error(f"the view at {route} has no door", hint="put @door(act) on it", id="vault.E001")
        for route, view in views()
        if not hasattr(view, "door") and not view.__module__.startswith(OPEN_MODULES)
    ]
