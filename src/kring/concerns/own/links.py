"""The page of a partner: given by a colleague, opened with the agreed word, written on into a letterbox."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.concerns.own import copying
from kring.concerns.own.content import OwnConcern, PageShown
from kring.concerns.partners.models import Partner, PartnerLink, PartnerRecord
from kring.concerns.partners.rules import NotYet
from kring.concerns.threads import rules
from kring.concerns.threads.content import ConcernContent, Written
from kring.concerns.threads.opening import OpenPartner
from kring.team.clock import today
from kring.vault import gate, letterbox, outbox, sharing, slots
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys
from kring.vault.models import Extract, Slot
from kring.vault.refusals import Conflict, Refused

WORD_LETTERS = 4
KIND = "concern"
"""The kind of a letter that a partner wrote."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page that was opened with its word."""

    link: PartnerLink
    keys: Keys
    extract: Extract
    shown: PageShown


def plain(word: str) -> str:
    """An agreed word as it is meant, however it was typed."""
    return "".join(word.split()).replace("-", "").casefold()


def check_word(word: str) -> None:
    """Raise `NotYet` for a word that is too short."""
    if len(plain(word)) < WORD_LETTERS:
        raise NotYet(_("Agree on a word of four letters or more."), "word")


def give_page(opened: OpenPartner, *, word: str, language: str, once: str) -> None:
    """Send a partner the link of its page, without a word in the mail; the link of before is over. Raises `NotYet`."""
    check_word(word)
    partner, until = opened.row, opened.row.until_on
    if until < today():
        raise NotYet(_("The last day is over. Invite this person again."), "word")
    expires = timezone.now() + (until - today()) + timedelta(days=1)
    with acting("concerns.page", by=opened.keys.actor, on=[partner.id]) as act:
        if act.once(once, lock=opened.record.lock, outcome=partner.id) is not None:
            return
        Partner.objects.select_for_update(no_key=True).get(id=partner.id)
        end_page(act, partner.id)
        token, link = slots.add_link(act, code=plain(word), expires_at=expires)
        extract = sharing.extract(act, copying.shown(opened), to=sharing.holders([link.person], expires_at=expires))
        row = PartnerLink(partner=partner, principal=link.person, bundle=extract.bundle, expires_at=expires)
        act.add(row)
        outbox.post(act, to=opened.content.email, template="concerns", language=language, words={"token": token})


def end_page(act: Act, partner: str) -> None:
    """Nothing of a link stays: its copy, its way in, its row."""
    for link in PartnerLink.objects.filter(partner=partner):
        copying.shred_copy(act, link.bundle)
        for slot in Slot.objects.filter(person_id=link.principal):
            slots.remove_slot(act, slot)
        act.erase([link.verified()])


def open_page(token: str, word: str) -> OpenPage:
    """Open what lies behind a link. Raises `Refused` for a wrong word and for a link that is over, all alike."""
    try:
        opened = slots.open_link(token, plain(word))
    except Conflict:
        raise Refused from None
    link = PartnerLink.objects.filter(principal=opened.person).first()
    if link is None or link.verified().expires_at <= timezone.now():
        raise Refused
    about = [link.partner_id]
    keys = gate.entering(opened.session(), act="concerns.own", of=[link.bundle], parts=[sharing.EXTRACT], about=about)
    extract = Extract.objects.get(bundle=link.bundle)
    return OpenPage(link, keys, extract, keys.open(extract, PageShown))


def share(opened: OpenPage, written: Written, *, once: str) -> PageShown:
    """Lay what a partner wrote in the letterbox, and in its own copy. Sent twice it is one letter. Raises `Refused`."""
    link = opened.link
    with acting("concerns.share", by=link.principal, on=[link.partner_id]) as act:
        if act.once(once, lock=link.principal, outcome=link.partner_id) is not None:
            return opened.shown
        record = PartnerRecord.objects.filter(partner=link.partner_id).first()
        if record is None:
            raise Refused
        letterbox.drop(act, written, owner=record.lock, kind=KIND, about=record.id, author=link.principal)
        anew = with_written(opened.shown, written)
        opened.keys.seal(opened.extract, anew, bundle=link.bundle, part=sharing.EXTRACT)
        act.rewrite(opened.extract)
    return anew


def with_written(shown: PageShown, written: Written) -> PageShown:
    """The copy with what was just written on it."""
    concerns = list(shown.concerns)
    at = next((n for n, one in enumerate(concerns) if one.concern == written.concern), len(concerns))
    before = concerns[at].content if at < len(concerns) else ConcernContent()
    concerns[at : at + 1] = [OwnConcern(written.concern, rules.with_written(before, written))]
    return replace(shown, concerns=tuple(concerns))
