"""A colleague's talks in his own calendar: read at a secret address, nameless, made and taken back by himself.

An item is a card and a call-word; who reads the telephone of a colleague learns when he has a talk, and no more. The
address is shown once and only an HMAC of it is kept.
"""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.module_loading import import_string

from kring.support.clarification.calendar import CalendarItem, agenda
from kring.support.clarification.models import AgendaFeed
from kring.support.intake.callwords import call_word
from kring.support.intake.models import Referral
from kring.team import queries as team
from kring.vault import throttle
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Principal
from kring.vault.primitives import encode, mac
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

BACK = timedelta(days=14)
"""How long a talk that is over stays in the calendar."""
WRONG, READS, WINDOW = 200, 60, timedelta(hours=1)
"""Wrong addresses from one place, and readings of one agenda, in an hour."""
_SECRET = 22
Source = Callable[[str, datetime], list[CalendarItem]]
_sources: list[str] = []


def shows(source: str) -> None:
    """Let a later step add hours of a colleague: the dotted path of a `Source` (person, since when)."""
    if source not in _sources:
        _sources.append(source)


class TooOften(Exception):
    """Somebody guesses, or a program runs wild."""


def make_feed(session: Session, *, once: str) -> str:
    """A new secret for the address; the one of before opens nothing any more. The same form twice: the same secret."""
    drawn = mac(server_keys().of("agenda", 0), encode("secret", session.person, once))
    secret = base64.urlsafe_b64encode(drawn).decode()[:_SECRET]
    with acting("agenda.make", by=session.person, on=[session.person]) as act:
        if act.once(once, lock=session.person, outcome=session.person) is None:
            act.erase(list(AgendaFeed.objects.filter(person=session.person)))
            act.add(AgendaFeed(person=session.person, lookup=_lookup(secret), made_at=timezone.now()))
    return secret


def take_back(session: Session) -> None:
    """The address opens nothing any more."""
    with acting("agenda.take_back", by=session.person, on=[session.person]) as act:
        act.erase(list(AgendaFeed.objects.filter(person=session.person)))


def feed_of(person: str) -> AgendaFeed | None:
    """The feed of a colleague, or None."""
    row: AgendaFeed | None = AgendaFeed.objects.filter(person=person).first()
    return row.verified() if row else None


def read_feed(secret: str, *, place: str) -> bytes:
    """The agenda behind an address. Raises `Refused` for any other, and `TooOften`. Changes nothing."""
    row = AgendaFeed.objects.filter(lookup=_lookup(secret)).first()
    if row is None or not _stands(row):
        if throttle.count("agenda wrong", place, WINDOW) > WRONG:
            raise TooOften
        raise Refused
    if throttle.count("agenda", row.id, WINDOW) > READS:
        raise TooOften
    return agenda(_items(row.person), made_at=timezone.now())


def _stands(row: AgendaFeed) -> bool:
    """Whether the colleague is still active and in the intake circle."""
    try:
        person = row.verified().person
        active = Principal.objects.filter(id=person, state=Principal.State.ACTIVE).first()
        if active is None:
            return False
        active.verified()
        return person in {one.principal for one in team.members_of(team.circle("intake").principal)}
    except Refused:
        return False


def _items(person: str) -> list[CalendarItem]:
    since = timezone.now() - BACK
    planned = Referral.objects.filter(asked=person, lane=Referral.Lane.TALK_PLANNED, talk_at__gte=since)
    talks = [_item(row.verified(), row.talk_at) for row in planned.order_by("talk_at") if row.talk_at]
    others = [item for source in _sources for item in import_string(source)(person, since)]
    return sorted([*talks, *others], key=lambda item: item.at)


def _item(row: Referral, at: datetime) -> CalendarItem:
    uid = mac(server_keys().of("agenda", 0), encode("item", row.id)).hex()[:32]
    return CalendarItem(uid=f"{uid}@kring", at=at, summary=f"{row.card} · {call_word(row.id)}")


def _lookup(secret: str) -> str:
    return mac(server_keys().of("agenda", 0), encode("lookup", secret)).hex()
