"""Which protocols there are, and which hold on a day.

Forms offer them and records name them on page after page, so what is known is remembered for a minute; what is
recorded is held against the table itself.
"""

from collections.abc import Iterable
from datetime import date
from time import monotonic

from kring.team.protocols.models import SharingProtocol
from kring.team.protocols.rules import Protocol
from kring.vault.primitives import as_id

REMEMBERED = 60.0
"""Seconds."""
_known: list[tuple[float, list[Protocol]]] = []


def every() -> list[Protocol]:
    """Every version of each, oldest first. Raises `Refused` when one is not as we wrote it."""
    return [row.verified().said for row in SharingProtocol.objects.order_by("number")]


def newest() -> list[Protocol]:
    """The newest version of each, by who it is with."""
    return _newest(every())


def versions(protocol: str) -> list[Protocol]:
    """Every version of one, the newest first; none where there is no such protocol."""
    rows = SharingProtocol.objects.filter(protocol=as_id(protocol)).order_by("-number")
    return [row.verified().said for row in rows]


def holding(on: date) -> list[Protocol]:
    """Those that hold on a day, as they are remembered: for a form that offers them."""
    return [one for one in _newest(_remembered()) if one.holds(on)]


def holds(row: str, on: date) -> bool:
    """Whether a version is the newest of its protocol and holds on a day, as the table says now."""
    named = SharingProtocol.objects.filter(id=as_id(row)).first()
    if named is None:
        return False
    newest = versions(named.protocol)[0]
    return newest.row == row and newest.holds(on)


def named(rows: set[str]) -> dict[str, Protocol]:
    """Version -> what it says, of the ones that records name. No query for none, or for what is remembered."""
    known = {one.row: one for one in _remembered()} if rows else {}
    if rows - known.keys():
        known = {one.row: one for one in every()}
    return {row: known[row] for row in rows if row in known}


def forget() -> None:
    """Ask the table again."""
    _known.clear()


def _remembered() -> list[Protocol]:
    if not _known or monotonic() - _known[0][0] > REMEMBERED:
        _known[:] = [(monotonic(), every())]
    return _known[0][1]


def _newest(every: Iterable[Protocol]) -> list[Protocol]:
    found = {one.protocol: one for one in every}
    return sorted(found.values(), key=lambda one: (one.parties.casefold(), one.protocol))
