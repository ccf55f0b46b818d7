"""What changed on a map lately, in sentences: who came, who moved, which tie became better or worse, who left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from kring.support.dossier import words as said
from kring.support.network import words
from kring.support.network.content import Tie, TieState
from kring.support.network.queries import Network

MOST = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One change. record: of the tie; what: words without the name; why: what was written with it."""

    record: str
    name: str
    kind: str
    on: date
    what: str
    why: str = ""

    @property
    def when(self) -> str:
        """The day in words."""
        return said.day(self.on)


def latest(network: Network, day: date) -> list[Change]:
    """The last few up to a day, the newest first; the first drawing itself is no change."""
    first = min((row.tie.states[0].from_on for row in network.ties), default=day)
    found = [change for row in network.ties for change in of_tie(row.tie, row.seen.record) if first < change.on <= day]
    return sorted(found, key=lambda change: change.on, reverse=True)[:MOST]


def of_tie(tie: Tie, record: str) -> Iterator[Change]:
    """Everything that changed in one tie, in order."""
    first = tie.states[0]
    yield Change(record, tie.name, tie.kind.value, first.from_on, _came(first), first.words)
    for before, after in pairwise(tie.states):
        yield Change(record, tie.name, tie.kind.value, after.from_on, _moved(before, after), after.words)
    if tie.until_on:
        yield Change(record, tie.name, tie.kind.value, tie.until_on, _("is off the map"))


def _came(state: TieState) -> str:
    parts = {"ring": words.RINGS[state.ring], "relation": words.RELATIONS[state.relation]}
    return _("came on the map: %(ring)s, %(relation)s") % parts


def _moved(before: TieState, after: TieState) -> str:
    said_parts = []
    if before.ring != after.ring:
        parts = {"before": words.RINGS[before.ring], "after": words.RINGS[after.ring]}
        said_parts.append(_("from %(before)s to %(after)s") % parts)
    if before.relation != after.relation:
        parts = {"before": words.RELATIONS[before.relation], "after": words.RELATIONS[after.relation]}
        said_parts.append(_("the tie: from %(before)s to %(after)s") % parts)
    if not said_parts:
        same = {"ring": words.RINGS[after.ring], "relation": words.RELATIONS[after.relation]}
        said_parts.append(_("stays as it was: %(ring)s, %(relation)s") % same)
    return " · ".join(said_parts)
