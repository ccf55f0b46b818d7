"""The gate: the only way to a key. It decides, writes the journal, and then hands out.

`entering(session, act=..., of=bundles, parts=names)` fetches every grant of a page in one query, checks each row it
relies on, commits one journal entry, and returns `Keys`. It runs outside any transaction. Everything that does not
open is one `Refused`, recorded too.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from kring.vault import codec, journal
from kring.vault.codec import Content
from kring.vault.journal import Verb
from kring.vault.models import Envelope, Grant, Lock, Principal
from kring.vault.primitives import Key, Private, encode, is_id, is_kept, keep, open_kept, open_sealed, seal
from kring.vault.reading import among, moment, within
from kring.vault.refusals import Frozen, Refused
from kring.vault.rows import SealedRow, Shut, unguarded
from kring.vault.server_keys import server_keys

OWN_KEY = "key"
"""The part of a circle's or an office's bundle that opens its private key."""

BEHIND_GLASS = (Envelope.Kind.GLASS, Envelope.Kind.TIMED)
"""Envelopes sealed once more under the server key file, so that only the running gate opens them (security.md 4.10)."""


@dataclass(frozen=True, slots=True)
class Session:
    """An unlocked person: made by sessions.py (browser) or slots.py (command) alone."""

    id: str
    person: str
    generation: int
    private: Private = field(repr=False)


@dataclass(frozen=True, slots=True)
class PartKey:
    """The open key of one part: all versions one may read, the newest one writes."""

    lock: str
    version: int
    versions: dict[int, Key] = field(repr=False)

    @property
    def newest(self) -> Key:
        """The key that seals what comes next. Raises `Refused` when only older versions are held."""
        if self.version not in self.versions:
            raise Refused
        return self.versions[self.version]


class Keys:
    """Open keys for the parts that were asked for; a visible argument of whatever reads or writes content.

    frozen: (bundle, part) of what would have opened, were it not frozen.
    """

    def __init__(
        self, actor: str, parts: dict[tuple[str, str], PartKey], frozen: Collection[tuple[str, str]] = ()
    ) -> None:
        self.actor = actor
        self.frozen = frozenset(frozen)
        self._parts = parts
        self._locks = {part.lock: part for part in parts.values()}

    def holds(self, bundle: str, part: str) -> bool:
        """Whether this part was opened."""
        return (bundle, part) in self._parts

    def part(self, bundle: str, part: str) -> PartKey:
        """The key of a part. Raises `Refused`."""
        try:
            return self._parts[bundle, part]
        except KeyError:
            raise self.refusal(bundle, part) from None

    def refusal(self, bundle: str, part: str) -> Refused:
        """What to raise where a part did not open: `Frozen` to who holds its key, else the one refusal."""
        return Frozen(bundle, part) if (bundle, part) in self.frozen else Refused()

    def open[C: Content](self, row: SealedRow, kind: type[C]) -> C:
        """The content of a sealed row. Raises `Refused`."""
        return codec.unpack(kind, self.raw(row, kind))

    def open_all[C: Content](self, table: type[SealedRow], rows: Iterable[Shut], kind: type[C]) -> list[C]:
        """The contents of many rows of one table, read from it with or without a model. Raises `Refused`."""
        context = table.contexts(kind.__name__)
        return [codec.unpack(kind, self._raw(row, context)) for row in rows]

    def raw(self, row: SealedRow, kind: type[Content]) -> bytes:
        """What `open` makes the content from: to look for words in many rows before any is built. Raises `Refused`."""
        return self._raw(row, row.contexts(kind.__name__))

    def _raw(self, row: Shut, context: Callable[[str, str, int, int], bytes]) -> bytes:
        try:
            key = self._locks[row.lock].versions[row.lock_version]
        except KeyError:
            raise Refused from None
        return open_sealed(key, bytes(row.blob), context(row.id, row.lock, row.lock_version, row.revision))

    def seal(self, row: SealedRow, content: Content, *, bundle: str, part: str) -> None:
        """Seal content into the row (in memory): newest version of the part, revision one higher."""
        held = self.part(bundle, part)
        row.lock, row.lock_version, row.revision = held.lock, held.version, row.revision + 1
        context = row.context(row.id, row.lock, row.lock_version, row.revision, type(content).__name__)
        row.blob = seal(held.newest, codec.pack(content), context)

    def joined(self, other: "Keys") -> "Keys":
        """Both sets of keys as one (same actor): an action that founds locks and writes to older ones."""
        return Keys(self.actor, self._parts | other._parts, self.frozen | other.frozen)

    @property
    def all_parts(self) -> dict[tuple[str, str], PartKey]:
        """(bundle, part) -> key."""
        return dict(self._parts)


def private_of(keys: Keys, principal: str) -> Private:
    """The private key of a circle or office whose own part is open. Raises `Refused`."""
    row = Principal.objects.filter(id=principal).first()
    if row is None or row.verified().state != Principal.State.ACTIVE:
        raise Refused
    return _own_private(keys.part(principal, OWN_KEY), row)


def _own_private(held: PartKey, principal: Principal) -> Private:
    """It was sealed when the circle was founded: under an older version of its own part once somebody has left."""
    blob, context = bytes(principal.sealed_private or b""), principal_context(principal.id)
    for key in reversed(held.versions.values()):
        with suppress(Refused):
            return Private(open_sealed(key, blob, context))
    raise Refused


def envelope_context(envelope: str, bundle: str, holder: str, kind: str, expires: Any) -> bytes:
    """What a wrapped envelope key is bound to."""
    until = None if expires is None else int(expires.timestamp())
    return encode(server_keys().instance, "envelope", envelope, bundle, holder, kind, until)


def grant_context(envelope: str, lock: str, version: int) -> bytes:
    """What a part key under an envelope is bound to."""
    return encode(server_keys().instance, "grant", envelope, lock, version)


def principal_context(principal: str) -> bytes:
    """What a circle's or an office's private key under its own lock is bound to."""
    return encode(server_keys().instance, "principal", principal)


def entering(
    session: Session,
    *,
    act: str,
    of: Sequence[str],
    parts: Sequence[str],
    verb: Verb | None = Verb.OPENED,
    about: Iterable[str] = (),
    strict: bool = True,
    needed: Sequence[str] = (),
    beside: Sequence[str] = (),
    kind: Envelope.Kind = Envelope.Kind.WORK,
    moving: bool = False,
) -> Keys:
    """Keys for `parts` of the bundles `of`, after one journal entry was committed.

    strict: every part of every bundle must open, else `Refused`; otherwise those that do, of which `needed` must.
    beside: bundles that may open along and are not missed when they do not.
    about: further public ids for the journal (letters, referrals).
    kind: which envelopes count; anything but work is for recovery.py and glass.py alone.
    moving: what is frozen opens too, for who passes its key on and reads nothing.
    verb: None for glass.py alone, which writes the entry itself before it hands a key out.
    """
    opening = _open(session, [*of, *beside], parts, kind, moving=moving)
    opened, kept = opening.parts(), opening.kept
    missing = [
        (bundle, part) for bundle in of for part in (parts if strict else needed) if (bundle, part) not in opened
    ]
    along = set() if missing else {bundle for bundle, _ in opened}.intersection(beside)  # a refusal hands nothing out
    named = [
        each for each in (*of, *sorted(along), *about) if is_id(each)
    ]  # an address may hold words instead of an id
    if missing:
        journal.record(verb=Verb.REFUSED, act=act, actor=session.person, on=named)
        refusal = Frozen(*missing[0]) if opening.frozen.issuperset(missing) else Refused()
        refusal.recorded = True
        raise refusal
    if verb is None:
        return Keys(session.person, opened, opening.frozen)
    if kept:
        _record_and_keep(kept, verb=verb, act=act, actor=session.person, on=named)
    else:
        journal.record(verb=verb, act=act, actor=session.person, on=named)
    return Keys(session.person, opened, opening.frozen)


_GRANT, _ENVELOPE, _LOCK = Grant.maced_columns(), Envelope.maced_columns(), Lock.maced_columns()
_AT_ENVELOPE = len(_GRANT) + 1
_AT_LOCK = _AT_ENVELOPE + len(_ENVELOPE) + 1
_COLUMNS = ", ".join(
    f"{table}.{column}"
    for table, columns in (("g", _GRANT), ("e", _ENVELOPE), ("l", _LOCK))
    for column in (*columns, "mac")
)
_FROM = (
    f'SELECT {_COLUMNS} FROM "vault_grant" g'  # noqa: S608  column names of our own models
    " JOIN vault_envelope e ON e.id = g.envelope_id JOIN vault_lock l ON l.id = g.lock_id WHERE e.kind = %s"
)
_DIRECTLY = " AND e.holder_id = %s"
_AND_CIRCLES = within("SELECT %s UNION ALL SELECT bundle FROM vault_envelope WHERE holder_id = %s")
_OR_BY_CIRCLE = f" AND e.holder_id {_AND_CIRCLES}"
"""Every page asks this one query: plain SQL, since building it through the ORM costs a third of the whole opening."""
_Kept = list[tuple[str, bytes, bytes, bytes]]
_Found = dict[tuple[str, str], PartKey]


def _open(
    session: Session, of: Sequence[str], parts: Sequence[str], kind: Envelope.Kind, *, moving: bool = False
) -> "_Opening":
    """Open what this person holds directly or through a circle or office; nothing is journaled here."""
    opening = _Opening(session, kind, moving=moving)
    for row in _rows(kind, of, parts, _OR_BY_CIRCLE, session.person, session.person) if of and parts else ():
        opening.take(row)
    return opening


def _rows(kind: str, of: Sequence[str], parts: Sequence[str], held: str, *holder: str) -> list[tuple[Any, ...]]:
    """Grants with their envelopes and locks, each with its MAC; nothing of it is trusted yet.

    A form may send any sign as an id: what no engine keeps is not asked for, so it is as absent.
    """
    (bundles, asked), (named, names) = among(one for one in of if "\0" not in one), among(parts)
    question = f"{_FROM} AND l.bundle {bundles} AND l.part {named}{held}"
    with connection.cursor() as cursor:
        cursor.execute(question, [str(kind), asked, names, *holder])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


class _Opening:
    """One batch: verified rows by id, the private keys at hand, and the part keys found so far.

    frozen: what this person holds the newest key of and stays shut all the same.
    """

    def __init__(self, session: Session, kind: Envelope.Kind, *, moving: bool = False) -> None:
        self.session = session
        self.kind = kind
        self.moving = moving
        self.now = timezone.now()
        self.holders: dict[str, tuple[int, Private] | None] = {
            session.person: (session.generation, session.private),
        }
        self.envelopes: dict[str, Key | None] = {}
        self.locks: dict[str, bool] = {}
        self.found: dict[tuple[str, str], tuple[str, int, dict[int, Key]]] = {}
        self.frozen: set[tuple[str, str]] = set()
        self.kept: _Kept = []

    def take(self, row: tuple[Any, ...]) -> None:
        """Use one joined grant row, if every link of it is genuine and current."""
        _, envelope_id, lock_id, grant_version, grant_generation, sealed, stored = row[:_AT_ENVELOPE]
        _, bundle, part, version, state, generation = lock = row[_AT_LOCK:-1]
        if self.moving and state == Lock.State.FROZEN:
            state = Lock.State.OPEN
        if lock_id not in self.locks:
            self.locks[lock_id] = Lock.genuine(lock, row[-1]) and state in (Lock.State.OPEN, Lock.State.FROZEN)
        if not self.locks[lock_id] or grant_generation != generation or not Grant.genuine(row[: len(_GRANT)], stored):
            return
        if envelope_id not in self.envelopes:
            self.envelopes[envelope_id] = self._unwrap(row[_AT_ENVELOPE : _AT_LOCK - 1], bytes(row[_AT_LOCK - 1]))
        key = self.envelopes[envelope_id]
        if key is None:
            return
        try:
            secret = open_kept(key, bytes(sealed), grant_context(envelope_id, lock_id, grant_version))
        except Refused:
            return
        if state == Lock.State.FROZEN:
            if grant_version == version:
                self.frozen.add((bundle, part))
            return
        self.found.setdefault((bundle, part), (lock_id, version, {}))[2][grant_version] = Key(secret)

    def parts(self) -> _Found:
        """Everything that opened."""
        return {where: PartKey(*what) for where, what in self.found.items()}

    def _unwrap(self, envelope: tuple[Any, ...], stored: bytes) -> Key | None:
        envelope_id, bundle, holder, holder_generation, kind, wrapped, until = envelope
        expires = moment(until)
        envelope = (*envelope[:-1], expires)
        if kind != self.kind or not Envelope.genuine(envelope, stored):
            return None
        if expires is not None and expires <= self.now:
            return None
        who = self._holder(holder)
        if who is None or who[0] != holder_generation:
            return None
        private, wrapped = who[1], bytes(wrapped)
        context = envelope_context(envelope_id, bundle, holder, kind, expires)
        try:
            if kind in BEHIND_GLASS:
                wrapped = open_kept(server_keys().of("glass"), wrapped, context)
            elif is_kept(wrapped):
                return Key(open_kept(private.ring, wrapped, context))
            key = Key(private.take(wrapped, context))
        except Refused:
            return None
        if kind != Envelope.Kind.WORK:
            return key
        again = keep(private.ring, key, context)
        columns = [again if name == "wrapped" else value for name, value in zip(_ENVELOPE, envelope, strict=True)]
        self.kept.append((envelope_id, stored, again, Envelope.row_mac(columns)))
        return key

    def _holder(self, holder: str) -> tuple[int, Private] | None:
        """The private key of a circle or office this person belongs to, opened once."""
        if holder not in self.holders:
            self.holders[holder] = self._open_circle(holder)
        return self.holders[holder]

    def _open_circle(self, holder: str) -> tuple[int, Private] | None:
        principal = Principal.objects.filter(id=holder).first()
        try:
            if principal is None or principal.verified().state != Principal.State.ACTIVE:
                return None
            opening = _Opening(self.session, Envelope.Kind.WORK)
            for row in _rows(Envelope.Kind.WORK, [holder], [OWN_KEY], _DIRECTLY, self.session.person):
                opening.take(row)
            self.kept += opening.kept
            return principal.generation, _own_private(opening.parts()[holder, OWN_KEY], principal)
        except (Refused, KeyError):
            return None


def _record_and_keep(kept: _Kept, *, verb: Verb, act: str, actor: str, on: Sequence[str]) -> None:
    """The entry, and freshly given envelope keys under their holder's ring: UPDATE where id and MAC, never INSERT."""
    numbers: list[int] = []
    try:
        with transaction.atomic(durable=True):
            numbers = journal.append(verb=verb, act=act, actor=actor, on=on)
            for envelope_id, before, wrapped, after in kept:
                unguarded(Envelope).filter(id=envelope_id, mac=before).update(wrapped=wrapped, mac=after)
    except BaseException:
        journal.give_back(numbers)
        raise
