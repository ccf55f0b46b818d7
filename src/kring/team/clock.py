"""The one `today()` for case dates, with an offset in a demo. Instants (sessions, journal, expiry) are always real."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The case date: the calendar's, or the demo's fixed day (setting KRING_TODAY, only in a demo folder)."""
    fixed: date | None = getattr(settings, "KRING_TODAY", None)
    return fixed or timezone.localdate()
