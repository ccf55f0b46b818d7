"""Who may carry a dossier, and the terms that start with it: pure functions over what the team knows of somebody.

Source: domain rules SEC-01 (a standing key needs secrecy), SEC-02 (one circle), GDP-06 (tell it within a month).
"""

import calendar
from dataclasses import dataclass
from datetime import date


class MayNotCarry(Exception):
    """Somebody may not be holder, deputy or co-worker; the sentence may be shown to a colleague."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """What the rules need to know of a colleague on a day: in the dossier's circle, and under secrecy."""

    principal: str
    in_circle: bool
    under_secrecy: bool


def check_carrier(carrier: Carrier) -> None:
    """Raise `MayNotCarry` unless this colleague may hold a standing key in the circle."""
    if not carrier.in_circle:
        raise MayNotCarry("Only a member of the circle can carry this dossier.")
    if not carrier.under_secrecy:
        raise MayNotCarry("Only a colleague with professional secrecy can carry a dossier.")


def check_carriers(holder: Carrier, deputy: Carrier) -> None:
    """Raise `MayNotCarry` unless both may carry and they are two people."""
    if holder.principal == deputy.principal:
        raise MayNotCarry("Holder and deputy are two colleagues.")
    check_carrier(holder)
    check_carrier(deputy)


def can_carry(holder: Carrier, deputy: Carrier) -> bool:
    """Whether these two may carry a dossier together."""
    try:
        check_carriers(holder, deputy)
    except MayNotCarry:
        return False
    return True


def tell_by(opened_on: date) -> date:
    """The last day to tell somebody that we recorded who they are: one month, within the next calendar month."""
    year, month = (opened_on.year + 1, 1) if opened_on.month == 12 else (opened_on.year, opened_on.month + 1)
    return date(year, month, min(opened_on.day, calendar.monthrange(year, month)[1]))
