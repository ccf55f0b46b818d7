"""The page of one party: given by a mediator, opened with the agreed word, answered into the letterbox of that side."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.mediation.files.codelists import Side
from kring.mediation.files.models import MediationFile, SideRecord
from kring.mediation.files.opening import OpenFile
from kring.mediation.files.rules import NotYet
from kring.mediation.party.content import PartyAnswer, PartyShown
from kring.mediation.party.models import PartyLink
from kring.vault import gate, letterbox, outbox, sharing, slots
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Extract, Letterbox, Slot
from kring.vault.refusals import Conflict, Refused

LIFE = timedelta(weeks=6)
WORD_LETTERS = 4
ANSWER = "party"
"""The kind of a letter that a party wrote."""


@dataclass(frozen=True, slots=True)
class OpenParty:
    """A page that was opened with its word."""

    link: PartyLink
    session: Session
    shown: PartyShown


def plain(word: str) -> str:
    """An agreed word as it is meant, however it was typed."""
    return "".join(word.split()).replace("-", "").casefold()


def give_page(opened: OpenFile, side: Side, *, to: str, word: str, when: str, language: str, once: str) -> None:
    """Give one party its page, by a mail with the link alone; the page it had before is over. Raises `NotYet`."""
    if len(plain(word)) < WORD_LETTERS:
        raise NotYet(_("Agree on a word of four letters or more."), "word")
    file, until = opened.row.id, timezone.now() + LIFE
    own, other = opened.sides[side], opened.sides[side.other]
    with acting("mediation.page", by=opened.keys.actor, on=[file]) as act:
        if act.once(once, lock=opened.records[side].lock, outcome=file) is not None:
            return
        MediationFile.objects.select_for_update(no_key=True).get(id=file)
        end_pages(act, file, side)
        owner = opened.keys.part(file, side.part).lock
        if not Letterbox.objects.filter(owner=owner).exists():
            letterbox.found_letterbox(act, opened.keys, owner=owner, bundle=file, part=side.part)
        token, link = slots.add_link(act, code=plain(word), expires_at=until)
        shown = PartyShown(side.value, own.wish, when, own.intake_on, other.intake_on is not None, until)
        extract = sharing.extract(act, shown, to=sharing.holders([link.person], expires_at=until))
        named = {"principal": link.person, "bundle": extract.bundle}
        act.add(PartyLink(file=opened.row, side=side.value, expires_at=until, **named))
        outbox.post(act, to=to, template="neighbours", language=language, words={"token": token}, dossier=file)


def open_page(token: str, word: str) -> OpenParty:
    """Open what lies behind a link. Raises `Refused` for a wrong word and for a link that is over, all alike."""
    try:
        opened = slots.open_link(token, plain(word))
    except Conflict:
        raise Refused from None
    link = PartyLink.objects.filter(principal=opened.person).first()
    if link is None or link.verified().expires_at <= timezone.now():
        raise Refused
    session = opened.session()
    keys = gate.entering(session, act="mediation.own", of=[link.bundle], parts=[sharing.EXTRACT], about=[link.file_id])
    return OpenParty(link, session, keys.open(Extract.objects.get(bundle=link.bundle), PartyShown))


def answer(opened: OpenParty, said: PartyAnswer, *, once: str) -> None:
    """Lay what a party wrote in the letterbox of its side. Sent twice it is one letter. Raises `Refused`."""
    link = opened.link
    with acting("mediation.answer", by=link.principal, on=[link.file_id]) as act:
        if act.once(once, lock=link.principal, outcome=link.file_id) is not None:
            return
        record = SideRecord.objects.filter(file=link.file_id, side=link.side).first()
        if record is None:
            raise Refused
        letterbox.drop(act, said, owner=record.lock, kind=ANSWER, about=record.id, author=link.principal)


def withdraw_page(opened: OpenFile, side: Side) -> None:
    """The page of one party is over. Withdrawn twice it is withdrawn once."""
    with acting("mediation.page_over", by=opened.keys.actor, on=[opened.row.id]) as act:
        end_pages(act, opened.row.id, side)


def end_pages(act: Act, file: str, side: Side | None = None) -> None:
    """Nothing of a link stays: its copy, its way in, its row, a mail that still waits. side: None for both."""
    rows = PartyLink.objects.filter(file=file)
    for link in rows if side is None else rows.filter(side=side.value):
        sharing.shred(act, bundle=link.bundle, parts=[sharing.EXTRACT])
        act.erase(Extract.objects.filter(bundle=link.bundle))
        for slot in Slot.objects.filter(person_id=link.principal):
            slots.remove_slot(act, slot)
        act.erase([link.verified()])
