"""What one does on the street: a spot, a round, a tap, a nickname, the end. Each once, whatever is sent twice.

A tap adds to what stands there when it arrives, so two colleagues who tap at once both count. What the round counted
becomes facts when it ends: one a kind and a spot, replaced when the round is opened again and ended anew.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from kring.support.access import STREET
from kring.support.contacts.rounds import figures_source, rules
from kring.support.contacts.rounds.content import RoundContent, SpotContent, StreetContact
from kring.support.contacts.rounds.models import StreetRecord
from kring.support.contacts.rounds.opening import Street, all_spots, entered
from kring.support.dossier.codelists import Area
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Keys, Session
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

Kind = StreetRecord.Kind
Change = Callable[[RoundContent], RoundContent]


def add_spot(street: Street, *, name: str, area: str, once: str) -> str:
    """A spot the circle visits; its id."""
    with acting("street.spot", by=street.person) as act:
        spot = _id(act, street.keys, street.circle, f"spot {once} {name} {area}")
        if not StreetRecord.objects.filter(id=spot).exists():
            _add(act, street.keys, street.circle, spot, Kind.SPOT, SpotContent(name, Area(area).value))
    return spot


def drop_spot(street: Street, spot: str) -> None:
    """Offer a spot no longer; what was counted there stays. Raises `Refused`."""
    with acting("street.spot", by=street.person, on=[spot]) as act:
        row = _locked(street.circle, spot, Kind.SPOT)
        street.keys.seal(row, street.keys.open(row, SpotContent), bundle=street.circle, part=STREET)
        act.rewrite(row, current=False)


def start_round(street: Street, *, beside: tuple[str, ...] = (), once: str) -> str:
    """Begin a round, alone or with colleagues of the circle; its id. Raises `Refused` for somebody from elsewhere."""
    members = {one.principal for one in team.members_of(street.circle)}
    if not {*beside, street.person} <= members:
        raise Refused
    content = RoundContent(street.person, timezone.now(), tuple(one for one in beside if one != street.person))
    with acting("street.start", by=street.person) as act:
        walked = _id(act, street.keys, street.circle, f"round {once}")
        if not StreetRecord.objects.filter(id=walked).exists():
            _add(act, street.keys, street.circle, walked, Kind.ROUND, content)
    return walked


def join_round(street: Street, walked: str) -> None:
    """Walk along on a round of a colleague. Raises `Refused`."""
    person = street.person

    def along(content: RoundContent) -> RoundContent:
        if rules.walks(content, person):
            return content
        return replace(content, beside=(*content.beside, person))

    _change(street, walked, "street.join", "", along, walking=False)


def press(street: Street, walked: str, *, spot: str, kind: str, by: int, once: str) -> int:
    """One tap more or less; how many there are now. The same tap sent twice counts once. Raises `Refused`."""
    content = _change(street, walked, "street.tally", f"tap {once}", lambda was: rules.counted(was, spot, kind, by))
    return rules.number_of(content, spot, kind)


def meet(street: Street, walked: str, contact: StreetContact, *, once: str) -> None:
    """Note somebody by nickname, or a group. It counts nothing by itself. Raises `Refused`.

    once: of the form; with the words in it, so that the same is noted once and something else is not dropped.
    """
    said = f"meet {once} {contact.kind} {contact.nickname} {contact.words} {contact.size} {contact.known}"
    _change(street, walked, "street.meet", said, lambda was: rules.noted(was, contact))


def take_back(street: Street, walked: str, contact: str) -> None:
    """Take a note back for good. Raises `Refused`."""
    _change(street, walked, "street.take_back", "", lambda was: rules.taken_back(was, contact))


def end_round(street: Street, walked: str) -> None:
    """The round is over: what was counted becomes facts. Raises `Refused`."""
    now = timezone.now()
    with acting("street.end", by=street.person, on=[walked]) as act:
        row = _locked(street.circle, walked, Kind.ROUND)
        content = street.keys.open(row, RoundContent)
        if not rules.walks(content, street.person):
            raise Refused
        if not row.current:
            return
        content = rules.ended(content, now)
        street.keys.seal(row, content, bundle=street.circle, part=STREET)
        act.rewrite(row, current=False)
        areas = {spot: one.area for spot, one in all_spots(street).items()}
        figures_source.tell_round(act, street.keys, circle=street.circle, walked=row, content=content, areas=areas)


def note_contact(
    session: Session,
    *,
    kind: str,
    at: datetime | None = None,
    spot: str = "",
    nickname: str = "",
    words: str = "",
    known: bool = False,
    once: str,
) -> str:
    """A contact without a dossier, noted outside a round (the quick log): sealed in one's circle, counted once.

    kind: code of how contact was made. spot: id of a spot, or "". Its id; sent twice it is one contact. Makes no
    dossier and asks for no name. Raises `Refused` to who belongs to no circle.
    """
    keys, circle = entered(session, act="street.note")
    at = at or timezone.now()
    with acting("street.note", by=session.person) as act:
        contact = _id(act, keys, circle, f"contact {once} {nickname} {words}")
        if StreetRecord.objects.filter(id=contact).exists():
            return contact
        content = StreetContact(contact, kind, session.person, at, spot, nickname, words, known=known)
        row = _add(act, keys, circle, contact, Kind.CONTACT, content)
        area = ""
        if spot:
            area = keys.open(_found(circle, spot, Kind.SPOT), SpotContent).area
        figures_source.tell_contact(act, keys, circle=circle, row=row, content=content, area=area)
    return contact


def _change(
    street: Street, walked: str, act_name: str, once: str, change: Change, *, walking: bool = True
) -> RoundContent:
    """Change a round on top of what stands there now, in one transaction. `walking`: only one's own round."""
    with acting(act_name, by=street.person, on=[walked]) as act:
        row = _locked(street.circle, walked, Kind.ROUND)
        content = street.keys.open(row, RoundContent)
        if not row.current or (walking and not rules.walks(content, street.person)):
            raise Refused
        if once and act.once(once, lock=row.lock, outcome=row.id) is not None:
            return content
        after = change(content)
        if after != content:
            street.keys.seal(row, after, bundle=street.circle, part=STREET)
            act.rewrite(row)
        return after


def _id(act: Act, keys: Keys, circle: str, once: str) -> str:
    """A fresh id, or the one that was made the first time this was sent."""
    fresh = new_id()
    return act.once(once, lock=keys.part(circle, STREET).lock, outcome=fresh) or fresh


def _add(act: Act, keys: Keys, circle: str, row_id: str, kind: str, content: Content) -> StreetRecord:
    row = StreetRecord(id=row_id, circle=circle, kind=kind, day=today(), current=kind != Kind.CONTACT)
    keys.seal(row, content, bundle=circle, part=STREET)
    act.on.append(row_id)
    return act.add(row)


def _locked(circle: str, row_id: str, kind: str) -> StreetRecord:
    return _one(StreetRecord.objects.select_for_update(no_key=True).filter(id=row_id, circle=circle, kind=kind).first())


def _found(circle: str, row_id: str, kind: str) -> StreetRecord:
    return _one(StreetRecord.objects.filter(id=row_id, circle=circle, kind=kind).first())


def _one(row: StreetRecord | None) -> StreetRecord:
    if row is None:
        raise Refused
    return row
