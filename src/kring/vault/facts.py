"""Facts for statistics: written without being able to read, for the statistics office alone.

Each act that writes facts makes one fresh key and gives it to the office; facts are sealed under it. The id of a fact
comes from a key of its subject and the event, so a correction replaces the earlier row without reading it. What is done
most cannot afford a row for its fact: there the row itself carries it (`carry`), sealed under a key that follows from
the colleague's own and is given to the office once, at signing in. What does not live here: opening, folding and
counting (release.py), and what a fact says (the register that writes it).
"""

import base64
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from django.db import IntegrityError

from kring.vault import codec
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Keys, Session
from kring.vault.ledger import Taken, What
from kring.vault.models import Fact, FactKey, FactsOffice, OwnFactKey, Principal
from kring.vault.primitives import Key, derive, encode, give, id_of, mac, new_key, seal
from kring.vault.refusals import Refused, VaultError
from kring.vault.rows import CarryingRow
from kring.vault.server_keys import server_keys

OFFICE = "facts-office"
"""Id of the one row that says which office the facts go to."""
LINK = 8
"""Bytes of the pseudonym that links the facts of one subject."""
NAME, KEY_ID = 10, 16
"""Bytes of its name in a fact that a row carries, and of the id of the key it is sealed under."""


class NoFactsOffice(VaultError):
    """No office was named yet, so there is nobody to give a fact to."""

    def __init__(self) -> None:
        super().__init__("No statistics office was set up yet: facts cannot be written before.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact to write: its kind, a key of its subject, the event within that subject, and what it says.

    subject: the key that links it to other facts, where it is not the one that names it.
    """

    kind: str
    row_key: Key = field(repr=False)
    event: str
    content: Content
    subject: Key | None = field(default=None, repr=False)


def office_is(act: Act, principal: str) -> FactsOffice:
    """Name the office that facts are given to; once, at the first install."""
    office = Principal.objects.get(id=principal, kind=Principal.Kind.OFFICE).verified()
    return act.add(FactsOffice(id=OFFICE, principal_id=office.id))


def office() -> Principal:
    """The office facts go to. Raises `NoFactsOffice`, or `Refused` when a row is not ours."""
    row = FactsOffice.objects.filter(id=OFFICE).select_related("principal").first()
    if row is None:
        raise NoFactsOffice
    principal = row.verified().principal.verified()
    if principal.state != Principal.State.ACTIVE:
        raise Refused
    return principal


def row_key(keys: Keys, *, bundle: str, part: str) -> Key:
    """The key facts of a bundle are named with: from the first version of a part, so rotation changes nothing."""
    held = keys.part(bundle, part)
    if 1 not in held.versions:
        raise Refused
    return derive(held.versions[1], "facts")


def can_name(keys: Keys, *, bundle: str, part: str) -> bool:
    """Whether `row_key` would give it: who came later may hold newer versions alone."""
    return 1 in keys.part(bundle, part).versions


def worker(principal: str) -> str:
    """The pseudonym of a colleague inside facts: the same in all of them, so that workers can be counted."""
    return _text(mac(server_keys().of("fact worker", 0), principal.encode())[:9])


def write(act: Act, *, kind: str, row_key: Key, event: str, content: Content, subject: Key | None = None) -> None:
    """Write one fact, or replace the one of the same subject and event. Raises `NoFactsOffice`."""
    write_all(act, [Entry(kind, row_key, event, content, subject)])


def write_all(act: Act, entries: Sequence[Entry]) -> None:
    """Write many facts in a few statements. Raises `NoFactsOffice`."""
    sealed = [(fact_id(entry.row_key, entry.event), _plain(entry)) for entry in entries]
    _store(act, dict(sealed))


def take_back(act: Act, *, row_key: Key, event: str) -> None:
    """Say that an event did not happen: the fact goes, from the packs too at the next folding."""
    _store(act, {fact_id(row_key, event): b""})


def forget(act: Act, names: Iterable[str]) -> None:
    """Let facts be as if they never were, by their ids alone: whoever erases their subject has no key of it.

    They go from the packs at the next folding, and once more when a back-up is put back. Raises `NoFactsOffice`.
    """
    gone = list(dict.fromkeys(names))
    if gone:
        _store(act, dict.fromkeys(gone, b""))
        act.taken += [Taken(What.FORGOTTEN, name) for name in gone]


def give_own(session: Session) -> None:
    """Give the office the key of what this colleague's rows carry, unless it has it; without an office it waits.

    Until then what they carry waits as well: the key is the same at the next signing in.
    """
    ring = session.private.ring
    key_id = id_of(_own_key_id(ring))
    if OwnFactKey.objects.filter(id=key_id).exists():
        return
    with suppress(NoFactsOffice, Refused, IntegrityError):  # who signs in twice in the same moment gives it once
        receiver = office()
        with acting("facts.give", by=session.person, on=[receiver.id]) as act:
            row = OwnFactKey(id=key_id, holder_id=receiver.id, holder_generation=receiver.generation)
            row.wrapped = give(bytes(receiver.public_key), _own_key(ring), key_context(row))
            act.add(row)


def carry(session: Session, row: CarryingRow, entry: Entry, *, happened: bool = True) -> None:
    """Let a row that is about to be written carry its fact. happened: else the fact is taken back."""
    ring, name = session.private.ring, mac(entry.row_key, encode("fact", entry.event))[:NAME]
    text = name + (_plain(entry) if happened else b"")
    row.told = _own_key_id(ring) + seal(_own_key(ring), text, carried_context(row._meta.db_table, row.id))


def carried_context(table: str, row: str) -> bytes:
    """What a fact that a row carries is bound to."""
    return encode(server_keys().instance, "carried fact", table, row)


def _own_key(ring: Key) -> Key:
    return derive(ring, "own facts")


def _own_key_id(ring: Key) -> bytes:
    return derive(ring, "own facts, id", size=KEY_ID)


def fact_id(row_key: Key, event: str) -> str:
    """The id of a fact: 22 characters of HMAC(key of the subject, event)."""
    return _text(mac(row_key, encode("fact", event))[:16])


def key_context(key: FactKey | OwnFactKey) -> bytes:
    """What a fact key given to the office is bound to."""
    return encode(server_keys().instance, "fact key", key.id, key.holder_id, key.holder_generation)


def fact_context(fact: str, key: str) -> bytes:
    """What a sealed fact is bound to."""
    return encode(server_keys().instance, "fact", fact, key)


def _plain(entry: Entry) -> bytes:
    """Kind, pseudonym of the subject, content."""
    link = derive(entry.subject or entry.row_key, "fact link", size=LINK)
    return entry.kind.encode() + b"\0" + link + codec.pack(entry.content)


def _store(act: Act, plain: dict[str, bytes]) -> None:
    key_id, key = _key_of(act)
    blobs = {fact: seal(key, text, fact_context(fact, key_id)) for fact, text in plain.items()}
    there = Fact.objects.select_for_update(no_key=True).in_bulk(list(blobs))
    for fact, row in there.items():
        act.change(row, key_id=key_id, blob=blobs[fact])
    act.add_all([Fact(id=fact, key_id=key_id, blob=blob) for fact, blob in blobs.items() if fact not in there])


def _key_of(act: Act) -> tuple[str, Key]:
    """The fact key of this act, made at its first fact and kept on the act: it ends with it."""
    if act.fact_key is None:
        receiver, key = office(), new_key()
        row = FactKey(holder_id=receiver.id, holder_generation=receiver.generation)
        row.wrapped = give(bytes(receiver.public_key), key, key_context(row))
        act.add(row)
        act.fact_key = (row.id, key)
    return act.fact_key


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
