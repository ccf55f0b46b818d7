"""Holding back: a number that may not be destroyed for now, with whose question it is and until when (ARC-04).

By number, not by dossier: whether one of that number exists is told to nobody who asks for a hold.
"""

from datetime import date

from kring.privacy.retention.models import Hold
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.refusals import Refused


def place(by: str, *, number: str, reason: str, reference: str, until_on: date, once: str) -> str:
    """Hold a number back until a day; the id of the hold. Sent twice it is one."""
    row = Hold(number=number, reason=reason, reference=reference, owner=by, placed_on=today(), until_on=until_on)
    with acting("retention.hold", by=by, on=[row.id]) as act:
        known = act.once(f"{once} {number} {reason} {reference} {until_on}", lock="holds", outcome=row.id)
        if known is not None:
            return known
        act.add(row)
    return row.id


def lift(by: str, hold: str) -> None:
    """End a hold today; one that has ended stays as it is. Raises `Refused`, `Conflict`."""
    row = Hold.objects.filter(id=hold).first()
    if row is None:
        raise Refused
    if row.verified().until_on >= today():
        with acting("retention.lift", by=by, on=[row.id]) as act:
            act.change(row, until_on=date.fromordinal(today().toordinal() - 1))


def held() -> dict[str, Hold]:
    """Number -> what holds it back today, the longest one."""
    rows = Hold.objects.filter(until_on__gte=today()).order_by("until_on", "id")
    return {row.number: row.verified() for row in rows}
