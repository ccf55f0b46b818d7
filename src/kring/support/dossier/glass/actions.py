"""Breaking the glass: who must know it is told first, then one part opens. And what becomes of the notice."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from kring.support.dossier import rows
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.glass.content import GlassReason, Part
from kring.support.dossier.glass.models import GlassBreak
from kring.support.dossier.glass.queries import GLASS, by_number, lying
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team import queries as team
from kring.team.models import Colleague
from kring.vault import glass, letterbox, outbox, throttle
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

OPENS = {
    Part.BASIS: ("summary", "identity"),
    Part.JOURNAL: ("summary", "journal"),
    Part.NETWORK: ("summary", "network"),
    Part.PLAN: ("summary", "plan"),
}
"""What opens for each choice; the summary each time, or one would not know whose file one reads."""
OFFICES = ("head_of_service", "dpo")
"""Who is told beside the holder and the deputy: the coordinator and the privacy officer."""
PACE = (10, timedelta(hours=1))
"""So many tries an hour: numbers are not to be guessed."""


class AlreadyRead(Exception):
    """The form was sent before: the part was shown, and is not shown again without breaking the glass again."""


def break_glass(session: Session, number: str, why: GlassReason, *, once: str) -> Opened:
    """Open one part of the dossier with this number, for this request alone.

    Raises `Refused`, alike for a number that nobody has and for a dossier of another circle; and `AlreadyRead`.
    """
    tries, window = PACE
    if throttle.count("behind glass", session.person, window) > tries:
        raise Refused
    dossier = by_number(number)
    bundle = dossier.id if dossier is not None else new_id()

    def tell(act: Act) -> list[Letter]:
        if dossier is None:
            raise Refused
        return _tell(act, dossier, why, once)

    parts = OPENS[why.part]
    keys = glass.breaking(session, act="glass.break", bundle=bundle, parts=parts, needed=["summary"], tell=tell)
    row = rows.one(bundle)
    if row is None:
        raise Refused
    return Opened(row, keys.open(row.summary, SummaryContent), keys)


def _tell(act: Act, dossier: Dossier, why: GlassReason, once: str) -> list[Letter]:
    row = GlassBreak(dossier=dossier, by=act.actor, part=why.part.value, at=timezone.now())
    if act.once(f"glass {once} {why.part}", lock=dossier.id, outcome=row.id) is not None:
        raise AlreadyRead
    act.add(row)
    people = team.colleagues([dossier.holder, dossier.deputy])
    offices = team.groups(OFFICES)
    owners = [*people, *(one.principal for one in offices)]
    letters = [letterbox.drop(act, why, owner=one, kind=GLASS, about=row.id, author=act.actor) for one in owners]
    members = [who for one in offices for who in team.members_of(one.principal)]
    _mail(act, [*people.values(), *members])
    return letters


def _mail(act: Act, people: Iterable[Colleague]) -> None:
    """A mail without content: that the glass was broken, and that the reason stands inside."""
    for email, language in {one.email: one.language for one in people if one.email}.items():
        outbox.post(act, to=email, template="glass", language=language)


def seen(session: Session, letter: str) -> None:
    """The notice was read: it goes from one's own letterbox; one that is gone changes nothing."""
    with acting("glass.seen", by=session.person, on=[session.person]) as act:
        act.erase(lying(session.person).filter(id=letter))


def check(session: Session, glass_break: str) -> None:
    """Somebody of the privacy office looked into it; twice is once. Raises `Refused`."""
    with acting("glass.check", by=session.person) as act:
        row = GlassBreak.objects.select_for_update(no_key=True).filter(id=glass_break).first()
        if row is None:
            raise Refused
        if row.verified().checked_at is None:
            act.on.append(row.dossier_id)
            act.change(row, checked_by=session.person, checked_at=timezone.now())
