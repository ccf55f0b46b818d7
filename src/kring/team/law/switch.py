"""Whether a person confirmed the day on which the articles move, and confirming it.

Every letter and many a page names an article, so what is known is remembered for a minute: a process that did not
confirm it itself hears of it then.
"""

from datetime import date
from time import monotonic

from django.db import IntegrityError
from django.utils import timezone

from kring.team.law.models import SwitchDate
from kring.vault.acts import acting
from kring.vault.refusals import Conflict

REMEMBERED = 60.0
"""Seconds."""
_known: list[tuple[float, date | None]] = []


def confirmed_on() -> date | None:
    """The first day of the new articles as it was confirmed, or None while nobody did."""
    if not _known or monotonic() - _known[0][0] > REMEMBERED:
        row = newest()
        remember(row.from_on if row is not None else None)
    return _known[0][1]


def newest() -> SwitchDate | None:
    """The confirmation that counts. Raises `Refused` when it is not as we wrote it."""
    row = SwitchDate.objects.order_by("-number").first()
    return row.verified() if row is not None else None


def remember(day: date | None) -> None:
    """Take for known what was confirmed."""
    _known[:] = [(monotonic(), day)]


def confirm(by: str, *, from_on: date, source: str, seen: int, once: str) -> None:
    """Say from which day the new articles hold, and where that was published. Raises `Conflict`."""
    row = SwitchDate(number=seen + 1, from_on=from_on, source=source, by=by, confirmed_at=timezone.now())
    try:
        with acting("law.confirm", by=by, on=[row.id]) as act:
            if act.once(f"{once} {from_on} {source}", lock="law", outcome=row.id) is not None:
                return
            before = newest()
            if (before.number if before is not None else 0) != seen:
                raise Conflict
            act.add(row)
    except IntegrityError:  # two confirmed in one moment
        raise Conflict from None
    remember(from_on)
