"""The journal: every opening and every write is one entry, salted, MACed, and sealed into a Merkle tree.

PostgreSQL: an entry is one insert; `seal_pending` takes the rows that are not yet in the tree, one sealer at a time.
SQLite: writers stand in line anyway, so the entry goes into the tree in the same small transaction.
Ids only: an entry never holds content. Checkpoints and exports live in checkpoints.py; the sweep in sweeping.py.
"""

import itertools
import json
import os
import secrets
import threading
from collections.abc import Iterable, Mapping
from enum import StrEnum

from django.db import connection, transaction
from django.utils import timezone

from kring.vault.merkle import Frontier, leaf_hash
from kring.vault.models import JournalEntry, JournalHead
from kring.vault.primitives import digest, encode, mac, same
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

SEALER_LOCK = 0x6B72696E67
"""Number of the advisory lock that makes one sealer of many."""


class Verb(StrEnum):
    """What was done, in one word."""

    LISTED = "listed"
    SEARCHED = "searched"
    OPENED = "opened"
    WROTE = "wrote"
    GAVE = "gave"
    WITHDREW = "withdrew"
    SHREDDED = "shredded"
    REFUSED = "refused"
    KNOWN = "known"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    RELEASED = "released"
    BACKED_UP = "backed_up"
    RESTORED = "restored"


class _Boot:
    """The running process: its random name and a counter, so that a missing entry shows as a gap."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.name = secrets.token_hex(6)
        self.counter = itertools.count(1)
        self.unused: list[int] = []
        self.guard = threading.Lock()

    def take(self) -> tuple[str, int, list[int]]:
        with self.guard:
            unused, self.unused = self.unused, []
            return self.name, next(self.counter), unused

    def give_back(self, numbers: Iterable[int]) -> None:
        with self.guard:
            self.unused.extend(numbers)


_boot = _Boot()
os.register_at_fork(after_in_child=_boot.reset)


def append(
    *,
    verb: Verb,
    act: str,
    actor: str,
    on: Iterable[str] = (),
    touched: Iterable[tuple[str, str, str, str]] = (),
    said: Mapping[str, object] | None = None,
) -> list[int]:
    """Write one entry inside the transaction that is open.

    `on`: ids of what was opened or asked for. `touched`: (table, id, "a" added | "c" changed | "r" removed,
    hex trace) of every guarded row, what `sweep` holds the database against. `said`: more, by name. Numbers of
    entries that a rollback took away are named by the next entry as `unused`. Returns the numbers this entry used up.
    """
    name, number, unused = _boot.take()
    try:
        body = {
            "at": timezone.now().isoformat(timespec="microseconds"),
            "boot": name,
            "counter": number,
            "verb": verb.value,
            "act": act,
            "actor": actor,
            "on": list(on),
        }
        rows = [list(row) for row in touched]
        body |= {"touched": rows} if rows else {}
        body |= said or {}
        body |= {"unused": unused} if unused else {}
        text = json.dumps(body, separators=(",", ":"), sort_keys=True).encode()
        salt = secrets.token_bytes(16)
        _insert(name, number, text, salt, digest(salt + text))
    except BaseException:
        _boot.give_back([number, *unused])
        raise
    return [number, *unused]


def boot() -> str:
    """The name under which this process numbers its entries."""
    return _boot.name


def give_back(numbers: Iterable[int]) -> None:
    """Hand back numbers whose entry was rolled back; the next entry names them."""
    _boot.give_back(numbers)


def record(*, verb: Verb, act: str, actor: str, on: Iterable[str] = ()) -> None:
    """One entry in a transaction of its own, committed when this returns; refuses to run inside another one."""
    if connection.vendor != "sqlite":
        _check_outermost()
        append(verb=verb, act=act, actor=actor, on=on)
        return
    numbers: list[int] = []
    try:
        with transaction.atomic(durable=True):
            numbers = append(verb=verb, act=act, actor=actor, on=on)
    except BaseException:
        give_back(numbers)
        raise


def _check_outermost() -> None:
    """One insert is a transaction by itself; only being inside another one must be refused, as `durable` does."""
    blocks = connection.atomic_blocks
    if blocks and not getattr(blocks[-1], "_from_testcase", False):
        raise RuntimeError("A durable journal entry cannot be written inside a transaction.")


def _entry_mac(boot: str, counter: int, commitment: bytes, number: int) -> bytes:
    """MAC of an entry under master `number`: holds also after its text was dropped."""
    keys = server_keys()
    message = encode(keys.instance, boot, counter, commitment)
    return bytes([number]) + mac(keys.of("journal", number), message)


def genuine(entry: JournalEntry) -> bool:
    """Whether the entry was written by us, and its text is the one committed to, or gone together with its salt."""
    stored, commitment = bytes(entry.mac), bytes(entry.commitment)
    if not stored or stored[0] > server_keys().current:
        return False
    if not same(_entry_mac(entry.boot, entry.counter, commitment, stored[0]), stored):
        return False
    if entry.text is None or entry.salt is None:
        return entry.text is entry.salt
    return same(digest(bytes(entry.salt) + bytes(entry.text)), commitment)


def head() -> Frontier:
    """The frontier of the tree as it is stored. Raises `Refused` when it is not ours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT frontier FROM vault_journalhead WHERE id = 1")
        row = cursor.fetchone()
    return Frontier() if row is None else genuine_head(bytes(row[0]))


def genuine_head(stored: bytes) -> Frontier:
    """A frontier as it stands in a database. Raises `Refused` when it is not ours."""
    if not same(_head_mac(stored[32:]), stored[:32]):
        raise Refused
    return Frontier.from_bytes(stored[32:])


def _head_mac(raw: bytes) -> bytes:
    return mac(server_keys().of("journal head", 0), raw)


def _store(frontier: Frontier) -> None:
    raw = frontier.to_bytes()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_journalhead SET frontier = %s WHERE id = 1", [_head_mac(raw) + raw])
        if not cursor.rowcount:
            JournalHead.objects.create(id=1, frontier=_head_mac(raw) + raw)


_INSERT = (
    'INSERT INTO vault_journalentry (boot, counter, text, salt, commitment, mac, "index")'
    " VALUES (%s, %s, %s, %s, %s, %s, %s)"
)
"""Every page writes one: plain SQL, since building it through the ORM costs three times the rest."""


def _insert(boot: str, counter: int, text: bytes, salt: bytes, commitment: bytes) -> None:
    index = None
    if connection.vendor == "sqlite":
        frontier = head()
        index = frontier.append(leaf_hash(commitment))
        _store(frontier)
    stamp = _entry_mac(boot, counter, commitment, server_keys().current)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [boot, counter, text, salt, commitment, stamp, index])


def seal_pending(batch: int = 5000) -> int:
    """Take entries that are not yet in the tree into it; the number taken. One sealer at a time, others return 0."""
    if connection.vendor == "sqlite":
        return 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SEALER_LOCK])
        if not (cursor.fetchone() or [False])[0]:
            return 0
        rows = list(
            JournalEntry.objects.filter(index__isnull=True).order_by("id").values_list("id", "commitment")[:batch]
        )
        if not rows:
            return 0
        frontier = head()
        first = frontier.size
        for _, commitment in rows:
            frontier.append(leaf_hash(bytes(commitment)))
        cursor.execute(
            'UPDATE vault_journalentry AS e SET "index" = v.i'
            " FROM unnest(%s::bigint[], %s::bigint[]) AS v(id, i) WHERE e.id = v.id",
            [[row[0] for row in rows], list(range(first, first + len(rows)))],
        )
        _store(frontier)
    return len(rows)
