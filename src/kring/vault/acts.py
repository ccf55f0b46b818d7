"""An act: one transaction, one line in the journal, and the only way to write a guarded row.

    with acting("dossier.open", by=keys.actor) as act:
        act.add(row)

Writes compare and swap (on the MAC or the revision), never last-writer-wins. A sealed row is only written while its
lock is open and at the version it was sealed under, so a key left in memory cannot write to what was shredded.
What must stay destroyed when a back-up is put back goes into the ledger as soon as the act is committed.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from kring.vault import journal, ledger, reading, statements, ties, whole
from kring.vault.journal import Verb
from kring.vault.ledger import Taken, What
from kring.vault.models import IdempotencyKey, Lock, Principal
from kring.vault.primitives import Key, encode, mac
from kring.vault.refusals import Conflict, Refused
from kring.vault.rows import CarryingRow, GuardedModel, MacedModel, SealedRow, unguarded
from kring.vault.server_keys import server_keys

BATCH = 500
log = logging.getLogger("kring.ledger")
_LOCK = reading.columns(Lock, "l")
_CLAIM = "INSERT INTO vault_idempotencykey (token, outcome, made_at) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"


class Act:
    """What one transaction did. Made by `acting` alone."""

    def __init__(self, name: str, actor: str) -> None:
        self.name = name
        self.actor = actor
        self.on: list[str] = []
        self.fact_key: tuple[str, Key] | None = None
        self.taken: list[Taken] = []
        self.said: dict[str, Any] = {}
        self._touched: list[tuple[str, str, str, str]] = []
        self._fresh_locks: set[tuple[str, int]] = set()
        self._ahead: dict[str, Lock] = {}

    def add[Row: GuardedModel](self, row: Row) -> Row:
        """Insert one row."""
        self.add_all([row])
        return row

    def add_all(self, rows: Sequence[GuardedModel]) -> None:
        """Insert rows of one table, in batches. Raises `Refused` when a sealed row's lock is shut or moved on."""
        if not rows:
            return
        for row in rows:
            if isinstance(row, SealedRow):
                self._check_lock(row)
            row.stamp()
        if len(rows) == 1:
            statements.insert(rows[0])
        else:
            unguarded(type(rows[0])).bulk_create(rows, batch_size=BATCH)
        for row in rows:
            if isinstance(row, Lock):
                self._fresh_locks.add((row.id, row.version))
            self._touch(row, "a")

    def change(self, row: MacedModel, **values: Any) -> None:
        """Change columns of a MACed row. Raises `Conflict` when it is no longer the row that was read."""
        row.verified()
        before = row.mac
        for name, value in values.items():
            setattr(row, name, value)
        row.stamp()
        columns = {name: getattr(row, name) for name in (*values, "mac")}
        if not statements.swap(row, columns, where={"id": row.id, "mac": before}):
            raise Conflict
        self._touch(row, "c")
        if isinstance(row, Principal) and "state" in values:
            self.taken.append(Taken(What.STATE, row.id, of=str(row.state), generation=row.generation))

    def rewrite(self, row: SealedRow, **values: Any) -> None:
        """Store a row that was sealed anew (its revision one higher). Raises `Conflict` when another came first."""
        self._check_lock(row)
        for name, value in values.items():
            setattr(row, name, value)
        columns = {name: getattr(row, name) for name in ("lock", "lock_version", "revision", "blob", *values)}
        if not statements.swap(row, columns, where={"id": row.id, "revision": row.revision - 1}):
            raise Conflict
        self._touch(row, "c")

    def erase(self, rows: Iterable[GuardedModel], *, into: str = "") -> None:
        """Delete rows of one table for good: a back-up that is put back loses them again.

        into: the lock that their content was sealed under anew; they are gone for good when that one is shredded.
        """
        gone = list(rows)
        for row in gone:
            if row._meta.related_objects:
                raise TypeError(f"{row._meta.db_table}: erase what hangs from a row, not the row")
        self.taken += [Taken(What.ERASED, row.id, of=row._meta.db_table, into=into) for row in gone]
        self.remove(gone)

    def erase_whole(self, rows: Iterable[GuardedModel]) -> int:
        """Delete rows with all that hangs from them or is tied to it, for good; how many. A back-up loses that too."""
        roots = list(rows)
        gone = whole.hanging(roots)
        self.taken += [Taken(What.ERASED, row.id, of=row._meta.db_table) for row in roots]
        for table in dict.fromkeys(type(row) for row in gone):
            self.remove([row for row in gone if type(row) is table])
        letters = ties.belonging(row.id for row in gone)
        self.erase(letters)
        return len(gone) + len(letters)

    def remove(self, rows: Iterable[GuardedModel]) -> None:
        """Delete rows of one table. A back-up that is put back has them again: `erase` is for ever."""
        gone = list(rows)
        if not gone:
            return
        queryset = unguarded(type(gone[0]))
        for start in range(0, len(gone), BATCH):
            queryset.filter(pk__in=[row.pk for row in gone[start : start + BATCH]])._raw_delete(queryset.db)
        self._touched += [(row._meta.db_table, row.id, "r", "") for row in gone if row.swept]

    def unload(self, table: type[CarryingRow], rows: Iterable[str]) -> None:
        """Rows with these ids carry a fact no longer: it was taken, or a later one stands in its place."""
        gone = list(rows)
        for start in range(0, len(gone), BATCH):
            unguarded(table).filter(id__in=gone[start : start + BATCH]).update(told=None)

    def once(self, key: str, *, lock: str, outcome: str) -> str | None:
        """Claim an idempotency key of this actor on this lock: None when new, else the id made the first time."""
        token = _once(self.actor, lock, key)
        with connection.cursor() as cursor:
            cursor.execute(_CLAIM, [token, outcome, timezone.now()])
            new = cursor.rowcount == 1
        return None if new else IdempotencyKey.objects.values_list("outcome", flat=True).get(token=token)

    def look_ahead(self, locks: Iterable[str]) -> None:
        """Read the locks that rows are about to be written under in one statement; each is checked as ever."""
        which, ids = reading.among(set(locks))
        held = " FOR NO KEY UPDATE" if connection.features.has_select_for_update else ""
        question = f"SELECT {_LOCK} FROM vault_lock l WHERE l.id {which} ORDER BY l.id{held}"  # noqa: S608  our own words
        self._ahead |= {lock.id: lock for lock in reading.rows(Lock, question, [ids])}

    def _touch(self, row: GuardedModel, how: str) -> None:
        if row.swept:
            self._touched.append((row._meta.db_table, row.id, how, row.trace().hex()))

    def _check_lock(self, row: SealedRow) -> None:
        if (row.lock, row.lock_version) in self._fresh_locks:
            return
        if row.lock not in self._ahead:
            self.look_ahead([row.lock])
        lock = self._ahead.pop(row.lock, None)
        if lock is None or lock.verified().state != Lock.State.OPEN or lock.version != row.lock_version:
            raise Refused
        self._fresh_locks.add((lock.id, lock.version))


def outcome_of(key: str, *, actor: str, lock: str) -> str | None:
    """What was made under an idempotency key, or None: to answer a repeated request whose act is already done."""
    found: str | None = (
        IdempotencyKey.objects.filter(token=_once(actor, lock, key)).values_list("outcome", flat=True).first()
    )
    return found


def _once(actor: str, lock: str, key: str) -> str:
    return mac(server_keys().of("once"), encode(actor, lock, key)).hex()


@contextmanager
def acting(name: str, *, by: str, verb: Verb = Verb.WROTE, on: Iterable[str] = ()) -> Iterator[Act]:
    """Open a transaction (never inside another), yield the act, and end it with its one journal entry.

    `by` is the principal's id, or "" for the public and "system" for maintenance.
    """
    act = Act(name, by)
    act.on.extend(on)
    numbers: list[int] = []
    try:
        with transaction.atomic(durable=True):
            yield act
            said = act.said | ({"ledger": [one.listed() for one in act.taken]} if act.taken else {})
            numbers = journal.append(verb=verb, act=name, actor=by, on=act.on, touched=act._touched, said=said)
    except BaseException:
        journal.give_back(numbers)
        raise
    if act.taken:
        _list(f"{journal.boot()}/{numbers[0]}", act.taken)


def _list(entry: str, taken: list[Taken]) -> None:
    """The act is done, so a full disk must not make it look undone: the journal has the line, `catch_up` writes it."""
    try:
        ledger.append(entry, taken)
    except OSError as error:
        log.warning("ledger: %s; the next checkpoint catches up", type(error).__name__)
