"""Giving and taking back: found locks, give parts, withdraw, rotate, shred; circles and extracts.

Who can open can give. A gift is one envelope per holder (HPKE to a verified public key) with a grant per part below it;
the gate keeps it under the holder's ring at the first opening. Withdrawing raises the lock's generation, so a deleted
row that is put back opens nothing, and makes a new version for what comes next.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from kring.vault.acts import Act
from kring.vault.codec import Content
from kring.vault.gate import BEHIND_GLASS, OWN_KEY, Keys, PartKey, envelope_context, grant_context, principal_context
from kring.vault.ledger import Taken, What
from kring.vault.models import Envelope, Extract, Grant, Lock, Principal
from kring.vault.primitives import Key, give, keep, new_id, new_key, new_pair, seal
from kring.vault.reading import among, columns, rows
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

EXTRACT = "extract"
"""The one part of an extract's bundle."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a key goes to, and how: by work, behind glass, for a time, or for recovery."""

    principal: str
    public_key: bytes
    generation: int
    kind: Envelope.Kind = Envelope.Kind.WORK
    expires_at: datetime | None = None


def holders(
    principals: Iterable[str],
    kind: Envelope.Kind = Envelope.Kind.WORK,
    expires_at: datetime | None = None,
    *,
    waiting: bool = False,
) -> list[Holder]:
    """Verified, active principals as holders, in the given order. Raises `Refused` when one is not.

    waiting: also who is held at the door for now; what he has must keep up with the others.
    """
    fit = {Principal.State.ACTIVE, Principal.State.WAITING} if waiting else {Principal.State.ACTIVE}
    wanted = list(dict.fromkeys(principals))
    found = {row.id: row for row in Principal.objects.filter(id__in=wanted)}
    result = []
    for principal in wanted:
        row = found.get(principal)
        if row is None or row.verified().state not in fit:
            raise Refused
        result.append(Holder(row.id, bytes(row.public_key), row.generation, kind, expires_at))
    return result


def found(act: Act, *, bundle: str, parts: Mapping[str, Sequence[Holder]]) -> Keys:
    """Make a new lock for each part of a bundle, give it to its holders, and return the open keys.

    One envelope per holder and kind, whatever the number of parts.
    """
    keys: dict[tuple[str, str], PartKey] = {}
    locks = [Lock(bundle=bundle, part=part) for part in parts]
    for lock in locks:
        keys[bundle, lock.part] = PartKey(lock.id, 1, {1: new_key()})
    act.add_all(locks)
    per_holder: dict[Holder, list[tuple[Lock, int, Key]]] = {}
    for lock in locks:
        for holder in parts[lock.part]:
            per_holder.setdefault(holder, []).append((lock, 1, keys[bundle, lock.part].newest))
    _hand_over(act, bundle, per_holder)
    return Keys(act.actor, keys)


def give_parts(act: Act, keys: Keys, *, bundle: str, parts: Iterable[str], to: Sequence[Holder]) -> None:
    """Give parts that one can open, with all versions one holds, to others."""
    gifts: list[tuple[Lock, int, Key]] = []
    for part in parts:
        held = keys.part(bundle, part)
        lock = _open_lock(held.lock)
        gifts += [(lock, version, key) for version, key in held.versions.items()]
    _hand_over(act, bundle, dict.fromkeys(to, gifts))


def withdraw(act: Act, *, bundle: str, parts: Iterable[str], holder: str) -> None:
    """Take parts of a bundle away from a holder: rows deleted, generation up, a new version for the rest."""
    for lock in _locks(bundle, parts):
        act.remove(list(Grant.objects.filter(lock=lock, envelope__holder=holder)))
        rotate(act, lock)
        act.taken.append(Taken(What.WITHDRAWN, lock.id, of=holder, generation=lock.generation))
    _drop_empty(act, bundle)


def rotate(act: Act, lock: Lock, *, above: int = 0) -> None:
    """A new version of a lock for its present holders; old records stay under their old version.

    Needs no private key: the new key goes to public keys. Who was disabled gets no new one. above: the generation is
    raised past this one too.
    """
    present = _present(lock)
    act.change(lock, version=lock.version + 1, generation=max(lock.generation, above) + 1)
    receivers: dict[tuple[str, str, datetime | None], None] = {}
    for grant in present:
        act.change(grant, lock_generation=lock.generation)
        envelope = grant.envelope.verified()
        receivers[envelope.holder_id, envelope.kind, envelope.expires_at] = None
    here = _not_shut_out(holder for holder, _, _ in receivers)
    key = new_key()
    gifts: dict[Holder, list[tuple[Lock, int, Key]]] = {}
    for principal, kind, expires_at in receivers:
        if principal in here:
            [holder] = holders([principal], Envelope.Kind(kind), expires_at, waiting=True)
            gifts[holder] = [(lock, lock.version, key)]
    _hand_over(act, lock.bundle, gifts)
    act.taken.append(Taken(What.ROTATED, lock.id, generation=lock.generation))


def freeze(act: Act, *, bundle: str, part: str) -> None:
    """Let a part open for nobody until it is thawed: not its holders, not behind glass. Raises `Refused`."""
    _turn(act, bundle, part, Lock.State.OPEN, Lock.State.FROZEN)


def thaw(act: Act, *, bundle: str, part: str) -> None:
    """Let a frozen part open again, for who holds its key now. Raises `Refused`."""
    _turn(act, bundle, part, Lock.State.FROZEN, Lock.State.OPEN)


def frozen(bundles: Iterable[str]) -> set[str]:
    """Those of which a part is frozen, in one query at most. Raises `Refused` when a row is not ours."""
    which, ids = among(asked := set(bundles))
    question = f"SELECT {columns(Lock, 'l')} FROM vault_lock l WHERE l.bundle {which} AND l.state = %s"  # noqa: S608  ours
    found = rows(Lock, question, [ids, str(Lock.State.FROZEN)]) if asked else []
    return {lock.verified().bundle for lock in found}


def _turn(act: Act, bundle: str, part: str, before: Lock.State, after: Lock.State) -> None:
    [lock] = _locks(bundle, [part])
    if lock.state != before:
        raise Refused
    act.change(lock, state=after)


def shred(act: Act, *, bundle: str, parts: Iterable[str], into: str = "") -> None:
    """Destroy the keys of parts: nothing sealed under them opens again, for anybody, nor from a back-up.

    into: the lock that the content was sealed under anew; from a back-up it opens until that one is shredded.
    """
    shred_locks(act, _locks(bundle, parts), into=into)


def shred_locks(act: Act, locks: Iterable[Lock], *, into: str = "") -> None:
    """The same, for locks that one has."""
    for lock in locks:
        act.change(lock, state=Lock.State.SHREDDED, generation=lock.generation + 1)
        act.remove(list(Grant.objects.filter(lock=lock)))
        act.taken.append(Taken(What.SHREDDED, lock.id, into=into, generation=lock.generation))
        _drop_empty(act, lock.bundle)


def found_circle(
    act: Act, *, kind: Principal.Kind, members: Sequence[Holder], recovery: str | None = None
) -> tuple[str, Keys]:
    """A new circle or office with its members; its id and the key that opens its private half.

    recovery: the recovery principal, so that two trustees can let a circle back in that lost all its members.
    """
    pair, circle = new_pair(), new_id()
    behind = holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
    keys = found(act, bundle=circle, parts={OWN_KEY: [*members, *behind]})
    sealed = seal(keys.part(circle, OWN_KEY).newest, pair.private, principal_context(circle))
    act.add(Principal(id=circle, kind=kind, public_key=pair.public, sealed_private=sealed))
    return circle, keys


def extract(act: Act, content: Content, *, to: Sequence[Holder]) -> Extract:
    """A sealed copy for somebody outside, under a lock of its own; the holders carry the expiry."""
    row = Extract(bundle=new_id())
    keys = found(act, bundle=row.bundle, parts={EXTRACT: to})
    keys.seal(row, content, bundle=row.bundle, part=EXTRACT)
    return act.add(row)


def bundles_of(holder: str) -> list[str]:
    """Ids of the bundles a principal holds an envelope of (members find their circles, a link its extract)."""
    return list(Envelope.objects.filter(holder=holder).values_list("bundle", flat=True).distinct())


def holders_of(bundles: Iterable[str]) -> set[tuple[str, str]]:
    """(holder, bundle) for everybody who holds an envelope of one of these by work, in one query."""
    rows = Envelope.objects.filter(bundle__in=set(bundles), kind=Envelope.Kind.WORK)
    return set(rows.values_list("holder", "bundle"))


def _hand_over(act: Act, bundle: str, gifts: Mapping[Holder, Sequence[tuple[Lock, int, Key]]]) -> None:
    envelopes, grants = [], []
    for holder, parts in gifts.items():
        key, envelope = new_key(), Envelope(bundle=bundle, holder_id=holder.principal, kind=holder.kind)
        envelope.holder_generation, envelope.expires_at = holder.generation, holder.expires_at
        context = envelope_context(envelope.id, bundle, holder.principal, holder.kind, holder.expires_at)
        envelope.wrapped = give(holder.public_key, key, context)
        if holder.kind in BEHIND_GLASS:
            envelope.wrapped = keep(server_keys().of("glass"), envelope.wrapped, context)
        envelopes.append(envelope)
        for lock, version, secret in parts:
            sealed = keep(key, secret, grant_context(envelope.id, lock.id, version))
            grant = Grant(envelope=envelope, lock=lock, lock_version=version, sealed=sealed)
            grant.lock_generation = lock.generation
            grants.append(grant)
    act.add_all(envelopes)
    act.add_all(grants)


def _present(lock: Lock) -> list[Grant]:
    """Grants that open today. One that was withdrawn and put back is not among them: our own hand would renew it."""
    of_today = F("envelope__holder__generation")
    rows = Grant.objects.filter(
        lock=lock, lock_generation=lock.generation, envelope__holder_generation=of_today
    ).select_related("envelope")
    return list(rows)


def _open_lock(lock: str) -> Lock:
    row = Lock.objects.select_for_update(no_key=True).filter(id=lock).first()
    if row is None or row.verified().state == Lock.State.SHREDDED:
        raise Refused
    found_lock: Lock = row
    return found_lock


def _locks(bundle: str, parts: Iterable[str]) -> list[Lock]:
    wanted = set(parts)
    there = Lock.objects.filter(bundle=bundle, part__in=wanted).exclude(state=Lock.State.SHREDDED)
    rows = list(there.select_for_update(no_key=True))
    if not rows or {row.verified().part for row in rows} != wanted:
        raise Refused
    return rows


def _not_shut_out(principals: Iterable[str]) -> set[str]:
    rows = Principal.objects.filter(id__in=list(principals)).exclude(state=Principal.State.DISABLED)
    return set(rows.values_list("id", flat=True))


def _drop_empty(act: Act, bundle: str) -> None:
    act.remove(list(Envelope.objects.filter(bundle=bundle, grants=None)))
