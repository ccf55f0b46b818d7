"""From the need-to-know table to real holders: who gets the key of a part of this dossier when the part is made.

What does not live here: the table (support/access.py) and the sealing (vault).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kring.support import access
from kring.support.access import Who
from kring.team import queries as team
from kring.vault import sharing
from kring.vault.models import Envelope
from kring.vault.sharing import Holder


@dataclass(frozen=True, slots=True)
class Carried:
    """Who stands around one dossier: principals by capacity."""

    circle: str
    holder: str
    deputy: str
    co_workers: tuple[str, ...] = field(default=())

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody with a standing key: holder, deputy, co-workers."""
        return (self.holder, self.deputy, *self.co_workers)


class Keyring:
    """Verified holders for a batch of dossiers, fetched in three queries whatever the number."""

    def __init__(self, all_carried: Iterable[Carried]) -> None:
        carried = list(all_carried)
        people = {person for one in carried for person in one.people}
        circles = sorted({one.circle for one in carried})
        self._work = _by_principal(sharing.holders(sorted(people)))
        self._glass = _by_principal(sharing.holders(circles, Envelope.Kind.GLASS))
        recovery = team.recovery()
        self._recovery = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []

    def of(self, part: str, carried: Carried) -> list[Holder]:
        """The default holders of a part, as the table says."""
        standing: Mapping[Who, list[Holder]] = {
            Who.HOLDER: [self._work[carried.holder]],
            Who.DEPUTY: [self._work[carried.deputy]],
            Who.CO_WORKER: [self._work[person] for person in carried.co_workers],
            Who.CIRCLE_BEHIND_GLASS: [self._glass[carried.circle]],
            Who.RECOVERY: self._recovery,
        }
        return [holder for who in access.NEED_TO_KNOW[part].by_default for holder in standing.get(who, [])]


def _by_principal(holders: Iterable[Holder]) -> dict[str, Holder]:
    return {holder.principal: holder for holder in holders}
