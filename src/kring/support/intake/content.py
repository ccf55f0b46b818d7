"""What is confidential in a referral: the words, who wrote them, the message as it came.

Plain frozen dataclasses; sealed by the vault. There is no field for the person's name (it comes last), none for a
register number (NRN-01), none for belief or origin.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Referrer:
    """Who worries and how to reach them. All of it may stay empty."""

    name: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as it was read. `sender` is the header's, `shown_sender` the original author of a forwarded message.

    readable: False when it could not be parsed: a referral all the same, "to be looked at". machine: why it was taken
    for the mail of a machine, or "".
    """

    subject: str
    sender: str
    sender_name: str
    text: str
    shown_sender: str = ""
    shown_name: str = ""
    sent: str = ""
    attachments: tuple[str, ...] = ()
    readable: bool = True
    machine: str = ""


@dataclass(frozen=True, slots=True)
class ReferralContent:
    """The referral itself. `domains`: codes of life domains. `wishes`: when a talk would suit, in the referrer's words.

    protect_source: the referrer asks not to be named as the source (GDP-06). code: the referrer's own code, so that a
    colleague can make a link that opens with it; outside this seal only its HMAC is kept.
    """

    referrer: Referrer
    concern: str = ""
    tried: str = ""
    age_band: str = ""
    domains: tuple[str, ...] = ()
    informed: str = ""
    wishes: str = ""
    protect_source: bool = False
    message: Message | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """The message exactly as it came, attachments inside it."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class ReplyByMail:
    """An answer to a mail of ours. `original`: id of the letter, later the record, that holds it whole. `at`: when."""

    message: Message
    original: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MailReturned:
    """A mail of ours that did not arrive. `to`: an address, or "". `original`: what came instead. `at`: when."""

    to: str
    original: str
    at: datetime
