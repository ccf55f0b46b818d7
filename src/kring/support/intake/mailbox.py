"""A message from the team mailbox becomes a referral: read, sealed, committed by itself; nothing of it is logged.

An answer to a mail of ours, and a mail of ours that came back, go to the referral they belong to. A message that cannot
be read is a referral all the same, "to be looked at". Mail of a machine is kept, set aside and never answered. The same
message twice is one referral: what was seen is remembered as an HMAC. Law: GDP-18.
"""

from collections.abc import Callable, Collection
from enum import StrEnum

from kring.support.intake import replies, threads
from kring.support.intake.actions import Receipt, receive_referral
from kring.support.intake.codelists import Channel
from kring.support.intake.content import Message, ReferralContent, Referrer
from kring.support.intake.mail import CalendarReply, Found, MachineKind, ParsedMail, read_mail
from kring.support.intake.mail.returned import returned_texts, returned_to
from kring.support.intake.mail.travelled import travelled
from kring.team import queries as team
from kring.vault.primitives import mac
from kring.vault.server_keys import server_keys

BY = "system"


class Taken(StrEnum):
    """What became of one message."""

    REFERRAL = "referral"
    TO_LOOK_AT = "to_look_at"
    MACHINE = "machine"
    REPLY = "reply"
    """Put with the referral it answers."""
    RETURNED = "returned"
    """A mail of ours that did not arrive: somebody has to call."""
    SEEN = "seen"
    LEFT = "left"
    """Too large to be kept whole: it stays where it lies."""
    FAILED = "failed"
    """Something of ours went wrong with it: it stays where it lies, and somebody has to look."""


type CalendarHook = Callable[[CalendarReply], str]
"""Takes what a calendar answered and tells to which referral it belongs; "" when to none of ours."""


class Mailbox:
    """One emptying of the team mailbox. `own`: our own addresses, so that we never answer ourselves.

    calendar: what hears the answers of calendars; without it such a message is mail of a machine. beside: where words
    go that came with an answer to something else than a referral, by its id; whether they were taken.
    """

    def __init__(
        self,
        *,
        own: Collection[str] = (),
        calendar: CalendarHook | None = None,
        beside: Callable[[str, str], bool] | None = None,
    ) -> None:
        self.own = own
        self.calendar = calendar
        self.beside = beside
        self.circle = team.circle("intake").principal

    def take_in(self, found: Found) -> Taken:
        """Receive one message, committed by itself."""
        if not found.whole:
            return Taken.LEFT
        mail = read_mail(found.raw, own=self.own)
        return self._in_its_place(mail) or self._as_referral(mail)

    def _in_its_place(self, mail: ParsedMail) -> Taken | None:
        """With the referral it belongs to; None when it belongs to none that is under way."""
        if mail.machine and mail.machine.kind is MachineKind.BOUNCE:
            about = threads.referral_of(*returned_texts(mail))
            return self._landed(about, mail, returned_to(mail), Taken.RETURNED)
        answered = [about for reply in mail.calendar if self.calendar and (about := self.calendar(reply))]
        if answered and not mail.text:
            return Taken.REPLY
        if answered and self.beside and self.beside(answered[0], mail.text):
            return Taken.REPLY
        about = threads.referral_of(mail.earlier) or next(iter(answered), "")
        return self._landed(about, mail, message_of(mail), Taken.REPLY)

    def _landed(self, about: str, mail: ParsedMail, content: replies.Mail, taken: Taken) -> Taken | None:
        if not about:
            return None
        landed = replies.land(about, content, raw=mail.raw, submission=seen_as(mail), by=BY)
        return None if landed is None else taken if landed else Taken.SEEN

    def _as_referral(self, mail: ParsedMail) -> Taken:
        received = receive_referral(
            content_of(mail),
            submission=seen_as(mail),
            channel=Channel.MAIL,
            by=BY,
            original=mail.raw,
            receipt=receipt_for(mail),
            circle=self.circle,
        )
        if not received.new:
            return Taken.SEEN
        if mail.machine:
            return Taken.MACHINE
        return Taken.REFERRAL if mail.readable else Taken.TO_LOOK_AT


def seen_as(mail: ParsedMail) -> str:
    """How a message is remembered: nothing can be read back from it, and only this installation can compute it.

    What its sender wrote decides, not the road it came. Without an id of its own a message is all of its bytes.
    """
    told = travelled(mail.raw) if mail.message_id else mail.raw.replace(b"\r\n", b"\n")
    return mac(server_keys().of("mail seen", 0), told).hex()


def receipt_for(mail: ParsedMail) -> Receipt | None:
    """To whom "we have it" is promised: a person who can be answered safely."""
    return Receipt(mail.receipt_to.address, mail.language or "nl") if mail.receipt_to else None


def content_of(mail: ParsedMail) -> ReferralContent:
    """The referral in a message. Whom to answer stands in the message; nothing is guessed from the text."""
    return ReferralContent(referrer=Referrer(language=mail.language or "nl"), message=message_of(mail))


def message_of(mail: ParsedMail) -> Message:
    """A mail as it was read, to be sealed."""
    sender, shown = mail.sender, mail.shown_sender
    return Message(
        subject=mail.subject,
        sender=sender.address if sender else "",
        sender_name=sender.display if sender else "",
        text=mail.text,
        shown_sender=shown.address if shown else "",
        shown_name=shown.display if shown else "",
        sent=mail.date.isoformat() if mail.date else "",
        attachments=tuple(attachment.name for attachment in mail.attachments),
        readable=mail.readable,
        machine=mail.machine.kind if mail.machine else "",
    )
