"""When the next drill is due, and telling it: half a year after the last one that worked, or after the installation."""

from datetime import datetime, timedelta

from django.utils import timezone

from kring.team.models import Demo, Installation
from kring.team.recovering.models import DrillReminder, RecoveryDrill
from kring.team.recovering.told import privacy_officers, tell
from kring.vault.acts import acting

EVERY = timedelta(days=183)
AGAIN = timedelta(days=30)
"""How long after a reminder the next one goes, while nothing was done."""


def worked() -> RecoveryDrill | None:
    """The last drill in which the lock opened."""
    row = RecoveryDrill.objects.exclude(opened_at=None).order_by("-opened_at").first()
    return row and row.verified()


def due_at() -> datetime | None:
    """From when a drill is due; None where nothing says since when this house stands: it is due."""
    last = worked()
    if last is not None and last.opened_at is not None:
        return last.opened_at + EVERY
    row = Installation.objects.first()
    since: datetime | None = row.verified().installed_at if row else None
    return since and since + EVERY


def is_due() -> bool:
    """Whether the last drill is older than half a year."""
    at = due_at()
    return at is None or at <= timezone.now()


def remind() -> int:
    """Tell trustees and privacy officer that a drill is due, once a month; how often it was told (0 or 1)."""
    from kring.team.recovering.actions import trustees

    people = trustees()
    if not people or not is_due() or Demo.objects.exists():
        return 0
    if DrillReminder.objects.filter(sent_at__gt=timezone.now() - AGAIN).exists():
        return 0
    with acting("recovery.drill_due", by="system") as act:
        act.add(DrillReminder(sent_at=timezone.now()))
        tell(act, [*people, *privacy_officers()], "drill_due")
    return 1
