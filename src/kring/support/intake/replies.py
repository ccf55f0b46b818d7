"""Mail that belongs to a referral that is there already: an answer to a mail of ours, or a mail of ours that came back.

It lies in the letterbox of the intake circle until a colleague takes care of it; then it is kept with the referral. The
clear row says that something waits, and changes with every mail, so a decision made on the state before is refused.
"""

from collections.abc import Iterator, Mapping

from django.utils import timezone

from kring.support.intake.actions import PART, OpenReferral
from kring.support.intake.content import MailReturned, Message, Original, ReplyByMail
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.together import standing
from kring.team import queries as team
from kring.vault import gate, letterbox
from kring.vault.acts import acting
from kring.vault.codec import Content
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.refusals import Conflict, Refused

REPLY, RETURNED, RAW = "reply", "returned", "reply_raw"
KINDS: Mapping[str, type[Content]] = {REPLY: ReplyByMail, RETURNED: MailReturned, RAW: Original}
"""kind of letter, and of record once it was taken care of -> what is sealed in it."""
TRIES = 5


type Mail = Message | str
"""What came: an answer, or the address that a mail of ours did not reach ("" when it is not named)."""


def land(referral_id: str, mail: Mail, *, raw: bytes, submission: str, by: str) -> bool | None:
    """Drop mail with its referral: True when it landed, False when it had before, None when it cannot land there.

    A referral that is decided takes no mail: nobody would see it.
    """
    circle = team.circle("intake").principal
    for _ in range(TRIES):
        try:
            referral = standing(Referral.objects.filter(id=referral_id).first())
            if referral is None or referral.verified().lane == Referral.Lane.DECIDED:
                return None
            return _landed(referral, mail, raw, circle, submission, by)
        except Conflict:
            continue
        except Refused:
            return None
    return None


def waiting(opened: OpenReferral, *kinds: str) -> list[tuple[str, Content]]:
    """What came by mail since and waits for somebody, with its kind: answers and returned mails, or these kinds."""
    if opened.referral.mail_at is None:
        return []
    circle, found = _circle_of(opened), list(_letters(opened.referral))
    return [
        (kind, content)
        for kind in kinds or (REPLY, RETURNED)
        if (some := [letter for letter in found if letter.kind == kind])
        for content in letterbox.read(opened.keys, some, KINDS[kind], owner=circle)
    ]


def settle(session: Session, opened: OpenReferral, *, once: str = "") -> None:
    """A colleague took care of the mail that waits: it is kept with the referral, under the referral's own lock."""
    referral, circle = opened.referral, _circle_of(opened)
    letters = list(_letters(referral))
    rows = []
    for kind, content in KINDS.items():
        some = [letter for letter in letters if letter.kind == kind]
        for letter, item in zip(some, letterbox.read(opened.keys, some, content, owner=circle), strict=True):
            row = ReferralRecord(id=letter.id, referral=referral, kind=kind)
            opened.keys.seal(row, item, bundle=referral.id, part=PART)
            rows.append(row)
    with acting("referral.mail_settled", by=session.person, on=[referral.id]) as act:
        if once and act.once(once, lock=referral.id, outcome=referral.id) is not None:
            raise Conflict
        act.change(referral, mail_at=None, mail_returned=False)
        act.add_all(rows)
        act.erase(letters, into=opened.keys.part(referral.id, PART).lock)


def raw_of(opened: OpenReferral, letter_id: str) -> bytes | None:
    """A reply exactly as it came, waiting or kept; None when this referral holds no such thing."""
    row = ReferralRecord.objects.filter(referral=opened.referral, kind=RAW, id=letter_id).first()
    if row is not None:
        return opened.keys.open(row, Original).raw
    circle = _circle_of(opened)
    letters = [letter for letter in _letters(opened.referral) if (letter.kind, letter.id) == (RAW, letter_id)]
    found = letterbox.read(opened.keys, letters, Original, owner=circle) if letters else []
    return found[0].raw if found else None


def _landed(referral: Referral, mail: Mail, raw: bytes, circle: str, submission: str, by: str) -> bool:
    now, returned = timezone.now(), isinstance(mail, str)
    with acting("referral.mail", by=by, on=[referral.id]) as act:
        if act.once(submission, lock=circle, outcome=referral.id) is not None:
            return False
        original = letterbox.drop(act, Original(raw), owner=circle, kind=RAW, about=referral.id, author=by).id
        content = MailReturned(mail, original, now) if isinstance(mail, str) else ReplyByMail(mail, original, now)
        kind = RETURNED if returned else REPLY
        letterbox.drop(act, content, owner=circle, kind=kind, about=referral.id, author=by)
        act.change(referral, mail_at=now, mail_returned=referral.mail_returned or returned)
    return True


def _letters(referral: Referral) -> Iterator[Letter]:
    """The letters of this referral's mail, oldest first."""
    yield from Letter.objects.filter(about=referral.id, kind__in=KINDS).order_by("dropped_at", "id")


def _circle_of(opened: OpenReferral) -> str:
    return next(bundle for bundle, part in opened.keys.all_parts if part == gate.OWN_KEY)
