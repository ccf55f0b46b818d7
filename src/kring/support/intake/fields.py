"""The line of every field of the referral in the field catalogue."""

from kring.support.intake.moments import fields as moments
from kring.vault.catalogue import Category, Field

TERM = "six months after a decision without role; with a role the content moves to the dossier, this copy is destroyed"
BOARD = "kept without content for the figures; destroyed by the yearly batch"


def _clear(purpose: str, category: Category = Category.TECHNICAL) -> Field:
    return Field(purpose, category, BOARD)


def _sealed(purpose: str, category: Category = Category.ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


_REFERRAL = {
    "id": "names the referral; random",
    "mac": "shows that nobody else wrote the row",
    "card": "the name of the card on the board; random",
    "code_hash": "recognises the referrer's code without keeping it",
    "channel": "how it came in, for the figures",
    "referrer_kind": "what kind of referrer, for the figures and the right first question",
    "urgency": "when somebody should answer",
    "arrived_at": "waiting time",
    "filed": "whether it lies under a lock of its own",
    "to_look_at": "a message that could not be read and waits for eyes",
    "machine": "mail of a machine, set aside and never answered",
    "lane": "whose turn it is",
    "asked": "which colleague is asked to receive it",
    "role_asked": "which colleague is asked to take the role, and opens the dossier by saying yes",
    "asked_at": "since when that colleague is asked",
    "accepted_at": "when that colleague said yes",
    "talk_at": "when the talk is",
    "proposed": "which outcome lies with the referrer",
    "proposed_at": "since when it lies there",
    "confirmed_at": "when the referrer confirmed",
    "outcome": "what both decided, for the figures",
    "decided_on": "when, for the figures and the term of keeping",
    "again_on": "when it is taken up again",
    "word": "which fixed sentence the referrer may read by code after a role was taken, with the client's agreement",
    "word_on": "since when",
    "mail_at": "when the mail came that waits with it, so that somebody looks; nothing when none waits",
    "mail_returned": "whether a mail of ours did not arrive, so that somebody calls",
    "first_answer_at": "how long a referrer waits for a first answer of a person",
    "reminded_at": "when the referrer was reminded, so that nobody is reminded twice a day",
    "merged_into": "which referral it was put together with, so that both codes keep working",
}
_SEALED = {
    "Referrer.name": "who to talk with",
    "Referrer.organisation": "who to talk with",
    "Referrer.email": "to invite to the talk",
    "Referrer.phone": "to invite to the talk",
    "Referrer.language": "in which language we answer",
    "Message.subject": "the message as it came",
    "Message.sender": "whom to answer",
    "Message.sender_name": "whom to answer",
    "Message.text": "the worry in the referrer's words",
    "Message.shown_sender": "the original author of a forwarded message",
    "Message.shown_name": "the original author of a forwarded message",
    "Message.sent": "when it was written",
    "Message.attachments": "names of what was sent along",
    "Message.readable": "whether it could be read",
    "Message.machine": "why it was taken for the mail of a machine",
    "ReferralContent.referrer": "who worries",
    "ReferralContent.concern": "what was seen and heard",
    "ReferralContent.tried": "what was tried already",
    "ReferralContent.age_band": "about how old, to ask the right colleague",
    "ReferralContent.domains": "in which life domains, to ask the right colleague",
    "ReferralContent.informed": "whether the person knows",
    "ReferralContent.wishes": "when a talk would suit",
    "ReferralContent.protect_source": "whether the referrer asks not to be named",
    "ReferralContent.message": "the mail it came as",
    "ReferralContent.code": "to make a link that opens with the referrer's own code",
    "ReplyByMail.message": "what the referrer answered to a mail of ours",
    "ReplyByMail.original": "which original message belongs to it",
    "ReplyByMail.at": "when it came",
    "MailReturned.at": "when it came back",
    "MailReturned.to": "which address did not work, to find another way",
    "MailReturned.original": "which original message belongs to it",
    "Original.raw": "the message exactly as it came, so that nothing is lost",
}
FIELDS = (
    moments.FIELDS
    | {f"support.Referral.{name}": _clear(purpose) for name, purpose in _REFERRAL.items()}
    | {f"support.{name}": _sealed(purpose, Category.SPECIAL) for name, purpose in _SEALED.items()}
    | {
        "support.ReferralRecord.id": _clear("names the record; random"),
        "support.ReferralRecord.lock": _clear("which lock the record lies under"),
        "support.ReferralRecord.lock_version": _clear("which version of the lock sealed it"),
        "support.ReferralRecord.revision": _clear("refuses a write on top of somebody else's"),
        "support.ReferralRecord.blob": _sealed("the content itself, encrypted", Category.SPECIAL),
        "support.ReferralRecord.referral": _clear("which referral it belongs to"),
        "support.ReferralRecord.kind": _clear("content, original message or notes of the talk"),
    }
)
