"""How somebody stands beside a dossier, on record: as holder, deputy or co-worker, once co-worker, or by a key he got.

Who stands there may be told why something stays shut; who does not is told nothing. The same four looks are made
whether the dossier exists or not, so that they tell nothing either. Opens nothing, writes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kring.support.access import Who
from kring.support.desk import reasons
from kring.support.desk.reasons import HELPED, SENTENCES, Facts, Held, Reason
from kring.support.dossier.models import CoWorker, Dossier
from kring.team import queries as team
from kring.vault.gate import Session
from kring.vault.models import Envelope, Grant, Lock
from kring.vault.refusals import Refused

LENT = (Envelope.Kind.WORK, Envelope.Kind.TIMED)


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody beside a dossier, with its locks and his grants by part, all verified."""

    dossier: Dossier
    role: Who | None
    over_on: date | None
    locks: dict[str, Lock]
    held: dict[str, list[Held]]

    def facts(self, part: str) -> Facts:
        """What the table of reasons wants to know of a part."""
        lock = self.locks.get(part)
        return Facts(
            part,
            self.role,
            self.over_on,
            shredded=lock is not None and lock.state == Lock.State.SHREDDED,
            frozen=lock is not None and lock.state == Lock.State.FROZEN,
            renewed=lock is not None and lock.version > 1,
            held=self.held.get(part, []),
        )

    def why(self, part: str) -> Reason:
        """Why a part stays shut for him."""
        return reasons.why(self.facts(part), timezone.now())


@dataclass(frozen=True, slots=True)
class Shut:
    """A dossier that does not open for somebody who knows of it. `helpers`: who holds the key and could give it."""

    number: str
    reason: Reason
    sentence: str
    day: date | None
    helpers: tuple[str, ...]


def of(session: Session, dossier: str) -> Standing | None:
    """How this colleague stands beside a dossier; None when nothing on record shows that he knows of it.

    A row that is not ours shows nothing.
    """
    row = Dossier.objects.filter(id=dossier).first()
    along = list(CoWorker.objects.filter(dossier=dossier, person=session.person))
    mine, locks = _lent(session, dossier), list(Lock.objects.filter(bundle=dossier))
    return None if row is None else _beside(session, row, along, mine, locks)


def _beside(
    session: Session, row: Dossier, along: Sequence[CoWorker], mine: Sequence[Grant], locks: Sequence[Lock]
) -> Standing | None:
    try:
        role, over_on = _role(row.verified(), [one.verified() for one in along], session.person)
        held: dict[str, list[Held]] = {}
        for grant in mine:
            held.setdefault(grant.lock.part, []).append(_held(grant.verified(), session.generation))
        verified = {lock.part: lock.verified() for lock in locks}
    except Refused:
        return None
    known = role is not None or over_on is not None or held
    return Standing(row, role, over_on, verified, held) if known else None


def shut(session: Session, dossier: str) -> Shut | None:
    """Why a whole dossier does not open, for who may know that it is there; its summary is the first thing to open."""
    standing = of(session, dossier)
    if standing is None:
        return None
    reason = standing.why("summary")
    day = standing.over_on if reason is Reason.OVER else None
    helpers = _helpers(dossier, "summary", session.person) if reason in HELPED else ()
    return Shut(standing.dossier.number, reason, str(SENTENCES[reason]), day, helpers)


def sentences(
    session: Session, dossier: Dossier, along: Sequence[CoWorker], locks: Sequence[Lock], parts: Collection[str]
) -> dict[str, str]:
    """Part -> why it stays shut, for parts of a dossier whose summary is open to him; one query, none without parts.

    along: his rows as co-worker. locks: of the dossier.
    """
    standing = _beside(session, dossier, along, _lent(session, dossier.id), locks) if parts else None
    return {part: str(SENTENCES[standing.why(part)]) for part in parts} if standing else {}


def _lent(session: Session, dossier: str) -> list[Grant]:
    """The grants of this dossier that he holds himself."""
    grants = Grant.objects.filter(lock__bundle=dossier, envelope__holder=session.person, envelope__kind__in=LENT)
    return list(grants.select_related("envelope", "lock"))


def _role(row: Dossier, along: list[CoWorker], person: str) -> tuple[Who | None, date | None]:
    if person == row.holder:
        return Who.HOLDER, None
    if person == row.deputy:
        return Who.DEPUTY, None
    if any(one.until_on is None for one in along):
        return Who.CO_WORKER, None
    return None, max((one.until_on for one in along if one.until_on), default=None)


def _held(grant: Grant, generation: int) -> Held:
    envelope, lock = grant.envelope.verified(), grant.lock.verified()
    return Held(
        envelope.expires_at,
        current=grant.lock_generation == lock.generation,
        own=envelope.holder_generation == generation,
        newest=grant.lock_version == lock.version,
    )


def _helpers(dossier: str, part: str, me: str) -> tuple[str, ...]:
    """Names of the colleagues who hold the newest key of a part for their work."""
    grants = Grant.objects.filter(lock__bundle=dossier, lock__part=part, envelope__kind=Envelope.Kind.WORK)
    holders = {holder for holder in grants.values_list("envelope__holder", flat=True) if holder != me}
    return tuple(sorted(one.name for one in team.colleagues(holders).values()))
