"""After recovery was founded anew: who holds a key gives it to the new recovery key, a slice at each sign-in.

It needs what a colleague can open, so it runs in his own request and never by itself. Until a lock had its turn two
trustees cannot give it again; `keycheck` counts those. Where recovery is the first one there is nothing to look for.
"""

import random
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.db.models import F, QuerySet

from kring.team import queries
from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.keycheck import OWN, demands
from kring.vault.models import Envelope, Grant, Lock, Principal
from kring.vault.refusals import Conflict, Refused

SLICE = 25
"""Bundles in one request: some tenths of a second."""


def give_some(session: Session, *, bundles: int = SLICE) -> int:
    """Put some of what this colleague holds under recovery; how many bundles. Never stands in the way of signing in."""
    if not begun_anew():
        return 0
    key = queries.recovery()
    lacking = _lacking(session.person, key) if key else {}
    if key is None or not lacking:
        return 0
    some = random.sample(sorted(lacking), min(bundles, len(lacking)))
    with suppress(Refused, Conflict):
        return _give(session, key, {bundle: lacking[bundle] for bundle in some})
    return 0


def begun_anew() -> bool:
    """Whether there was a recovery key before this one."""
    return Principal.objects.filter(kind=Principal.Kind.RECOVERY, state=Principal.State.DISABLED).exists()


def lacks(key: str) -> int:
    """How many locks still wait for the new recovery key; none where recovery is the first one."""
    return _should().exclude(id__in=_under(key)).count() if begun_anew() else 0


def _give(session: Session, key: str, parts: dict[str, set[str]]) -> int:
    named = sorted(set().union(*parts.values()))
    keys = gate.entering(session, act="recovery.renew", of=sorted(parts), parts=named, strict=False, moving=True)
    with acting("recovery.renew", by=session.person, verb=Verb.GAVE, on=sorted(parts)) as act:
        to = sharing.holders([key], Envelope.Kind.RECOVERY)
        for bundle, wanted in parts.items():
            held = [part for part in sorted(wanted) if keys.holds(bundle, part)]
            if held:
                sharing.give_parts(act, keys, bundle=bundle, parts=held, to=to)
    return len(parts)


def _lacking(person: str, key: str) -> dict[str, set[str]]:
    """Bundle -> parts that somebody holds by work, oneself or through a circle or office, and recovery does not."""
    mine = [person, *(one.principal for one in queries.groups_with_key(person))]
    held = Grant.objects.filter(
        envelope__holder__in=mine, envelope__kind=Envelope.Kind.WORK, lock_generation=F("lock__generation")
    )
    rows = _should().filter(id__in=held.values("lock")).exclude(id__in=_under(key))
    return _by_bundle(rows.values_list("bundle", "part"))


def _should() -> QuerySet[Lock]:
    parts = [part for part, wanted in demands().items() if wanted.recovery]
    return Lock.objects.exclude(state=Lock.State.SHREDDED).filter(part__in=[*parts, OWN])


def _under(key: str) -> QuerySet[Grant, Any]:
    return Grant.objects.filter(envelope__holder=key, envelope__kind=Envelope.Kind.RECOVERY).values("lock")


def _by_bundle(rows: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for bundle, part in rows:
        found.setdefault(bundle, set()).add(part)
    return found
