"""Keycheck: does every lock have the holders its class demands? Counts, never content; needs no key.

Each register declares its parts with `demand`. Lost access is the complaint of every comparable system: a part with one
holder is one lost password away from being gone.
"""

import stat
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.module_loading import import_string

from kring.vault.enclosed import ENCLOSED
from kring.vault.gate import OWN_KEY
from kring.vault.models import Envelope, Grant, Lock, Principal
from kring.vault.recovery import DRILL
from kring.vault.server_keys import key_file

OWN = "own"
OWN_BEFORE = "own, before"
"""A colleague's own lock of before a lost phone or password: nobody holds it by work any more."""
EXTRACT = "extract"


@dataclass(frozen=True, slots=True)
class Demand:
    """At least so many persons hold a part by work; `recovery`: two trustees can give it again."""

    persons: int
    recovery: bool = True


VAULTS: Mapping[str, Demand] = {
    OWN_KEY: Demand(2),
    OWN: Demand(1, recovery=False),
    OWN_BEFORE: Demand(0, recovery=False),
    EXTRACT: Demand(1, recovery=False),
    ENCLOSED: Demand(0, recovery=False),
    DRILL: Demand(0),
}
_declared: list[str] = []


def demand(where: str) -> None:
    """A register names where it says who must hold its parts: `dotted.module.AT_LEAST`, read when asked."""
    _declared.append(where)


def demands() -> dict[str, Demand]:
    """All demands, by part."""
    found = dict(VAULTS)
    for where in _declared:
        found |= import_string(where)
    return found


def keycheck() -> dict[str, int]:
    """Counts of what is not in order; all zero is good.

    too_few_holders, without_recovery, undeclared_parts, stale_grants (of an older generation), expired_grants,
    persons_without_a_way_in, key_file_open_to_others.
    """
    counts = dict.fromkeys(
        ("too_few_holders", "without_recovery", "undeclared_parts", "stale_grants", "expired_grants"), 0
    )
    members, wanted_of = _members(), demands()
    holders: dict[str, set[str]] = defaultdict(set)
    recovered: set[str] = set()
    now = timezone.now()
    columns = ("lock", "lock_generation", "lock__generation", "lock_version", "lock__version")
    of_envelope = ("envelope__holder", "envelope__kind", "envelope__expires_at")
    keys = Principal.objects.filter(kind=Principal.Kind.RECOVERY, state=Principal.State.ACTIVE)
    now_recovering = set(keys.values_list("id", flat=True))
    for lock, given, generation, version, newest, holder, kind, expires in Grant.objects.values_list(
        *columns, *of_envelope
    ):
        counts["stale_grants"] += given != generation
        counts["expired_grants"] += expires is not None and expires <= now
        if version == newest and kind == Envelope.Kind.WORK:
            holders[lock] |= members.get(holder, {holder})
        if kind == Envelope.Kind.RECOVERY and holder in now_recovering:
            recovered.add(lock)
    for lock, part in Lock.objects.exclude(state=Lock.State.SHREDDED).values_list("id", "part"):
        wanted = wanted_of.get(part)
        if wanted is None:
            counts["undeclared_parts"] += 1
            continue
        counts["too_few_holders"] += len(holders[lock]) < wanted.persons
        counts["without_recovery"] += wanted.recovery and bool(now_recovering) and lock not in recovered
    people = Principal.objects.filter(kind=Principal.Kind.PERSON, state=Principal.State.ACTIVE)
    counts["persons_without_a_way_in"] = people.filter(slots=None).count()
    counts["key_file_open_to_others"] = int(bool(key_file().stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)))
    return counts


def _members() -> dict[str, set[str]]:
    """Circle or office -> the persons who hold its key."""
    found: dict[str, set[str]] = defaultdict(set)
    held = Grant.objects.filter(lock__part=OWN_KEY, envelope__kind=Envelope.Kind.WORK)
    for bundle, holder in held.values_list("envelope__bundle", "envelope__holder"):
        found[bundle].add(holder)
    return found
