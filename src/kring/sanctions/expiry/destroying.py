"""Destroying what is over: every lock of a file shredded, every row of it gone, and the declaration in the same act.

Whole or not, one file an act, so that one that is not as we wrote it holds up no other. The ledger says so to every
back-up that is put back. The fact without a person that the file left for figures stays.
"""

from kring.sanctions.expiry.models import ExpiryDeclaration
from kring.sanctions.files.models import SanctionFile
from kring.team.clock import today
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import Lock
from kring.vault.refusals import Conflict, Refused

BY = "system"
AT_ONCE = 200


def expire_due() -> int:
    """Destroy every file whose term is over; how many. For a schedule, needs no key."""
    done = 0
    for file in SanctionFile.objects.filter(expires_on__lte=today()).order_by("expires_on", "id")[:AT_ONCE]:
        try:
            _destroy(file.id)
        except (Conflict, Refused):
            continue
        done += 1
    return done


def _destroy(file: str) -> None:
    """One file. Raises `Conflict` when it is not over after all, since somebody decided in it meanwhile."""
    with acting("sanctions.expire", by=BY, on=[file]) as act:
        row = SanctionFile.objects.select_for_update(of=("self",)).filter(id=file).first()
        if row is None or row.verified().expires_on > today():
            raise Conflict
        locks = list(Lock.objects.filter(bundle=file).exclude(state=Lock.State.SHREDDED))
        sharing.shred_locks(act, [lock.verified() for lock in locks])
        rows = act.erase_whole([row])
        act.add(ExpiryDeclaration(over_on=row.expires_on, destroyed_on=today(), locks=len(locks), rows=rows))
