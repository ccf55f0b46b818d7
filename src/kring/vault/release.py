"""The only way out for numbers: the statistics office's key opens here, facts are folded and counted, never shown.

`release` journals the question, takes the tail of facts into the sealed packs, counts, and applies disclosure control.
What comes out are two tables: one for inside the house, one for everybody. Rows, pseudonyms and keys do not leave.
"""

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import IntegrityError

from kring.figures import counting, packs, showing, told
from kring.figures.asked import Clear, Counting
from kring.figures.counting import Counted
from kring.figures.guarding import Guard, Hidden, Packs
from kring.figures.packs import Names, Opened, Pack
from kring.figures.showing import Both
from kring.figures.told import Told
from kring.protection import launching
from kring.protection.tables import Cell, Place, Rules
from kring.vault import gate, packing
from kring.vault.acts import Act, acting
from kring.vault.facts import KEY_ID, LINK, OFFICE, carried_context, fact_context, key_context, office
from kring.vault.gate import OWN_KEY, Keys, Session
from kring.vault.journal import Verb
from kring.vault.models import Fact, FactKey, FactPack, FactsOffice, OwnFactKey
from kring.vault.primitives import Key, Private, encode, mac, open_sealed, seal
from kring.vault.refusals import Busy, Conflict, Refused
from kring.vault.rows import CarryingRow, carrying
from kring.vault.server_keys import server_keys

CHUNK = 20_000
"""Facts that are folded in one transaction."""
TOLD, TRIES = "told", 3
"""The pack of what was answered to everybody, and how often it is tried when others answer in the same moment."""


@dataclass(frozen=True, slots=True)
class Line:
    """One group: its count, or None when it is withheld, and by how many workers it is carried."""

    name: str
    count: int | None
    carriers: int


@dataclass(frozen=True, slots=True)
class Released:
    """A table that may leave; `total` is None when even that would give a cell away.

    Then nothing is said of how many workers carry it either (0): of four with four workers that would be all.
    """

    lines: tuple[Line, ...]
    total: int | None
    carriers: int


@dataclass(frozen=True, slots=True)
class Release:
    """The table for inside the house, with every count, and the one for everybody."""

    inside: Released
    outside: Released


def release(
    session: Session, *, act: str, question: Counting, rules: Rules | None = None, kept: bool = False
) -> Release:
    """Count what a question of one way to split asks for: zeros of its groups too, and groups found beside them.

    kept: whether it leaves the house; else it is a draft, fitted to all that was answered and not remembered. For
    members of the statistics office; the question is one journal entry. Raises `Refused`, `NoFactsOffice`, `Busy`.
    """
    keys, packs = _entered(session, act, ())
    launching.warm()
    [table] = counted = [counting.count(packs.of(question.of), question)]
    [hidden] = _guarded(keys, packs, [question], counted, rules=rules, kept=kept)
    cells, whole = table.table.cells, table.table.whole
    inside = Released(_lines(cells, frozenset()), whole.count, whole.carriers)
    if hidden.whole:
        return Release(inside, Released(_lines(cells, hidden.cells, told=False), None, 0))
    return Release(inside, Released(_lines(cells, hidden.cells), whole.count, whole.carriers))


def answer(
    session: Session,
    *,
    act: str,
    asked: Sequence[Counting],
    clear: Iterable[Clear] = (),
    kept: bool = True,
    preview: bool = False,
) -> list[Both]:
    """Count all that is asked, each with the table for everybody and the one for inside the house.

    clear: rows that stand in the clear and are no facts; a kind of theirs is counted among them. kept: whether it is
    for everybody; what is not is never decided on, and its tables for everybody are empty. preview: they are decided
    as they would be now, and nothing is remembered, whatever `kept` says: only for who may see every number.

    What nobody carries (a referral) is held to the smallest number alone, the rest to the fewest workers too. For
    members of the statistics office; the question is one journal entry. Raises `Refused`, `NoFactsOffice`, `Busy`.
    """
    keys, packs = _entered(session, act, clear)
    decided = kept or preview
    if decided:
        launching.warm()
    counted = [counting.count(packs.of(each.of), each) for each in asked]
    if not decided:
        return list(map(showing.unasked, counted))
    return list(map(showing.both, counted, _guarded(keys, packs, asked, counted, kept=kept and not preview)))


def fold(session: Session, *, act: str, tell: Callable[[int], None]) -> None:
    """Take every fact that waits into the packs, slice by slice; broken off, it goes on from there.

    tell: hears after each slice how many still wait. For members of the statistics office. Raises `Refused`,
    `NoFactsOffice`.
    """
    receiver = office().id
    keys = gate.entering(session, act=act, of=[receiver], parts=[OWN_KEY])
    more = True
    while more:
        more = _fold_some(keys, receiver)
        tell(waiting())


def waiting() -> int:
    """How many facts wait for the next folding."""
    return Fact.objects.count() + sum(table.objects.filter(told__isnull=False).count() for table in carrying())


def _entered(session: Session, act: str, clear: Iterable[Clear]) -> tuple[Keys, Packs]:
    """The packs with the tail in them, after the journal entry."""
    receiver = office().id
    keys = gate.entering(session, act=act, of=[receiver], parts=[OWN_KEY], verb=Verb.RELEASED)
    while _fold_some(keys, receiver):
        pass
    return keys, Packs(_pack(keys, receiver), _beside(clear))


def _beside(clear: Iterable[Clear]) -> Pack:
    rows = (
        Opened(f"{one.kind} {one.id}".encode(), one.kind, (one.of or one.id).encode(), dict(one.said)) for one in clear
    )
    return packs.fold(Pack(), Names(), rows)[0]


def _lines(cells: Mapping[Place, Cell], hidden: frozenset[Place], *, told: bool = True) -> tuple[Line, ...]:
    """told: whether it is said how many workers carry each."""
    return tuple(
        Line(at[0], None if at in hidden else cell.count, cell.carriers if told else 0) for at, cell in cells.items()
    )


# What everybody may know ------------------------------------------------------------------------


def _guarded(
    keys: Keys,
    packs: Packs,
    asked: Sequence[Counting],
    counted: Sequence[Counted],
    *,
    kept: bool,
    rules: Rules | None = None,
) -> list[Hidden]:
    """What stays hidden of each; what is let out is remembered before anybody has it. Raises `Busy`.

    Raises `Refused` when the memory is older than what was remembered last.
    """
    receiver = office().id
    for _ in range(TRIES):
        last = FactsOffice.objects.get(id=OFFICE).verified()
        row = _row(TOLD)
        if row.revision < last.told:
            raise Refused
        guard = Guard(packs, _told(keys, receiver, row), _secret)
        known = len(guard.told)
        hidden = [guard.decide(one, table, rules) for one, table in zip(asked, counted, strict=True)]
        if not kept or len(guard.told) == known:
            return hidden
        with suppress(Conflict, IntegrityError):  # somebody answered in the same moment: fit to his answer too
            with acting("figures.told", by=keys.actor, on=[receiver]) as act:
                _store(act, keys, receiver, row, told.dump(guard.told))
                act.change(last, told=row.revision)
            return hidden
    raise Busy


def _told(keys: Keys, receiver: str, row: FactPack) -> list[Told]:
    if not row.revision:
        return []
    try:
        return told.load(_open(keys, receiver, row))
    except ValueError:
        raise Refused from None


def _secret(said: Sequence[str]) -> bytes:
    """Decides between equal choices, the same for the same question, so that nobody can replay them."""
    return mac(server_keys().of("hidden cells", 0), encode(*said))


# Folding ----------------------------------------------------------------------------------------


def _fold_some(keys: Keys, receiver: str) -> bool:
    """Take up to a chunk of the tail into the packs; whether there may be more.

    What rows carry is read (and locked) first and folded last: it never is older than a fact of the same name, and it
    waits while there are more facts than a chunk.
    """
    if not Fact.objects.exists() and not any(_carried(_own_keys(), 1)):
        return False
    with acting("facts.fold", by=keys.actor, on=[receiver]) as act:
        FactsOffice.objects.select_for_update(no_key=True).get(id=OFFICE)
        carried = _carried(_own_keys(), CHUNK)
        facts = list(Fact.objects.select_for_update().order_by("key_id")[:CHUNK])
        private = gate.private_of(keys, receiver)
        given = {row.id: _fact_key(private, row) for row in _keys_of(facts)}
        opened = [_open_fact(fact, given[fact.key_id]) for fact in facts]
        if len(facts) == CHUNK:
            carried = []
        own = {key_id: _fact_key(private, row) for key_id, row in _own_keys().items()}
        opened = list({one.name: one for one in (*opened, *(_open_carried(one, own) for one in carried))}.values())
        columns, names = _row("columns"), _row("names")
        pack, known = _load(keys, receiver, columns, names)
        for row, raw in zip((columns, names), packing.dump(*packs.fold(pack, known, opened)), strict=True):
            _store(act, keys, receiver, row, raw)
        act.remove(facts)
        act.remove(list(FactKey.objects.filter(facts=None)))
        for table in carrying():
            act.unload(table, (one.row for one in carried if one.table is table))
    return CHUNK in (len(facts), len(carried))


@dataclass(frozen=True, slots=True)
class _Carried:
    """A fact as a row carries it."""

    table: type[CarryingRow]
    row: str
    told: bytes


def _own_keys() -> dict[bytes, OwnFactKey]:
    """The keys of what rows carry, as far as they were given, by the bytes of their id."""
    return {base64.urlsafe_b64decode(row.id + "=="): row for row in OwnFactKey.objects.all()}


def _carried(own: Mapping[bytes, OwnFactKey], most: int) -> list[_Carried]:
    """Up to so many facts that rows carry and whose key was given."""
    found: list[_Carried] = []
    for table in carrying():
        rows = table.objects.select_for_update(no_key=True) if most > 1 else table.objects.all()
        waiting = rows.filter(told__isnull=False).order_by("id").values_list("id", "told")
        all_told = (_Carried(table, row, bytes(told or b"")) for row, told in waiting.iterator(2000))
        found += islice((one for one in all_told if one.told[:KEY_ID] in own), most - len(found))
    return found


def _open_carried(one: _Carried, own: Mapping[bytes, Key]) -> Opened:
    context = carried_context(one.table._meta.db_table, one.row)
    raw = open_sealed(own[one.told[:KEY_ID]], one.told[KEY_ID:], context)
    return _said(raw[: packs.NAME], raw[packs.NAME :])


def _keys_of(facts: Sequence[Fact]) -> list[FactKey]:
    wanted = sorted({fact.key_id for fact in facts})
    steps = range(0, len(wanted), 500)
    return [row for at in steps for row in FactKey.objects.filter(id__in=wanted[at : at + 500])]


def _fact_key(private: Private, row: FactKey | OwnFactKey) -> Key:
    return Key(private.take(bytes(row.verified().wrapped), key_context(row)))


def _open_fact(fact: Fact, key: Key) -> Opened:
    raw = open_sealed(key, bytes(fact.verified().blob), fact_context(fact.id, fact.key_id))
    return _said(base64.urlsafe_b64decode(fact.id + "==")[: packs.NAME], raw)


def _said(name: bytes, raw: bytes) -> Opened:
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
        return packing.load(raw), packing.load_names(raw, _open(keys, receiver, names))
    except ValueError:
        raise Refused from None


def _pack(keys: Keys, receiver: str) -> Pack:
    row = FactPack.objects.filter(name="columns").first()
    return Pack() if row is None else packing.load(_open(keys, receiver, row))


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
