"""Bytes to a `ParsedMail`: the one way in. Never raises, whatever the bytes; what could not be read is named.

Each reading step stands apart, so that a broken date costs the date and not the message.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser

from kring.support.intake.mail.bodies import Body, body_of
from kring.support.intake.mail.calendar_answers import calendar_answers
from kring.support.intake.mail.forwards import attached_words, original_author, own_words
from kring.support.intake.mail.headers import (
    AsWritten,
    Mail,
    date_of,
    earlier_ids,
    id_of,
    recipients_of,
    sender_of,
    subject_of,
)
from kring.support.intake.mail.language import language_of
from kring.support.intake.mail.letter import MachineKind, ParsedMail, Unreadable
from kring.support.intake.mail.limits import TEXT_CHARACTERS, head_of, over_limit
from kring.support.intake.mail.machine import machine_sign

_TELLING = ("from", "to", "subject", "date", "message-id", "received", "sender", "return-path")
_RETURNS_OUR_OWN = (MachineKind.BOUNCE, MachineKind.AUTO_REPLY, MachineKind.OWN)


@dataclass
class _Steps:
    """Runs each reading step and remembers the names of those that failed."""

    troubles: list[str] = field(default_factory=list)

    def step[T](self, name: str, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except Exception:  # noqa: BLE001 - any bytes may come in, and a message is never lost over one field
            self.troubles.append(name)
            return otherwise


def read_mail(raw: bytes, *, own: Collection[str] = ()) -> ParsedMail:
    """Read one message as it came.

    `own`: our mailbox addresses; what comes from there is machine mail, so that no loop can start.
    """
    steps = _Steps()
    broken = over_limit(raw)
    mail = steps.step("structure", lambda: _tree(raw, broken), Message(AsWritten()))
    body = Body(content_types=[mail.get_content_type()] if broken else [])
    if not broken:
        steps.step("body", lambda: body_of(mail, into=body), body)
    subject = steps.step("subject", lambda: subject_of(mail), "")
    machine = steps.step("machine", lambda: machine_sign(mail, body, own={each.casefold() for each in own}), None)
    sender = steps.step("sender", lambda: sender_of(mail), None)
    told = machine is None or machine.kind not in _RETURNS_OUR_OWN
    forwarded = steps.step("forward", lambda: attached_words(body), "") if told else ""
    unreadable = broken or body.unreadable or _what_is_missing(mail, body, subject, steps.troubles)
    own_text = steps.step("own_words", lambda: own_words(body.text) or body.text, "") if not unreadable else ""
    return ParsedMail(
        raw=raw,
        sender=sender,
        shown_sender=steps.step("forward", lambda: original_author(mail, body), None) if told else None,
        recipients=steps.step("recipients", lambda: recipients_of(mail), ()),
        subject=subject,
        date=steps.step("date", lambda: date_of(mail), None),
        text="\n\n".join(part for part in (body.text, forwarded) if part)[:TEXT_CHARACTERS],
        attachments=tuple(body.attachments),
        machine=machine,
        unreadable=unreadable,
        message_id=steps.step("message_id", lambda: id_of(mail, "message-id"), ""),
        in_reply_to=steps.step("in_reply_to", lambda: id_of(mail, "in-reply-to"), ""),
        earlier=steps.step("earlier", lambda: earlier_ids(mail), ""),
        language=language_of(own_text, subject),
        calendar=calendar_answers(body.calendars, sender.address if sender else ""),
        troubles=tuple(steps.troubles),
    )


def _tree(raw: bytes, broken: Unreadable | None) -> Mail:
    """The message as a tree; only its head when a limit is broken."""
    if broken:
        return BytesHeaderParser(policy=AsWritten()).parsebytes(head_of(raw))
    return BytesParser(policy=AsWritten()).parsebytes(raw)


def _what_is_missing(mail: Mail, body: Body, subject: str, troubles: list[str]) -> Unreadable | None:
    if {"structure", "body", "machine"} & set(troubles):
        return Unreadable.BROKEN
    if not any(name in mail for name in _TELLING):
        return Unreadable.NO_HEADERS
    if not (body.text or body.attachments or subject):
        return Unreadable.EMPTY
    return None
