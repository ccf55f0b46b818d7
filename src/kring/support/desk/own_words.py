"""The own people and places of a dossier, for a vignette: what must go out of a text that leaves it.

For the holder alone. From what the dossier knows: who it is, who stands around, where contacts were. A frozen part is
not read around: what it names could not be taken out, so nothing is told.
"""

import re
from collections.abc import Iterator

from kring.support.contacts.log.reading import contacts_in
from kring.support.contacts.models import ContactRecord
from kring.support.dossier.content import Identity
from kring.support.dossier.opening import Opened, opening
from kring.support.network.content import TieKind
from kring.support.network.queries import network_of
from kring.team.own_words import OwnWords
from kring.vault.gate import Session
from kring.vault.refusals import Refused

PARTS = ("identity", "network", "journal")
Form = ContactRecord.Form
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’-]+(?:[ -][^\W\d_a-z][\w'’-]*)*")


def own_words(session: Session, dossier: str, *, act: str) -> OwnWords:
    """Names of the client and of everybody around, and places. Raises `Refused`, `Frozen`."""
    opened = opening(session, dossier, act=act, parts=PARTS)
    if opened.dossier.holder != session.person:
        raise Refused
    for part in PARTS:
        if (dossier, part) in opened.keys.frozen:
            raise opened.keys.refusal(dossier, part)
    who = opened.keys.open(opened.dossier.identity, Identity) if opened.holds("identity") else Identity()
    people: list[tuple[str, ...]] = [(who.name, who.nickname, opened.summary.label, opened.summary.nickname)]
    places = [*_named(who.contact), *_contacts(opened)]
    for row in network_of(opened).ties:
        if row.tie.kind == TieKind.ORGANISATION:
            places.append(row.tie.name)
        else:
            people.append((row.tie.name, *_named(row.tie.role)))
    return OwnWords(tuple(tuple(name for name in names if name) for names in people), tuple(dict.fromkeys(places)))


def _contacts(opened: Opened) -> Iterator[str]:
    if not opened.holds("journal"):
        return
    rows = ContactRecord.objects.filter(dossier=opened.dossier.id, form__in=(Form.CONTACT, Form.SHARED))
    for contact in contacts_in(opened.keys, rows).values():
        yield from _named(contact.place)


def _named(text: str) -> list[str]:
    """What has a capital in free words: a name among words that are none."""
    return _CAPITALS.findall(text)
