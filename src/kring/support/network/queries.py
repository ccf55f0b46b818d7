"""Looks at a network: opened from its rows in one query, and as it was on a day."""

from dataclasses import dataclass, field
from datetime import date

from kring.support.dossier.opening import Opened
from kring.support.network import rules
from kring.support.network.actions import PART, Seen
from kring.support.network.content import Drawing, Factor, NetworkEntry, Tie, TieState
from kring.support.network.models import NetworkRecord
from kring.vault.models import Lock
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie with the row it was read from."""

    seen: Seen
    tie: Tie


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor with the row it was read from."""

    seen: Seen
    factor: Factor


@dataclass(frozen=True, slots=True)
class Network:
    """Everything of one network, opened. shut: it exists and this colleague has no key of it."""

    ties: list[TieRow] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    factors: list[FactorRow] = field(default_factory=list)
    shut: bool = False

    def on(self, day: date) -> list[tuple[TieRow, TieState]]:
        """Who was on the map on a day, and how."""
        states = ((row, rules.state_on(row.tie, day)) for row in self.ties)
        return [(row, state) for row, state in states if state is not None]


def network_of(opened: Opened) -> Network:
    """The network of a dossier; empty when nothing was ever written."""
    if not opened.holds(PART):
        return Network(shut=Lock.objects.filter(bundle=opened.dossier.id, part=PART).exists())
    found = Network()
    for row in NetworkRecord.objects.filter(dossier=opened.dossier):
        _sort(found, Seen(row.id, row.revision), opened.keys.open(row, NetworkEntry))
    found.ties.sort(key=lambda each: (each.tie.states[0].from_on, each.tie.name.casefold(), each.seen.record))
    found.drawings.sort(key=lambda each: each.on, reverse=True)
    found.factors.sort(key=lambda each: (each.factor.noted_on, each.seen.record))
    return found


def tie_of(network: Network, record: str) -> TieRow:
    """One tie. Raises `Refused`."""
    return _one([row for row in network.ties if row.seen.record == record])


def factor_of(network: Network, record: str) -> FactorRow:
    """One factor. Raises `Refused`."""
    return _one([row for row in network.factors if row.seen.record == record])


def _sort(found: Network, seen: Seen, entry: NetworkEntry) -> None:
    if entry.tie is not None:
        found.ties.append(TieRow(seen, entry.tie))
    elif entry.drawing is not None:
        found.drawings.append(entry.drawing)
    elif entry.factor is not None:
        found.factors.append(FactorRow(seen, entry.factor))


def _one[Row](rows: list[Row]) -> Row:
    if not rows:
        raise Refused
    return rows[0]
