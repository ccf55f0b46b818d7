"""The one `today()` for case dates, fixed in a demo. Instants (sessions, journal, expiry) are always real.

A demo is marked by one MACed row. Only a folder with a `personas.json` is asked for that row, so an installation pays
nothing for the question, and the file alone makes no demo.
"""

import calendar
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from kring.team.models import Demo
from kring.vault.server_keys import server_keys

PERSONAS = "personas.json"
"""People of a demo with their passwords, in the data folder, for the owner alone (0600)."""

_told: ContextVar[date | None] = ContextVar("told", default=None)


class NoDemo(Exception):
    """No row says that this instance is a demo."""


def today() -> date:
    """The case date: the calendar's, or the fixed day of a demo (its row, or the setting KRING_TODAY)."""
    fixed: date | None = _told.get() or getattr(settings, "KRING_TODAY", None) or _demo_day()
    return fixed or timezone.localdate()


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """While this lasts it is `day`: for telling a demo what happened earlier."""
    token = _told.set(day)
    try:
        yield
    finally:
        _told.reset(token)


def is_demo() -> bool:
    """Whether this instance is marked as a demo."""
    try:
        _marked_day(server_keys().instance)
    except NoDemo:
        return False
    return True


def refuse_personas_of_no_demo() -> None:
    """Raise ImproperlyConfigured when passwords of a demo lie beside an instance that is none (security.md 4.23)."""
    if personas_path().exists() and not is_demo():
        raise ImproperlyConfigured(f"{PERSONAS} lies beside a Kring that is no demo: move it away first.")


def personas_path() -> Path:
    """Where the personas of a demo are."""
    return Path(settings.KRING_DATA) / PERSONAS


def _demo_day() -> date | None:
    if not os.path.exists(f"{settings.KRING_DATA}/{PERSONAS}"):  # noqa: PTH110  a page asks often; a Path costs ten times
        return None
    try:
        return _marked_day(server_keys().instance)
    except NoDemo:
        return None


@lru_cache(maxsize=4)
def _marked_day(_instance: str) -> date:
    """The day of this instance's demo; only a yes is remembered."""
    row: Demo | None = Demo.objects.first()
    if row is None:
        raise NoDemo
    return row.verified().today_on


forget = _marked_day.cache_clear
"""For tests, which make and undo demos in one process."""


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
