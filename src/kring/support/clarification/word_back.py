"""A word back to the referrer after a role was taken: one of three fixed sentences, and nothing of what is going on.

We know each other, there is a table: with the client's agreement alone. It is closed: when the dossier is. The sentence
stands on the status page, behind the referrer's code; a mail only says that there is something to read. What was told
and on which ground is kept under the dossier's part `referral`. Law: professional secrecy (art. 352), SEC-04, SEC-11.
"""

from collections.abc import Mapping

from django.utils import timezone

from kring.support.clarification.content import WordToReferrer
from kring.support.dossier.models import Dossier, ReferralCopy
from kring.support.intake.content import ReferralContent
from kring.support.intake.models import Referral
from kring.support.intake.status.queries import by_code
from kring.team.clock import today
from kring.vault import gate, outbox
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.refusals import Refused

WORD, PART = "word", "referral"
Word = Referral.Word
FITS: Mapping[str, tuple[str, ...]] = {
    Dossier.State.OPEN: (Word.KNOWN, Word.TABLE),
    Dossier.State.CLOSED: (Word.CLOSED,),
}
"""State of the dossier -> the sentences that may be told."""


def tell_referrer(session: Session, dossier_id: str, *, word: str, once: str) -> bool:
    """Tell it; whether a mail goes out. The holder says by telling it that the client agrees. Raises `Refused`.

    once: the key of this sending; sent twice it is told once. What was told last is not told again, unless the dossier
    was closed anew since.
    """
    keys = gate.entering(session, act="referral.word", of=[dossier_id], parts=[PART])
    dossier = Dossier.objects.filter(id=dossier_id).first()
    row = ReferralCopy.objects.filter(dossier=dossier_id, kind="referral").first()
    if dossier is None or row is None or word not in FITS[dossier.verified().state] or dossier.silent:
        raise Refused
    content = keys.open(row, ReferralContent)
    referral = by_code(content.code)
    if referral.word == word and (referral.word_on or today()) >= (dossier.closed_on or dossier.opened_on):
        return False
    told = ReferralCopy(dossier=dossier, kind=WORD)
    said = WordToReferrer(word, word != Word.CLOSED, session.person, timezone.now())
    keys.seal(told, said, bundle=dossier_id, part=PART)
    with acting("referral.word", by=session.person, on=[dossier_id]) as act:
        if act.once(once, lock=dossier_id, outcome=referral.id) is not None:
            return False
        act.change(referral, word=word, word_on=today())
        act.add(told)
        to = _address(content)
        if to:
            outbox.post(act, to=to, template=WORD, language=content.referrer.language, dossier=dossier_id)
    return bool(to)


def _address(content: ReferralContent) -> str:
    """Where the referrer can be written to; a forwarded message has two senders, and then nobody guesses."""
    message = content.message
    if content.referrer.email or message is None or message.machine or message.shown_sender:
        return content.referrer.email
    return message.sender
