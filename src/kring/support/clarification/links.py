"""Links to the referrer: an extract under a lock of its own, opened by the address and the referrer's code together.

A referral has one living link: a new one ends the one before. GET changes nothing; the answer is a POST into the intake
letterbox. The mail carries the link alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from kring.support.clarification.content import Shown
from kring.support.clarification.models import ReferrerLink
from kring.support.intake.callwords import call_word
from kring.support.intake.codes import tidy
from kring.support.intake.models import Referral
from kring.vault import gate, outbox, sharing, slots
from kring.vault.acts import Act
from kring.vault.gate import Session
from kring.vault.models import Extract, Slot
from kring.vault.refusals import Conflict, Refused

LIFE = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that was opened with its code."""

    link: ReferrerLink
    session: Session
    shown: Shown


def send_link(
    act: Act,
    referral: Referral,
    shown: Shown,
    *,
    to: str,
    code: str,
    language: str,
    template: str = "",
    words: Mapping[str, str] | None = None,
) -> bool:
    """Make a link and post it; whether it was. Nothing goes out without an address or without a code.

    template: of the letter, when it is not the usual one of its kind. words: what else the letter may carry.
    """
    end_links(act, referral)
    if not to or not code:
        return False
    expires_at = timezone.now() + LIFE
    token, opened = slots.add_link(act, code=tidy(code), expires_at=expires_at)
    extract = sharing.extract(act, shown, to=sharing.holders([opened.person], expires_at=expires_at))
    link = ReferrerLink(referral=referral, kind=shown.kind, principal=opened.person, bundle=extract.bundle)
    link.expires_at = expires_at
    act.add(link)
    told = {"token": token, "callword": call_word(referral.id), **(words or {})}
    outbox.post(act, to=to, template=template or shown.kind, language=language, words=told, about=referral.id)
    return True


def open_link(token: str, code: str) -> OpenLink:
    """Open what lies behind a link. Raises `Refused` for a wrong code, an expired, used or guessed link alike."""
    try:
        opened = slots.open_link(token, tidy(code))
    except Conflict:
        raise Refused from None
    link = ReferrerLink.objects.filter(principal=opened.person).select_related("referral").first()
    if link is None or link.verified().answered_at is not None:
        raise Refused
    link.referral.verified()
    session = opened.session()
    keys = gate.entering(
        session, act="referrer.link", of=[link.bundle], parts=[sharing.EXTRACT], about=[link.referral_id]
    )
    return OpenLink(link, session, keys.open(Extract.objects.get(bundle=link.bundle), Shown))


def use_up(act: Act, link: ReferrerLink) -> None:
    """The link was answered: its key, its extract and its way in are gone."""
    _destroy(act, link)
    act.change(link, answered_at=timezone.now())


def end_links(act: Act, referral: Referral) -> None:
    """End the links that were not answered: something newer takes their place."""
    open_ones = list(ReferrerLink.objects.filter(referral=referral, answered_at=None))
    for link in open_ones:
        _destroy(act, link)
    act.remove(open_ones)


def forget_links(act: Act, referral: Referral, *, into: str = "") -> None:
    """Nothing of a link stays, not even that there was one; `into` as in `answers.forget`."""
    end_links(act, referral)
    act.erase(ReferrerLink.objects.filter(referral=referral), into=into)


def _destroy(act: Act, link: ReferrerLink) -> None:
    sharing.shred(act, bundle=link.bundle, parts=[sharing.EXTRACT])
    act.remove(list(Extract.objects.filter(bundle=link.bundle)))
    for slot in Slot.objects.filter(person_id=link.principal):
        slots.remove_slot(act, slot)
