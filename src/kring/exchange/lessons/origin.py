"""Where a card came from: a letter in its writer's own letterbox, about the card, tied to the dossier.

Nobody else reads it; it goes with the dossier, and ninety days after it was written at the latest.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from kring.exchange.lessons.content import CardOrigin
from kring.vault import gate, letterbox
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.keycheck import OWN
from kring.vault.models import Letter
from kring.vault.refusals import Refused

KIND = "lesson"
KEPT = timedelta(days=90)


def remember(act: Act, person: str, card: str, dossier: str) -> None:
    """Within the act that writes the card."""
    letterbox.drop(act, CardOrigin(dossier), owner=person, kind=KIND, about=card, author=person, names=[dossier])


def forget(act: Act, card: str) -> None:
    """The card goes, and this with it."""
    act.erase(Letter.objects.filter(kind=KIND, about=card))


def forgotten_on(person: str, card: str) -> datetime | None:
    """Until when somebody may go back to the dossier of a card he wrote; None without a link."""
    letter = _letter(person, card)
    return letter.dropped_at + KEPT if letter else None


def dossier_of(session: Session, card: str) -> str:
    """The dossier a card of one's own came from. Raises `Refused`."""
    keys = gate.entering(session, act="exchange.origin", of=[session.person], parts=[OWN], about=[card])
    letter = _letter(session.person, card)
    if letter is None:
        raise Refused
    [said] = letterbox.read(keys, [letter], CardOrigin, owner=session.person)
    return said.dossier


def forget_due(now: datetime | None = None) -> int:
    """Links of more than ninety days ago; how many. Needs no key."""
    late = Letter.objects.filter(kind=KIND, dropped_at__lte=(now or timezone.now()) - KEPT)
    with acting("exchange.forget_origins", by="system") as act:
        gone = list(late)
        act.erase(gone)
    return len(gone)


def _letter(person: str, card: str) -> Letter | None:
    found: Letter | None = Letter.objects.filter(letterbox__owner=person, kind=KIND, about=card).first()
    return found
