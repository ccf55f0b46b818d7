"""The knock itself: one look with keys, one entry in the journal, an answer that names a colleague and no more.

Across the circle only what is exactly alike is found, by token; over the dossiers the asker may open himself likeness
decides. Each knock is counted, whatever it finds. What does not live here: when one may knock (clarification).
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.db.models import Q

from kring.support.access import REGISTRY
from kring.support.dossier.content import Identity
from kring.support.dossier.knock import own, tokens
from kring.support.dossier.knock.content import Referent
from kring.support.dossier.knock.own import Own
from kring.support.dossier.likeness.verdict import Likeness
from kring.support.dossier.models import BlindToken, Dossier
from kring.team import queries as team
from kring.vault import gate, journal, throttle
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.models import Lock
from kring.vault.refusals import Refused

ACT = "dossier.knock"
AN_HOUR, A_DAY = 6, 20
"""How often one colleague may knock. Seven people open some two hundred dossiers a year."""


class Kind(StrEnum):
    """SAME: a dossier of one's own, as far as papers can tell. ASK: it cannot be decided here. LATER: too often."""

    SAME = "same"
    ASK = "ask"
    NOTHING = "nothing"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a knock brought. `colleagues`: whom to ask, by name, "" for somebody who left. `whole`: name and date were
    enough to ask the circle.
    """

    kind: Kind
    own: tuple[Own, ...] = ()
    colleagues: tuple[str, ...] = ()
    whole: bool = True


def knock(session: Session, *, circle: str, who: Identity, at: str) -> Heard:
    """Ask whether this person is known in the circle; `at`: the public id of what is being opened, for the journal."""
    if _too_often(session.person):
        journal.record(verb=Verb.REFUSED, act=ACT, actor=session.person, on=[circle, at])
        return Heard(Kind.LATER)
    sealed, bare = own.identities(session.person, circle), own.labels(session.person, circle)
    keys = _opened(session, at, [circle, *(row.dossier_id for row in sealed)], [REGISTRY, "identity"])
    if bare:
        keys = keys.joined(_opened(session, at, [row.dossier_id for row in bare], ["summary"]))
    sought = tokens.tokens_of(keys, circle, who)
    others = _behind(keys, circle, sought) - {row.dossier_id for row in (*sealed, *bare)}
    colleagues = _carriers(session, circle, others)
    alike = own.alike(keys, [*sealed, *bare], who)
    return Heard(_kind(alike, colleagues), tuple(alike), tuple(colleagues), tokens.whole(who) is not None)


def _opened(session: Session, at: str, bundles: list[str], parts: list[str]) -> Keys:
    return gate.entering(session, act=ACT, of=bundles, parts=parts, verb=Verb.SEARCHED, about=[at], strict=False)


def _kind(alike: list[Own], colleagues: list[str]) -> Kind:
    if any(one.likeness is Likeness.SAME for one in alike):
        return Kind.SAME
    return Kind.ASK if alike or colleagues else Kind.NOTHING


def _too_often(person: str) -> bool:
    """Both windows are counted every time, also when the first is full."""
    hour = throttle.count(ACT, person, timedelta(hours=1))
    day = throttle.count(f"{ACT} of the day", person, timedelta(days=1))
    return hour > AN_HOUR or day > A_DAY


def _behind(keys: Keys, circle: str, sought: Mapping[int, int]) -> set[str]:
    """The dossiers behind the tokens of each version of the registry key; a row that was moved stands for nothing."""
    versions = [Q(lock_version=version, token=token) for version, token in sought.items()]
    rows = BlindToken.objects.filter(Q(*versions, _connector=Q.OR), circle=circle) if versions else ()
    found = set()
    for row in rows:
        try:
            referent = keys.open(row, Referent)
        except Refused:
            continue
        if referent.token == row.token:
            found.add(referent.dossier)
    return found


def _carriers(session: Session, circle: str, dossiers: Set[str]) -> list[str]:
    """Who carries these dossiers now, by name. It is written down which were found; what was destroyed is nobody's."""
    locks = Lock.objects.filter(bundle__in=dossiers, part="identity") if dossiers else ()
    alive = [lock.bundle for lock in locks if lock.verified().state == Lock.State.OPEN]
    rows = list(Dossier.objects.filter(id__in=alive, circle=circle)) if alive else []
    if not rows:
        return []
    journal.record(verb=Verb.SEARCHED, act=f"{ACT}.answered", actor=session.person, on=[row.id for row in rows])
    names = {one.principal: one.name for one in team.members_of(circle)}
    return sorted({names.get(row.verified().holder) or names.get(row.deputy) or "" for row in rows})
