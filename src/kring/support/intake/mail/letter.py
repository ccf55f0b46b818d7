"""What a message that arrived looks like after reading: plain, frozen, and kept out of every log.

Here stand only the shapes. How bytes become a `ParsedMail` stands in `reading.py`; sealing and filing it is the
work of the intake step, not of this folder.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_SAFE_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


class MachineKind(StrEnum):
    """Why a message was not written by a person for us. Machine mail is kept, set aside and never answered."""

    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    LIST = "list"
    BULK = "bulk"
    CALENDAR = "calendar"
    NOTICE = "notice"
    OWN = "own"


class Unreadable(StrEnum):
    """Why a colleague has to look at the message as it came: the raw bytes are kept, nothing is lost."""

    EMPTY = "empty"
    NO_HEADERS = "no_headers"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_DEEP = "too_deep"
    TOO_MUCH_TEXT = "too_much_text"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class MailAddress:
    """An address and the name shown with it; inside a forwarded text the address is often missing ("")."""

    address: str
    display: str = ""

    @property
    def folded(self) -> str:
        """The address as two messages of one sender have in common: for "one receipt per sender and day"."""
        return self.address.casefold()

    @property
    def is_safe(self) -> bool:
        """Whether it can stand in a header of ours: plain ASCII, no room for a second line or a route."""
        return _SAFE_ADDRESS.fullmatch(self.address) is not None and ".." not in self.address

    def __repr__(self) -> str:
        return "<MailAddress>"


@dataclass(frozen=True, slots=True)
class MachineSign:
    """The first sign that settled it. `by_header`: one of the standard headers said so, no guess was needed."""

    kind: MachineKind
    reason: str
    by_header: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """Everything that is not the text: a leaf of the message, or one whole attached message.

    This is our definition, because parsers disagree in one message out of five: pictures inside a page count,
    an attached message counts once and its own attachments do not, alternatives of the text do not.
    """

    name: str
    content_type: str
    content: bytes

    def __repr__(self) -> str:
        return f"<Attachment {len(self.content)} bytes>"


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """What somebody's calendar answers to an invitation. Unproved, as all of a message is.

    partstat: ACCEPTED, DECLINED, TENTATIVE, or whatever else stood there, in capitals. attendee: an address as written.
    proposes: another moment (COUNTER), in UTC; None for a plain answer.
    """

    uid: str
    sequence: int
    partstat: str
    attendee: str
    proposes: datetime | None = None

    def __repr__(self) -> str:
        return "<CalendarReply>"


@dataclass(frozen=True, slots=True)
class ParsedMail:
    """One message, read as far as it could be read; `raw` is the whole of it, always.

    `sender` stands in the header. `shown_sender` is who wrote the message that was forwarded, as the forwarder's
    program printed it: nobody proved it, so it is shown to a colleague and never written to. `earlier`: the ids of the
    messages it says it answers, as written.
    """

    raw: bytes
    sender: MailAddress | None = None
    shown_sender: MailAddress | None = None
    recipients: tuple[MailAddress, ...] = ()
    subject: str = ""
    date: datetime | None = None
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    machine: MachineSign | None = None
    unreadable: Unreadable | None = None
    troubles: tuple[str, ...] = ()
    message_id: str = ""
    in_reply_to: str = ""
    earlier: str = ""
    language: str = ""
    calendar: tuple[CalendarReply, ...] = ()

    @property
    def readable(self) -> bool:
        """False: the referral is there, to be looked at by a colleague in its raw form."""
        return self.unreadable is None

    @property
    def receipt_to(self) -> MailAddress | None:
        """Whom a receipt may be sent: the header sender, when a person wrote and the address is safe to write to.

        Nobody when the reading broke: then we cannot know that it was no machine.
        """
        if self.machine or self.unreadable is Unreadable.BROKEN or not self.sender or not self.sender.is_safe:
            return None
        return self.sender

    def __repr__(self) -> str:
        return f"<ParsedMail {len(self.raw)} bytes, machine={self.machine is not None}, readable={self.readable}>"
