"""Replaying the ledger on a database that was put back: what was destroyed is destroyed again, what was taken is taken.

Every line is safe to replay twice and on a database that knows it already; facts are told to go each time. Nothing here
needs a key: locks are shut, rows removed, keys given anew to public keys. What does not live here: reading the ledger
(ledger.py).
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

from kring.vault import facts, sharing, slots
from kring.vault.acts import Act
from kring.vault.ledger import Ledger, Taken, What
from kring.vault.models import Envelope, Grant, Lock, Principal, SessionKey, Slot
from kring.vault.rows import concrete


def replay(act: Act, ledger: Ledger) -> Counter[What]:
    """Bring the database up to what the ledger says; how many things were still to be done, by what."""
    done: Counter[What] = Counter()
    lines = list(ledger.gone())
    _erase(act, lines, done)
    _shred(act, lines, done)
    _withdraw(act, lines, done)
    _close_ways_in(act, lines, done)
    _forget(act, lines, done)
    return done


def end_sessions(act: Act) -> int:
    """Sign everybody out; how many sessions there were."""
    rows = list(SessionKey.objects.all())
    act.remove(rows)
    return len(rows)


def _erase(act: Act, lines: Iterable[Taken], done: Counter[What]) -> None:
    tables = {model._meta.db_table: model for model in concrete()}
    wanted: dict[str, list[str]] = {}
    for line in lines:
        if line.what is What.ERASED and line.of in tables:
            wanted.setdefault(line.of, []).append(line.id)
    for table, ids in wanted.items():
        rows = [
            row for at in range(0, len(ids), 500) for row in tables[table].objects.filter(pk__in=ids[at : at + 500])
        ]
        done[What.ERASED] += act.erase_whole(rows)


def _forget(act: Act, lines: Iterable[Taken], done: Counter[What]) -> None:
    """Whether they lie in the packs of the back-up only the statistics office can see, so all are told once more."""
    names = [line.id for line in lines if line.what is What.FORGOTTEN]
    with suppress(facts.NoFactsOffice):
        facts.forget(act, names)
        done.update([What.FORGOTTEN] * len(names))


def _shred(act: Act, lines: Iterable[Taken], done: Counter[What]) -> None:
    for lock in _locks(line.id for line in lines if line.what is What.SHREDDED):
        if lock.state != Lock.State.SHREDDED:
            sharing.shred_locks(act, [lock])
            done[What.SHREDDED] += 1


def _withdraw(act: Act, lines: Iterable[Taken], done: Counter[What]) -> None:
    """Take keys away again, then move each lock past every generation the ledger knows."""
    taken = [line for line in lines if line.what in (What.WITHDRAWN, What.ROTATED)]
    for lock in _locks(line.id for line in taken):
        later = [line for line in taken if line.id == lock.id and line.generation > lock.generation]
        if not later or lock.state == Lock.State.SHREDDED:
            continue
        holders = [line.of for line in later if line.what is What.WITHDRAWN]
        act.remove(list(Grant.objects.filter(lock=lock, envelope__holder__in=holders)))
        act.remove(list(Envelope.objects.filter(bundle=lock.bundle, grants=None)))
        sharing.rotate(act, lock, above=max(line.generation for line in later))
        done.update(line.what for line in later)


def _close_ways_in(act: Act, lines: Iterable[Taken], done: Counter[What]) -> None:
    lines = list(lines)
    for line in lines:
        if line.what is What.SLOT_REMOVED:
            for slot in Slot.objects.filter(id=line.id):
                slots.remove_slot(act, slot)
                done[What.SLOT_REMOVED] += 1
    states = {line.id: line for line in lines if line.what is What.STATE}
    for principal in Principal.objects.filter(id__in=list(states)):
        line = states[principal.id]
        if principal.state != line.of and line.of != Principal.State.ACTIVE:
            slots.raise_generation(act, principal, state=line.of)
            done[What.STATE] += 1


def _locks(ids: Iterable[str]) -> list[Lock]:
    wanted = list(dict.fromkeys(ids))
    return [
        lock.verified()
        for at in range(0, len(wanted), 500)
        for lock in Lock.objects.filter(id__in=wanted[at : at + 500])
    ]
