"""What one does with a network: add, correct, move, end and erase a tie; draw together; note and review a factor.

Each is one act on an opened dossier; sent twice it is done once. `seen` is the revision that was read: a write on top
of somebody else's raises `Conflict`, and nothing is merged by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from kring.support.dossier import actions as dossier
from kring.support.dossier.content import Phase
from kring.support.dossier.opening import Opened
from kring.support.network import rules
from kring.support.network.content import Drawing, Factor, FactorReview, NetworkEntry, Tie, TieState
from kring.support.network.models import NetworkRecord
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys
from kring.vault.refusals import Conflict, Refused

PART = "network"


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as somebody read it, to be written on top of."""

    record: str
    revision: int


def add_tie(opened: Opened, tie: Tie, *, once: str) -> None:
    """Put somebody on the map."""
    _add("network.add_tie", opened, NetworkEntry(tie=tie), once)


def add_factor(opened: Opened, factor: Factor, *, once: str) -> None:
    """Note what loosens or holds the bond."""
    _add("network.add_factor", opened, NetworkEntry(factor=factor), once)


def draw_together(opened: Opened, drawing: Drawing, *, once: str) -> None:
    """Write that client and worker drew together; the first time it is the journey's step."""
    with _once("network.draw_together", opened, once) as act:
        if act is not None:
            keys = _seal_new(act, opened, NetworkEntry(drawing=drawing))
            dossier.step_done(act, keys, opened.dossier.id, Phase.NETWORK, drawing.on)


def correct_tie(opened: Opened, seen: Seen, tie: Tie, *, once: str) -> None:
    """Write over what was wrong; the history stays as `tie` has it. Raises `Conflict`, `Refused`."""
    _rewrite("network.correct_tie", opened, seen, NetworkEntry(tie=tie), once)


def move_tie(opened: Opened, seen: Seen, tie: Tie, state: TieState, *, once: str) -> None:
    """Let a new state begin on a day, closer or further, better or worse. Raises `Conflict`, `Refused`."""
    _rewrite("network.move_tie", opened, seen, NetworkEntry(tie=rules.moved(tie, state)), once)


def end_tie(opened: Opened, seen: Seen, tie: Tie, on: date, *, once: str) -> None:
    """Take somebody off the map from a day; the history keeps him. Raises `NotDrawn`, `Conflict`, `Refused`."""
    _rewrite("network.end_tie", opened, seen, NetworkEntry(tie=rules.ended(tie, on)), once)


def review_factor(opened: Opened, seen: Seen, factor: Factor, review: FactorReview, *, once: str) -> None:
    """Look again at a factor. Raises `Conflict`, `Refused`."""
    after = replace(factor, reviews=(*factor.reviews, review))
    _rewrite("network.review_factor", opened, seen, NetworkEntry(factor=after), once)


def erase_record(opened: Opened, seen: Seen, *, once: str) -> None:
    """Erase one line for good: a mistake, or somebody objects to standing here. Raises `Conflict`."""
    with _once("network.erase", opened, once) as act:
        if act is not None:
            row = _row(opened, seen)
            if row.revision != seen.revision:
                raise Conflict
            act.erase([row])


def _add(name: str, opened: Opened, entry: NetworkEntry, once: str) -> None:
    with _once(name, opened, once) as act:
        if act is not None:
            _seal_new(act, opened, entry)


def _seal_new(act: Act, opened: Opened, entry: NetworkEntry) -> Keys:
    keys = dossier.at_hand(act, opened.keys, opened.dossier, PART)
    row = NetworkRecord(dossier=opened.dossier)
    keys.seal(row, entry, bundle=opened.dossier.id, part=PART)
    act.add(row)
    return keys


def _rewrite(name: str, opened: Opened, seen: Seen, entry: NetworkEntry, once: str) -> None:
    with _once(name, opened, once) as act:
        if act is not None:
            row = _row(opened, seen)
            row.revision = seen.revision
            opened.keys.seal(row, entry, bundle=opened.dossier.id, part=PART)
            act.rewrite(row)


@contextmanager
def _once(name: str, opened: Opened, once: str) -> Iterator[Act | None]:
    """An act, or None when this sending was done before."""
    with acting(name, by=opened.keys.actor, on=[opened.dossier.id]) as act:
        done = act.once(f"{name} {once}", lock=opened.dossier.id, outcome=opened.dossier.id)
        yield act if done is None else None


def _row(opened: Opened, seen: Seen) -> NetworkRecord:
    row = NetworkRecord.objects.filter(id=seen.record, dossier=opened.dossier).first()
    if row is None:
        raise Refused
    return row
