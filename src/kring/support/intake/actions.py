"""What one does with a referral: receive it sealed, open it with the key of the intake circle, destroy it.

Receiving needs no key; opening files the referral under a lock of its own, so that it can be given to a dossier or
destroyed without touching any other.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from django.db import IntegrityError
from django.utils import timezone

from kring.support.intake import pace
from kring.support.intake.codelists import Channel, ReferrerKind, Urgency
from kring.support.intake.codes import code_hash, new_card, new_code, own_token
from kring.support.intake.content import Original, ReferralContent
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.moments import actions as moments
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import gate, letterbox, outbox, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.models import Envelope, Letter
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PART = "referral"
CONTENT, ORIGINAL = "content", "original"
DRAWS = 5
"""How often a card is drawn when the name is taken; each draw is one sign longer."""


@dataclass(frozen=True, slots=True)
class Received:
    """What the referrer gets to know: code and own link. `new` is False when the same submission came before."""

    referral: str
    code: str
    new: bool

    @property
    def own_token(self) -> str:
        """The referrer's own link, which opens with that code."""
        return own_token(self.referral)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A content-free "we have it" to an address, in a language: with the code, or with the referrer's own link."""

    CODE: ClassVar[str] = "receipt"
    OWN_LINK: ClassVar[str] = "referred"

    to: str
    language: str
    template: str = CODE


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """An opened referral with the keys of its lock and of the letterbox its letters lie in."""

    referral: Referral
    content: ReferralContent
    keys: Keys


def receive_referral(
    content: ReferralContent,
    *,
    submission: str,
    channel: Channel,
    referrer_kind: ReferrerKind = ReferrerKind.UNKNOWN,
    urgency: Urgency = Urgency.NORMAL,
    by: str = "",
    original: bytes | None = None,
    receipt: Receipt | None = None,
    arrived_at: datetime | None = None,
    circle: str = "",
    address: str = "",
    moment: datetime | None = None,
) -> Received:
    """Seal a referral into the intake letterbox; nothing of it is readable afterwards without a key.

    submission: the random key of this sending (or the HMAC of a message): the same one twice is one referral.
    circle: the intake circle, by who receives many and looked it up once.
    address: where a public form came from, to count it and forget it. Raises `TooOften`.
    moment: the hour asked for, one of those on offer. Raises `Taken`.
    """
    circle, code = circle or team.circle("intake").principal, new_code(submission)
    referral = Referral(
        id=new_id(),
        code_hash=code_hash(code),
        channel=channel,
        referrer_kind=referrer_kind,
        urgency=urgency,
        arrived_at=arrived_at or timezone.now(),
    )
    content = replace(content, code=code)
    if content.message:
        referral.to_look_at = not content.message.readable
        referral.machine = bool(content.message.machine)
    letters: dict[str, ReferralContent | Original] = {CONTENT: content}
    if original is not None:
        letters[ORIGINAL] = Original(original)
    for draw in range(DRAWS):
        referral.card = new_card(longer=draw)
        try:
            with acting("referral.receive", by=by) as act:
                earlier = act.once(submission, lock=circle, outcome=referral.id)
                if earlier is not None:
                    return Received(earlier, code, new=False)
                if address:
                    pace.check(address)
                act.add(referral)
                if moment:
                    moments.request(act, moment, referral=referral.id)
                letterbox.drop_all(act, letters, owner=circle, about=referral.id, author=by)
                if receipt:
                    _promise(act, receipt, referral.id, code)
            break
        except IntegrityError:
            if draw + 1 == DRAWS:
                raise
    return Received(referral.id, code, new=True)


def open_referral(session: Session, referral_id: str) -> OpenReferral:
    """Open a referral as a member of the intake circle; at the first opening it is filed.

    Raises `Refused`, also for one of which nothing is kept: a talk that was enough, a role that was taken.
    """
    circle = team.circle("intake").principal
    keys = _enter(session, circle, referral_id)
    referral = Referral.objects.filter(id=referral_id).first()
    if referral is None or not keys.holds(circle, gate.OWN_KEY):
        raise Refused
    if not referral.verified().filed:
        if referral.lane == Referral.Lane.DECIDED:
            raise Refused
        try:
            return _file(session, keys, referral, circle)
        except Conflict:
            keys = _enter(session, circle, referral_id)
            referral.refresh_from_db()
    row = ReferralRecord.objects.filter(referral=referral, kind=CONTENT).first()
    if row is None:
        raise Refused
    return OpenReferral(referral, keys.open(row, ReferralContent), keys)


def original_of(opened: OpenReferral) -> bytes | None:
    """The message exactly as it came, or None."""
    row = ReferralRecord.objects.filter(referral=opened.referral, kind=ORIGINAL).first()
    return None if row is None else opened.keys.open(row, Original).raw


def shred_referral(act: Act, referral: Referral, *, into: str = "") -> None:
    """Destroy what was written: keys, records, letters. The clear row stays for the figures.

    into: the lock it was sealed under anew, of a dossier.
    """
    if referral.filed:
        sharing.shred(act, bundle=referral.id, parts=[PART], into=into)
    act.erase(ReferralRecord.objects.filter(referral=referral), into=into)
    act.erase(Letter.objects.filter(about=referral.id), into=into)


def close_emptied(act: Act) -> int:
    """Close the referrals of which nothing is left, since the back-up that was put back is older; how many."""
    sealed = Letter.objects.filter(kind=CONTENT).values("about")
    filed = ReferralRecord.objects.filter(kind=CONTENT).values("referral_id")
    undecided = Referral.objects.exclude(lane=Referral.Lane.DECIDED)
    emptied = list(undecided.exclude(id__in=sealed).exclude(id__in=filed))
    for row in emptied:
        moments.release(act, row.id)
        act.change(row.verified(), lane=Referral.Lane.DECIDED, decided_on=today(), filed=False)
    return len(emptied)


def _promise(act: Act, receipt: Receipt, referral: str, code: str) -> None:
    """Put the receipt in the outbox: to who mailed once a sender and day (remembered as an HMAC), without a link.

    To who used the form a few a day and address, since anybody can type anybody's, and without the code.
    """
    if receipt.template == Receipt.OWN_LINK:
        if pace.may_mail(receipt.to):
            _post(act, receipt, referral, token=own_token(referral))
        return
    day = timezone.localdate().isoformat()
    if act.once(f"receipt {day} {receipt.to.lower()}", lock="receipts", outcome=new_id()) is None:
        _post(act, receipt, referral, code=code)


def _post(act: Act, receipt: Receipt, referral: str, **words: str) -> None:
    to, template, language = receipt.to, receipt.template, receipt.language
    outbox.post(act, to=to, template=template, language=language, words=words, about=referral)


def _enter(session: Session, circle: str, referral_id: str) -> Keys:
    """The key of the circle and, once it is filed, that of the referral: one look, one line in the journal."""
    return gate.entering(
        session, act="referral.open", of=[circle, referral_id], parts=[gate.OWN_KEY, PART], strict=False
    )


def _file(session: Session, keys: Keys, referral: Referral, circle: str) -> OpenReferral:
    both = [CONTENT, ORIGINAL]
    letters = list(Letter.objects.filter(about=referral.id, letterbox__owner=circle, kind__in=both))
    contents = letterbox.read(keys, [one for one in letters if one.kind == CONTENT], ReferralContent, owner=circle)
    if not contents:  # a colleague filed it since we looked, or it was erased: who looks again sees which
        raise Conflict
    [content] = contents
    originals = letterbox.read(keys, [one for one in letters if one.kind == ORIGINAL], Original, owner=circle)
    holders = sharing.holders([circle])
    recovery = team.recovery()
    if recovery:
        holders += sharing.holders([recovery], Envelope.Kind.RECOVERY)
    with acting("referral.file", by=session.person, on=[referral.id]) as act:
        act.change(referral, filed=True)
        own = sharing.found(act, bundle=referral.id, parts={PART: holders})
        rows, found = [], [(ORIGINAL, original) for original in originals]
        items: list[tuple[str, ReferralContent | Original]] = [(CONTENT, content), *found]
        for kind, item in items:
            row = ReferralRecord(referral=referral, kind=kind)
            own.seal(row, item, bundle=referral.id, part=PART)
            rows.append(row)
        act.add_all(rows)
        act.erase(letters, into=own.part(referral.id, PART).lock)
    return OpenReferral(referral, content, keys.joined(own))
