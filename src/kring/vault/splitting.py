"""The split of the recovery key: who holds a share of it, and making it anew over three trustees.

A share is bound to the key its trustee had on the day of the split: who was let back in with another key, or was shut
out, holds none until two others give him one. Shares of an earlier split that are put back are nobody's.
What does not live here: requests, and the two halves of using the key (recovery.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from kring.vault.acts import Act
from kring.vault.gate import envelope_context
from kring.vault.models import Envelope, Grant, Principal, RecoveryShare
from kring.vault.primitives import Private, digest, encode, give, new_pair
from kring.vault.reading import columns, pairs
from kring.vault.server_keys import server_keys
from kring.vault.sharing import Holder

TRUSTEES = 3


@dataclass(frozen=True, slots=True)
class Split:
    """The present split. holding: whose share opens; lost: who has a share under a key that is gone, or was shut out.

    Both in no order.
    """

    holding: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def present(recovery: str) -> Split:
    """Over whom the recovery key is split now, in two queries. Raises `Refused` when a row is not ours."""
    shares = list(RecoveryShare.objects.filter(recovery=recovery))
    found = Principal.objects.filter(id__in={recovery, *(share.first for share in shares)})
    rows = {row.id: row.verified() for row in found}
    key = rows.get(recovery)
    if key is None or key.state != Principal.State.ACTIVE:
        return Split()
    now = {share.first: share.verified() for share in shares if share.generation == key.generation}
    holding = {person for person, share in now.items() if _fits(share, rows.get(person))}
    return Split(tuple(holding), tuple(set(now) - holding))


_SHARED = f"""
    SELECT {columns(RecoveryShare, "s")}, {columns(Principal, "p")}
    FROM vault_recoveryshare s JOIN vault_principal p ON p.id = s.first OR p.id = s.recovery
"""  # noqa: S608  column names of our own models


def holding_now() -> set[str]:
    """Who holds a share of a recovery key that lives, whichever that is, in one query. Raises `Refused`."""
    found = [(share.verified(), one.verified()) for share, one in pairs(RecoveryShare, Principal, _SHARED, [])]
    people = {one.id: one for _share, one in found}
    return {
        share.first
        for share, key in found
        if key.id == share.recovery
        and key.state == Principal.State.ACTIVE
        and share.generation == key.generation
        and _fits(share, people.get(share.first))
    }


def split(act: Act, recovery: str, generation: int, private: bytes, trustees: Sequence[Holder]) -> None:
    """A share for each ordered pair: the first opens a shell, the second the core."""
    shares = []
    for first, second in permutations(trustees, 2):
        share = RecoveryShare(recovery=recovery, generation=generation)
        share.first, share.second, share.first_key = first.principal, second.principal, _named(first.public_key)
        core = give(second.public_key, private, share_context(share, "core"))
        share.blob = give(first.public_key, core, share_context(share, "shell"))
        shares.append(share)
    act.add_all(shares)


def rotate(act: Act, principal: Principal, old: Private, trustees: Sequence[Holder]) -> None:
    """A new recovery pair for every recovery envelope, split over these trustees, in the same act."""
    pair, generation = new_pair(), principal.generation + 1
    for envelope in Envelope.objects.filter(holder=principal, holder_generation=principal.generation):
        context = envelope_context(
            envelope.id, envelope.bundle, principal.id, envelope.kind, envelope.verified().expires_at
        )
        wrapped = give(pair.public, old.take(bytes(envelope.wrapped), context), context)
        act.change(envelope, wrapped=wrapped, holder_generation=generation)
    act.remove(list(RecoveryShare.objects.filter(recovery=principal.id)))
    act.change(principal, public_key=pair.public, generation=generation)
    split(act, principal.id, generation, pair.private, trustees)


def retire(act: Act, recovery: str) -> None:
    """The end of a recovery key that two trustees are not left for: its shares go, and it never opens again.

    What was given to it is cleared by `clear_retired`, in slices.
    """
    act.remove(list(RecoveryShare.objects.filter(recovery=recovery)))
    principal = Principal.objects.get(id=recovery).verified()
    act.change(principal, state=Principal.State.DISABLED)


def clear_retired(act: Act, count: int) -> int:
    """Remove some envelopes of retired recovery keys; how many."""
    of_before = Envelope.objects.filter(kind=Envelope.Kind.RECOVERY, holder__state=Principal.State.DISABLED)
    some = list(of_before.order_by("id")[:count])
    act.remove(list(Grant.objects.filter(envelope__in=[one.id for one in some])))
    act.remove(some)
    return len(some)


def share_context(share: RecoveryShare, what: str) -> bytes:
    """What a share is bound to; what: shell or core."""
    keys = server_keys()
    return encode(keys.instance, "recovery", what, share.recovery, share.generation, share.first, share.second)


def _fits(share: RecoveryShare, person: Principal | None) -> bool:
    """Whether its trustee can open it. A share of before keys were named says nothing and passes."""
    if person is None or person.state == Principal.State.DISABLED:
        return False
    return share.first_key in ("", _named(bytes(person.public_key)))


def _named(public_key: bytes) -> str:
    return digest(public_key).hex()
