"""The only way out for numbers: the statistics office's key opens here, facts are folded and counted, never shown.

`release` journals the question, takes the tail of facts into the sealed packs, counts, and applies disclosure control.
What comes out are two tables: one for inside the house, one for everybody. Rows, pseudonyms and keys do not leave.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import Any

from kring.protection.tables import Cell, Rules
from kring.vault import counting, gate, narrowing, packs, showing, suppression
from kring.vault.acts import Act, acting
from kring.vault.asked import Clear, Counting
from kring.vault.facts import LINK, OFFICE, fact_context, key_context, office
from kring.vault.gate import OWN_KEY, Keys, Session
from kring.vault.journal import Verb
from kring.vault.models import Fact, FactKey, FactPack, FactsOffice
from kring.vault.packs import Column, Names, Opened, Pack
from kring.vault.primitives import Key, Private, open_sealed, seal
from kring.vault.refusals import Refused
from kring.vault.showing import Both
from kring.vault.tables import UNKNOWN

CHUNK = 20_000
"""Facts that are folded in one transaction."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a date: subjects with a fact `begun` up to then and no fact `ended` up to then.

    begun, ended: kinds of fact; begun_on, ended_on: their date; by: the field that makes the groups; carried_by: the
    field with the worker's pseudonym.
    """

    begun: str
    begun_on: str
    ended: str
    ended_on: str
    by: str
    carried_by: str


@dataclass(frozen=True, slots=True)
class Line:
    """One group: its count, or None when it is withheld, and by how many workers it is carried."""

    name: str
    count: int | None
    carriers: int


@dataclass(frozen=True, slots=True)
class Released:
    """A table that may leave; `total` is None when even that would give a cell away."""

    lines: tuple[Line, ...]
    total: int | None
    carriers: int


@dataclass(frozen=True, slots=True)
class Release:
    """The table for inside the house, with every count, and the one for everybody."""

    inside: Released
    outside: Released


def release(
    session: Session, *, act: str, question: Standing, on: date, groups: Sequence[str], rules: Rules | None = None
) -> Release:
    """Count what stands on the evening of `on`, for these groups (zeros too) and those found beside them.

    For members of the statistics office; the question is one journal entry. Raises `Refused`, `NoFactsOffice`.
    """
    cells = {name: Cell({}) for name in groups} | _standing(_folded(session, act), question, on)
    withheld = suppression.withhold(cells, rules or Rules())
    total = sum(cell.count for cell in cells.values())
    carriers = len({worker for cell in cells.values() for worker in cell.by})
    inside = Released(_lines(cells, frozenset()), total, carriers)
    outside = Released(_lines(cells, withheld.cells), total if withheld.total_shown else None, carriers)
    return Release(inside, outside)


def answer(session: Session, *, act: str, asked: Sequence[Counting], clear: Iterable[Clear] = ()) -> list[Both]:
    """Count all that is asked, each with the table for everybody and the one for inside the house.

    clear: rows that stand in the clear and are no facts; a kind of theirs is counted among them.

    What nobody carries (a referral) is held to the smallest number alone, the rest to the fewest workers too. For
    members of the statistics office; the question is one journal entry. Raises `Refused`, `NoFactsOffice`.
    """
    pack, beside = _folded(session, act), _beside(clear)
    of = dict.fromkeys(beside.tables, beside)
    return [_both(of.get(each.of, pack), each) for each in asked]


def _both(pack: Pack, asked: Counting) -> Both:
    """A filtered table is for everybody only where the filter tells nothing about a hidden group."""
    found = showing.both(counting.count(pack, asked), _rules(asked))
    if not asked.only:
        return found
    whole = narrowing.without(asked)
    beside = showing.both(counting.count(pack, whole), _rules(asked)).outside if whole else None
    return found if narrowing.safe(asked, beside) else showing.closed(found)


def _beside(clear: Iterable[Clear]) -> Pack:
    rows = (
        Opened(f"{one.kind} {one.id}".encode(), one.kind, (one.of or one.id).encode(), dict(one.said)) for one in clear
    )
    return packs.fold(Pack(), Names(), rows)[0]


def _rules(asked: Counting) -> Rules:
    return Rules() if asked.worker else Rules(carriers=1)


def _folded(session: Session, act: str) -> Pack:
    """The packs with the tail in them, after the journal entry."""
    receiver = office().id
    keys = gate.entering(session, act=act, of=[receiver], parts=[OWN_KEY], verb=Verb.RELEASED)
    while _fold_some(keys, receiver):
        pass
    return _pack(keys, receiver)


def _lines(cells: Mapping[str, Cell], hidden: frozenset[str]) -> tuple[Line, ...]:
    return tuple(Line(name, None if name in hidden else cell.count, cell.carriers) for name, cell in cells.items())


# Counting ---------------------------------------------------------------------------------------


def _standing(pack: Pack, question: Standing, on: date) -> dict[str, Cell]:
    """Groups with how much each worker carries of them."""
    begun, ended = pack.tables.get(question.begun), pack.tables.get(question.ended)
    if begun is None:
        return {}
    gone = bytearray(pack.subjects)
    if ended is not None:
        for subject in compress(ended.links, packs.up_to(ended.columns[question.ended_on], on.isoformat())):
            gone[subject] = 1
    over = bytes(gone) if begun.links == range(len(gone)) else bytes(map(gone.__getitem__, begun.links))
    stands = packs.except_for(packs.up_to(begun.columns[question.begun_on], on.isoformat()), over)
    return _cells(begun.columns[question.by], begun.columns[question.carried_by], stands)


def _cells(group: Column, worker: Column, stands: bytes) -> dict[str, Cell]:
    """How much each worker carries of each group, over the rows that stand."""
    counts = [[0] * len(worker.values) for _ in group.values]
    for of, by in compress(zip(group.codes, worker.codes, strict=True), stands):
        counts[of][by] += 1
    cells: dict[str, Cell] = {}
    for value, row in zip(group.values, counts, strict=True):
        carried = {str(name): count for name, count in zip(worker.values, row, strict=True) if count}
        if carried:
            cells[str(value or UNKNOWN)] = Cell(carried)
    return cells


# Folding ----------------------------------------------------------------------------------------


def _fold_some(keys: Keys, receiver: str) -> bool:
    """Take up to a chunk of the tail into the packs; whether there may be more."""
    if not Fact.objects.exists():
        return False
    with acting("facts.fold", by=keys.actor, on=[receiver]) as act:
        FactsOffice.objects.select_for_update(no_key=True).get(id=OFFICE)
        facts = list(Fact.objects.select_for_update().order_by("key_id")[:CHUNK])
        private = gate.private_of(keys, receiver)
        given = {row.id: _fact_key(private, row) for row in _keys_of(facts)}
        opened = [_open_fact(fact, given[fact.key_id]) for fact in facts]
        columns, names = _row("columns"), _row("names")
        pack, known = _load(keys, receiver, columns, names)
        for row, raw in zip((columns, names), packs.dump(*packs.fold(pack, known, opened)), strict=True):
            _store(act, keys, receiver, row, raw)
        act.remove(facts)
        act.remove(list(FactKey.objects.filter(facts=None)))
    return len(facts) == CHUNK


def _keys_of(facts: Sequence[Fact]) -> list[FactKey]:
    wanted = sorted({fact.key_id for fact in facts})
    steps = range(0, len(wanted), 500)
    return [row for at in steps for row in FactKey.objects.filter(id__in=wanted[at : at + 500])]


def _fact_key(private: Private, row: FactKey) -> Key:
    return Key(private.take(bytes(row.verified().wrapped), key_context(row)))


def _open_fact(fact: Fact, key: Key) -> Opened:
    raw = open_sealed(key, bytes(fact.verified().blob), fact_context(fact.id, fact.key_id))
    name = base64.urlsafe_b64decode(fact.id + "==")[: packs.NAME]
    if not raw:
        return Opened(name)
    kind, _, rest = raw.partition(b"\0")
    said: dict[str, Any] = json.loads(rest[LINK:])
    said.pop("")
    return Opened(name, kind.decode(), rest[:LINK], said)


def _row(name: str) -> FactPack:
    return FactPack.objects.filter(name=name).first() or FactPack(name=name)


def _load(keys: Keys, receiver: str, columns: FactPack, names: FactPack) -> tuple[Pack, Names]:
    if not columns.revision:
        return Pack(), Names()
    raw = _open(keys, receiver, columns)
    try:
        return packs.load(raw), packs.load_names(raw, _open(keys, receiver, names))
    except ValueError:
        raise Refused from None


def _pack(keys: Keys, receiver: str) -> Pack:
    row = FactPack.objects.filter(name="columns").first()
    return Pack() if row is None else packs.load(_open(keys, receiver, row))


def _open(keys: Keys, receiver: str, row: FactPack) -> bytes:
    held = keys.part(receiver, OWN_KEY)
    if row.lock != held.lock or row.lock_version not in held.versions:
        raise Refused
    return open_sealed(held.versions[row.lock_version], bytes(row.blob), _context(row))


def _store(act: Act, keys: Keys, receiver: str, row: FactPack, raw: bytes) -> None:
    held, new = keys.part(receiver, OWN_KEY), not row.revision
    row.lock, row.lock_version, row.revision = held.lock, held.version, row.revision + 1
    row.blob = seal(held.newest, raw, _context(row))
    act.add(row) if new else act.rewrite(row)


def _context(row: FactPack) -> bytes:
    return row.context(row.id, row.lock, row.lock_version, row.revision, f"pack {row.name}")
