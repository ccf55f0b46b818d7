"""Who looked this week, on the client's page: a higher floor tells it, and is asked only when that page is shown."""

from collections.abc import Iterator

from django.utils.module_loading import import_string

_told_by: list[str] = []


def tells_who_looked(source: str) -> None:
    """Let a higher floor say who looked this week: the dotted path of a function (dossier) -> sentences."""
    _told_by[:] = [source]


def sentences(dossier: str) -> Iterator[str]:
    """What the client reads about who looked; nothing when nobody tells it."""
    for source in _told_by:
        yield from import_string(source)(dossier)
